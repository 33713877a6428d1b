#ifndef ANALYSIS_STANDARDS_STANDARD_LIST_H_
#define ANALYSIS_STANDARDS_STANDARD_LIST_H_

// The standards of one municipality and year, ready to be found in sentences.

#include "analysis/standards/compared_text.h"
#include "analysis/standards/standard_measure.h"
#include "analysis/standards/word_weights.h"
#include "corpus/scene.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace torikumi::analysis {

/// A word that may stand for one of a standard, by numbers.
struct NumberedRelatedWord {
  std::vector<WordNumber> words;  ///< Neighbours in the list of a sentence's words; never empty.
  double weight = 1;              ///< 0..1.
};

/// A standard before its words are weighed.
struct ComparedStandard {
  std::size_t place = 0;  ///< Of its record.
  std::string text;
  std::vector<corpus::Scene> scenes;
  std::vector<NumberedSentence> sentences;
  std::unordered_map<WordNumber, std::vector<NumberedRelatedWord>> related;
};

/// What a sentence says of a standard.
struct StandardMatch {
  std::size_t standard = 0;         ///< Place in the StandardList.
  std::vector<double> word_values;  ///< For each different word of the standard; 0 if not said.
};

/// Immutable; free to share.
class StandardList {
 public:
  /// `weights` is complete; nothing is kept of it.
  StandardList(const std::vector<ComparedStandard>& standards, const WordWeights& weights,
               const StandardMeasure& measure);

  [[nodiscard]] std::size_t size() const { return standards_.size(); }
  [[nodiscard]] std::size_t place(std::size_t standard) const { return standards_[standard].place; }
  [[nodiscard]] const std::string& text(std::size_t standard) const {
    return standards_[standard].text;
  }
  [[nodiscard]] const std::vector<corpus::Scene>& scenes(std::size_t standard) const {
    return standards_[standard].scenes;
  }
  /// What all words of a standard are worth, in fully informative words.
  [[nodiscard]] double whole_value(std::size_t standard) const {
    return standards_[standard].value;
  }

  /// The different words of a standard, in the order of StandardMatch::word_values.
  [[nodiscard]] const std::vector<WordNumber>& words(std::size_t standard) const {
    return standards_[standard].words;
  }

  /// The standards that have a word in common with `sentence`, in their order, without those that
  /// share next to nothing with it (kLeastWord). Time grows with the words of the sentence and
  /// their places in the standards.
  [[nodiscard]] std::vector<StandardMatch> matches(const NumberedSentence& sentence,
                                                   const StandardMeasure& measure) const;

 private:
  struct Standard {
    std::size_t place = 0;
    std::string text;
    std::vector<corpus::Scene> scenes;
    double value = 0;
    std::vector<WordNumber> words;                              // Rising.
    std::vector<std::pair<WordNumber, WordNumber>> neighbours;  // Sorted.
  };
  /// That a word of a sentence may stand for a word of a standard.
  struct Posting {
    std::size_t standard = 0;
    std::size_t word = 0;  // Of the standard.
    double value = 0;
    bool needs_neighbour = false;
    std::vector<WordNumber> behind;  // These must follow in the sentence.
  };
  struct Occurrence {
    std::size_t standard = 0;
    std::size_t word = 0;
    double value = 0;
    std::uint16_t clause = 0;
  };

  void add(const ComparedStandard& standard, const WordWeights& weights,
           const StandardMeasure& measure,
           const std::unordered_map<WordNumber, std::size_t>& standards_with,
           std::size_t list_size);
  [[nodiscard]] bool stands(const Posting& posting, const std::vector<NumberedWord>& words,
                            std::size_t at) const;

  std::vector<Standard> standards_;
  std::unordered_map<WordNumber, std::vector<Posting>> postings_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_LIST_H_
