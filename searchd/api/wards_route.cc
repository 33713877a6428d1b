#include "corpus/record_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/route.h"
#include "searchd/search/known_wards.h"

#include <array>
#include <map>
#include <set>

namespace torikumi::searchd {
namespace {

/// What the index holds of one ward.
struct WardHoldings {
  corpus::Ward ward;
  std::array<std::size_t, kAllRecordKinds.size()> counts{};  // By RecordKind.
  std::set<int> fiscal_years;                                // Of initiatives.

  [[nodiscard]] std::size_t count(corpus::RecordKind kind) const {
    return counts.at(static_cast<std::size_t>(kind));
  }
};

std::map<std::string, WardHoldings> holdings_of(const IndexSnapshot& snapshot) {
  std::map<std::string, WardHoldings> holdings;
  std::set<std::string> municipalities;
  for (const corpus::Ward& ward : snapshot.wards()) {
    municipalities.insert(ward.municipality);
  }
  for (const corpus::Ward& ward : known_wards_of(municipalities, snapshot)) {
    holdings[ward.code].ward = ward;
  }
  const ColumnTable& columns = snapshot.columns();
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    WardHoldings& ward = holdings[columns.ward_codes[row.ward]];
    ward.ward = snapshot.ward_at(row.ward);
    ++ward.counts.at(static_cast<std::size_t>(row.kind));
    if (row.kind == corpus::RecordKind::Initiative && row.fiscal_year != 0) {
      ward.fiscal_years.insert(row.fiscal_year);
    }
  }
  return holdings;
}

Json json_of(const WardHoldings& holdings) {
  Json json = corpus::to_json(holdings.ward);
  json["has_report"] = !holdings.fiscal_years.empty();
  json["fiscal_years"] = holdings.fiscal_years;
  Json records = Json::object();
  for (const corpus::RecordKind kind : kAllRecordKinds) {
    records[std::string(corpus::name_of(kind))] = holdings.count(kind);
  }
  json["records"] = std::move(records);
  return json;
}

std::vector<std::string> csv_row(const WardHoldings& holdings) {
  std::vector<std::string> row{holdings.ward.municipality, holdings.ward.name, holdings.ward.code,
                               std::to_string(holdings.fiscal_years.size())};
  for (const corpus::RecordKind kind : kAllRecordKinds) {
    row.push_back(std::to_string(holdings.count(kind)));
  }
  return row;
}

}  // namespace

ApiResult<Answer> answer_wards(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(filters.error());
  }
  const ListPage page = list_page(request.parameters);
  CsvDocument csv{{"municipality", "ward_name", "ward_code", "report_years", "initiatives",
                   "examples", "standards", "passages"},
                  {}};
  Json wards = Json::array();
  std::size_t total = 0;
  for (const auto& [code, holdings] : holdings_of(snapshot)) {
    if (accepts_ward(*filters, code, snapshot) && page.holds(total++)) {
      wards.push_back(json_of(holdings));
      csv.rows.push_back(csv_row(holdings));
    }
  }
  return Answer{json_of(page, total, "wards", std::move(wards)), std::move(csv)};
}

}  // namespace torikumi::searchd
