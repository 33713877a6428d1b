#include "searchd/search/attribute_names.h"

#include "corpus/fiscal_year.h"
#include "corpus/utf8.h"
#include "indexer/schema.h"
#include "searchd/search/filters.h"
#include "searchd/search/number_spellings.h"

#include <algorithm>

namespace torikumi::searchd {
namespace {

using indexer::FilterField;

constexpr std::size_t kMaxAttributes = 64;
constexpr std::size_t kMinDepartmentCharacters = 3;

std::vector<NamedAttribute> wards_named(const std::string& word, const IndexSnapshot& snapshot) {
  // 中原 alone is rather a family name or a place than a ward.
  if (!word.ends_with("区") && !word.ends_with("市")) {
    return {};
  }
  const std::vector<corpus::Ward> wards = wards_meant_by(word, snapshot);
  if (wards.size() != 1) {
    return {};
  }
  Filters filters;
  filters.ward_codes = {wards[0].code};
  std::vector<NamedAttribute> named;
  for (const std::string& code : snapshot.columns().ward_codes) {
    if (accepts_ward(filters, code, snapshot)) {
      named.push_back(
          {indexer::filter_term(FilterField::Ward, code), "区: " + wards[0].full_name()});
    }
  }
  return named;
}

std::vector<NamedAttribute> years_named(const std::string& word, const IndexSnapshot& snapshot) {
  const std::optional<int> year = fiscal_year_of(word);
  const auto& held = snapshot.columns().fiscal_years;
  if (!year || std::find(held.begin(), held.end(), *year) == held.end()) {
    return {};
  }
  return {{indexer::filter_term(FilterField::FiscalYear, std::to_string(*year)),
           "年度: " + corpus::fiscal_year_label(*year)}};
}

/// True if a part of `department` between blanks begins with `word`.
bool has_part_beginning_with(const std::string& department, const std::string& word) {
  for (std::size_t at = 0; at != std::string::npos;) {
    if (department.compare(at, word.size(), word) == 0) {
      return true;
    }
    at = department.find(' ', at);
    at = at == std::string::npos ? at : at + 1;
  }
  return false;
}

std::vector<NamedAttribute> departments_named(const std::string& word,
                                              const IndexSnapshot& snapshot) {
  const std::string name = corpus::without_blanks(corpus::width_folded(word));
  if (corpus::character_count(name) < kMinDepartmentCharacters) {
    return {};
  }
  std::vector<NamedAttribute> named;
  for (const std::string& department : snapshot.columns().departments) {
    if (!department.empty() && has_part_beginning_with(corpus::width_folded(department), name)) {
      named.push_back(
          {indexer::filter_term(FilterField::Department, department), "部署: " + department});
    }
  }
  return named;
}

}  // namespace

std::vector<NamedAttribute> attributes_named(const std::string& word,
                                             const IndexSnapshot& snapshot) {
  std::vector<NamedAttribute> named = wards_named(word, snapshot);
  for (auto* const find : {years_named, departments_named}) {
    std::vector<NamedAttribute> more = find(word, snapshot);
    named.insert(named.end(), more.begin(), more.end());
  }
  named.resize(std::min(named.size(), kMaxAttributes));
  return named;
}

}  // namespace torikumi::searchd
