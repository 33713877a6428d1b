#ifndef ANALYSIS_PRACTICES_ACTION_SENTENCES_H_
#define ANALYSIS_PRACTICES_ACTION_SENTENCES_H_

// What the sentences of a report say was done: their words, and how much each one tells of the
// action. Pure functions; free to call from any thread.

#include "analysis/normalizer.h"
#include "analysis/token.h"

#include <cstddef>
#include <span>
#include <vector>

namespace torikumi::analysis {

/// A word of a sentence. `token` is a place in the tokens that were given.
struct ActionWord {
  std::size_t token = 0;
  /// 0..1: how much it tells of what was done. 1 for a noun that を marks as the object; less for
  /// others (for whom, where, by whom), for verbs and adjectives, for single characters and words
  /// for persons, and least in a clause that only says what for (…のため、…よう、).
  double weight = 1;
  bool is_joined = false;  ///< Stands right behind the word before, both nouns: a compound.
  bool is_noun = false;
  bool is_object = false;  ///< を follows, or the compound that it belongs to.
  bool is_action =
      false;  ///< A verb that is not negated, or a noun made one by する, 行う, できる.
};

struct ActionSentence {
  ByteRange bytes;                ///< Of the original text, with the 。 at its end.
  std::vector<ActionWord> words;  ///< Content words in order; may be empty.
};

/// The sentences of a text from its tokens. Left out are functional words, numbers, names of
/// persons and places, and the names of offices (…課, …係, …局, …支所, …区役所, …出張所,
/// …センター), which say who or where and not what.
std::vector<ActionSentence> action_sentences(std::span<const Token> tokens);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_ACTION_SENTENCES_H_
