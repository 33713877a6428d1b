#ifndef ANALYSIS_TOKEN_H_
#define ANALYSIS_TOKEN_H_

// What the analyzer makes of text. Plain values.

#include "analysis/normalizer.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace torikumi::analysis {

/// What a paragraph break adds to the positions of tokens and of units, so that no phrase reaches
/// over it.
inline constexpr std::uint32_t kParagraphGap = 100;

/// The coarse parts of speech that search and analytics tell apart.
enum class PartOfSpeech {
  Noun,  ///< 名詞 with content: 一般, サ変接続, 固有名詞, 形容動詞語幹, 接尾 …
  Number,      ///< 名詞,数
  Verb,        ///< 動詞,自立
  Adjective,   ///< 形容詞,自立
  Adverb,      ///< 副詞
  Prefix,      ///< 接頭詞
  Functional,  ///< Particles, auxiliaries, conjunctions, dependent nouns and verbs, pronouns.
  Symbol,      ///< Punctuation and brackets.
  Unknown,     ///< Not in the dictionary (a name, Latin letters): searched like a noun.
};

/// One word (形態素) of a text.
struct Token {
  std::string surface;  ///< As written, normalised.
  std::string base;     ///< Dictionary form (取り組む); the surface for an unknown word.
  std::string reading;  ///< Katakana; empty if the dictionary has none.
  std::string
      family;  ///< Key of its spelling family; equal for 問合せ and 問い合わせ. Never empty.
  PartOfSpeech part_of_speech = PartOfSpeech::Noun;
  bool is_content = true;  ///< Counts for search by meaning and for statistics.
  bool is_in_dictionary = true;
  bool is_name = false;        ///< Of a person or place, as far as the dictionary knows.
  std::uint32_t position = 0;  ///< Rises by 1 from token to token, by more over a paragraph break.
  ByteRange source;            ///< Bytes of the original text; on character bounds.
};

/// One unit of the character-level safety net: a Japanese character or a sign, or a whole run of
/// Latin letters or of digits (so that IT is not found in "with", nor 3 in 30).
struct CharacterUnit {
  std::string text;            ///< Normalised.
  std::uint32_t position = 0;  ///< Rises by 1; by more over a paragraph break. Blanks are no unit.
  ByteRange source;
};

struct Analysis {
  std::vector<Token> tokens;
  std::vector<CharacterUnit> units;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_TOKEN_H_
