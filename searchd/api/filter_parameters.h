#ifndef SEARCHD_API_FILTER_PARAMETERS_H_
#define SEARCHD_API_FILTER_PARAMETERS_H_

// The filters that every route understands in the same way.

#include "searchd/api/parameters.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

namespace torikumi::searchd {

/// The filters of `parameters` but the kind; a problem names the parameter and what would be valid.
ApiResult<Filters> filters_from(const Parameters& parameters, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_FILTER_PARAMETERS_H_
