#include "indexer/back_test_years.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace torikumi::indexer {

std::vector<int> back_test_years(const std::vector<const corpus::Record*>& records) {
  std::map<std::string, std::set<int>> years_of_standards;
  std::optional<int> first_report;
  for (const corpus::Record* record : records) {
    if (!record->fiscal_year) {
      continue;
    }
    if (record->kind == corpus::RecordKind::Standard) {
      years_of_standards[record->ward.municipality].insert(*record->fiscal_year);
    } else if (record->kind != corpus::RecordKind::Passage) {
      first_report = std::min(first_report.value_or(*record->fiscal_year), *record->fiscal_year);
    }
  }
  std::set<int> until_years;
  for (const auto& [municipality, years] : years_of_standards) {
    for (auto year = std::next(years.begin()); year != years.end(); ++year) {
      if (first_report && *first_report <= *year - 1) {
        until_years.insert(*year - 1);
      }
    }
  }
  return {until_years.begin(), until_years.end()};
}

}  // namespace torikumi::indexer
