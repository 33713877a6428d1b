#ifndef CORPUS_TEXT_SCAN_H_
#define CORPUS_TEXT_SCAN_H_

// Small steps through a text (UTF-8) that several readers take.

#include <cstddef>
#include <string_view>

namespace torikumi::corpus {

/// The value of an ASCII or full-width digit; -1 for any other character.
int digit_value(char32_t code_point);

/// The offset of the first character at or behind `at` that is not blank; the size of `text` if
/// there is none.
std::size_t after_blanks(std::string_view text, std::size_t at);

}  // namespace torikumi::corpus

#endif  // CORPUS_TEXT_SCAN_H_
