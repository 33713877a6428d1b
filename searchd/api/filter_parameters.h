#ifndef SEARCHD_API_FILTER_PARAMETERS_H_
#define SEARCHD_API_FILTER_PARAMETERS_H_

// The filters that every route understands in the same way.

#include "corpus/record.h"
#include "indexer/schema.h"
#include "searchd/api/parameters.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <vector>

namespace torikumi::searchd {

/// The filters of `parameters` but the kind. A department that the index has by this very name, as
/// facets give it, is that one only; any other text means all whose names contain it. A problem
/// names the parameter and what would be valid.
ApiResult<Filters> filters_from(const Parameters& parameters, const IndexSnapshot& snapshot);

/// The texts that `field` names; none, which is both, if it is not given.
std::vector<indexer::TextField> fields_from(const Parameters& parameters);

/// The kinds that `kind` names: none, which is every kind, for `all`; `otherwise` if it is not
/// given.
std::vector<corpus::RecordKind> kinds_from(const Parameters& parameters,
                                           std::vector<corpus::RecordKind> otherwise);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_FILTER_PARAMETERS_H_
