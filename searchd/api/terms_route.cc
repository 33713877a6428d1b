#include "searchd/analytics/characteristic_terms.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/list_page.h"
#include "searchd/api/route.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace torikumi::searchd {
namespace {

using Order = CharacteristicRequest::Order;

Order order_from(const std::string& name) {
  if (name == "significant") {
    return Order::Significant;
  }
  if (name == "jaccard") {
    return Order::Jaccard;
  }
  if (name == "termhood") {
    return Order::Termhood;
  }
  return name == "records" ? Order::Records : Order::Certain;
}

/// What the numbers are, for people; the point of it is that many terms were tested at once.
std::string method_of(const CharacteristicTerms& terms) {
  return fmt::format(
      "対象の{}件と比較先の{}件で、各語を含む記録の割合を比べました。{}語を一度に調べているため、"
      "1語ずつの p 値では偶然の差も多く拾います。q_value はそれを見込んだ値（Benjamini–Hochberg）"
      "で、0.05 未満の語のうち偶然によるものは平均5%以下と見込めます。並び順の「certain」は、"
      "何倍多いか（log_ratio）の95%区間の下限が高い順です。",
      terms.subset.documents.size(), terms.rest_records, terms.tested);
}

/// Writes terms with the searches that list their records.
class TermWriter {
 public:
  TermWriter(const Parameters& parameters, const TermTable& table)
      : subset_(parameters), whole_(subset_.without_words()), table_(table) {
    if (parameters.text("against") == "all") {
      whole_ = whole_.without_filters();
    }
  }

  [[nodiscard]] const EvidenceQuery& subset() const { return subset_; }
  [[nodiscard]] const EvidenceQuery& whole() const { return whole_; }

  [[nodiscard]] Json json_of(const CharacteristicTerm& each) const {
    const Term& term = table_.term(each.term);
    const analysis::Proportion here = each.table.subset();
    const analysis::Proportion rest = each.table.rest();
    return {{"term", term.surface()},
            {"spellings", term.spellings},
            {"words", term.word_count},
            {"termhood", rounded(term.c_value)},
            {"records", here.hits},
            {"rate_per_100", rate_per_100(here)},
            {"ci95", interval_per_100(here)},
            {"departments", each.spread.departments},
            {"wards", each.spread.wards},
            {"rest_records", rest.hits},
            {"rest_rate_per_100", rate_per_100(rest)},
            {"rest_ci95", interval_per_100(rest)},
            {"log_ratio", rounded(each.ratio.value)},
            {"log_ratio_ci95", searchd::json_of(each.ratio.interval, 1)},
            {"g2", rounded(each.g2)},
            {"test", each.is_exact ? "fisher" : "g2"},
            {"p_value", each.p_value},
            {"q_value", each.q_value},
            {"jaccard", rounded(each.jaccard)},
            {"query", subset_.holding(term.spellings).text()},
            {"query_all", whole_.holding(term.spellings).text()}};
  }

 private:
  EvidenceQuery subset_;
  EvidenceQuery whole_;
  const TermTable& table_;
};

constexpr std::array<std::string_view, 18> kCsvKeys{
    "term",         "records",           "rate_per_100", "ci95",      "departments",    "wards",
    "rest_records", "rest_rate_per_100", "rest_ci95",    "log_ratio", "log_ratio_ci95", "g2",
    "test",         "p_value",           "q_value",      "jaccard",   "termhood",       "query"};

CsvDocument csv_of(const Json& terms) {
  CsvDocument csv{csv_columns(kCsvKeys), {}};
  for (const Json& term : terms) {
    csv.rows.push_back(csv_cells(term, kCsvKeys));
  }
  return csv;
}

Problem no_rest() {
  return {.type = ProblemType::MissingParameter,
          .detail = "the subset is everything that it would be compared with",
          .parameter = "q",
          .hint =
              "give q, ward, year, department, scene or flag, so that there is a rest; with "
              "against=filters give q",
          .valid_values = {},
          .instance = {},
          .log_message = {}};
}

}  // namespace

ApiResult<Answer> answer_terms(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  const CharacteristicTerms found = characteristic_terms(
      {.subset = *query,
       .is_rest_filtered = parameters.text("against") == "filters",
       .min_records = static_cast<std::uint32_t>(parameters.integer("min_records")),
       .min_departments = static_cast<std::uint32_t>(parameters.integer("min_departments")),
       .order = order_from(parameters.text("sort"))},
      snapshot);
  if (found.subset.documents.empty()) {
    return tl::unexpected(empty_subset(parameters, *query, snapshot));
  }
  if (found.rest_records == 0) {
    return tl::unexpected(no_rest());
  }
  const TermWriter writer(parameters, snapshot.terms());
  const ListPage page = list_page(parameters);
  Json terms = Json::array();
  for (std::size_t place = 0; place < found.terms.size(); ++place) {
    if (page.holds(place)) {
      terms.push_back(writer.json_of(found.terms[place]));
    }
  }
  CsvDocument csv = csv_of(terms);
  Json json = {
      {"query", query_json(parameters, found.subset)},
      {"subset", {{"records", found.subset.documents.size()}, {"query", writer.subset().text()}}},
      {"rest", {{"records", found.rest_records}, {"query_all", writer.whole().text()}}},
      {"tested", found.tested},
      {"method", method_of(found)},
      {"notes", found.subset.notes}};
  json.update(json_of(page, found.terms.size(), "terms", std::move(terms)));
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
