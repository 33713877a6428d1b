#ifndef SEARCHD_SEARCH_LIKELY_SLIP_H_
#define SEARCHD_SEARCH_LIKELY_SLIP_H_

// Which differences between a typed word and a known one are slips of the hand or of the
// conversion, and which make another word.

#include "analysis/analyzer.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// Costs in quarters of an edit.
inline constexpr unsigned kEditCost = 4;
inline constexpr unsigned kAlikeCost = 2;

/// A word that was typed and may be wrong.
struct TypedWord {
  std::u32string text;  ///< Normalised.
  /// The dictionary has it as one word: what was typed was probably meant.
  bool is_in_dictionary = false;
  /// For each character: it stands in a word of the dictionary of two characters or more.
  std::vector<bool> is_in_known_word;
};

TypedWord typed_word(std::u32string text, analysis::Analyzer& analyzer);

/// What it costs that `known`, which differs from `typed` in `distance` edits, was mistyped so;
/// nothing if that is not likely. It is not for a word of the dictionary. Otherwise characters may
/// be taken for others that look alike; from four characters on (five if all is hiragana) kana
/// may be missing, wrong or too many, neighbours swapped, and one kanji wrong or missing that
/// stands in no known word. Less may be wrong than is right.
std::optional<unsigned> slip_cost(const TypedWord& typed, std::u32string_view known,
                                  std::size_t distance);

/// The same of two coarse readings (vocabulary.h), where what was typed has so many `sounds`:
/// sounds that are heard alike (は for わ, う for お, the voice) may be mixed up from three sounds
/// on, a lengthening う or a small っ missing or too many from four, any other kana from five.
std::optional<unsigned> sound_slip_cost(std::u32string_view typed, std::u32string_view known,
                                        std::size_t distance, std::size_t sounds);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_LIKELY_SLIP_H_
