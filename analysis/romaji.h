#ifndef ANALYSIS_ROMAJI_H_
#define ANALYSIS_ROMAJI_H_

// Kana as a keyboard gives them, also in the middle of a conversion: こじんj, kojin, hakke.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// What is typed, read as kana.
struct KanaInput {
  std::string katakana;  ///< What is certain.
  /// Letters at the end that are no kana yet (j, sh, n): the kana one of which is going to follow,
  /// in the order of the table; empty if there are none.
  std::vector<std::string> next;
};

/// Reads kana and Latin small letters as katakana, the longest spelling first. Known are Hepburn
/// (shi, tchi, shimbun), Kunrei (si, tya, zyu) and what input methods add (nn, n', xtu, ltu, la,
/// fa, thi, -). n before another consonant, and at the end of a word, is ン; so is the first of two
/// before a vowel (honnin is ホンニン, not ホンイン). A consonant is doubled by ッ. Nothing if
/// `text` (normalised) holds anything else, or letters that spell no kana (pdf). Linear.
std::optional<KanaInput> kana_input(std::string_view text);

/// The katakana of a finished word in Latin letters only; nothing if letters are left over.
std::optional<std::string> katakana_of_romaji(std::string_view text);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_ROMAJI_H_
