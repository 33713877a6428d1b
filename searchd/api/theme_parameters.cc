#include "searchd/api/theme_parameters.h"

#include "corpus/nearest_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {

ParameterSpec theme_parameter() {
  return {.name = "theme",
          .is_repeatable = true,
          .description =
              "Id of a theme (/themes lists them): the records that its query finds, "
              "without synonyms.",
          .choices = {}};
}

ApiResult<std::vector<const analysis::Theme*>> themes_from(const Parameters& parameters,
                                                           const IndexSnapshot& snapshot) {
  const analysis::ThemeDictionary& dictionary = snapshot.resources().themes;
  const std::vector<std::string> ids = parameters.all("theme");
  for (const std::string& id : ids) {
    if (dictionary.find(id) == nullptr) {
      return tl::unexpected(no_such_theme(id, ProblemType::InvalidParameter, "theme", snapshot));
    }
  }
  std::vector<const analysis::Theme*> themes;
  for (const analysis::Theme& theme : dictionary.all()) {
    if (std::find(ids.begin(), ids.end(), theme.id) != ids.end()) {
      themes.push_back(&theme);
    }
  }
  return themes;
}

Problem no_such_theme(const std::string& id, ProblemType type, const std::string& parameter,
                      const IndexSnapshot& snapshot) {
  std::vector<std::string> ids = snapshot.resources().themes.ids();
  const std::vector<std::string> near = corpus::nearest_names(id, ids, 1);
  return {.type = type,
          .detail = fmt::format("there is no theme \"{}\"", id),
          .parameter = parameter,
          .hint = near.empty() ? std::string("see /api/v1/themes")
                               : fmt::format("did you mean \"{}\"?", near.front()),
          .valid_values = std::move(ids),
          .instance = {},
          .log_message = {}};
}

}  // namespace torikumi::searchd
