#include "searchd/api/route.h"
#include "searchd/search/completion.h"
#include "searchd/search/search_engine.h"

#include <numeric>
#include <utility>

namespace torikumi::searchd {

ApiResult<Answer> answer_suggest(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const std::string typed = request.parameters.text("q");
  const auto found_by = [&snapshot](const std::string& query) -> FoundRecords {
    const KindCounts counts = counts_as_typed(query, snapshot);
    return {.initiatives = counts.at(static_cast<std::size_t>(corpus::RecordKind::Initiative)),
            .records = std::accumulate(counts.begin(), counts.end(), std::size_t{0})};
  };
  Json suggestions = Json::array();
  for (Completion& completion :
       completions(typed, snapshot.vocabulary(), request.parameters.integer("limit"), found_by)) {
    suggestions.push_back(
        {{"text", std::move(completion.text)},
         {"query", std::move(completion.query)},
         {"reading", completion.reading.empty() ? Json(nullptr) : Json(completion.reading)},
         {"initiatives", completion.found.initiatives},
         {"records", completion.found.records}});
  }
  return Answer{{{"query", typed}, {"suggestions", std::move(suggestions)}}, std::nullopt};
}

}  // namespace torikumi::searchd
