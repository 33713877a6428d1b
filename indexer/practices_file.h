#ifndef INDEXER_PRACTICES_FILE_H_
#define INDEXER_PRACTICES_FILE_H_

// The practices (共通する取組) of a generation on disk. docs/index-schema.md says the same in
// prose.

#include "analysis/practices/practice.h"
#include "analysis/standards/standard_similarity.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Name of the file within a generation.
inline constexpr const char* kPracticesName = "practices.jsonl";

/// First line of the file; the number rises with each change of its form.
inline constexpr std::string_view kPracticesHeader = "torikumi-practices 1";

/// The practices among some of the records of a generation.
struct StoredPractices {
  /// The last fiscal year whose records were grouped; none: all records were.
  std::optional<int> until_year;
  std::vector<analysis::Practice> practices;  ///< As they were found, in their order.
  /// Of each of `practices` the standards that it is near to, nearest first; empty if they were not
  /// compared.
  std::vector<std::vector<analysis::StandardSimilarity>> standards = {};

  bool operator==(const StoredPractices&) const = default;
};

/// The text of the file: the same sets give the same bytes. Records are written by the number of
/// their document, which is their place + 1. Every text is UTF-8.
std::string practices_text(const std::vector<StoredPractices>& sets);

/// The sets of a whole file of a generation with `record_count` records, as they were written.
/// Throws Error{Damaged} naming the line that cannot be read: one of another form, a set that is
/// not there whole or twice, a practice without members, label or id, a record that the generation
/// does not have.
std::vector<StoredPractices> parse_practices(std::string_view file_text, std::size_t record_count);

}  // namespace torikumi::indexer

#endif  // INDEXER_PRACTICES_FILE_H_
