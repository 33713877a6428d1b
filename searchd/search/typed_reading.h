#ifndef SEARCHD_SEARCH_TYPED_READING_H_
#define SEARCHD_SEARCH_TYPED_READING_H_

// How input is read that is typed by its sound: kana, romaji, and both before conversion is done.

#include "analysis/romaji.h"
#include "searchd/search/vocabulary.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// The readings that `input` may be the beginning of: コジンジャ, コジンジ … for こじんj.
std::vector<std::string> reading_prefixes(const analysis::KanaInput& input);

/// A word of kanji whose rest is still typed by its sound: 個人じょ, 個人j.
struct HalfConverted {
  std::string written;                ///< Up to the last kanji; empty if `word` is no such word.
  std::vector<std::string> readings;  ///< What the rest may be the beginning of.
};

/// `word` is normalised.
HalfConverted half_converted(std::string_view word);

/// The spellings that begin as `word` is written and go on, behind it, as it is read. What the
/// kanji of `word` are read does not count.
std::vector<Vocabulary::Spelling> spellings_of(const HalfConverted& word,
                                               const Vocabulary& vocabulary);

/// How many sounds (モーラ) `katakana` has: a small kana is none of its own.
std::size_t sounds_in(std::string_view katakana);

/// `katakana` without one particle behind it (ハッケンキヲ, マドグチノ): each way to take one off
/// that leaves a word of three sounds or more, the longest
/// particle first.
std::vector<std::string> without_particle(std::string_view katakana);

/// `katakana` without オ or ゴ before it (ゴアンナイ); empty if that leaves fewer than three
/// sounds.
std::string without_polite_prefix(std::string_view katakana);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_TYPED_READING_H_
