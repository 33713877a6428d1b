#include "indexer/derived_fields.h"

#include "corpus/utf8.h"
#include "indexer/schema.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <string_view>
#include <utility>

namespace torikumi::indexer {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kPercent = 100;

/// Shares are stored in thousandths: more digits would say more than a share of letters can.
double rounded(double share) {
  constexpr double kSteps = 1e3;
  return std::round(share * kSteps) / kSteps;
}

std::string_view part_of(std::string_view text, analysis::ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

/// [begin, end) in code points.
Json characters_json(std::string_view text, analysis::ByteRange range) {
  const std::size_t begin = corpus::character_count(text.substr(0, range.begin));
  return Json::array({begin, begin + corpus::character_count(part_of(text, range))});
}

Json echo_json(const corpus::Record& record, const analysis::ResultQuality& quality) {
  if (!quality.echo) {
    return nullptr;
  }
  Json passages = Json::array();
  for (const analysis::SharedPassage& passage : quality.echo->passages) {
    passages.push_back({{"text", part_of(record.result, passage.text)},
                        {"result", characters_json(record.result, passage.text)},
                        {"target", characters_json(record.target, passage.other)}});
  }
  return {
      {"share", rounded(quality.echo->share)},
      {"restated", quality.echo->is_restated()},
      {"passages", std::move(passages)},
      {"rule", fmt::format("share of the result's letters in passages of {} or more that stand "
                           "in its own target; restated from {:g} % on",
                           analysis::kMinPassageCharacters, kPercent * analysis::kRestatedShare)}};
}

Json copied_results_json(const analysis::ResultQuality& quality) {
  if (quality.copied_result_count == 0) {
    return nullptr;
  }
  Json found = Json::array();
  for (const analysis::CopiedResult& copy : quality.copied_results) {
    found.push_back(
        {{"id", copy.id}, {"likeness", rounded(copy.likeness)}, {"unchanged", copy.likeness == 1}});
  }
  return {
      {"records", quality.copied_result_count},
      {"found", std::move(found)},
      {"rule", fmt::format("{:g} % or more of the letters of both results, each of {} or more, "
                           "in shared passages; another department of the same report",
                           kPercent * analysis::kCopiedLikeness, analysis::kMinCopiedCharacters)}};
}

Json quantities_json(const corpus::Record& record, const analysis::ResultQuality& quality) {
  if (quality.figures.empty()) {
    return nullptr;
  }
  Json found = Json::array();
  for (const analysis::ByteRange& figure : quality.figures) {
    found.push_back({{"text", part_of(record.result, figure)},
                     {"result", characters_json(record.result, figure)}});
  }
  return {{"found", std::move(found)},
          {"rule", "a number in Arabic digits with a unit of count, money, share or time"}};
}

Json outcome_json(const corpus::Record& record, const analysis::OutcomeFinding& outcome) {
  if (record.result_status != corpus::ResultStatus::Reported) {
    return nullptr;
  }
  Json json = {
      {"value", analysis::name_of(outcome.outcome)}, {"text", nullptr}, {"result", nullptr}};
  if (outcome.passage) {
    json["text"] = part_of(record.result, *outcome.passage);
    json["result"] = characters_json(record.result, *outcome.passage);
  }
  json["rule"] =
      "the last clauses of the result's sentences: achieved if one tells a deed and none that "
      "something was not done, partly if both or only efforts, not_achieved if nothing was done";
  return json;
}

Json carried_over_json(const analysis::ResultQuality& quality) {
  if (!quality.carried_over) {
    return nullptr;
  }
  const analysis::CarriedOver& earlier = *quality.carried_over;
  return {{"id", earlier.id},
          {"fiscal_year", earlier.fiscal_year},
          {"likeness", rounded(earlier.likeness)},
          {"unchanged", earlier.is_unchanged},
          {"rule", fmt::format("{:g} % or more of the letters of both targets in shared passages; "
                               "the same department's last earlier year",
                               kPercent * analysis::kCarriedOverLikeness)}};
}

}  // namespace

std::uint8_t result_flags(const analysis::ResultQuality& quality) {
  unsigned bits = 0;
  const auto set = [&](ResultFlag flag, bool is_set) {
    bits |= is_set ? static_cast<unsigned>(flag) : 0U;
  };
  set(ResultFlag::Restated, quality.echo && quality.echo->is_restated());
  set(ResultFlag::Copied, quality.copied_result_count > 0);
  set(ResultFlag::Quantified, !quality.figures.empty());
  set(ResultFlag::CarriedOver, quality.carried_over.has_value());
  set(ResultFlag::HasEarlierYear, quality.has_earlier_year);
  bits |= static_cast<unsigned>(quality.outcome.outcome) << kOutcomeShift;
  return static_cast<std::uint8_t>(bits);
}

std::string derived_json(const corpus::Record& record, const analysis::ResultQuality& quality) {
  const Json json = {{"outcome", outcome_json(record, quality.outcome)},
                     {"result_echo", echo_json(record, quality)},
                     {"copied_results", copied_results_json(quality)},
                     {"quantities", quantities_json(record, quality)},
                     {"carried_over_from", carried_over_json(quality)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace torikumi::indexer
