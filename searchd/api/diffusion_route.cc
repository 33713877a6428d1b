#include "searchd/api/analytics_request.h"
#include "searchd/api/diffusion_json.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/filter_parameters.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

/// The kinds of `filters` that stand in the grid.
std::vector<corpus::RecordKind> kinds_in_grid(const Filters& filters) {
  std::vector<corpus::RecordKind> kinds;
  for (const corpus::RecordKind kind :
       {corpus::RecordKind::Initiative, corpus::RecordKind::Example}) {
    if (filters.kinds.empty() ||
        std::find(filters.kinds.begin(), filters.kinds.end(), kind) != filters.kinds.end()) {
      kinds.push_back(kind);
    }
  }
  return kinds;
}

}  // namespace

ApiResult<Answer> answer_diffusion(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  if (parameters.text("q").empty() && parameters.all("theme").empty()) {
    return tl::unexpected(
        Problem{.type = ProblemType::MissingParameter,
                .detail = "there is nothing whose spread could be shown",
                .parameter = "q",
                .hint = "give a query with a word or phrase as in /search, or a theme",
                .valid_values = {},
                .instance = {},
                .log_message = {}});
  }
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  query->filters.kinds =
      kinds_from(parameters, {corpus::RecordKind::Initiative, corpus::RecordKind::Example});
  query->filters.kinds = kinds_in_grid(query->filters);
  const Filters shown = query->filters;
  // A year that is not shown still decides whether a later one is new, and a ward without a report
  // has its row.
  query->filters.fiscal_years.clear();
  query->filters.ward_codes.clear();
  if (std::optional<Problem> problem = empty_filters(parameters, query->filters, snapshot)) {
    return tl::unexpected(*std::move(problem));
  }
  const RecordSet set = RecordFinder(snapshot).find(*query);
  Answer answer =
      diffusion_answer(diffusion_grid(set.documents, shown, snapshot), shown,
                       EvidenceQuery(parameters).of_kinds(query->filters.kinds), snapshot);
  Json json = {{"query", query_json(parameters, set)}};
  json.update(answer.json);
  for (const std::string& note : set.notes) {
    json["notes"].push_back(note);
  }
  answer.json = std::move(json);
  return answer;
}

}  // namespace torikumi::searchd
