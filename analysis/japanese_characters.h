#ifndef ANALYSIS_JAPANESE_CHARACTERS_H_
#define ANALYSIS_JAPANESE_CHARACTERS_H_

// Kinds of Japanese characters, after normalisation.

#include <optional>

namespace torikumi::analysis {

inline constexpr char32_t kProlongedSoundMark = U'ー';
inline constexpr char32_t kKanjiIterationMark = U'々';

/// Hiragana letters ぁ..ゖ; no marks.
constexpr bool is_hiragana(char32_t c) {
  return c >= 0x3041 && c <= 0x3096;
}

/// Katakana letters ァ..ヺ and the small ones for Ainu; ー is a mark and none of them.
constexpr bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x31F0 && c <= 0x31FF);
}

constexpr bool is_kana(char32_t c) {
  return is_hiragana(c) || is_katakana(c);
}

/// Ideographs, with 々 〆 〇 〻 that stand in words like them.
constexpr bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3005 && c <= 0x3007) || c == 0x303B ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// ゝ ゞ ヽ ヾ.
constexpr bool is_kana_iteration_mark(char32_t c) {
  return c == 0x309D || c == 0x309E || c == 0x30FD || c == 0x30FE;
}

/// What words are written with: kana, kanji, ー and iteration marks.
constexpr bool is_japanese_letter(char32_t c) {
  return is_kana(c) || is_kanji(c) || c == kProlongedSoundMark || is_kana_iteration_mark(c);
}

/// Hiragana as katakana (か → カ); any other character as it is.
constexpr char32_t to_katakana(char32_t c) {
  return is_hiragana(c) ? c + 0x60 : c;
}

/// The kana with its voiced sound (か → が), nothing if it has none; and without it (が, ぱ → か,
/// は).
std::optional<char32_t> voiced_kana(char32_t c);
char32_t unvoiced_kana(char32_t c);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_JAPANESE_CHARACTERS_H_
