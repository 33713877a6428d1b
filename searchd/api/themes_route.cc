#include "searchd/api/list_page.h"
#include "searchd/api/route.h"
#include "searchd/api/theme_parameters.h"

#include <utility>

namespace torikumi::searchd {
namespace {

Json json_of(const analysis::Theme& theme) {
  return {{"id", theme.id},
          {"label", theme.label},
          {"description", theme.description},
          {"query", theme.query()}};
}

}  // namespace

ApiResult<Answer> answer_themes(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const ListPage page = list_page(request.parameters);
  CsvDocument csv{{"theme", "label", "description", "query"}, {}};
  Json themes = Json::array();
  std::size_t total = 0;
  for (const analysis::Theme& theme : snapshot.resources().themes.all()) {
    if (page.holds(total++)) {
      themes.push_back(json_of(theme));
      csv.rows.push_back({theme.id, theme.label, theme.description, theme.query()});
    }
  }
  return Answer{json_of(page, total, "themes", std::move(themes)), std::move(csv)};
}

ApiResult<Answer> answer_theme(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const analysis::Theme* theme = snapshot.resources().themes.find(request.path_argument);
  if (theme == nullptr) {
    return tl::unexpected(
        no_such_theme(request.path_argument, ProblemType::NotFound, "id", snapshot));
  }
  return Answer{{{"theme", json_of(*theme)}}, std::nullopt};
}

}  // namespace torikumi::searchd
