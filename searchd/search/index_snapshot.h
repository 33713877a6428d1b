#ifndef SEARCHD_SEARCH_INDEX_SNAPSHOT_H_
#define SEARCHD_SEARCH_INDEX_SNAPSHOT_H_

// One generation, opened for answering.

#include "analysis/analyzer.h"
#include "analysis/synonyms.h"
#include "analysis/themes.h"
#include "corpus/ward_registry.h"
#include "indexer/generation_store.h"
#include "indexer/manifest.h"
#include "searchd/search/column_table.h"
#include "searchd/search/coverage_store.h"
#include "searchd/search/practice_store.h"
#include "searchd/search/term_table.h"
#include "searchd/search/vocabulary.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// What stays the same from generation to generation. Immutable; shared by all threads.
struct SearchResources {
  std::shared_ptr<const analysis::Lexicon> lexicon;
  analysis::SynonymTable synonyms;
  corpus::WardRegistry wards;
  /// Other than that of any other program and files: the same index may be answered differently.
  std::string identity;
  analysis::ThemeDictionary themes = {};  ///< Checked (theme_queries.h).
};

/// A database handle and an analyzer, lent to one request at a time. Defined in index_worker.h,
/// which names Xapian.
struct IndexWorker;

/// Immutable, shared by the requests that began while it was current; its files may be deleted
/// behind it. Workers are made as they are needed and kept.
class IndexSnapshot {
 public:
  /// Opens `generation`. Throws Error{Damaged}, or Error{Incompatible} if queries cannot be
  /// analyzed as its documents were (saying what differs and to build the index again).
  IndexSnapshot(const indexer::Generation& generation,
                std::shared_ptr<const SearchResources> resources);
  ~IndexSnapshot();
  IndexSnapshot(const IndexSnapshot&) = delete;
  IndexSnapshot& operator=(const IndexSnapshot&) = delete;

  [[nodiscard]] const std::string& generation_id() const { return generation_id_; }
  [[nodiscard]] const indexer::Manifest& manifest() const { return manifest_; }
  [[nodiscard]] const ColumnTable& columns() const { return columns_; }
  [[nodiscard]] const SearchResources& resources() const { return *resources_; }
  /// What can be typed with success.
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// What is counted without being asked for.
  [[nodiscard]] const TermTable& terms() const { return terms_; }
  /// What several records do alike.
  [[nodiscard]] const PracticeStore& practices() const { return practices_; }
  /// Which records work on which standards.
  [[nodiscard]] const CoverageStore& coverage() const { return coverage_; }

  /// The wards and municipalities of the reports and records of the index, by code.
  [[nodiscard]] const std::vector<corpus::Ward>& wards() const { return wards_; }
  [[nodiscard]] const corpus::Ward& ward_at(std::uint16_t place) const;

  /// The ward or municipality with this code, if the index or the registry knows it.
  [[nodiscard]] std::optional<corpus::Ward> ward_with_code(const std::string& code) const;

  /// Gives its worker back at the end of its life. Must not outlive the snapshot.
  class Lease {
   public:
    Lease(const IndexSnapshot& snapshot, std::unique_ptr<IndexWorker> worker);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    [[nodiscard]] IndexWorker& worker() const { return *worker_; }

   private:
    const IndexSnapshot& snapshot_;
    std::unique_ptr<IndexWorker> worker_;
  };

  /// A worker of this request's own. Once the files of the generation are gone no new one can be
  /// made; then this waits for one to come back. Throws Xapian::Error if the index cannot be read.
  [[nodiscard]] Lease lease() const;

 private:
  [[nodiscard]] std::unique_ptr<IndexWorker> new_worker() const;
  [[nodiscard]] std::unique_ptr<IndexWorker> take_idle_worker() const;

  indexer::Generation generation_;
  std::shared_ptr<const SearchResources> resources_;
  indexer::Manifest manifest_;
  std::string generation_id_;
  Vocabulary vocabulary_;
  ColumnTable columns_;
  TermTable terms_;
  PracticeStore practices_;
  CoverageStore coverage_;
  std::vector<corpus::Ward> wards_;
  std::vector<corpus::Ward> ward_by_place_;
  mutable std::mutex mutex_;
  mutable std::condition_variable returned_;                // A worker came back to idle_.
  mutable std::vector<std::unique_ptr<IndexWorker>> idle_;  // Guarded by mutex_.
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_INDEX_SNAPSHOT_H_
