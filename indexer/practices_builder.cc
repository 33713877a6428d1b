#include "indexer/practices_builder.h"

#include "analysis/practices/practice_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace torikumi::indexer {
namespace {

using corpus::Record;
using corpus::RecordKind;
using corpus::ResultStatus;

/// Whose a record is. An example names no department: each list of a ward and year is one owner.
std::string owner_of(const Record& record) {
  return fmt::format("{} {} {}", record.ward.code, record.fiscal_year.value_or(0),
                     record.department.name);
}

}  // namespace

PracticesBuilder::PracticesBuilder(std::vector<int> until_years, analysis::SynonymTable synonyms)
    : until_years_(std::move(until_years)), synonyms_(std::move(synonyms)), corpus_(synonyms_) {
  std::sort(until_years_.begin(), until_years_.end());
}

void PracticesBuilder::add(std::size_t place, const Record& record, const AnalyzedTexts& texts) {
  const bool is_grouped =
      record.kind == RecordKind::Initiative || record.kind == RecordKind::Example;
  // What is said instead of a result (※…省略とします) is no action.
  const bool has_result = record.result_status == ResultStatus::Reported;
  corpus_.add({.place = place,
               .id = record.id,
               .owner = owner_of(record),
               .fiscal_year = record.fiscal_year,
               .is_grouped = is_grouped},
              texts.target.tokens,
              has_result ? texts.result.tokens : std::vector<analysis::Token>());
}

std::vector<StoredPractices> PracticesBuilder::finish() const {
  std::vector<StoredPractices> sets;
  sets.push_back({.until_year = std::nullopt, .practices = analysis::find_practices(corpus_, {})});
  for (const int year : until_years_) {
    sets.push_back(
        {.until_year = year, .practices = analysis::find_practices(corpus_, {.until_year = year})});
  }
  return sets;
}

}  // namespace torikumi::indexer
