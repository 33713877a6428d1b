#ifndef ANALYSIS_SPELLING_VARIANTS_H_
#define ANALYSIS_SPELLING_VARIANTS_H_

// The editable list of spellings that belong together and that no rule finds.

#include "corpus/error.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace torikumi::analysis {

/// Immutable after loading; free to share.
class SpellingVariants {
 public:
  struct Entry {
    std::string family;   ///< Key of the family; see family_key.
    std::string reading;  ///< Katakana; of a verb in its continuative form.
  };

  SpellingVariants() = default;

  /// Reads the file described in its own head (analysis/data/spelling_variants.tsv). Throws Error
  /// with file and line for a bad row, and for a spelling that stands in two families.
  static SpellingVariants load(const std::filesystem::path& file);

  /// The entry of a normalised spelling, hiragana and katakana alike; nothing if it is not listed.
  [[nodiscard]] const Entry* find(std::string_view spelling) const;

  /// An upper bound for the bytes of a listed spelling that begins with `first`; 0 if none does.
  [[nodiscard]] std::size_t longest_from(char32_t first) const;

 private:
  void add(const std::string& spelling, const Entry& entry, const std::string& where);

  std::unordered_map<std::string, Entry> entries_;  // By folded kana.
  std::unordered_map<char32_t, std::size_t> longest_from_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_SPELLING_VARIANTS_H_
