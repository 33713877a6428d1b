#ifndef ANALYSIS_CHARACTER_FOLDING_H_
#define ANALYSIS_CHARACTER_FOLDING_H_

// What Unicode's NFKC leaves apart and Japanese office documents mean alike, one character at a
// time: radicals for characters, variants in names, dashes, waves, quotes, middle dots, blanks.

#include <optional>

namespace torikumi::analysis {

/// The character that `c` is read as before NFKC; `c` itself for most. Every kind of blank and
/// every control character gives U+0020, every kind of line end U+000A, ゛ and ゜ give the
/// combining marks U+3099 and U+309A.
char32_t folded_character(char32_t c);

/// The number of a list sign (① ⑴ ⒈ ❶ ㊿), 0..50; nothing for any other character.
std::optional<int> list_number(char32_t c);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_CHARACTER_FOLDING_H_
