#include "searchd/api/diffusion_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/practice_json.h"
#include "searchd/search/practice_store.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {

ApiResult<Answer> answer_practice_timeline(const RouteRequest& request,
                                           const IndexSnapshot& snapshot) {
  const analysis::Practice* practice = snapshot.practices().with_id(request.path_argument);
  if (practice == nullptr) {
    return tl::unexpected(no_such_practice());
  }
  ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  Documents having;
  for (const analysis::PracticeMember& member : practice->members) {
    having.push_back(document_at(member.record));
  }
  std::sort(having.begin(), having.end());
  Answer answer = diffusion_answer(diffusion_grid(having, *filters, snapshot), *filters,
                                   /*evidence=*/std::nullopt, snapshot);
  Json json = {{"practice", practice_link(*practice)}};
  json.update(answer.json);
  answer.json = std::move(json);
  return answer;
}

}  // namespace torikumi::searchd
