#include "analysis/normalizer.h"
#include "corpus/utf8.h"
#include "tests/fuzz/invariant.h"

#include <cstddef>
#include <string_view>

namespace torikumi::fuzz {

void check(std::string_view input) {
  const analysis::NormalizedText normalized = analysis::Normalizer().normalize(input);
  require_utf8(normalized.text, "normalised text is well-formed");
  require(corpus::character_count(normalized.text) == normalized.units.size(),
          "each character has a unit");
  const CharacterBounds source_bounds(input);
  std::size_t unit_at = 0;
  std::size_t source_begin = 0;
  std::size_t source_end = 0;
  for (const corpus::CodePoint& point : corpus::code_points(normalized.text)) {
    const auto& unit = normalized.units[unit_at++];
    require(unit.begin == point.byte_begin, "units begin with the characters, in order");
    require(unit.source_begin >= source_begin && unit.source_end >= source_end,
            "source ranges rise");
    require(unit.source_begin == source_begin || unit.source_begin >= source_end,
            "source ranges are the same or disjoint");
    source_bounds.require_range(unit.source_begin, unit.source_end);
    source_begin = unit.source_begin;
    source_end = unit.source_end;
    require(normalized.source_range(point.byte_begin, point.byte_end) ==
                analysis::ByteRange{unit.source_begin, unit.source_end},
            "the source of a character is that of its unit");
  }
  require(analysis::Normalizer().normalize(normalized.text).text == normalized.text,
          "normalised text is not changed by normalising");
}

}  // namespace torikumi::fuzz
