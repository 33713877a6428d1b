#include "analysis/character_units.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"

#include <unicode/uchar.h>

#include <utility>

namespace torikumi::analysis {
namespace {

enum class CharacterKind { Blank, LineEnd, Letter, Digit, Single };

CharacterKind kind_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c == U'\n') {
    return CharacterKind::LineEnd;
  }
  if (c == U' ' || u_isUWhiteSpace(code) != 0) {
    return CharacterKind::Blank;
  }
  if (is_japanese_letter(c)) {
    return CharacterKind::Single;
  }
  if (u_isdigit(code) != 0) {
    return CharacterKind::Digit;
  }
  const bool is_mark = (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
  return u_isalpha(code) != 0 || is_mark ? CharacterKind::Letter : CharacterKind::Single;
}

class UnitBuilder {
 public:
  explicit UnitBuilder(const NormalizedText& normalized) : normalized_(normalized) {
    units_.reserve(normalized.units.size());
  }

  std::vector<CharacterUnit> build() {
    for (const NormalizedText::Unit& unit : normalized_.units) {
      add(unit, corpus::code_point_at(normalized_.text, unit.begin).value);
    }
    return std::move(units_);
  }

 private:
  void add(const NormalizedText::Unit& unit, char32_t character) {
    const CharacterKind kind = kind_of(character);
    const bool goes_on = kind == last_kind_ &&
                         (kind == CharacterKind::Letter || kind == CharacterKind::Digit) &&
                         run_length_ < kMaxUnitCharacters;
    last_kind_ = kind;
    if (kind == CharacterKind::LineEnd) {
      next_position_ += kParagraphGap;
    }
    if (kind == CharacterKind::LineEnd || kind == CharacterKind::Blank) {
      return;
    }
    if (!goes_on) {
      units_.push_back({.text = {},
                        .position = next_position_++,
                        .source = {.begin = unit.source_begin, .end = unit.source_end}});
      run_length_ = 0;
    }
    append_utf8(units_.back().text, character);
    units_.back().source.end = unit.source_end;
    ++run_length_;
  }

  const NormalizedText& normalized_;  // Borrowed from the caller of character_units.
  std::vector<CharacterUnit> units_;
  CharacterKind last_kind_ = CharacterKind::Blank;
  std::size_t run_length_ = 0;
  std::uint32_t next_position_ = 0;
};

}  // namespace

std::vector<CharacterUnit> character_units(const NormalizedText& normalized) {
  return UnitBuilder(normalized).build();
}

}  // namespace torikumi::analysis
