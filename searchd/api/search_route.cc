#include "searchd/api/derived_record_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/record_csv.h"
#include "searchd/api/route.h"
#include "searchd/api/theme_parameters.h"
#include "searchd/search/search_engine.h"
#include "searchd/search/spelling_correction.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace torikumi::searchd {
namespace {

SortOrder sort_from(const std::string& name) {
  if (name == "year") {
    return SortOrder::Year;
  }
  return name == "ward" ? SortOrder::Ward : SortOrder::Relevance;
}

Json json_of(const std::vector<CharacterRange>& ranges) {
  Json list = Json::array();
  for (const CharacterRange& range : ranges) {
    list.push_back({range.begin, range.end});
  }
  return list;
}

Json json_of(const Snippet& snippet) {
  return {{"text", snippet.text},
          {"begin", snippet.begin},
          {"cut_before", snippet.is_cut_before},
          {"cut_after", snippet.is_cut_after},
          {"highlights", json_of(snippet.highlights)}};
}

std::string_view name_of(indexer::TextField field) {
  return field == indexer::TextField::Target ? "target" : "result";
}

Json json_of(const ScorePart& part) {
  return {{"word", part.word ? Json(*part.word) : Json(nullptr)},
          {"text", part.text},
          {"origin", name_of(part.origin)},
          {"field", part.field ? Json(name_of(*part.field)) : Json(nullptr)},
          {"weight", part.weight},
          {"contribution", part.contribution}};
}

Json explanation_of(const Hit& hit) {
  Json parts = Json::array();
  for (const ScorePart& part : hit.score_parts) {
    parts.push_back(json_of(part));
  }
  return {{"score", hit.score ? Json(*hit.score) : Json(nullptr)}, {"parts", std::move(parts)}};
}

Json json_of(const Hit& hit, const SearchRequest& request, const IndexSnapshot& snapshot) {
  Json json = derived_record_json(hit.record, hit.derived, snapshot);
  json["score"] = hit.score ? Json(*hit.score) : Json(nullptr);
  json["highlights"] = {{"target", json_of(hit.target_highlights)},
                        {"result", json_of(hit.result_highlights)}};
  json["snippets"] = {{"target", json_of(hit.target_snippet)},
                      {"result", json_of(hit.result_snippet)}};
  if (request.is_explained) {
    json["explain"] = explanation_of(hit);
  }
  return json;
}

Json json_of(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value},
                        {"label", value.label},
                        {"count", value.count},
                        {"selected", value.is_selected}});
    }
    json[std::string(name_of(facet.dimension))] = std::move(values);
  }
  return json;
}

Json kind_counts(const SearchResult& result) {
  Json json = Json::object();
  for (const corpus::RecordKind kind : kAllRecordKinds) {
    json[std::string(corpus::name_of(kind))] =
        result.kind_counts.at(static_cast<std::size_t>(kind));
  }
  return json;
}

/// A query that was probably meant, if nothing was found as typed.
std::optional<std::string> correction_of(const SearchResult& result, const SearchRequest& request,
                                         const IndexSnapshot& snapshot) {
  if (result.total > 0 && !result.is_relaxed) {
    return std::nullopt;
  }
  const auto hits_of = [&](const std::string& q) {
    SearchRequest other = request;
    other.q = q;
    other.offset = 0;
    other.limit = 0;
    const SearchResult found = search(other, snapshot);
    return found.is_relaxed ? 0 : found.total;
  };
  analysis::Analyzer analyzer(snapshot.resources().lexicon);
  return did_you_mean(parse_query(request.q), snapshot.vocabulary(), analyzer, hits_of);
}

Json json_of(const SearchResult& result, const SearchRequest& request, const std::string& sort_name,
             const std::optional<std::string>& correction, const IndexSnapshot& snapshot) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) {
    hits.push_back(json_of(hit, request, snapshot));
  }
  Json expanded = Json::array();
  for (const Expansion& expansion : result.expanded) {
    expanded.push_back({{"word", expansion.word}, {"text", expansion.text}});
  }
  return {{"query",
           {{"q", request.q},
            {"interpretation", result.interpretation},
            {"sort", sort_name},
            {"synonyms", request.with_synonyms ? "on" : "off"},
            {"recency", request.with_recency ? "on" : "off"}}},
          {"relaxed", result.is_relaxed},
          {"total", result.total},
          {"offset", request.offset},
          {"limit", request.limit},
          {"hits", std::move(hits)},
          {"facets", json_of(result.facets)},
          {"kinds", kind_counts(result)},
          {"expanded", std::move(expanded)},
          {"did_you_mean", correction ? Json(*correction) : Json(nullptr)},
          {"notes", result.notes}};
}

CsvDocument csv_of(const SearchResult& result) {
  CsvDocument csv{record_csv_header(), {}};
  for (const Hit& hit : result.hits) {
    csv.rows.push_back(record_csv_row(hit.record));
  }
  return csv;
}

/// Each part of a score is a search of its own.
constexpr std::size_t kMaxExplainedHits = 50;

std::optional<Problem> too_much_to_explain(const SearchRequest& request) {
  if (!request.is_explained || request.limit <= kMaxExplainedHits) {
    return std::nullopt;
  }
  return Problem{
      .type = ProblemType::LimitExceeded,
      .detail = fmt::format("{} hits are more than the {} that can be explained at once",
                            request.limit, kMaxExplainedHits),
      .parameter = "limit",
      .hint = fmt::format("give limit={} or less, or leave explain out", kMaxExplainedHits),
      .valid_values = {},
      .instance = {},
      .log_message = {}};
}

}  // namespace

ApiResult<Answer> answer_search(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  ApiResult<Filters> filters = filters_from(parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  filters->kinds = kinds_from(parameters, {corpus::RecordKind::Initiative});
  auto themes = themes_from(parameters, snapshot);
  if (!themes) {
    return tl::unexpected(std::move(themes).error());
  }
  const std::string sort_name = parameters.text("sort");
  const SearchRequest search_request{.q = parameters.text("q"),
                                     .filters = *std::move(filters),
                                     .fields = fields_from(parameters),
                                     .sort = sort_from(sort_name),
                                     .with_synonyms = parameters.text("synonyms") == "on",
                                     .themes = *std::move(themes),
                                     .may_relax = parameters.text("relax") == "on",
                                     .with_recency = parameters.text("recency") == "on",
                                     .is_explained = parameters.text("explain") == "1",
                                     .offset = parameters.integer("offset"),
                                     .limit = parameters.integer("limit")};
  if (std::optional<Problem> problem = too_much_to_explain(search_request)) {
    return tl::unexpected(*std::move(problem));
  }
  const SearchResult result = search(search_request, snapshot);
  return Answer{json_of(result, search_request, sort_name,
                        correction_of(result, search_request, snapshot), snapshot),
                csv_of(result)};
}

}  // namespace torikumi::searchd
