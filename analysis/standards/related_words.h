#ifndef ANALYSIS_STANDARDS_RELATED_WORDS_H_
#define ANALYSIS_STANDARDS_RELATED_WORDS_H_

// What reports may say where a standard has another word.

#include "analysis/analyzer.h"
#include "analysis/synonyms.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace torikumi::analysis {

/// One word, or compound, that may stand for another one.
struct RelatedWord {
  std::vector<std::string> families;  ///< Of its words, in order; never empty.
  double weight = 1;                  ///< 0 < weight <= 1, against 1 for the word itself.

  bool operator==(const RelatedWord&) const = default;
};

/// Looks words up in lists of the form of analysis/data/synonyms.tsv.
///
/// One thread: it uses the analyzer.
class RelatedWords {
 public:
  /// `analyzer` must outlive this object. Throws Error with file and line for a bad row.
  RelatedWords(const std::vector<std::filesystem::path>& files, Analyzer& analyzer);

  /// What may stand for the word `token`, each once with its greatest weight, in order of the
  /// families.
  [[nodiscard]] std::vector<RelatedWord> of(const Token& token) const;

 private:
  std::vector<SynonymTable> tables_;
  Analyzer* analyzer_;
};

/// The lists that ship with the programs: synonyms.tsv, which searching uses too, and
/// standard_terms.tsv.
std::vector<std::filesystem::path> related_word_files();

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_RELATED_WORDS_H_
