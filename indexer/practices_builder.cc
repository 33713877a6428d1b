#include "indexer/practices_builder.h"

#include <algorithm>
#include <utility>

namespace torikumi::indexer {

PracticesBuilder::PracticesBuilder(const std::vector<int>& until_years) : sets_(1) {
  for (const int year : until_years) {
    sets_.push_back({.until_year = year, .practices = {}});
  }
  std::sort(sets_.begin(), sets_.end(), [](const StoredPractices& a, const StoredPractices& b) {
    return a.until_year < b.until_year;
  });
}

void PracticesBuilder::add(std::size_t /*place*/, const corpus::Record& /*record*/,
                           const AnalyzedTexts& /*texts*/) {}

std::vector<StoredPractices> PracticesBuilder::finish() {
  return std::move(sets_);
}

}  // namespace torikumi::indexer
