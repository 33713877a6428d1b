#ifndef ANALYSIS_SYNONYMS_H_
#define ANALYSIS_SYNONYMS_H_

// Words of the domain that a query may also mean; used at query time only.

#include <filesystem>
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

/// The editable file of synonyms. Immutable after loading; free to share.
class SynonymTable {
 public:
  SynonymTable() = default;

  /// Reads the file described in its own head (analysis/data/synonyms.tsv). Throws Error with file
  /// and line for a bad row.
  static SynonymTable load(const std::filesystem::path& file);

  /// What `word` may also mean, in file order; matched after normalisation, width and case folded.
  [[nodiscard]] std::vector<Synonym> of(std::string_view word) const;

 private:
  std::unordered_map<std::string, std::vector<Synonym>> synonyms_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_SYNONYMS_H_
