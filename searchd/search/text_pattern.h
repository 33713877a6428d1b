#ifndef SEARCHD_SEARCH_TEXT_PATTERN_H_
#define SEARCHD_SEARCH_TEXT_PATTERN_H_

// The ways in which a text can hold what was asked for.

#include "indexer/schema.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// Why a pattern is searched, for `explain` and for the order of finds.
enum class PatternOrigin : std::uint8_t {
  Word,        ///< The words as typed, in any spelling and inflection.
  Characters,  ///< The characters as typed.
  Reading,     ///< A word that is read as typed.
  Number,      ///< The same number written otherwise.
  Synonym,     ///< A word of the list of synonyms.
  Compound,    ///< The parts of a compound near each other, or a longer part of it.
};

inline constexpr double kMaxPatternWeight = 1.5;

/// Words or characters at neighbouring positions (or near each other), or one word's reading.
struct TextPattern {
  enum class Family : std::uint8_t { Words, Characters, Reading };
  Family family = Family::Words;
  std::vector<std::string> sequence;  ///< Families, character units, or one reading; not empty.
  /// Against 1 for the typed word itself; for ranking only. From 0 (finds, ranks nothing) to
  /// kMaxPatternWeight.
  double weight = 1.0;
  /// 0: neighbours in this order. Otherwise all of them, in any order, within so many positions.
  std::size_t window = 0;
  PatternOrigin origin = PatternOrigin::Word;
  std::size_t term = 0;  ///< For which of the terms of its clause it stands; a place in the list.

  std::optional<indexer::TextField> field = {};  ///< The text that must hold it; none: either.

  /// True if the pattern is looked for in this text of a record.
  [[nodiscard]] bool is_for(indexer::TextField text) const { return !field || *field == text; }

  /// True if both match the same texts.
  [[nodiscard]] bool matches_like(const TextPattern& other) const {
    return family == other.family && sequence == other.sequence && window == other.window &&
           field == other.field;
  }

  bool operator==(const TextPattern&) const = default;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_TEXT_PATTERN_H_
