#ifndef SEARCHD_API_EMPTY_SUBSET_H_
#define SEARCHD_API_EMPTY_SUBSET_H_

// The answers of analytics where there is no record to count: which parameter is to blame, and what
// it could be instead.

#include "searchd/analytics/record_set.h"
#include "searchd/api/parameters.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// Nothing if some record passes `filters`, or if the index is empty. Else a problem that names a
/// filter of `parameters` without which some record would pass, or if there is none one that lets
/// nothing pass even alone, with the values for which records pass.
std::optional<Problem> empty_filters(const Parameters& parameters, const Filters& filters,
                                     const IndexSnapshot& snapshot);

/// The answer where `query`, read from `parameters`, finds nothing: that of empty_filters, else one
/// that names `theme`, with those that find something, or `q`.
Problem empty_subset(const Parameters& parameters, const RecordQuery& query,
                     const IndexSnapshot& snapshot);

/// What the index has for `ward`, `year` or `scene`; nothing for other names.
std::vector<std::string> values_held(std::string_view parameter, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_EMPTY_SUBSET_H_
