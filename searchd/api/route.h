#ifndef SEARCHD_API_ROUTE_H_
#define SEARCHD_API_ROUTE_H_

// The routes of the API: one row each, for dispatch, for checking and for the OpenAPI description.

#include "searchd/api/csv_document.h"
#include "searchd/api/html_page.h"
#include "searchd/api/parameters.h"
#include "searchd/search/index_snapshot.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

using Json = nlohmann::ordered_json;

/// What a route answers, before generation and format are dealt with.
struct Answer {
  Json json;                          ///< An object; `generation` is added to its front.
  std::optional<CsvDocument> csv;     ///< The same as a table, where there is one.
  std::optional<HtmlPage> page = {};  ///< The same for printing, where it is asked for.
};

/// What a route is asked.
struct RouteRequest {
  Parameters parameters;
  std::string path_argument;  ///< What stands for {id}; empty if the path has none.
};

/// One row of the route table.
struct Route {
  std::string_view path;          ///< Below /api/v1, with {id} for one path segment.
  std::string_view operation_id;  ///< For generated clients.
  std::string_view summary;       ///< English, one sentence.
  std::string_view schema;        ///< Name of the answer's schema in openapi_schemas.json.
  bool has_csv = false;
  std::vector<ParameterSpec> parameters;
  ApiResult<Answer> (*answer)(const RouteRequest& request, const IndexSnapshot& snapshot);
};

/// All routes that need an index, in the order of the documentation.
std::span<const Route> routes();

/// The handlers, one source file for each subject.
ApiResult<Answer> answer_search(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_record(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_similar(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_suggest(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_reports(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_wards(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_departments(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_standards(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_standards_coverage(const RouteRequest& request,
                                            const IndexSnapshot& snapshot);
ApiResult<Answer> answer_standards_history(const RouteRequest& request,
                                           const IndexSnapshot& snapshot);
ApiResult<Answer> answer_themes(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_theme(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_frequency(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_completeness(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_quality(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_terms(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_trends(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_cooccurrence(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_concordance(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_practices(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_practice(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_practice_timeline(const RouteRequest& request,
                                           const IndexSnapshot& snapshot);
ApiResult<Answer> answer_department_timeline(const RouteRequest& request,
                                             const IndexSnapshot& snapshot);
ApiResult<Answer> answer_diffusion(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_promotion(const RouteRequest& request, const IndexSnapshot& snapshot);
ApiResult<Answer> answer_backtest(const RouteRequest& request, const IndexSnapshot& snapshot);

/// The answer for an id that no record has.
Problem no_such_record();

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_ROUTE_H_
