#ifndef SEARCHD_API_ANALYTICS_REQUEST_H_
#define SEARCHD_API_ANALYTICS_REQUEST_H_

// What the routes below /analytics have in common: the subset that is asked for, and how numbers
// are written.

#include "analysis/statistics/proportion.h"
#include "searchd/analytics/record_set.h"
#include "searchd/api/parameters.h"
#include "searchd/api/route.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// q, themes, filters, kind (initiatives if none is given), field and synonyms of `parameters`. A
/// problem names the parameter.
ApiResult<RecordQuery> record_query_from(const Parameters& parameters,
                                         const IndexSnapshot& snapshot);

/// The rows of analytics in the route table; `search_parameters` are those of /search, of which
/// they take over what they share.
std::vector<Route> analytics_routes(const std::vector<ParameterSpec>& search_parameters);

/// {q, interpretation, synonyms}, as in the answer of a search.
Json query_json(const Parameters& parameters, const RecordSet& set);

/// Rounded to four digits behind the point, for rates and effect sizes; not for p-values.
double rounded(double value);

/// Hits per 100 records with its 95 % interval [low, high]; null if the base is empty or too small
/// for a rate (analysis::kMinRateBase).
Json rate_per_100(analysis::Proportion proportion);
Json interval_per_100(analysis::Proportion proportion);

/// `interval` times `factor`, rounded, as [low, high].
Json json_of(const analysis::Interval& interval, double factor);

/// A cell of a CSV table: empty for null, texts as they are.
std::string csv_cell(const Json& value);

/// The values of `object` under `keys`, one cell each; an interval takes two.
std::vector<std::string> csv_cells(const Json& object, std::span<const std::string_view> keys);

/// The names of their columns: of an interval key_low and key_high.
std::vector<std::string> csv_columns(std::span<const std::string_view> keys);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_ANALYTICS_REQUEST_H_
