// "No report" is not zero: every cell of ward × year is there, and says which of the two it is.

#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/route.h"
#include "searchd/search/known_wards.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

struct Holding {
  std::size_t initiatives = 0;
  std::size_t reported = 0;
  std::size_t omitted = 0;
  std::size_t missing = 0;
};

using Holdings = std::map<std::pair<std::string, int>, Holding>;

void count(const ColumnRow& row, Holding& holding) {
  ++holding.initiatives;
  switch (row.result_status) {
    case corpus::ResultStatus::Reported:
      ++holding.reported;
      break;
    case corpus::ResultStatus::Omitted:
      ++holding.omitted;
      break;
    case corpus::ResultStatus::Missing:
      ++holding.missing;
      break;
  }
}

Holdings holdings_of(const ColumnTable& columns) {
  Holdings holdings;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (row.kind == corpus::RecordKind::Initiative) {
      count(row, holdings[{columns.ward_codes[row.ward], row.fiscal_year}]);
    }
  }
  return holdings;
}

std::string_view state_of(const Holding& holding) {
  if (holding.initiatives == 0) {
    return "no_report";
  }
  return holding.reported + holding.omitted == 0 ? "targets_only" : "targets_and_results";
}

/// The wards of every municipality of which there is a ward with initiatives.
std::vector<corpus::Ward> expected_wards(const Holdings& holdings, const IndexSnapshot& snapshot) {
  std::set<std::string> municipalities;
  for (const auto& [key, holding] : holdings) {
    if (const auto ward = snapshot.ward_with_code(key.first)) {
      municipalities.insert(ward->municipality);
    }
  }
  std::vector<corpus::Ward> wards = known_wards_of(municipalities, snapshot);
  std::erase_if(wards, [](const corpus::Ward& ward) { return ward.name.empty(); });
  return wards;
}

Json standards_held(const Filters& filters, const IndexSnapshot& snapshot) {
  const ColumnTable& columns = snapshot.columns();
  const RowFilter filter(filters, snapshot);
  std::map<std::pair<std::uint16_t, int>, std::size_t> counts;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (row.kind == corpus::RecordKind::Standard && filter.accepts(row)) {
      ++counts[{row.ward, row.fiscal_year}];
    }
  }
  Json list = Json::array();
  for (const auto& [key, standards] : counts) {
    list.push_back({{"ward", corpus::to_json(snapshot.ward_at(key.first))},
                    {"fiscal_year", key.second},
                    {"fiscal_year_label", corpus::fiscal_year_label(key.second)},
                    {"standards", standards}});
  }
  return list;
}

}  // namespace

ApiResult<Answer> answer_completeness(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(filters.error());
  }
  const Holdings holdings = holdings_of(snapshot.columns());
  int first_year = 0;
  int last_year = -1;
  for (const auto& [key, holding] : holdings) {
    first_year = last_year < first_year ? key.second : std::min(first_year, key.second);
    last_year = std::max(last_year, key.second);
  }
  CsvDocument csv{{"municipality", "ward_name", "ward_code", "fiscal_year", "state", "initiatives",
                   "reported", "omitted", "missing", "query"},
                  {}};
  const EvidenceQuery evidence(request.parameters);
  Json cells = Json::array();
  for (const corpus::Ward& ward : expected_wards(holdings, snapshot)) {
    if (!accepts_ward(*filters, ward.code, snapshot)) {
      continue;
    }
    for (int year = first_year; year <= last_year; ++year) {
      if (!accepts_year(*filters, year)) {
        continue;
      }
      const auto found = holdings.find({ward.code, year});
      const Holding holding = found == holdings.end() ? Holding{} : found->second;
      const std::string query = evidence.in_ward(ward.code).in_year(year).text();
      cells.push_back({{"ward", corpus::to_json(ward)},
                       {"fiscal_year", year},
                       {"fiscal_year_label", corpus::fiscal_year_label(year)},
                       {"state", state_of(holding)},
                       {"initiatives", holding.initiatives},
                       {"reported", holding.reported},
                       {"omitted", holding.omitted},
                       {"missing", holding.missing},
                       {"query", query}});
      csv.rows.push_back({ward.municipality, ward.name, ward.code, std::to_string(year),
                          std::string(state_of(holding)), std::to_string(holding.initiatives),
                          std::to_string(holding.reported), std::to_string(holding.omitted),
                          std::to_string(holding.missing), query});
    }
  }
  return Answer{{{"cells", std::move(cells)}, {"standards", standards_held(*filters, snapshot)}},
                std::move(csv)};
}

}  // namespace torikumi::searchd
