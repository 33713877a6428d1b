#ifndef ANALYSIS_STANDARDS_COMPARED_TEXT_H_
#define ANALYSIS_STANDARDS_COMPARED_TEXT_H_

// Texts as they are compared with standards: sentences of numbered words.

#include "analysis/practices/practice.h"
#include "analysis/standards/word_weights.h"
#include "analysis/token.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace torikumi::analysis {

struct NumberedWord {
  WordNumber word = 0;
  std::uint32_t byte_begin = 0;  ///< In the original text.
  std::uint16_t clause = 0;      ///< Of its sentence, parted by 、; from 0.
  bool joins_previous = false;   ///< Stands directly behind the word before it in the list.
  bool is_single = false;        ///< A noun of one character (先, 者, 内): says little alone.
  bool is_aside = false;         ///< Within quotes or brackets.
};

/// A sentence: up to 。 ! ? or the end of a paragraph.
struct NumberedSentence {
  SentenceRef ref;
  std::vector<NumberedWord> words;
  std::vector<std::string> raising;  ///< RaisingWords::found_in; of records only.
};

/// The sentences of the text with `tokens`, those without words left out. New words are numbered
/// by `weights`.
std::vector<NumberedSentence> compared_sentences(std::span<const Token> tokens, TextPart part,
                                                 WordWeights& weights);

/// The words of `sentences` that begin within `range` of their part, as one sentence.
NumberedSentence compared_range(const std::vector<NumberedSentence>& sentences,
                                const SentenceRef& range);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_COMPARED_TEXT_H_
