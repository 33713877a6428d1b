#include "corpus/record_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/route.h"
#include "searchd/search/similar.h"

#include <utility>

namespace torikumi::searchd {
namespace {

Json json_of(const SimilarRecord& similar) {
  Json json = corpus::to_json(similar.record);
  json["score"] = similar.score;
  json["relation"] = name_of(similar.relation);
  json["shared"] = similar.shared;
  return json;
}

}  // namespace

ApiResult<Answer> answer_similar(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  ApiResult<Filters> filters = filters_from(parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  filters->kinds = kinds_from(parameters, {});
  const auto similar = similar_records({.id = request.path_argument,
                                        .filters = *std::move(filters),
                                        .is_own_kind = parameters.all("kind").empty(),
                                        .limit = parameters.integer("limit")},
                                       snapshot);
  if (!similar) {
    return tl::unexpected(no_such_record());
  }
  Json list = Json::array();
  for (const SimilarRecord& each : *similar) {
    list.push_back(json_of(each));
  }
  return Answer{{{"id", request.path_argument}, {"similar", std::move(list)}}, std::nullopt};
}

}  // namespace torikumi::searchd
