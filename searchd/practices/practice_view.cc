#include "searchd/practices/practice_view.h"

#include "searchd/search/practice_store.h"

#include <algorithm>
#include <map>
#include <utility>

namespace torikumi::searchd {

PracticeView view_of(const analysis::Practice& practice, const RowFilter& filter,
                     const ColumnTable& columns) {
  std::map<std::uint16_t, std::size_t> wards;
  std::map<int, std::size_t> years;
  std::map<std::pair<std::uint16_t, std::uint32_t>, std::size_t> departments;
  PracticeView view;
  view.practice = &practice;
  for (std::size_t place = 0; place < practice.members.size(); ++place) {
    const ColumnRow& row = columns.row(document_at(practice.members[place].record));
    if (!filter.accepts(row)) {
      continue;
    }
    view.members.push_back(place);
    ++wards[row.ward];
    if (row.fiscal_year != 0) {
      ++years[row.fiscal_year];
    }
    if (row.department != 0) {
      ++departments[{row.ward, row.department}];
    }
  }
  for (const auto& [ward, records] : wards) {
    view.wards.push_back({ward, records});
  }
  for (const auto& [year, records] : years) {
    view.years.push_back({year, records});
  }
  for (const auto& [key, records] : departments) {
    view.departments.push_back({key.first, key.second, records});
  }
  return view;
}

bool is_wider(const PracticeView& a, const PracticeView& b) {
  if (a.wards.size() != b.wards.size()) {
    return a.wards.size() > b.wards.size();
  }
  if (a.departments.size() != b.departments.size()) {
    return a.departments.size() > b.departments.size();
  }
  if (a.years.size() != b.years.size()) {
    return a.years.size() > b.years.size();
  }
  if (a.members.size() != b.members.size()) {
    return a.members.size() > b.members.size();
  }
  return a.practice->id < b.practice->id;
}

}  // namespace torikumi::searchd
