#ifndef ANALYSIS_SYNONYMS_H_
#define ANALYSIS_SYNONYMS_H_

// Words of the domain that a query may also mean, and that say the same in different reports. Never
// used for the terms of an index.

#include "analysis/analyzer.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace torikumi::analysis {

/// One word that is searched besides the one that was typed.
struct Synonym {
  std::string text;
  double weight = 1.0;  ///< 0 < weight <= 1, against 1 for the word itself.

  bool operator==(const Synonym&) const = default;
};

/// Words that may stand for each other with this weight or more mean the same.
inline constexpr double kSameMeaning = 0.7;

/// The editable file of synonyms. Immutable after loading; free to share.
class SynonymTable {
 public:
  SynonymTable() = default;

  /// Reads the file described in its own head (analysis/data/synonyms.tsv); `analyzer` is like the
  /// one whose tokens are looked up. Throws Error with file and line for a bad row.
  static SynonymTable load(const std::filesystem::path& file, Analyzer& analyzer);

  /// What the word or compound of these tokens may also mean, in file order. Whatever its spelling:
  /// 手引き, 手引 and てびき mean the same, and so does a compound that is parted elsewhere.
  [[nodiscard]] std::vector<Synonym> of(std::span<const Token> words) const;

  /// A key that words have in common if rows of "=" with a weight of kSameMeaning or more join
  /// them, directly or over others; empty for all other words.
  [[nodiscard]] std::string_view meaning_of(std::span<const Token> words) const;

 private:
  std::unordered_map<std::string, std::vector<Synonym>> synonyms_;  // By joined_family.
  std::unordered_map<std::string, std::string> meanings_;           // By joined_family.
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_SYNONYMS_H_
