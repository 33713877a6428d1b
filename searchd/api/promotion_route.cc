// Candidates for the standards: as JSON, as a table, and as a paper for a meeting.

#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/promotion_json.h"
#include "searchd/api/promotion_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Practices that a standard states, which are listed so that a reader can check them.
constexpr std::size_t kMaxStated = 50;

Json kept_out_json(const PromotionList& list) {
  std::map<analysis::NoCandidate, std::size_t> counts{{analysis::NoCandidate::NoYear, 0},
                                                      {analysis::NoCandidate::TooFewWards, 0},
                                                      {analysis::NoCandidate::Stated, 0},
                                                      {analysis::NoCandidate::SameEvidence, 0}};
  Json stated = Json::array();
  for (const KeptOut& kept : list.kept_out) {
    ++counts[kept.rejection.reason];
    if (kept.rejection.reason == analysis::NoCandidate::Stated && stated.size() < kMaxStated) {
      const analysis::PracticeFacts& facts = list.facts(kept.municipality, kept.rejection.practice);
      stated.push_back({{"practice", facts.id},
                        {"label", facts.label},
                        {"records", facts.members.size()},
                        {"standard", json_of(*kept.rejection.standard, list)}});
    }
  }
  Json json = Json::object();
  for (const auto& [reason, count] : counts) {
    json[std::string(name_of(reason))] = count;
  }
  json["stated_practices"] = std::move(stated);
  return json;
}

std::vector<std::string> notes_of(const PromotionList& list) {
  std::vector<std::string> notes;
  for (const MunicipalityFacts& facts : list.municipalities) {
    if (!facts.standards_year) {
      notes.push_back(facts.municipality +
                      "の区役所サービス基準が収録されていないため、基準と比べずに並べています。");
    }
  }
  return notes;
}

/// The filters and options of this request, for links to its other formats.
std::string query_without_format(const Parameters& parameters) {
  std::string query;
  const auto add = [&](std::string_view name, const std::string& value) {
    query += fmt::format("{}{}={}", query.empty() ? "" : "&", name, percent_encoded(value));
  };
  for (const std::string_view name : {"ward", "year", "department", "scene"}) {
    for (const std::string& value : parameters.all(name)) {
      add(name, value);
    }
  }
  for (const ParameterSpec& spec : promotion_option_parameters()) {
    if (parameters.integer(spec.name) != spec.default_value) {
      add(spec.name, std::to_string(parameters.integer(spec.name)));
    }
  }
  return query;
}

}  // namespace

ApiResult<Answer> answer_promotion(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  const ApiResult<Filters> filters = filters_from(parameters, snapshot);
  if (!filters) {
    return tl::unexpected(filters.error());
  }
  if (std::optional<Problem> problem = empty_filters(parameters, *filters, snapshot)) {
    return tl::unexpected(*std::move(problem));
  }
  const ApiResult<analysis::PromotionOptions> options = promotion_options_from(parameters);
  if (!options) {
    return tl::unexpected(options.error());
  }
  PromotionList list = promotion_list(*practice_set(snapshot), *options, snapshot);
  keep_passing(list, *filters, snapshot);

  const ListPage page = list_page(parameters);
  const std::size_t begin = std::min(page.offset, list.candidates.size());
  const std::size_t count = std::min(page.limit, list.candidates.size() - begin);
  const std::vector<ShownCandidate> shown =
      shown_candidates(list, std::span(list.candidates).subspan(begin, count),
                       parameters.integer("evidence"), snapshot);
  if (parameters.text("format") == "html") {
    return Answer{{},
                  std::nullopt,
                  promotion_paper({.list = list,
                                   .shown = shown,
                                   .options = *options,
                                   .query = query_without_format(parameters)},
                                  snapshot)};
  }
  Json candidates = Json::array();
  CsvDocument csv{promotion_csv_header(), {}};
  for (const ShownCandidate& each : shown) {
    candidates.push_back(json_of(each, list));
    csv.rows.push_back(promotion_csv_row(each, list));
  }
  Json json = json_of(page, list.candidates.size(), "candidates", std::move(candidates));
  json["options"] = json_of(*options);
  json["kept_out"] = kept_out_json(list);
  json["basis"] = basis_json(list);
  json["notes"] = notes_of(list);
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
