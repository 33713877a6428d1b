#include "corpus/utf8.h"

#include "corpus/error.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kLongestSequence = 4;

UChar32 icu(char32_t code_point) {
  return static_cast<UChar32>(code_point);
}

// ICU's macro narrows inside; there is no function for it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

// The value at `text[0]`, -1 if ill-formed, and how many bytes it takes (at least one).
std::pair<UChar32, std::size_t> first_of(std::string_view text) {
  const std::string_view window = text.substr(0, kLongestSequence);
  const auto length = static_cast<std::int32_t>(window.size());
  std::int32_t at = 0;
  UChar32 value = 0;
  U8_NEXT(window.data(), at, length, value);
  return {value, static_cast<std::size_t>(at)};
}

#pragma GCC diagnostic pop

std::string normalized(const icu::Normalizer2* form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                      sink, nullptr, status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::Internal, std::string("ICU cannot normalise: ") + u_errorName(status));
  }
  return out;
}

const icu::Normalizer2* checked(const icu::Normalizer2* form, UErrorCode status) {
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::Internal,
                std::string("ICU has no normalisation data: ") + u_errorName(status));
  }
  return form;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t byte_begin) {
  const auto [value, size] = first_of(text.substr(byte_begin));
  return {value < 0 ? kReplacement : static_cast<char32_t>(value), byte_begin, byte_begin + size};
}

CodePoint code_point_before(std::string_view text, std::size_t byte_end) {
  // What begins with a lead byte begins a code point; what begins elsewhere is one byte long.
  const std::size_t window = std::min(byte_end, kLongestSequence);
  for (std::size_t size = window; size > 1; --size) {
    const CodePoint point = code_point_at(text.substr(0, byte_end), byte_end - size);
    if (point.byte_end == byte_end) {
      return point;
    }
  }
  return code_point_at(text.substr(0, byte_end), byte_end - 1);
}

std::optional<std::size_t> first_ill_formed_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto [value, size] = first_of(text.substr(at));
    if (value < 0) {
      return at;
    }
    at += size;
  }
  return std::nullopt;
}

bool is_blank(char32_t code_point) {
  constexpr char32_t kZeroWidthSpace = 0x200B;
  constexpr char32_t kWordJoiner = 0x2060;
  constexpr char32_t kByteOrderMark = 0xFEFF;
  return code_point <= U' ' || code_point == 0x7F || code_point == kZeroWidthSpace ||
         code_point == kWordJoiner || code_point == kByteOrderMark ||
         u_isUWhiteSpace(icu(code_point)) != 0;
}

std::string printable(std::string_view text) {
  constexpr std::string_view kShownInstead = "\xEF\xBF\xBD";
  std::string out;
  for (const CodePoint& point : code_points(text)) {
    const int category = u_charType(icu(point.value));
    const bool is_turning = u_hasBinaryProperty(icu(point.value), UCHAR_BIDI_CONTROL) != 0;
    const bool is_harmless = category != U_CONTROL_CHAR && category != U_LINE_SEPARATOR &&
                             category != U_PARAGRAPH_SEPARATOR && !is_turning;
    out += is_harmless ? text.substr(point.byte_begin, point.byte_end - point.byte_begin)
                       : kShownInstead;
  }
  return out;
}

bool is_japanese_letter(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu(code_point), &status);
  if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) {
    return true;
  }
  // ー and 〆 belong to several scripts; so do 、。「」, which are not letters.
  return u_isUAlphabetic(icu(code_point)) != 0 &&
         (uscript_hasScript(icu(code_point), USCRIPT_HAN) != 0 ||
          uscript_hasScript(icu(code_point), USCRIPT_HIRAGANA) != 0 ||
          uscript_hasScript(icu(code_point), USCRIPT_KATAKANA) != 0);
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = code_point_at(text, at).byte_end) {
    ++count;
  }
  return count;
}

std::size_t visible_character_count(std::string_view text) {
  std::size_t count = 0;
  for (const CodePoint& point : code_points(text)) {
    count += is_blank(point.value) ? 0U : 1U;
  }
  return count;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(code_point_at(text, 0).value)) {
    text.remove_prefix(code_point_at(text, 0).byte_end);
  }
  while (!text.empty() && is_blank(code_point_before(text, text.size()).value)) {
    text = text.substr(0, code_point_before(text, text.size()).byte_begin);
  }
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const CodePoint& point : code_points(text)) {
    if (!is_blank(point.value)) {
      out += text.substr(point.byte_begin, point.byte_end - point.byte_begin);
    }
  }
  return out;
}

std::string width_folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  return normalized(checked(form, status), text);
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  return normalized(checked(form, status), text);
}

}  // namespace torikumi::corpus
