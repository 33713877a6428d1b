#ifndef ANALYSIS_TERM_EXTRACTION_H_
#define ANALYSIS_TERM_EXTRACTION_H_

// The terms of a text, as analytics count them: nouns, and compounds of them (窓口発券システム)
// that are in no dictionary. Pure functions; free to call from any thread.

#include "analysis/token.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// Longest term, in words.
inline constexpr std::size_t kMaxTermWords = 6;

/// Everything in `tokens` that may be a term, as its words (surfaces) in order, with every
/// occurrence: each noun, and each run of nouns that stand together without anything between, with
/// the runs inside of it of up to four words.
///
/// Left out are what says where and when instead of what, and what stands in every goal:
/// - numbers, with the counter behind them (3回, 令和2年度): they end a run;
/// - names of persons and places, with the 区, 市 or 駅 behind them (中原区): they end a run. Names
/// of
///   persons are no business of statistics;
/// - single characters, up to two hiragana, and runs that end in a prefix or begin with a suffix
///   (多言語 | 化 | 対応: no 化対応);
/// - words of the genre (is_genre_word: 取組, 目標, 職員), and compounds of nothing else.
std::vector<std::vector<std::string>> term_candidates(const std::vector<Token>& tokens);

/// True for a word (normalised) that stands in a report because it is a report of a ward office.
bool is_genre_word(std::string_view word);

/// What termhood is computed from.
struct TermFrequency {
  std::vector<std::string> words;
  std::uint32_t records = 0;  ///< In how many records it stands, also as a part of a longer one.
};

/// How much of a term each candidate is, in the order given: its C-value over records,
///   log2(words + 1) · (records − mean of records over the longer candidates that hold it).
/// At most 0 for what occurs only as a part of one longer term (発券 | システム where there is only
/// 窓口発券システム), high for what is long, frequent, and stands by itself. K. Frantzi, S.
/// Ananiadou and H. Mima, Int. J. Digital Libraries 3:115 (2000); + 1 so that single words have a
/// value too (A. Barrón-Cedeño et al., 2009). Candidates are different from each other. O(n ·
/// kMaxTermWords²).
std::vector<double> c_values(const std::vector<TermFrequency>& candidates);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_TERM_EXTRACTION_H_
