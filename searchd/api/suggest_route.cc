#include "searchd/api/route.h"
#include "searchd/search/completion.h"

#include <utility>

namespace torikumi::searchd {

ApiResult<Answer> answer_suggest(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const std::string typed = request.parameters.text("q");
  Json suggestions = Json::array();
  for (Completion& completion :
       completions(typed, snapshot.vocabulary(), request.parameters.integer("limit"))) {
    suggestions.push_back(
        {{"text", std::move(completion.text)},
         {"query", std::move(completion.query)},
         {"reading", completion.reading.empty() ? Json(nullptr) : Json(completion.reading)},
         {"initiatives", completion.initiatives},
         {"records", completion.records}});
  }
  return Answer{{{"query", typed}, {"suggestions", std::move(suggestions)}}, std::nullopt};
}

}  // namespace torikumi::searchd
