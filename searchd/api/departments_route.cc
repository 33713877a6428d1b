#include "corpus/record_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/route.h"

#include <map>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Initiatives of one department, by ward (place) and fiscal year.
using DepartmentCounts = std::map<std::pair<std::uint16_t, int>, std::size_t>;

std::map<std::uint32_t, DepartmentCounts> counts_of(const RowFilter& filter,
                                                    const ColumnTable& columns) {
  std::map<std::uint32_t, DepartmentCounts> departments;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    const bool counts = row.kind == corpus::RecordKind::Initiative && row.department != 0;
    if (counts && filter.accepts(row)) {
      ++departments[row.department][{row.ward, row.fiscal_year}];
    }
  }
  return departments;
}

}  // namespace

ApiResult<Answer> answer_departments(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(filters.error());
  }
  const ColumnTable& columns = snapshot.columns();
  CsvDocument csv{
      {"department", "municipality", "ward_name", "ward_code", "fiscal_year", "initiatives"}, {}};
  Json departments = Json::array();
  const ListPage page = list_page(request.parameters);
  std::size_t total = 0;
  for (const auto& [place, counts] : counts_of(RowFilter(*filters, snapshot), columns)) {
    if (!page.holds(total++)) {
      continue;
    }
    const std::string& name = columns.departments[place];
    Json reports = Json::array();
    std::size_t initiatives = 0;
    for (const auto& [key, count] : counts) {
      const corpus::Ward& ward = snapshot.ward_at(key.first);
      reports.push_back(
          {{"ward", corpus::to_json(ward)}, {"fiscal_year", key.second}, {"initiatives", count}});
      csv.rows.push_back({name, ward.municipality, ward.name, ward.code, std::to_string(key.second),
                          std::to_string(count)});
      initiatives += count;
    }
    departments.push_back(
        {{"name", name}, {"initiatives", initiatives}, {"reports", std::move(reports)}});
  }
  return Answer{json_of(page, total, "departments", std::move(departments)), std::move(csv)};
}

}  // namespace torikumi::searchd
