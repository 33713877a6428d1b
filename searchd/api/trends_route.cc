#include "analysis/statistics/multiple_testing.h"
#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/analytics/term_trends.h"
#include "searchd/analytics/trend_counter.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/list_page.h"
#include "searchd/api/route.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::size_t kMaxTerms = 20;

/// One series, what it is called, and the search that lists its records.
struct NamedSeries {
  std::string_view kind;  ///< query, theme or term
  std::string theme;      ///< Id; empty if it is none.
  std::string label;
  TrendSeries series;
  EvidenceQuery evidence;
  std::optional<double> termhood;  ///< Of a listed term.
};

/// A search only where there is something to list.
Json query_or_null(std::uint32_t records, const EvidenceQuery& evidence) {
  return records == 0 ? Json(nullptr) : Json(evidence.text());
}

Json year_or_null(const std::optional<int>& year) {
  return year ? Json(*year) : Json(nullptr);
}

Json years_of(const NamedSeries& named) {
  Json years = Json::array();
  for (const TrendYear& year : named.series.years) {
    const bool has_report = year.wards_reporting > 0;
    years.push_back(
        {{"fiscal_year", year.year},
         {"fiscal_year_label", corpus::fiscal_year_label(year.year)},
         {"state", has_report ? "counted" : "no_report"},
         {"records", has_report ? Json(year.records.hits) : Json(nullptr)},
         {"base", year.records.base},
         {"rate_per_100", rate_per_100(year.records)},
         {"ci95", interval_per_100(year.records)},
         {"wards", has_report ? Json(year.wards) : Json(nullptr)},
         {"wards_reporting", year.wards_reporting},
         {"query", query_or_null(year.records.hits, named.evidence.in_year(year.year))}});
  }
  return years;
}

Json change_of(const NamedSeries& named, const IndexSnapshot& snapshot) {
  if (!named.series.change) {
    return nullptr;
  }
  Json wards = Json::array();
  for (const WardChange& change : named.series.changes) {
    const corpus::Ward& ward = snapshot.ward_at(change.ward);
    const EvidenceQuery evidence = named.evidence.in_ward(ward.code);
    wards.push_back({{"ward", corpus::to_json(ward)},
                     {"fiscal_year", change.year},
                     {"records", change.now.hits},
                     {"base", change.now.base},
                     {"query", query_or_null(change.now.hits, evidence.in_year(change.year))},
                     {"previous_year", change.previous_year},
                     {"previous_records", change.before.hits},
                     {"previous_base", change.before.base},
                     {"previous_query",
                      query_or_null(change.before.hits, evidence.in_year(change.previous_year))}});
  }
  const PooledChange& pooled = *named.series.change;
  return {{"records", pooled.now.hits},
          {"base", pooled.now.base},
          {"previous_records", pooled.before.hits},
          {"previous_base", pooled.before.base},
          {"difference_per_100", rounded(100 * pooled.difference)},
          {"difference_ci95", json_of(pooled.interval, 100)},
          {"p_value", pooled.p_value},
          {"wards", std::move(wards)}};
}

Json json_of(const NamedSeries& named, const IndexSnapshot& snapshot) {
  const TrendSeries& series = named.series;
  return {{"type", named.kind},
          {"theme", named.theme.empty() ? Json(nullptr) : Json(named.theme)},
          {"label", named.label},
          {"termhood", named.termhood ? Json(rounded(*named.termhood)) : Json(nullptr)},
          {"state", name_of(series.state)},
          {"reason", series.reason},
          {"is_new", series.is_new},
          {"records", series.records},
          {"first_year", year_or_null(series.first_year)},
          {"latest_year", year_or_null(series.latest_year)},
          {"slope_per_100", rounded(100 * series.trend.slope)},
          {"test", analysis::name_of(series.trend.method)},
          {"p_value", series.trend.p_value},
          {"q_value", series.q_value},
          {"spread",
           {{"wards", series.wards},
            {"largest_ward_share", rounded(series.largest_ward_share)},
            {"years_with", series.years_with},
            {"years_since_first", series.years_since_first}}},
          {"years", years_of(named)},
          {"change", change_of(named, snapshot)},
          {"query", query_or_null(series.records, named.evidence)}};
}

constexpr std::array<std::string_view, 9> kSeriesKeys{
    "type", "theme", "label", "termhood", "state", "reason", "slope_per_100", "p_value", "q_value"};
constexpr std::array<std::string_view, 9> kYearKeys{"fiscal_year", "state",           "records",
                                                    "base",        "rate_per_100",    "ci95",
                                                    "wards",       "wards_reporting", "query"};

CsvDocument csv_of(const Json& list) {
  CsvDocument csv{csv_columns(kSeriesKeys), {}};
  for (std::string& column : csv_columns(kYearKeys)) {
    csv.header.push_back(column == "state" ? std::string("year_state") : std::move(column));
  }
  for (const Json& series : list) {
    for (const Json& year : series.at("years")) {
      std::vector<std::string>& row = csv.rows.emplace_back(csv_cells(series, kSeriesKeys));
      for (std::string& cell : csv_cells(year, kYearKeys)) {
        row.push_back(std::move(cell));
      }
    }
  }
  return csv;
}

/// What must be known to read the numbers rightly.
std::vector<std::string> notes_of(const TrendCounter& counter) {
  std::vector<std::string> notes;
  const std::vector<int>& years = counter.reported_years();
  if (years.size() == 1) {
    notes.push_back(fmt::format("{}の報告書だけです。1か年では増減の傾向は分かりません。",
                                corpus::fiscal_year_label(years.front())));
  } else if (!years.empty()) {
    notes.push_back(fmt::format("「初めて現れた年度」は、収録した最も古い{}より前は分かりません。",
                                corpus::fiscal_year_label(years.front())));
  }
  if (years.size() > 1 && !counter.has_same_wards()) {
    notes.emplace_back("年度によって報告書のある区が違います。年度の差には区の違いも含まれます。");
  }
  if (!counter.has_same_kinds()) {
    notes.emplace_back(
        "年度によって記録の種類（取組、事例など）が違います。文の長さも選ばれ方も違うため、年度の差"
        "は"
        "その違いも含みます。");
  }
  if (counter.undated() > 0) {
    notes.push_back(fmt::format("年度の分からない{}件は数えていません。", counter.undated()));
  }
  return notes;
}

/// All that one request needs.
struct TrendRequest {
  const Parameters& parameters;
  const IndexSnapshot& snapshot;
  RecordQuery query;                           ///< Without themes.
  std::vector<const analysis::Theme*> themes;  ///< Each a series of its own.
  Documents population;
};

NamedSeries series_of_theme(const analysis::Theme& theme, const TrendRequest& request,
                            const TrendCounter& counter, const RecordFinder& finder) {
  RecordQuery query = request.query;
  query.q.clear();
  query.themes = {&theme};
  return {"theme",
          theme.id,
          theme.label,
          counter.series_of(finder.find(query).documents),
          EvidenceQuery(request.parameters).without_words().of_theme(theme.id),
          std::nullopt};
}

/// All themes, as one family of tests; the strongest evidence first.
std::vector<NamedSeries> changing_themes(const TrendRequest& request, const TrendCounter& counter,
                                         const RecordFinder& finder) {
  std::vector<NamedSeries> list;
  std::vector<double> p_values;
  for (const analysis::Theme& theme : request.snapshot.resources().themes.all()) {
    list.push_back(series_of_theme(theme, request, counter, finder));
    p_values.push_back(list.back().series.trend.p_value);
  }
  const std::vector<double> q_values = analysis::false_discovery_rates(p_values);
  for (std::size_t i = 0; i < list.size(); ++i) {
    list[i].series.q_value = q_values[i];
    classify(list[i].series);
  }
  std::stable_sort(list.begin(), list.end(), [](const NamedSeries& a, const NamedSeries& b) {
    return a.series.q_value != b.series.q_value ? a.series.q_value < b.series.q_value
                                                : a.series.records > b.series.records;
  });
  return list;
}

std::vector<NamedSeries> asked_series(const TrendRequest& request, const TrendCounter& counter,
                                      const RecordFinder& finder, Json& query) {
  const EvidenceQuery evidence(request.parameters);
  std::vector<NamedSeries> list;
  if (!request.query.q.empty()) {
    const RecordSet found = finder.find(request.query);
    query = query_json(request.parameters, found);
    query["notes"] = found.notes;
    list.push_back({"query",
                    {},
                    request.query.q,
                    counter.series_of(found.documents),
                    evidence.without_themes(),
                    std::nullopt});
  }
  for (const analysis::Theme* theme : request.themes) {
    list.push_back(series_of_theme(*theme, request, counter, finder));
  }
  for (const std::string& term : request.parameters.all("term")) {
    const Documents holding =
        common(finder.holding({term}, request.query.fields), request.population);
    list.push_back({"term",
                    {},
                    term,
                    counter.series_of(holding),
                    evidence.without_words().holding({term}),
                    std::nullopt});
  }
  return list;
}

std::vector<NamedSeries> changing_terms(const TrendRequest& request, const TrendCounter& counter,
                                        const RecordFinder& finder, std::size_t& tested) {
  const TermTrends trends = term_trends(
      {.population = request.population,
       .fields = request.query.fields,
       .min_records = static_cast<std::uint32_t>(request.parameters.integer("min_records"))},
      counter, finder, request.snapshot);
  tested = trends.tested;
  const EvidenceQuery evidence(request.parameters);
  std::vector<NamedSeries> list;
  for (const TermTrend& trend : trends.terms) {
    const Term& term = request.snapshot.terms().term(trend.term);
    list.push_back(
        {"term", {}, term.surface(), trend.series, evidence.holding(term.spellings), term.c_value});
  }
  return list;
}

Problem undated_only() {
  return {.type = ProblemType::InvalidParameter,
          .detail = "no record of these has a fiscal year, so there is no trend",
          .parameter = "kind",
          .hint = "ask for initiatives or examples, or for another ward",
          .valid_values = {},
          .instance = {},
          .log_message = {}};
}

}  // namespace

ApiResult<Answer> answer_trends(const RouteRequest& route_request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = route_request.parameters;
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  if (parameters.all("term").size() > kMaxTerms) {
    return tl::unexpected(
        Problem{.type = ProblemType::LimitExceeded,
                .detail = fmt::format("{} terms are asked for", parameters.all("term").size()),
                .parameter = "term",
                .hint = fmt::format("ask for at most {} at once", kMaxTerms),
                .valid_values = {},
                .instance = {},
                .log_message = {}});
  }
  const RecordFinder finder(snapshot);
  TrendRequest request{parameters, snapshot, *std::move(query), {}, {}};
  request.themes.swap(request.query.themes);
  RecordQuery everything = request.query;
  everything.q.clear();
  request.population = finder.find(everything).documents;
  const TrendCounter counter(request.population, snapshot.columns());
  if (counter.reported_years().empty()) {
    return tl::unexpected(request.population.empty()
                              ? empty_subset(parameters, everything, snapshot)
                              : undated_only());
  }
  Json query_part = nullptr;
  std::vector<NamedSeries> list = asked_series(request, counter, finder, query_part);
  std::size_t tested = list.size();
  if (list.empty()) {
    if (parameters.text("of") == "themes") {
      list = changing_themes(request, counter, finder);
      tested = list.size();
    } else {
      list = changing_terms(request, counter, finder, tested);
    }
    std::erase_if(list, [state = parameters.text("state")](const NamedSeries& each) {
      return state != "any" && state != name_of(each.series.state) &&
             !(state == "new" && each.series.is_new);
    });
  }
  const ListPage page = list_page(parameters);
  Json series = Json::array();
  for (std::size_t place = 0; place < list.size(); ++place) {
    if (page.holds(place)) {
      series.push_back(json_of(list[place], snapshot));
    }
  }
  CsvDocument csv = csv_of(series);
  Json json = {{"query", std::move(query_part)},
               {"reported_years", counter.reported_years()},
               {"same_wards", counter.has_same_wards()},
               {"same_kinds", counter.has_same_kinds()},
               {"undated", counter.undated()},
               {"tested", tested},
               {"notes", notes_of(counter)}};
  json.update(json_of(page, list.size(), "series", std::move(series)));
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
