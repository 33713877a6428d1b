#include "analysis/utf8_encoding.h"

#include "corpus/utf8.h"

#include <cstdint>

namespace torikumi::analysis {

void append_utf8(std::string& text, char32_t code_point) {
  const auto push = [&text](char32_t byte) {
    text.push_back(static_cast<char>(static_cast<std::uint8_t>(byte)));
  };
  const auto push_trail = [&](unsigned shift) { push(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0U | (code_point >> 6U));
    push_trail(0);
  } else if (code_point < 0x10000) {
    push(0xE0U | (code_point >> 12U));
    push_trail(6);
    push_trail(0);
  } else {
    push(0xF0U | (code_point >> 18U));
    push_trail(12);
    push_trail(6);
    push_trail(0);
  }
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  text.reserve(code_points.size() * 3);
  for (const char32_t code_point : code_points) {
    append_utf8(text, code_point);
  }
  return text;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string code_points;
  code_points.reserve(text.size());
  for (const corpus::CodePoint& code_point : corpus::code_points(text)) {
    code_points.push_back(code_point.value);
  }
  return code_points;
}

}  // namespace torikumi::analysis
