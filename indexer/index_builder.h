#ifndef INDEXER_INDEX_BUILDER_H_
#define INDEXER_INDEX_BUILDER_H_

// The whole way from files to a served generation.

#include "analysis/analyzer.h"
#include "corpus/report_reader.h"
#include "indexer/generation_store.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace torikumi::indexer {

struct BuildOptions {
  std::filesystem::path index_folder;        ///< Made if it is not there.
  std::vector<std::filesystem::path> paths;  ///< Files and folders with reports.
  corpus::ReadOptions read;
};

/// How far a build is; called from the building thread.
struct BuildProgress {
  enum class Step { Reading, Indexing, Finishing };
  Step step = Step::Reading;
  std::string file;      ///< The file being read; empty in the other steps.
  std::size_t done = 0;  ///< Files or records.
  std::size_t total = 0;
};
using BuildListener = std::function<void(const BuildProgress&)>;

struct BuildSummary {
  Generation generation;
  std::string generation_id;
  std::size_t record_count = 0;
  std::vector<corpus::ReportReading> readings;  ///< In order of file name, with empty record lists.
  struct Counts {
    std::size_t initiatives = 0;
    std::size_t examples = 0;
    std::size_t standards = 0;
    std::size_t passages = 0;
    std::size_t departments = 0;
  };
  std::vector<Counts> counts;  ///< One for each reading.

  /// True if a file or a part of one was left out.
  [[nodiscard]] bool is_partial() const;
};

/// Reads every report at `options.paths`, analyzes them and switches to a new generation. Records
/// are indexed in order of their ids, so that the content does not depend on the names of the
/// files. Throws Error, and the generation that serves stays: Conflict if another build runs;
/// NotFound with the errors that were met if no record at all could be read; Unreadable for a full
/// disk or a folder that may not be written.
BuildSummary build_index(const BuildOptions& options, const corpus::WardRegistry& wards,
                         const std::shared_ptr<const analysis::Lexicon>& lexicon,
                         const BuildListener& listener = {});

}  // namespace torikumi::indexer

#endif  // INDEXER_INDEX_BUILDER_H_
