#ifndef INDEXER_VOCABULARY_BUILDER_H_
#define INDEXER_VOCABULARY_BUILDER_H_

// Counts words and compounds while records are indexed.

#include "indexer/vocabulary_words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace torikumi::indexer {

/// Bounded memory, linear time. Words of the dictionary always stay (the dictionary bounds their
/// number). Of everything else, compounds above all, at most `max_held` are held: when there are
/// more, those met in one record only are dropped, then those in two, and so on, until half of them
/// is left (lossy counting, Manku and Motwani 2002). What was dropped and comes again is counted
/// anew, so from then on the count of a rare one may be too low by what was dropped; below
/// `max_held` every count is exact. The same records in the same order give the same file.
class VocabularyBuilder {
 public:
  struct Options {
    std::size_t max_held = 1'000'000;  ///< About 250 bytes each.
    std::size_t max_kept = 300'000;    ///< Of the same, in the file; the most frequent ones.
  };

  VocabularyBuilder() = default;
  explicit VocabularyBuilder(const Options& options) : options_(options) {}

  /// Counts the words of one record, with those of all its texts together.
  void add(const std::vector<VocabularyWord>& words, bool is_initiative);

  /// The text of the file.
  [[nodiscard]] std::string finish() const;

 private:
  struct Spelling {
    std::string surface;
    std::string reading;
    std::uint32_t occurrences = 0;
  };
  struct Candidate {
    std::vector<Spelling> spellings;
    std::uint32_t records = 0;
    std::uint32_t initiatives = 0;
    std::uint32_t last_record = 0;  // Number of the last record that was counted.
    bool is_fixed = false;          // A word of the dictionary.
  };
  using Candidates = std::unordered_map<std::string, Candidate>;

  static void count_spelling(const VocabularyWord& word, Candidate& candidate);
  static void append_entry(const std::string& families, const Candidate& candidate,
                           std::vector<std::string>& lines);
  [[nodiscard]] std::uint32_t lowest_count_within(std::size_t limit) const;
  void drop_rare();

  Options options_;
  Candidates candidates_;  // By families.
  std::uint32_t record_number_ = 0;
  std::size_t loose_count_ = 0;  // Candidates that may be dropped.
};

}  // namespace torikumi::indexer

#endif  // INDEXER_VOCABULARY_BUILDER_H_
