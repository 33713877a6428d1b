#include "searchd/api/practice_json.h"

#include <initializer_list>
#include <utility>

namespace torikumi::searchd {
namespace {

using Type = ParameterSpec::Type;

constexpr std::size_t kMaxLimit = 200;
constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kMaxCount = 1'000;

constexpr std::string_view kShownYears =
    "Fiscal years that are shown; those before still decide what these say.";

/// Those that tell what a ward did.
ParameterSpec kind_parameter() {
  return {.name = "kind",
          .type = Type::Choice,
          .is_repeatable = true,
          .description =
              "Kinds of records that are counted: initiatives, which make a report, and "
              "examples; both if it is left out.",
          .choices = {"initiative", "example", "all"}};
}

/// Those of `names` as `search` has them, with `more` behind them.
ParameterSpecs taken_over(const ParameterSpecs& search,
                          std::initializer_list<std::string_view> names, ParameterSpecs more) {
  ParameterSpecs specs = specs_named(search, std::span(names.begin(), names.size()));
  specs.insert(specs.end(), more.begin(), more.end());
  return specs;
}

ParameterSpecs list_parameters(const ParameterSpecs& search) {
  ParameterSpecs specs = taken_over(
      search, {"q", "theme", "ward", "year", "department", "scene", "flag", "field", "synonyms"},
      {kind_parameter(),
       {.name = "record",
        .description = "Id of a record: only the practices that it does.",
        .choices = {}},
       integer_parameter("min_wards", "Fewest wards of the members counted.", 1, kMaxCount, 1),
       integer_parameter("min_departments",
                         "Fewest departments of the members counted; those of another ward are "
                         "others.",
                         0, kMaxCount, 0),
       {.name = "sort",
        .type = Type::Choice,
        .description = "With a query, practices named so first, then those of which it finds the "
                       "larger share; without one, and for spread, most wards first, then "
                       "departments, years, records. Or most records, last seen latest, by label.",
        .choices = {"relevance", "spread", "size", "recent", "label"}},
       integer_parameter("limit", "How many practices are given.", 0, kMaxLimit, kDefaultLimit)});
  ParameterSpecs page = taken_over(search, {"offset", "format"}, {});
  specs.insert(specs.end(), page.begin(), page.end());
  return described(std::move(specs), "q",
                   "Query: practices are found by their members, by label and by key terms; empty "
                   "for all.");
}

ParameterSpecs practice_parameters(const ParameterSpecs& search) {
  ParameterSpecs specs = taken_over(
      search, {"ward", "year", "department", "scene", "flag"},
      {kind_parameter(),
       integer_parameter("limit", "How many members are given.", 0, kMaxLimit, kMaxLimit)});
  ParameterSpecs page = taken_over(search, {"offset", "format"}, {});
  specs.insert(specs.end(), page.begin(), page.end());
  return specs;
}

ParameterSpecs diffusion_parameters(const ParameterSpecs& search) {
  ParameterSpecs specs = taken_over(
      search, {"q", "theme", "ward", "year", "department", "scene", "flag", "field", "synonyms"},
      {kind_parameter()});
  ParameterSpecs format = taken_over(search, {"format"}, {});
  specs.insert(specs.end(), format.begin(), format.end());
  return described(std::move(specs), "year", kShownYears);
}

ParameterSpecs timeline_parameters(const ParameterSpecs& search) {
  ParameterSpecs specs = {
      {.name = "ward",
       .description = "Six-digit code or name of the ward; must be given.",
       .choices = {}},
      {.name = "department",
       .description =
           "Canonical name of a department of it, or a text that only one name contains; "
           "must be given.",
       .choices = {}}};
  ParameterSpecs format = taken_over(search, {"format"}, {});
  specs.insert(specs.end(), format.begin(), format.end());
  return specs;
}

}  // namespace

std::vector<Route> practices_routes(const ParameterSpecs& search_parameters) {
  return {
      {"/practices", "listPractices",
       "What several initiatives or examples do alike, across wards, years and departments.",
       "PracticesAnswer", true, list_parameters(search_parameters), answer_practices},
      {"/practices/{id}", "getPractice", "One practice with its members and their sentences.",
       "PracticeAnswer", true, practice_parameters(search_parameters), answer_practice},
      {"/practices/{id}/timeline", "practiceTimeline",
       "Which ward had a practice in which year, who was first and who followed.",
       "PracticeTimelineAnswer", true,
       described(taken_over(search_parameters, {"ward", "year", "format"}, {}), "year",
                 kShownYears),
       answer_practice_timeline},
      {"/departments/timeline", "departmentTimeline",
       "The goals of one department year by year, and what became of each.",
       "DepartmentTimelineAnswer", true, timeline_parameters(search_parameters),
       answer_department_timeline},
      {"/analytics/diffusion", "diffusion",
       "Which ward has what a query or theme finds in which year, who was first and who followed.",
       "DiffusionAnswer", true, diffusion_parameters(search_parameters), answer_diffusion},
  };
}

}  // namespace torikumi::searchd
