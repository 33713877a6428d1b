#ifndef ANALYSIS_UTF8_ENCODING_H_
#define ANALYSIS_UTF8_ENCODING_H_

// Code points into UTF-8 and whole texts out of it; see corpus/utf8.h for walking through a text.

#include <string>
#include <string_view>

namespace torikumi::analysis {

/// Appends `code_point` (a scalar value) to `text`.
void append_utf8(std::string& text, char32_t code_point);

std::string to_utf8(std::u32string_view code_points);

/// The code points of `text`; an ill-formed sequence gives one U+FFFD.
std::u32string to_code_points(std::string_view text);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_UTF8_ENCODING_H_
