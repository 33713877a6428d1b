#ifndef SEARCHD_SEARCH_PATTERN_READER_H_
#define SEARCHD_SEARCH_PATTERN_READER_H_

// From what was typed to the patterns that a text may hold of it. Knows words and characters, no
// clauses; query_plan.h puts those together.

#include "analysis/analyzer.h"
#include "searchd/search/text_pattern.h"

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// Weights against 1 for the typed word. Set by judgement; of these only kNearSlack was compared
/// with other values on the judged queries of bench/relevance (3, 6, 10).
inline constexpr double kCharacterWeight = 0.35;
inline constexpr double kReadingWeight = 0.35;
inline constexpr double kNumberWeight = 0.9;
inline constexpr double kNearWeight = 0.3;
/// Words that may stand between the parts of a compound (個人情報の適正な保護) for it to be found.
inline constexpr std::size_t kNearSlack = 6;

/// `text` as an exact sequence of characters; nothing if it holds only signs.
std::vector<TextPattern> character_patterns(const analysis::Analysis& text, double weight);

/// Whether `text` is hiragana (and ー) only. MeCab cuts such words in the wrong places, しえん
/// (支援) as し + えん, so that none of its pieces may be left out or taken for a word.
bool is_hiragana_only(const analysis::Analysis& text);

/// `text` as the sequence of its words, without particles and endings around them (引き継ぎます
/// means 引き継ぐ), but with all of them if it is hiragana only; nothing if there is no other word.
std::vector<TextPattern> word_patterns(const analysis::Analysis& text, double weight);

/// If `text` is two to four words, perhaps with の between them: these words near each
/// other, in any order. A one-character part (人 of 外国人) is a word here.
std::vector<TextPattern> near_patterns(const analysis::Analysis& text, double weight);

/// The words of `text` in any order, all within `window` words (or as many as `text` itself is
/// long); particles and signs do not count, each word does once. Nothing if it holds only signs, or
/// more than kMaxTypedNearWords words, or if it is longer than kMaxNearWords itself.
std::vector<TextPattern> typed_near_patterns(const analysis::Analysis& text, std::size_t window,
                                             double weight);
inline constexpr std::size_t kMaxTypedNearWords = 8;

/// If `text` is hiragana of three characters or more: a word that is read so.
std::vector<TextPattern> reading_patterns(const analysis::Analysis& text, double weight);

/// Every pattern by which one typed word is matched, the strongest first. Linear.
std::vector<TextPattern> patterns_of_word(std::string_view text, double weight,
                                          analysis::Analyzer& analyzer);

/// Adds those of `from` that match other texts than all of `to`.
void append_new(std::vector<TextPattern>& to, std::vector<TextPattern> from);

/// What stands between the first and the last word that is no particle, ending or sign.
struct TokenSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};
TokenSpan trimmed_span(const std::vector<analysis::Token>& tokens);

/// True for a sign such as 、 or !: in no word, and not searched alone.
bool is_sign(const analysis::CharacterUnit& unit);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_PATTERN_READER_H_
