#include "searchd/api/standard_json.h"

#include <initializer_list>
#include <utility>

namespace torikumi::searchd {
namespace {

using Type = ParameterSpec::Type;

constexpr std::size_t kMaxLimit = 200;

ParameterSpecs taken_over(const ParameterSpecs& search,
                          std::initializer_list<std::string_view> names) {
  return specs_named(search, std::span(names.begin(), names.size()));
}

ParameterSpecs coverage_parameters(const ParameterSpecs& search) {
  ParameterSpecs specs =
      described(taken_over(search, {"ward", "year", "department", "scene", "kind"}), "kind",
                "Kinds of records that are counted; initiatives and examples if it is left out. No "
                "other kind is compared with standards.");
  const ParameterSpecs own{
      {.name = "standard",
       .is_repeatable = true,
       .description = "Number or id of a standard; all if it is left out.",
       .choices = {}},
      {.name = "strength",
       .type = Type::Choice,
       .description = "Of which links records are shown; the numbers are those of all links.",
       .choices = {"all", "strong", "weak"}},
      {.name = "by",
       .type = Type::Choice,
       .description = "One cell for each ward, or for each ward and year, or one entry for each "
                      "link.",
       .choices = {"ward", "ward,year", "link"}},
      integer_parameter("limit", "How many standards are given.", 0, kMaxLimit, kMaxLimit)};
  specs.insert(specs.end(), own.begin(), own.end());
  const ParameterSpecs page = taken_over(search, {"offset", "format"});
  specs.insert(specs.end(), page.begin(), page.end());
  return specs;
}

ParameterSpecs history_parameters(const ParameterSpecs& search) {
  return described(taken_over(search, {"ward", "year", "format"}), "year",
                   "Fiscal years of the lists that are compared, as everywhere; all if it is left "
                   "out.");
}

}  // namespace

std::vector<Route> standards_routes(const ParameterSpecs& search_parameters) {
  return {
      {"/standards/coverage", "standardsCoverage",
       "Which initiatives work on which standards, by ward and year, with the sentences.",
       "StandardsCoverageAnswer", true, coverage_parameters(search_parameters),
       answer_standards_coverage},
      {"/standards/history", "standardsHistory",
       "What is new, dropped, reworded or moved from list to list of standards, and which ones no "
       "report works on.",
       "StandardsHistoryAnswer", true, history_parameters(search_parameters),
       answer_standards_history},
  };
}

}  // namespace torikumi::searchd
