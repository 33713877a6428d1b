#ifndef INDEXER_COVERAGE_FILE_H_
#define INDEXER_COVERAGE_FILE_H_

// Which records of a generation work on which standards, on disk. docs/index-schema.md says the
// same in prose.

#include "analysis/standards/standard_link.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Name of the file within a generation.
inline constexpr const char* kCoverageName = "coverage.jsonl";

/// First line of the file; the number rises with each change of its form.
inline constexpr std::string_view kCoverageHeader = "torikumi-coverage 1";

/// The links of a generation and the scores from which on they were taken.
struct StoredCoverage {
  double strong_score = 0;
  double weak_score = 0;
  std::vector<analysis::StandardLink> links;  ///< In order of record, then standard.

  bool operator==(const StoredCoverage&) const = default;
};

/// The text of the file: equal values give equal bytes. Records are written by the number of their
/// document, which is their place + 1. Every text is UTF-8.
std::string coverage_text(const StoredCoverage& coverage);

/// What a whole file of a generation with `record_count` records says. Throws Error{Damaged} naming
/// the line that cannot be read: one of another form, links out of order or fewer or more than
/// announced, a record that the generation does not have.
StoredCoverage parse_coverage(std::string_view file_text, std::size_t record_count);

}  // namespace torikumi::indexer

#endif  // INDEXER_COVERAGE_FILE_H_
