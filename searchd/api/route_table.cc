#include "indexer/schema.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/practice_json.h"
#include "searchd/api/promotion_json.h"
#include "searchd/api/route.h"
#include "searchd/api/standard_json.h"
#include "searchd/api/theme_parameters.h"

#include <string>

namespace torikumi::searchd {
namespace {

using Type = ParameterSpec::Type;

constexpr std::size_t kMaxLimit = 200;
constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kMaxOffset = 10'000'000;
constexpr std::size_t kMaxSuggestions = 20;
constexpr std::size_t kDefaultSuggestions = 8;
constexpr std::size_t kMaxSimilar = 50;
constexpr std::size_t kDefaultSimilar = 10;

ParameterSpec ward_parameter() {
  return {
      .name = "ward",
      .is_repeatable = true,
      .description = "Six-digit code or name of a ward, or of a municipality for all its wards.",
      .choices = {}};
}

ParameterSpec year_parameter() {
  return {.name = "year",
          .is_repeatable = true,
          .description =
              "Fiscal year in western or era form (2020, R2, 令和2年度), or a range "
              "(2018..2020, 令和2..令和7).",
          .choices = {}};
}

ParameterSpec department_parameter() {
  return {.name = "department",
          .is_repeatable = true,
          .description = "Department whose canonical name contains this text.",
          .choices = {}};
}

ParameterSpec scene_parameter() {
  return {.name = "scene",
          .is_repeatable = true,
          .description =
              "Label of a scene (お知らせ, 応対, 電話対応, 庁舎案内, 対面対応, 地域訪問, "
              "庁内体制, 共通).",
          .choices = {}};
}

ParameterSpec format_parameter() {
  return {.name = "format",
          .type = Type::Choice,
          .description = "json, or csv for a table that Excel opens (UTF-8 with BOM, CRLF).",
          .choices = {"json", "csv"}};
}

ParameterSpec limit_parameter(std::string_view description, std::size_t maximum,
                              std::size_t default_value) {
  return {.name = "limit",
          .type = Type::Integer,
          .description = description,
          .choices = {},
          .maximum = maximum,
          .default_value = default_value};
}

ParameterSpec offset_parameter(std::string_view description) {
  return {.name = "offset",
          .type = Type::Integer,
          .description = description,
          .choices = {},
          .maximum = kMaxOffset};
}

/// The parameters of a list of reports, wards, departments or standards: `filters` and the page.
std::vector<ParameterSpec> list_parameters(std::vector<ParameterSpec> filters) {
  filters.push_back(limit_parameter("How many entries are given.", kMaxLimit, kDefaultLimit));
  filters.push_back(offset_parameter("How many entries are skipped."));
  filters.push_back(format_parameter());
  return filters;
}

std::vector<ParameterSpec> search_parameters() {
  return {
      {.name = "q",
       .description = "Query in the query language; empty lists all records of the filters.",
       .choices = {}},
      theme_parameter(),
      ward_parameter(),
      year_parameter(),
      department_parameter(),
      scene_parameter(),
      {.name = "kind",
       .type = Type::Choice,
       .is_repeatable = true,
       .description = "Kinds of records; initiatives only if it is left out, every kind for all.",
       .choices = {"initiative", "example", "standard", "passage", "all"}},
      {.name = "flag",
       .type = Type::Choice,
       .is_repeatable = true,
       .description = "Only initiatives of which each of these was found: result omitted, missing, "
                      "restating its target, nearly equal to another department's, with figures or "
                      "dates; target carried over from the earlier year.",
       .choices = {"omitted", "missing", "restated", "copied", "quantities", "carried_over"}},
      {.name = "field",
       .type = Type::Choice,
       .is_repeatable = true,
       .description = "Text in which the words must stand; both if it is left out.",
       .choices = {"target", "result"}},
      {.name = "synonyms",
       .type = Type::Choice,
       .description = "Whether the words that the synonym file lists are searched too.",
       .choices = {"on", "off"}},
      {.name = "relax",
       .type = Type::Choice,
       .description = "Whether a query that no record satisfies is taken word by word.",
       .choices = {"on", "off"}},
      {.name = "sort",
       .type = Type::Choice,
       .description = "Best first, latest year first, or by ward.",
       .choices = {"relevance", "year", "ward"}},
      {.name = "recency",
       .type = Type::Choice,
       .description = "Whether later fiscal years come first among similar scores; for "
                      "sort=relevance only.",
       .choices = {"off", "on"}},
      {.name = "explain",
       .type = Type::Choice,
       .description = "1: each hit says what its score is the sum of; limit is then at most 50.",
       .choices = {"0", "1"}},
      limit_parameter("How many hits are given.", kMaxLimit, kDefaultLimit),
      offset_parameter("How many hits are skipped."),
      format_parameter(),
  };
}

std::vector<ParameterSpec> suggest_parameters() {
  return {{.name = "q",
           .description = "What is typed so far: kanji, kana or romaji, also in the middle of a "
                          "conversion; empty for the most frequent compounds.",
           .choices = {}},
          limit_parameter("How many completions are given.", kMaxSuggestions, kDefaultSuggestions)};
}

std::vector<ParameterSpec> similar_parameters() {
  return {ward_parameter(),
          year_parameter(),
          department_parameter(),
          scene_parameter(),
          {.name = "kind",
           .type = Type::Choice,
           .is_repeatable = true,
           .description = "Kinds of records; that of the record if it is left out, every kind for "
                          "all.",
           .choices = {"initiative", "example", "standard", "passage", "all"}},
          limit_parameter("How many records are given.", kMaxSimilar, kDefaultSimilar)};
}

std::vector<Route> make_routes() {
  return {
      {"/search", "search", "Records that match a query, ranked, with facets and highlights.",
       "SearchAnswer", true, search_parameters(), answer_search},
      {"/suggest", "suggest", "Completions of a half-typed query from the words of the records.",
       "SuggestAnswer", false, suggest_parameters(), answer_suggest},
      {"/records/{id}",
       "getRecord",
       "One record, whole.",
       "RecordAnswer",
       false,
       {},
       answer_record},
      {"/records/{id}/similar", "listSimilar",
       "Records that do the same as one record, those of other departments and wards first.",
       "SimilarAnswer", false, similar_parameters(), answer_similar},
      {"/reports", "listReports", "The documents that the index was made from.", "ReportsAnswer",
       true, list_parameters({ward_parameter(), year_parameter()}), answer_reports},
      {"/wards", "listWards",
       "Wards and municipalities with what is held of them, and the wards of the same "
       "municipalities without a report.",
       "WardsAnswer", true, list_parameters({ward_parameter()}), answer_wards},
      {"/departments", "listDepartments", "Departments with their initiatives by ward and year.",
       "DepartmentsAnswer", true, list_parameters({ward_parameter(), year_parameter()}),
       answer_departments},
      {"/standards", "listStandards", "The numbered service standards and the principles.",
       "StandardsAnswer", true,
       list_parameters(
           {ward_parameter(), year_parameter(), department_parameter(), scene_parameter()}),
       answer_standards},
      {"/themes", "listThemes", "The theme dictionary.", "ThemesAnswer", true, list_parameters({}),
       answer_themes},
      {"/themes/{id}", "getTheme", "One theme.", "ThemeAnswer", false, {}, answer_theme},
      {"/completeness",
       "completeness",
       "For each ward and year: which goals and results are held; for each municipality and year: "
       "which standards.",
       "CompletenessAnswer",
       true,
       {ward_parameter(), year_parameter(), format_parameter()},
       answer_completeness},
  };
}

}  // namespace

std::span<const Route> routes() {
  static const std::vector<Route> kTable = [] {
    std::vector<Route> table = make_routes();
    std::vector<Route> standards = standards_routes(search_parameters());
    table.insert(table.end(), standards.begin(), standards.end());
    std::vector<Route> analytics = analytics_routes(search_parameters());
    table.insert(table.end(), analytics.begin(), analytics.end());
    std::vector<Route> practices = practices_routes(search_parameters());
    table.insert(table.end(), practices.begin(), practices.end());
    std::vector<Route> promotion = promotion_routes(search_parameters());
    table.insert(table.end(), promotion.begin(), promotion.end());
    return table;
  }();
  return kTable;
}

}  // namespace torikumi::searchd
