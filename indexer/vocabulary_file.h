#ifndef INDEXER_VOCABULARY_FILE_H_
#define INDEXER_VOCABULARY_FILE_H_

// The vocabulary of a generation on disk: one line for each word and compound that its records
// hold. docs/index-schema.md says the same in prose.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Name of the file within a generation.
inline constexpr const char* kVocabularyName = "vocabulary.tsv";

/// First line of the file; the number rises with each change of its form.
inline constexpr std::string_view kVocabularyHeader = "torikumi-vocabulary 1";

/// A word or compound with all its spellings. Texts borrow from the file's.
struct VocabularyEntry {
  std::string_view surface;          ///< The most frequent spelling, normalised.
  std::string_view reading;          ///< Of `surface`, in katakana; empty if not known.
  std::string_view families;         ///< Family keys of its words, parted by one blank.
  std::string_view other_spellings;  ///< `surface/reading`, parted by one blank, most frequent
                                     ///< first; often empty.
  std::uint32_t records = 0;         ///< Records of all kinds that hold it, in any spelling.
  std::uint32_t initiatives = 0;     ///< Those of them that are initiatives; may be 0.

  [[nodiscard]] bool is_compound() const { return families.find(' ') != std::string_view::npos; }
};

/// Appends the line of `entry`, whose texts hold no TAB and no line feed.
void append_line(std::string& file_text, const VocabularyEntry& entry);

/// The entries of a whole file, in its order (by surface, then families, as bytes). They borrow
/// from `file_text`. Throws Error{Damaged} naming the line that cannot be read.
std::vector<VocabularyEntry> parse_vocabulary(std::string_view file_text);

}  // namespace torikumi::indexer

#endif  // INDEXER_VOCABULARY_FILE_H_
