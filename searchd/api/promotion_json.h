#ifndef SEARCHD_API_PROMOTION_JSON_H_
#define SEARCHD_API_PROMOTION_JSON_H_

// Promotion candidates in answers, and the rows of the routes about them.

#include "searchd/api/parameter_specs.h"
#include "searchd/api/route.h"
#include "searchd/promotion/promotion_list.h"
#include "searchd/promotion/shown_candidates.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

/// The rows of candidates and their back-test in the route table; `search_parameters` are those of
/// /search, of which they take over what they share.
std::vector<Route> promotion_routes(const ParameterSpecs& search_parameters);

/// min_wards, w_… and half_life_years; and their specs.
ParameterSpecs promotion_option_parameters();
ApiResult<analysis::PromotionOptions> promotion_options_from(const Parameters& parameters);
Json json_of(const analysis::PromotionOptions& options);

/// One candidate with all that its rank is made of.
Json json_of(const ShownCandidate& shown, const PromotionList& list);

/// {id, number, text, scope, scope_label, fiscal_year, similarity, stating, raising, raised_by}
Json json_of(const analysis::NearStandard& standard, const PromotionList& list);

/// What is held of each municipality: the years of its wards and of the standards.
Json basis_json(const PromotionList& list);

/// The same candidate as a row for a spreadsheet.
std::vector<std::string> promotion_csv_header();
std::vector<std::string> promotion_csv_row(const ShownCandidate& shown, const PromotionList& list);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_PROMOTION_JSON_H_
