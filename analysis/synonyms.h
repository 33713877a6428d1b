#ifndef ANALYSIS_SYNONYMS_H_
#define ANALYSIS_SYNONYMS_H_

// Words of the domain that a query may also mean; used at query time only.

#include "analysis/analyzer.h"

#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace torikumi::analysis {

/// One word that is searched besides the one that was typed.
struct Synonym {
  std::string text;
  double weight = 1.0;  ///< 0 < weight <= 1, against 1 for the word itself.

  bool operator==(const Synonym&) const = default;
};

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

 private:
  std::unordered_map<std::string, std::vector<Synonym>> synonyms_;  // By joined_family.
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_SYNONYMS_H_
