#ifndef ANALYSIS_STANDARDS_WORD_WEIGHTS_H_
#define ANALYSIS_STANDARDS_WORD_WEIGHTS_H_

// How much each word of the records tells about what a text is about.

#include "analysis/standards/standard_measure.h"
#include "analysis/token.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace torikumi::analysis {

/// Number of a spelling family, from 0 in order of first sight.
using WordNumber = std::uint32_t;

/// True for the words that texts are compared by: content words and numbers.
bool is_compared(const Token& token);

/// Numbers the families of words and counts what their weights are made of. A class of words is
/// damped by what the texts do with it, not by a list: how many records have it, how often it is a
/// verb, how often する stands behind it.
///
/// One thread while texts are added; free to share for reading afterwards.
class WordWeights {
 public:
  /// The number of `family`, a new one if it is not known yet.
  WordNumber number_of(const std::string& family);
  /// The same, or nothing for a family that no text had.
  [[nodiscard]] const WordNumber* find(const std::string& family) const;

  /// Counts the words of a text; `tokens` are all tokens, in order.
  void count_uses(std::span<const Token> tokens);
  /// Counts one record that has `words`; any order, repetitions allowed.
  void count_record(std::vector<WordNumber> words);

  /// 0 for a word that every record has, 1 for one that hardly any has; less for verbs and actions.
  /// Linear in the logarithm of the share of records: log((N + 1) / (n + 0.5)), N records, n with
  /// the word (Spärck Jones's inverse document frequency), cut at that of a word of one in
  /// `full_corpus` records.
  [[nodiscard]] double weight(WordNumber word, const StandardMeasure& measure) const;

 private:
  struct Counts {
    std::size_t records = 0;
    std::size_t uses = 0;
    std::size_t uses_as_verb = 0;
    std::size_t uses_as_action = 0;  // する, できる, いたす stand behind it.
  };

  std::unordered_map<std::string, WordNumber> numbers_;
  std::vector<Counts> counts_;
  std::size_t record_count_ = 0;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_WORD_WEIGHTS_H_
