#include "corpus/text_scan.h"

#include "corpus/utf8.h"

namespace torikumi::corpus {

int digit_value(char32_t code_point) {
  if (code_point >= U'0' && code_point <= U'9') {
    return static_cast<int>(code_point - U'0');
  }
  return code_point >= U'０' && code_point <= U'９' ? static_cast<int>(code_point - U'０') : -1;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint next = code_point_at(text, at);
    if (!is_blank(next.value)) {
      break;
    }
    at = next.byte_end;
  }
  return at;
}

}  // namespace torikumi::corpus
