#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/analytics/concordance.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/list_page.h"
#include "searchd/api/route.h"

#include <fmt/format.h>

#include <utility>

namespace torikumi::searchd {
namespace {

using Order = ConcordanceRequest::Order;

Order order_from(const std::string& name) {
  if (name == "left") {
    return Order::Left;
  }
  return name == "right" ? Order::Right : Order::Record;
}

Json json_of(const ConcordanceLine& line) {
  const corpus::Record& record = line.record;
  return {
      {"id", record.id},
      {"kind", corpus::name_of(record.kind)},
      {"ward", corpus::to_json(record.ward)},
      {"fiscal_year", record.fiscal_year ? Json(*record.fiscal_year) : Json(nullptr)},
      {"department", record.department.name.empty() ? Json(nullptr) : Json(record.department.name)},
      {"field", line.field == indexer::TextField::Target ? "target" : "result"},
      {"begin", line.begin},
      {"end", line.end},
      {"left", line.left},
      {"match", line.match},
      {"right", line.right}};
}

CsvDocument csv_of(const std::vector<ConcordanceLine>& lines) {
  CsvDocument csv{{"id", "municipality", "ward", "fiscal_year", "department", "field", "left",
                   "match", "right"},
                  {}};
  for (const ConcordanceLine& line : lines) {
    const Json json = json_of(line);
    csv.rows.push_back({line.record.id, line.record.ward.municipality, line.record.ward.name,
                        csv_cell(json["fiscal_year"]), line.record.department.name,
                        csv_cell(json["field"]), line.left, line.match, line.right});
  }
  return csv;
}

}  // namespace

ApiResult<Answer> answer_concordance(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  if (parameters.text("q").empty() && parameters.all("theme").empty()) {
    return tl::unexpected(
        Problem{.type = ProblemType::MissingParameter,
                .detail = "there is nothing to look for",
                .parameter = "q",
                .hint = "give a query with a word or phrase as in /search, or a theme",
                .valid_values = {},
                .instance = {},
                .log_message = {}});
  }
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  if (std::optional<Problem> problem = empty_filters(parameters, query->filters, snapshot)) {
    return tl::unexpected(*std::move(problem));
  }
  const ListPage page = list_page(parameters);
  const Concordance found = concordance({.query = *std::move(query),
                                         .order = order_from(parameters.text("sort")),
                                         .context_characters = parameters.integer("context"),
                                         .from_record = parameters.integer("from_record"),
                                         .offset = page.offset,
                                         .limit = page.limit},
                                        snapshot);
  Json lines = Json::array();
  for (const ConcordanceLine& line : found.lines) {
    lines.push_back(json_of(line));
  }
  std::vector<std::string> notes = found.subset.notes;
  const std::size_t from = parameters.integer("from_record");
  const std::size_t next = from + found.records_read;
  const bool has_more = next < found.subset.documents.size();
  if (found.records_read < found.subset.documents.size()) {
    notes.push_back(fmt::format(
        "{}件のうち、新しい順で{}件目から{}件だけを調べ、その中で並べました。続きは from_record で"
        "指定できます。区、年度などで絞り込むと一度に調べられます。",
        found.subset.documents.size(), from + 1, found.records_read));
  }
  Json json = {
      {"query", query_json(parameters, found.subset)},
      {"subset",
       {{"records", found.subset.documents.size()}, {"query", EvidenceQuery(parameters).text()}}},
      {"from_record", from},
      {"records_read", found.records_read},
      {"next_from_record", has_more ? Json(next) : Json(nullptr)},
      {"notes", std::move(notes)}};
  json.update(json_of(page, found.total, "lines", std::move(lines)));
  return Answer{std::move(json), csv_of(found.lines)};
}

}  // namespace torikumi::searchd
