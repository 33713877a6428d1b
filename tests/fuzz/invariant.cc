#include "tests/fuzz/invariant.h"

#include "corpus/data_directory.h"
#include "corpus/utf8.h"
#include "corpus/ward_registry.h"

#include <cstdio>
#include <cstdlib>

namespace torikumi::fuzz {

void require(bool holds, const char* rule) {
  if (!holds) {
    std::fprintf(stderr, "broken rule: %s\n", rule);
    std::abort();
  }
}

void require_utf8(std::string_view text, const char* rule) {
  require(!corpus::first_ill_formed_byte(text), rule);
}

std::string well_formed(std::string_view bytes) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string text;
  for (const corpus::CodePoint& point : corpus::code_points(bytes)) {
    const std::string_view sequence =
        bytes.substr(point.byte_begin, point.byte_end - point.byte_begin);
    text += corpus::first_ill_formed_byte(sequence) ? kReplacement : sequence;
  }
  return text;
}

CharacterBounds::CharacterBounds(std::string_view text) : is_bound_(text.size() + 1, false) {
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    is_bound_[point.byte_begin] = true;
  }
  is_bound_.back() = true;
}

void CharacterBounds::require_range(std::size_t byte_begin, std::size_t byte_end) const {
  require(byte_begin < byte_end, "a range is not empty");
  require(byte_end < is_bound_.size(), "a range is within its text");
  require(is_bound_[byte_begin] && is_bound_[byte_end], "a range is on character bounds");
}

const corpus::WardRegistry& shipped_wards() {
  static const auto wards = corpus::WardRegistry::load(data_directory() / "wards.csv");
  return wards;
}

}  // namespace torikumi::fuzz
