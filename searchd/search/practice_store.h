#ifndef SEARCHD_SEARCH_PRACTICE_STORE_H_
#define SEARCHD_SEARCH_PRACTICE_STORE_H_

// The practices of one generation, in memory.

#include "analysis/practices/practice.h"
#include "indexer/practices_file.h"
#include "searchd/search/column_table.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// Place of a practice in PracticeStore::all().
using PracticeNumber = std::uint32_t;

/// The document of the record at a place of the list that was grouped, as practices name records.
constexpr DocumentNumber document_at(std::size_t record_place) {
  return static_cast<DocumentNumber>(record_place + 1);
}

/// Immutable; free to share between threads. What it gives lives as long as the store.
class PracticeStore {
 public:
  PracticeStore() = default;

  /// `sets` name records below `record_count` only, as parse_practices gives them.
  PracticeStore(std::vector<indexer::StoredPractices> sets, std::size_t record_count);

  /// Opens `generation_folder`/practices.jsonl. Throws Error{Damaged} if it is missing or damaged.
  static PracticeStore open(const std::filesystem::path& generation_folder,
                            std::size_t record_count);

  PracticeStore(PracticeStore&&) = default;
  PracticeStore& operator=(PracticeStore&&) = default;

  /// The practices of all records.
  [[nodiscard]] const std::vector<analysis::Practice>& all() const { return all_; }

  /// The practice of all records with this id, or null.
  [[nodiscard]] const analysis::Practice* with_id(std::string_view id) const;

  /// The practices of all records that the record of `document` does, rising; none for a document
  /// that the index does not have.
  [[nodiscard]] std::span<const PracticeNumber> of_document(DocumentNumber document) const;

  /// The practices of the records up to `fiscal_year`, or null if those were not grouped.
  [[nodiscard]] const std::vector<analysis::Practice>* until(int fiscal_year) const;

  /// The standards that a practice is near to, nearest first: of the practice at place `practice`
  /// of all() or, with a year, of until(). None if practices were not compared.
  [[nodiscard]] std::span<const analysis::StandardSimilarity> standards_near(
      std::size_t practice, std::optional<int> until_year = {}) const;

 private:
  void index_documents(std::size_t record_count);

  std::vector<analysis::Practice> all_;
  std::map<int, std::vector<analysis::Practice>> until_years_;
  // Of each practice of all_ and of until_years_; without a year first.
  std::map<std::optional<int>, std::vector<std::vector<analysis::StandardSimilarity>>> standards_;
  std::map<std::string, PracticeNumber, std::less<>> numbers_;  // By id.
  std::vector<std::size_t> begins_;  // Of each record in of_records_; one more at the end.
  std::vector<PracticeNumber> of_records_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_PRACTICE_STORE_H_
