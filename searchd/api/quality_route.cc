// Target against result: how many results of a ward and year are left out, restated or copied, and
// how many have figures.

#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/analytics/record_set.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/route.h"
#include "searchd/search/result_finding.h"

#include <array>
#include <map>
#include <utility>

namespace torikumi::searchd {
namespace {

/// The initiatives of one ward and year, or of all.
struct QualityCounts {
  std::size_t initiatives = 0;
  std::size_t reported = 0;
  std::array<analysis::Proportion, kAllResultFindings.size()> findings{};

  void add(const ColumnRow& row) {
    ++initiatives;
    reported += row.result_status == corpus::ResultStatus::Reported ? 1U : 0U;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      findings.at(i).base += is_applicable(kAllResultFindings.at(i), row) ? 1U : 0U;
      findings.at(i).hits += holds(kAllResultFindings.at(i), row) ? 1U : 0U;
    }
  }
};

using Place = std::pair<std::uint16_t, std::int16_t>;  // Ward and fiscal year, as in the columns.

Json findings_json(const QualityCounts& counts, const EvidenceQuery& query) {
  Json list = Json::array();
  for (std::size_t i = 0; i < counts.findings.size(); ++i) {
    const analysis::Proportion share = counts.findings.at(i);
    const std::string_view name = name_of(kAllResultFindings.at(i));
    list.push_back({{"finding", name},
                    {"records", share.hits},
                    {"base", share.base},
                    {"rate_per_100", rate_per_100(share)},
                    {"ci95", interval_per_100(share)},
                    {"query", query.with_flag(name).text()}});
  }
  return list;
}

constexpr std::array<std::string_view, 6> kFindingColumns{"finding",      "records", "base",
                                                          "rate_per_100", "ci95",    "query"};

void add_rows(CsvDocument& csv, const corpus::Ward& ward, int year, const Json& findings) {
  for (const Json& finding : findings) {
    std::vector<std::string> row{ward.municipality, ward.name, ward.code, std::to_string(year)};
    for (std::string& cell : csv_cells(finding, kFindingColumns)) {
      row.push_back(std::move(cell));
    }
    csv.rows.push_back(std::move(row));
  }
}

CsvDocument empty_table() {
  CsvDocument csv{{"municipality", "ward_name", "ward_code", "fiscal_year"}, {}};
  for (std::string& column : csv_columns(kFindingColumns)) {
    csv.header.push_back(std::move(column));
  }
  return csv;
}

}  // namespace

ApiResult<Answer> answer_quality(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  const RecordSet set = RecordFinder(snapshot).find(*query);
  if (set.documents.empty()) {
    return tl::unexpected(empty_subset(parameters, *query, snapshot));
  }
  const ColumnTable& columns = snapshot.columns();
  QualityCounts total;
  std::map<Place, QualityCounts> counts;
  for (const DocumentNumber document : set.documents) {
    const ColumnRow& row = columns.row(document);
    counts[{row.ward, row.fiscal_year}].add(row);
    total.add(row);
  }
  const EvidenceQuery evidence(parameters);
  Json cells = Json::array();
  CsvDocument csv = empty_table();
  for (const auto& [place, cell] : counts) {
    const corpus::Ward& ward = snapshot.ward_at(place.first);
    const int year = place.second;
    Json findings = findings_json(cell, evidence.in_ward(ward.code).in_year(year));
    add_rows(csv, ward, year, findings);
    cells.push_back({{"ward", corpus::to_json(ward)},
                     {"fiscal_year", year},
                     {"fiscal_year_label", corpus::fiscal_year_label(year)},
                     {"initiatives", cell.initiatives},
                     {"reported", cell.reported},
                     {"findings", std::move(findings)}});
  }
  return Answer{{{"query", query_json(parameters, set)},
                 {"cells", std::move(cells)},
                 {"totals",
                  {{"initiatives", total.initiatives},
                   {"reported", total.reported},
                   {"findings", findings_json(total, evidence)}}},
                 {"notes", set.notes}},
                std::move(csv)};
}

}  // namespace torikumi::searchd
