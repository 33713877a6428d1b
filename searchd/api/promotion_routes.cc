#include "searchd/api/promotion_json.h"

#include <initializer_list>
#include <numeric>
#include <span>

namespace torikumi::searchd {
namespace {

constexpr std::size_t kMaxLimit = 200;
constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kMaxEvidence = 50;
constexpr std::size_t kDefaultEvidence = 5;
constexpr std::size_t kMaxWards = 1'000;
constexpr std::size_t kMaxWeight = 100;
constexpr std::size_t kMaxHalfLife = 50;

constexpr std::array<std::string_view, analysis::kAllRankParts.size()> kWeightParameters{
    "w_wards", "w_departments", "w_persistence", "w_recency", "w_results"};
constexpr std::array<std::string_view, analysis::kAllRankParts.size()> kWeightDescriptions{
    "Weight of the share of reporting wards that have it.",
    "Weight of the number of departments that have it.",
    "Weight of the share of years that have it, of those reported since it was first seen.",
    "Weight of how lately it was seen.",
    "Weight of the share of results that say it was achieved."};

ParameterSpecs with(ParameterSpecs specs, const ParameterSpecs& more) {
  specs.insert(specs.end(), more.begin(), more.end());
  return specs;
}

ParameterSpecs taken_over(const ParameterSpecs& search,
                          std::initializer_list<std::string_view> names) {
  return specs_named(search, std::span(names.begin(), names.size()));
}

ParameterSpecs promotion_parameters(const ParameterSpecs& search) {
  ParameterSpecs specs = with(taken_over(search, {"ward", "year", "department", "scene"}),
                              promotion_option_parameters());
  specs.push_back(integer_parameter("evidence", "How many sentences are given of each candidate.",
                                    0, kMaxEvidence, kDefaultEvidence));
  specs.push_back(
      integer_parameter("limit", "How many candidates are given.", 0, kMaxLimit, kDefaultLimit));
  specs = with(std::move(specs), taken_over(search, {"offset"}));
  specs.push_back({.name = "format",
                   .type = ParameterSpec::Type::Choice,
                   .description = "json; csv for a table that Excel opens (UTF-8 with BOM, CRLF); "
                                  "html for a paper that is printed on A4.",
                   .choices = {"json", "csv", "html"}});
  return specs;
}

ParameterSpecs backtest_parameters() {
  ParameterSpecs specs = promotion_option_parameters();
  specs.push_back(integer_parameter(
      "k", "Of how many candidates, best first, precision and recall are told.", 1, kMaxLimit, 10));
  return specs;
}

}  // namespace

ParameterSpecs promotion_option_parameters() {
  const analysis::PromotionOptions defaults;
  ParameterSpecs specs{integer_parameter("min_wards", "Fewest wards that have the practice.", 1,
                                         kMaxWards, defaults.min_wards)};
  for (std::size_t i = 0; i < kWeightParameters.size(); ++i) {
    specs.push_back(integer_parameter(kWeightParameters.at(i), kWeightDescriptions.at(i), 0,
                                      kMaxWeight,
                                      static_cast<std::size_t>(defaults.weights.at(i))));
  }
  specs.push_back(integer_parameter(
      "half_life_years", "Years after which what was last seen counts half as new.", 1,
      kMaxHalfLife, static_cast<std::size_t>(defaults.half_life_years)));
  return specs;
}

ApiResult<analysis::PromotionOptions> promotion_options_from(const Parameters& parameters) {
  analysis::PromotionOptions options;
  options.min_wards = parameters.integer("min_wards");
  options.half_life_years = static_cast<double>(parameters.integer("half_life_years"));
  for (std::size_t i = 0; i < kWeightParameters.size(); ++i) {
    options.weights.at(i) = static_cast<double>(parameters.integer(kWeightParameters.at(i)));
  }
  if (std::accumulate(options.weights.begin(), options.weights.end(), 0.0) == 0) {
    return tl::unexpected(Problem{.type = ProblemType::InvalidParameter,
                                  .detail = "all weights are 0, so there is no order",
                                  .parameter = std::string(kWeightParameters.front()),
                                  .hint = "give at least one of w_wards, w_departments, "
                                          "w_persistence, w_recency, w_results a weight above 0",
                                  .valid_values = {},
                                  .instance = {},
                                  .log_message = {}});
  }
  return options;
}

Json json_of(const analysis::PromotionOptions& options) {
  Json weights = Json::object();
  for (std::size_t i = 0; i < analysis::kAllRankParts.size(); ++i) {
    weights[std::string(name_of(analysis::kAllRankParts.at(i)))] = options.weights.at(i);
  }
  return {{"min_wards", options.min_wards},
          {"weights", std::move(weights)},
          {"half_life_years", options.half_life_years}};
}

std::vector<Route> promotion_routes(const ParameterSpecs& search_parameters) {
  return {
      {"/promotion", "listCandidates",
       "Practices that could become standards, ranked, each with its reason and its evidence.",
       "PromotionAnswer", true, promotion_parameters(search_parameters), answer_promotion},
      {"/promotion/backtest", "backtestCandidates",
       "The candidates of each year against the standards that came next.", "BackTestAnswer", false,
       backtest_parameters(), answer_backtest},
  };
}

}  // namespace torikumi::searchd
