#ifndef CORPUS_UTF8_H_
#define CORPUS_UTF8_H_

// Text by code points. All offsets are byte offsets into UTF-8.

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace torikumi::corpus {

/// One code point of a text and the half-open range of bytes that it takes. An ill-formed sequence
/// is one code point U+FFFD that takes at least one byte.
struct CodePoint {
  char32_t value = 0;
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;

  bool operator==(const CodePoint&) const = default;
};

/// The code point that begins at `byte_begin`, which must be less than `text.size()`.
CodePoint code_point_at(std::string_view text, std::size_t byte_begin);

/// The code point that ends at `byte_end`, 0 < `byte_end` <= `text.size()`.
CodePoint code_point_before(std::string_view text, std::size_t byte_end);

/// The code points of a text, for a range-based `for`. Borrows the text.
class CodePoints {
 public:
  class Iterator {
   public:
    Iterator(std::string_view text, std::size_t byte_begin) : text_(text) { read(byte_begin); }
    const CodePoint& operator*() const { return current_; }
    const CodePoint* operator->() const { return &current_; }
    Iterator& operator++() {
      read(current_.byte_end);
      return *this;
    }
    bool operator!=(const Iterator& other) const {
      return current_.byte_begin != other.current_.byte_begin;
    }

   private:
    void read(std::size_t byte_begin) {
      current_ = byte_begin < text_.size() ? code_point_at(text_, byte_begin)
                                           : CodePoint{0, text_.size(), text_.size()};
    }

    std::string_view text_;  // Borrowed from the caller of `code_points`.
    CodePoint current_;
  };

  explicit CodePoints(std::string_view text) : text_(text) {}
  [[nodiscard]] Iterator begin() const { return {text_, 0}; }
  [[nodiscard]] Iterator end() const { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

inline CodePoints code_points(std::string_view text) {
  return CodePoints(text);
}

/// A temporary string would be gone before the loop over it begins.
template <typename Text>
requires std::same_as<Text, std::string> CodePoints code_points(Text&& text)
= delete;

/// The offset of the first byte that is not part of well-formed UTF-8; nothing if there is none.
std::optional<std::size_t> first_ill_formed_byte(std::string_view text);

/// True for what prints as empty space or as nothing: ASCII blanks and controls, NBSP, U+3000 and
/// all of the category Zs, line and paragraph separators, zero-width blanks and the BOM.
bool is_blank(char32_t code_point);

/// `text` with U+FFFD for every control character and every sign that turns the direction of
/// writing, so that a file's name can steer no terminal and begins no line.
std::string printable(std::string_view text);

/// True for a letter of Japanese text: kanji with 々〆ヶ, hiragana, katakana of both widths, ー.
bool is_japanese_letter(char32_t code_point);

/// The number of code points, ill-formed sequences counted as one each.
std::size_t character_count(std::string_view text);

/// The number of code points that are not blank.
std::size_t visible_character_count(std::string_view text);

/// `text` without the blanks at both ends. Borrows.
std::string_view trimmed(std::string_view text);

/// `text` without any blank.
std::string without_blanks(std::string_view text);

/// `text` in NFKC: full-width letters and digits become ASCII, half-width kana full-width, ㋿
/// 令和, ① 1, U+3000 a blank. For short texts; ill-formed bytes stay as they are.
std::string width_folded(std::string_view text);

/// `text` in NFC: a kana and its separate voice mark, as file names from a Mac have them, become
/// one. Ill-formed bytes stay as they are.
std::string composed(std::string_view text);

}  // namespace torikumi::corpus

#endif  // CORPUS_UTF8_H_
