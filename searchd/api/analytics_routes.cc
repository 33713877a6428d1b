#include "searchd/api/analytics_request.h"
#include "searchd/api/parameter_specs.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace torikumi::searchd {
namespace {

using Type = ParameterSpec::Type;
using Specs = ParameterSpecs;

constexpr std::size_t kMaxLimit = 200;
constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kMaxCount = 1'000;
constexpr std::size_t kMaxOffset = 10'000'000;

/// subset_parameters() and `also` as `search` has them, with `more` behind them.
Specs subset_and(const Specs& search, std::initializer_list<std::string_view> also, Specs more) {
  const auto subset = subset_parameters();
  std::vector<std::string_view> names(subset.begin(), subset.end());
  names.insert(names.end(), also.begin(), also.end());
  Specs result = specs_named(search, names);
  result.insert(result.end(), more.begin(), more.end());
  return result;
}

ParameterSpec limit_parameter() {
  return integer_parameter("limit", "How many entries are given.", 0, kMaxLimit, kDefaultLimit);
}

Specs terms_parameters(const Specs& search) {
  return subset_and(
      search, {"offset", "format"},
      {{.name = "against",
        .type = Type::Choice,
        .description = "What the subset is compared with: all other records of the same kinds, or "
                       "only those of the same filters that q does not find.",
        .choices = {"all", "filters"}},
       integer_parameter("min_records", "Fewest records of the subset that hold a term.", 1,
                         kMaxCount, 3),
       integer_parameter("min_departments", "Fewest different departments of these records.", 0,
                         kMaxCount, 2),
       {.name = "sort",
        .type = Type::Choice,
        .description = "Highest lower bound of the log ratio first, highest G², highest Jaccard "
                       "(as KH Coder), most records, or highest C-value.",
        .choices = {"certain", "significant", "jaccard", "records", "termhood"}},
       limit_parameter()});
}

Specs trends_parameters(const Specs& search) {
  return subset_and(
      search, {"offset", "format"},
      {{.name = "term",
        .is_repeatable = true,
        .description = "A term whose trend is asked for, as exactly these characters; at most 20.",
        .choices = {}},
       {.name = "of",
        .type = Type::Choice,
        .description =
            "What is listed without q, theme and term: the terms that change most, or all "
            "themes.",
        .choices = {"terms", "themes"}},
       {.name = "state",
        .type = Type::Choice,
        .description =
            "Only terms or themes of this state (new: in the latest year for the first time); "
            "without q, theme and term only.",
        .choices = {"any", "emerging", "fading", "steady", "new", "too_few_records",
                    "too_few_years", "one_year"}},
       integer_parameter("min_records", "Fewest records that hold a term; of=terms only.", 2,
                         kMaxCount, 3),
       limit_parameter()});
}

Specs cooccurrence_parameters(const Specs& search) {
  return subset_and(
      search, {"format"},
      {integer_parameter("nodes", "Most terms of the network.", 2, 100, 40),
       integer_parameter("edges", "Most connections.", 1, 300, 80),
       integer_parameter("min_records", "Fewest records that hold both terms of a connection.", 2,
                         kMaxCount, 3)});
}

Specs concordance_parameters(const Specs& search) {
  return subset_and(
      search, {"offset", "format"},
      {{.name = "sort",
        .type = Type::Choice,
        .description = "Latest records first, or by the text before the match (read backwards) or "
                       "behind it.",
        .choices = {"record", "left", "right"}},
       integer_parameter("context", "Characters of context on each side.", 1, 200, 30),
       integer_parameter(
           "from_record",
           "How many matching records are skipped, latest first: next_from_record of the "
           "answer before.",
           0, kMaxOffset, 0),
       limit_parameter()});
}

Specs quality_parameters(const Specs& search) {
  Specs specs = subset_and(search, {"format"}, {});
  std::erase_if(specs, [](const ParameterSpec& spec) { return spec.name == "kind"; });
  return specs;
}

Specs frequency_parameters(const Specs& search) {
  Specs specs = subset_and(
      search, {"format"},
      {{.name = "by",
        .description = "Dimensions of the table, parted by commas: ward, year, department, scene, "
                       "field; ward,year if it is left out.",
        .choices = {}}});
  specs = described(std::move(specs), "q",
                    "Query that is counted beside the themes, or alone if none is named; without "
                    "both, all themes are counted.");
  specs = described(std::move(specs), "kind",
                    "Kinds of records that are counted; initiatives and examples if it is left "
                    "out, every kind for all.");
  return described(std::move(specs), "synonyms",
                   "Whether the words that the synonym file lists are counted for q too; themes "
                   "never have synonyms.");
}

}  // namespace

std::vector<Route> analytics_routes(const std::vector<ParameterSpec>& search_parameters) {
  return {
      {"/analytics/frequency", "frequency",
       "How many records themes or a query find by ward, year, department, scene and text, with "
       "totals.",
       "FrequencyAnswer", true, frequency_parameters(search_parameters), answer_frequency},
      {"/analytics/terms", "characteristicTerms",
       "Terms that are more frequent in a subset of the records than in the rest.", "TermsAnswer",
       true, terms_parameters(search_parameters), answer_terms},
      {"/analytics/trends", "trends",
       "How the share of a query or of terms changes over the years, and whether that is more than "
       "chance.",
       "TrendsAnswer", true, trends_parameters(search_parameters), answer_trends},
      {"/analytics/cooccurrence", "cooccurrence",
       "Terms that stand in the same records, as a network.", "CooccurrenceAnswer", true,
       cooccurrence_parameters(search_parameters), answer_cooccurrence},
      {"/analytics/concordance", "concordance",
       "Every place where the records hold what is asked for, with the text around it.",
       "ConcordanceAnswer", true, concordance_parameters(search_parameters), answer_concordance},
      {"/quality", "quality",
       "For each ward and year: how many results are left out, restate their target, nearly equal "
       "another department's or have figures, and how many targets are carried over.",
       "QualityAnswer", true, quality_parameters(search_parameters), answer_quality},
  };
}

}  // namespace torikumi::searchd
