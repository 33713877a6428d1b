#ifndef ANALYSIS_CHARACTER_UNITS_H_
#define ANALYSIS_CHARACTER_UNITS_H_

// The character-level safety net: any sequence of characters can be found, whatever the words are.

#include "analysis/normalizer.h"
#include "analysis/token.h"

#include <cstddef>
#include <vector>

namespace torikumi::analysis {

/// A longer run of letters or digits is cut into units of this many characters.
inline constexpr std::size_t kMaxUnitCharacters = 64;

/// The units of `normalized`, in order: a Japanese character or a sign each; a run of other
/// letters; a run of digits (iso9001 gives iso and 9001). 々 is a character of its own.
/// Linear.
std::vector<CharacterUnit> character_units(const NormalizedText& normalized);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_CHARACTER_UNITS_H_
