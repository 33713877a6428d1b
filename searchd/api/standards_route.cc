#include "corpus/record_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/record_csv.h"
#include "searchd/api/route.h"
#include "searchd/search/search_engine.h"

#include <algorithm>

namespace torikumi::searchd {
namespace {

/// By municipality, latest year first, then by number as printed.
bool is_before(const corpus::Record& a, const corpus::Record& b) {
  if (a.ward.code != b.ward.code) {
    return a.ward.code < b.ward.code;
  }
  if (a.fiscal_year != b.fiscal_year) {
    return a.fiscal_year > b.fiscal_year;
  }
  return a.number < b.number;
}

}  // namespace

ApiResult<Answer> answer_standards(const RouteRequest& request, const IndexSnapshot& snapshot) {
  ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  filters->kinds = {corpus::RecordKind::Standard};
  std::vector<corpus::Record> standards = records_matching(*filters, snapshot);
  std::stable_sort(standards.begin(), standards.end(), is_before);

  CsvDocument csv{record_csv_header(), {}};
  csv.header.insert(csv.header.begin(), "scope");
  Json list = Json::array();
  const ListPage page = list_page(request.parameters);
  for (std::size_t place = 0; place < standards.size(); ++place) {
    if (!page.holds(place)) {
      continue;
    }
    const corpus::Record& standard = standards[place];
    list.push_back(corpus::to_json(standard));
    std::vector<std::string> row = record_csv_row(standard);
    row.insert(row.begin(),
               standard.scope ? std::string(corpus::name_of(*standard.scope)) : std::string());
    csv.rows.push_back(std::move(row));
  }

  filters->kinds = {corpus::RecordKind::Passage};
  filters->scenes.clear();  // Principles belong to no scene and no department.
  filters->departments.clear();
  filters->department_texts.clear();
  Json principles = Json::array();
  for (const corpus::Record& passage : records_matching(*filters, snapshot)) {
    if (passage.role == corpus::PassageRole::Principle) {
      principles.push_back(corpus::to_json(passage));
    }
  }
  Json json = json_of(page, standards.size(), "standards", std::move(list));
  json["principles"] = std::move(principles);
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
