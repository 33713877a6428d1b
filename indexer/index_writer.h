#ifndef INDEXER_INDEX_WRITER_H_
#define INDEXER_INDEX_WRITER_H_

// Records into a Xapian database, a vocabulary and practices on disk.

#include "analysis/analyzer.h"
#include "analysis/result_quality.h"
#include "corpus/record.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace torikumi::indexer {

/// Writes one new database with its vocabulary and practices. Documents are numbered 1, 2, … in the
/// order of `add`.
///
/// Move-only; one thread.
class IndexWriter {
 public:
  /// Makes `folder/xapian`. Besides the practices of all records, those of the records up to each
  /// of `until_years` (fiscal years, each once) are written. Throws Error{Unreadable} if it cannot.
  IndexWriter(const std::filesystem::path& folder,
              const std::shared_ptr<const analysis::Lexicon>& lexicon,
              const std::vector<int>& until_years = {});
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// Adds `record`; `report` is the place of its report in the manifest, `quality` what is derived
  /// of it among all records.
  void add(const corpus::Record& record, std::size_t report,
           const analysis::ResultQuality& quality = {});

  /// Commits and compacts, writes `folder/vocabulary.tsv` and `folder/practices.jsonl`. After it no
  /// more can be added. Returns
  /// the SHA-256 (hex) over schema, analyzer and every record in order: equal for equal content.
  std::string finish();

  [[nodiscard]] std::size_t record_count() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::indexer

#endif  // INDEXER_INDEX_WRITER_H_
