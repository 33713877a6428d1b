#include "corpus/cell_text.h"

#include "corpus/text_scan.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kLongestTag = 256;  // Bytes; longer "tags" are text.

constexpr std::array<std::string_view, 11> kBlockTags{"p",  "ul", "ol", "li",    "br",   "div",
                                                      "tr", "td", "th", "table", "tbody"};
constexpr std::array<std::string_view, 10> kInlineTags{"b",    "strong", "i",   "em",  "u",
                                                       "span", "font",   "sup", "sub", "a"};

struct Tag {
  std::string name;      // Lower case.
  bool closing = false;  // </p>
  bool complete = true;  // False if the text ends inside the tag.
  std::size_t byte_end = 0;

  [[nodiscard]] bool is_block() const {
    return std::find(kBlockTags.begin(), kBlockTags.end(), name) != kBlockTags.end();
  }
};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_known_tag(std::string_view name) {
  return std::find(kBlockTags.begin(), kBlockTags.end(), name) != kBlockTags.end() ||
         std::find(kInlineTags.begin(), kInlineTags.end(), name) != kInlineTags.end();
}

// The known tag that begins with the < at `at`.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t place = at + 1;
  if (place < text.size() && text[place] == '/') {
    tag.closing = true;
    ++place;
  }
  while (place < text.size() && is_ascii_letter(text[place]) && tag.name.size() < 8) {
    tag.name += static_cast<char>(text[place] | 0x20);
    ++place;
  }
  if (place == text.size()) {
    // Cut inside the name: "<", "</" and "<p" cannot end a cell otherwise.
    tag.complete = false;
    tag.byte_end = place;
    return tag;
  }
  const char next = text[place];
  if (!is_known_tag(tag.name) || (next != '>' && next != ' ' && next != '/')) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(place, kLongestTag);
  const std::size_t end = rest.find('>');
  if (end == std::string_view::npos) {
    if (place + rest.size() < text.size()) {
      return std::nullopt;
    }
    tag.complete = false;
    tag.byte_end = text.size();
    return tag;
  }
  tag.byte_end = place + end + 1;
  return tag;
}

bool is_sentence_end(char32_t c) {
  return c == U'。' || c == U'．' || c == U'｡' || c == U'！' || c == U'？';
}

bool is_closing_bracket(char32_t c) {
  return c == U'」' || c == U'』' || c == U')' || c == U'）' || c == U'】' || c == U'〕' ||
         c == U'］' || c == U'》' || c == U'〉' || c == U'”';
}

bool is_opening_bracket(char32_t c) {
  return c == U'「' || c == U'『' || c == U'(' || c == U'（' || c == U'【' || c == U'〔' ||
         c == U'［' || c == U'《' || c == U'〈' || c == U'“';
}

bool is_circled_number(char32_t c) {
  return c >= U'①' && c <= U'⑳';
}

bool is_bullet(char32_t c) {
  return c == U'・' || c == U'･' || c == U'●' || c == U'○' || c == U'◆' || c == U'◇' || c == U'■' ||
         c == U'□';
}

// True for characters of scripts that put blanks between words: Latin, digits, Hangul and others.
bool takes_blanks(char32_t c) {
  const bool wide_latin =
      (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
  const bool hangul = c >= 0xAC00 && c <= 0xD7A3;
  return (c < 0x2000 && !is_blank(c)) || wide_latin || hangul;
}

struct Number {
  int value = 0;
  std::size_t byte_end = 0;
};

// One or two digits at `at`, not followed by a third.
std::optional<Number> short_number_at(std::string_view text, std::size_t at) {
  Number number{0, at};
  int digits = 0;
  while (number.byte_end < text.size()) {
    const CodePoint next = code_point_at(text, number.byte_end);
    const int digit = digit_value(next.value);
    if (digit < 0) {
      break;
    }
    if (++digits > 2) {
      return std::nullopt;
    }
    number.value = number.value * 10 + digit;
    number.byte_end = next.byte_end;
  }
  return digits > 0 && number.value > 0 ? std::optional(number) : std::nullopt;
}

// A number on its own, "1 " or "1．", as list items are numbered.
std::optional<ListMark> bare_number(std::string_view text) {
  const auto number = short_number_at(text, 0);
  if (!number || number->byte_end >= text.size()) {
    return std::nullopt;
  }
  const CodePoint next = code_point_at(text, number->byte_end);
  if (is_blank(next.value)) {
    return ListMark{number->value, after_blanks(text, number->byte_end)};
  }
  const bool dotted = next.value == U'.' || next.value == U'．' || next.value == U'、';
  if (!dotted || next.byte_end >= text.size() ||
      digit_value(code_point_at(text, next.byte_end).value) >= 0) {
    return std::nullopt;  // 1.5
  }
  return ListMark{number->value, after_blanks(text, next.byte_end)};
}

std::optional<ListMark> bracketed_number(std::string_view text) {
  if (text.empty()) {
    return std::nullopt;
  }
  const CodePoint open = code_point_at(text, 0);
  if (open.value != U'(' && open.value != U'（') {
    return std::nullopt;
  }
  const auto number = short_number_at(text, open.byte_end);
  if (!number || number->byte_end >= text.size()) {
    return std::nullopt;
  }
  const CodePoint close = code_point_at(text, number->byte_end);
  if (close.value != U')' && close.value != U'）') {
    return std::nullopt;
  }
  return ListMark{number->value, after_blanks(text, close.byte_end)};
}

// Puts one paragraph together, blank by blank.
class ParagraphSettler {
 public:
  ParagraphSettler(std::string_view text, Blanks blanks) : text_(text), blanks_(blanks) {
    if (const auto mark = bare_number(text)) {
      list_number_ = mark->number;
      first_number_end_ = short_number_at(text, 0)->byte_end;
    }
    is_bullet_list_ = !text.empty() && is_bullet(code_point_at(text, 0).value);
  }

  std::string settled() {
    bool blank = false;
    for (const CodePoint& here : code_points(text_)) {
      if (is_blank(here.value)) {
        blank = true;
        continue;
      }
      if (blank && !settled_.empty()) {
        put_blank(here);
      }
      blank = false;
      settled_.append(text_.substr(here.byte_begin, here.byte_end - here.byte_begin));
      before_previous_end_ = previous_.byte_end;
      previous_ = here;
    }
    return std::move(settled_);
  }

 private:
  void put_blank(const CodePoint& next) {
    if (blanks_ == Blanks::Layout && breaks_before(next)) {
      settled_ += '\n';
    } else if (keeps_blank_before(next)) {
      settled_ += ' ';
    }
  }

  bool breaks_before(const CodePoint& next) {
    const std::string_view rest = text_.substr(next.byte_begin);
    if (is_closing_bracket(next.value)) {
      return false;
    }
    if (is_sentence_end(previous_.value) || next.value == U'※' || is_circled_number(next.value) ||
        bracketed_number(rest)) {
      number_reached(rest);
      return true;
    }
    if (is_bullet(next.value)) {
      const bool followed_by_blank =
          next.byte_end >= text_.size() || is_blank(code_point_at(text_, next.byte_end).value);
      return is_bullet_list_ || !followed_by_blank;
    }
    return number_reached(rest);
  }

  // True, and counted, if `rest` begins with the number that comes next in a list 1 … 2 ….
  bool number_reached(std::string_view rest) {
    if (list_number_ == 0) {
      return false;
    }
    const auto mark = bare_number(rest);
    if (!mark || mark->number != list_number_ + 1) {
      return false;
    }
    ++list_number_;
    first_number_end_ = text_.size() - rest.size() + short_number_at(rest, 0)->byte_end;
    return true;
  }

  bool keeps_blank_before(const CodePoint& next) const {
    if (previous_.byte_end == first_number_end_) {
      return true;
    }
    if (takes_blanks(previous_.value) && takes_blanks(next.value) &&
        !is_opening_bracket(previous_.value) && !is_closing_bracket(next.value)) {
      return true;
    }
    if (blanks_ == Blanks::Layout) {
      return false;
    }
    return !is_sentence_end(previous_.value) && !is_bullet(previous_.value) &&
           !is_opening_bracket(previous_.value) && !is_closing_bracket(next.value) &&
           !is_set_wide(next);
  }

  // True for 共 通: single letters with blanks on both sides.
  [[nodiscard]] bool is_set_wide(const CodePoint& next) const {
    const bool single_before =
        previous_.byte_begin == 0 || before_previous_end_ != previous_.byte_begin;
    const bool single_after =
        next.byte_end >= text_.size() || is_blank(code_point_at(text_, next.byte_end).value);
    return single_before && single_after && is_japanese_letter(previous_.value) &&
           is_japanese_letter(next.value);
  }

  std::string_view text_;
  Blanks blanks_;
  std::string settled_;
  CodePoint previous_;                   // The last visible character.
  std::size_t before_previous_end_ = 0;  // Where the visible character before that ended.
  int list_number_ = 0;  // The last number of a list 1 … 2 …; 0 if there is none.
  std::size_t first_number_end_ = std::string_view::npos;  // Where that number ends in the text.
  bool is_bullet_list_ = false;
};

std::string_view without_dash_mark(std::string_view paragraph) {
  if (paragraph.size() >= 2 && (paragraph.starts_with("- ") || paragraph.starts_with("* "))) {
    paragraph.remove_prefix(2);
  }
  return paragraph;
}

}  // namespace

std::string without_markup(std::string_view cell) {
  std::string text;
  text.reserve(cell.size());
  for (std::size_t at = 0; at < cell.size();) {
    if (cell[at] == '<') {
      if (const auto tag = tag_at(cell, at)) {
        if (tag->is_block()) {
          text += '\n';
        }
        at = tag->byte_end;
        continue;
      }
    }
    if (cell.substr(at).starts_with("**")) {
      at += 2;
      continue;
    }
    text += cell[at];
    ++at;
  }
  return text;
}

bool has_unclosed_paragraph(std::string_view cell) {
  bool open = false;
  for (std::size_t at = cell.find('<'); at != std::string_view::npos; at = cell.find('<', at + 1)) {
    const auto tag = tag_at(cell, at);
    if (!tag) {
      continue;
    }
    if (!tag->complete) {
      return true;
    }
    if (tag->name == "p") {
      open = !tag->closing;
    }
  }
  return open;
}

std::string settled_text(std::string_view text, Blanks blanks) {
  std::string settled;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view paragraph =
        trimmed(without_dash_mark(trimmed(text.substr(begin, end - begin))));
    if (!paragraph.empty()) {
      if (!settled.empty()) {
        settled += '\n';
      }
      settled += ParagraphSettler(paragraph, blanks).settled();
    }
    begin = end + 1;
  }
  return settled;
}

std::string clean_cell(std::string_view cell) {
  return settled_text(without_markup(cell), Blanks::Layout);
}

std::string joined_lines(std::string_view first, std::string_view second) {
  std::string joined(trimmed(first));
  second = trimmed(second);
  if (!joined.empty() && !second.empty() &&
      takes_blanks(code_point_before(joined, joined.size()).value) &&
      takes_blanks(code_point_at(second, 0).value)) {
    joined += ' ';
  }
  joined += second;
  return joined;
}

bool ends_sentence(std::string_view text) {
  text = trimmed(text);
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_closing_bracket(last.value)) {
      return is_sentence_end(last.value);
    }
    text.remove_suffix(last.byte_end - last.byte_begin);
  }
  return false;
}

std::optional<ListMark> leading_list_mark(std::string_view text) {
  const std::size_t begin = after_blanks(text, 0);
  if (begin >= text.size()) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(begin);
  std::optional<ListMark> mark = bracketed_number(rest);
  if (!mark) {
    mark = bare_number(rest);
  }
  const CodePoint first = code_point_at(rest, 0);
  if (!mark && is_circled_number(first.value)) {
    mark = ListMark{static_cast<int>(first.value - U'①') + 1, after_blanks(rest, first.byte_end)};
  }
  if (mark) {
    mark->byte_count += begin;
  }
  return mark;
}

}  // namespace torikumi::corpus
