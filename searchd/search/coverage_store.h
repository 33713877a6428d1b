#ifndef SEARCHD_SEARCH_COVERAGE_STORE_H_
#define SEARCHD_SEARCH_COVERAGE_STORE_H_

// Which records of one generation work on which standards, in memory.

#include "analysis/standards/standard_link.h"
#include "indexer/coverage_file.h"
#include "searchd/search/column_table.h"

#include <filesystem>
#include <span>
#include <vector>

namespace torikumi::searchd {

/// Immutable; free to share between threads. What it gives lives as long as the store.
class CoverageStore {
 public:
  CoverageStore() = default;

  /// `coverage` names records of `columns` only, as parse_coverage gives it.
  CoverageStore(indexer::StoredCoverage coverage, const ColumnTable& columns);

  /// Opens `generation_folder`/coverage.jsonl. Throws Error{Damaged} if it is missing or damaged.
  static CoverageStore open(const std::filesystem::path& generation_folder,
                            const ColumnTable& columns);

  /// From this score on a link is strong, from that one on it is one at all; both 0..1.
  [[nodiscard]] double strong_score() const { return coverage_.strong_score; }
  [[nodiscard]] double weak_score() const { return coverage_.weak_score; }

  /// All links, in order of record, then standard.
  [[nodiscard]] const std::vector<analysis::StandardLink>& links() const { return coverage_.links; }
  /// Those of the record of `document`; none for one that the index does not have.
  [[nodiscard]] std::span<const analysis::StandardLink> of_record(DocumentNumber document) const;

  /// The documents of all standards, rising.
  [[nodiscard]] const std::vector<DocumentNumber>& standards() const { return standards_; }

 private:
  indexer::StoredCoverage coverage_;
  std::vector<DocumentNumber> standards_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_COVERAGE_STORE_H_
