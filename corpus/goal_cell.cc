#include "corpus/goal_cell.h"

#include "corpus/scene.h"
#include "corpus/text_scan.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kMostDigits = 3;
constexpr std::size_t kLongestNotice = 100;  // Characters of ※…総括を省略とします.

// The number in digits before a label or the end.
std::optional<ListMark> number_in_digits(std::string_view cell) {
  ListMark mark;
  std::size_t digits = 0;
  while (mark.byte_count < cell.size()) {
    const CodePoint here = code_point_at(cell, mark.byte_count);
    const int digit = digit_value(here.value);
    if (digit < 0) {
      break;
    }
    mark.number = 10 * mark.number + digit;
    mark.byte_count = here.byte_end;
    if (++digits > kMostDigits) {
      return std::nullopt;
    }
  }
  const std::string_view rest = trimmed(cell.substr(mark.byte_count));
  if (mark.number == 0 || !(rest.empty() || leading_scene_label(rest))) {
    return std::nullopt;
  }
  mark.byte_count = after_blanks(cell, mark.byte_count);
  return mark;
}

bool is_dash(char32_t code_point) {
  return code_point == U'-' || code_point == U'－' || code_point == U'―' || code_point == U'ー' ||
         code_point == U'—';
}

bool is_dashes_only(std::string_view text) {
  for (const CodePoint& here : code_points(text)) {
    if (!is_blank(here.value) && !is_dash(here.value)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<ListMark> leading_goal_number(std::string_view cell) {
  const std::string padded = std::string(cell) + ' ';  // A mark at the end of a cell is one too.
  if (const auto mark = leading_list_mark(padded)) {
    return ListMark{mark->number, std::min(mark->byte_count, cell.size())};
  }
  return number_in_digits(cell);
}

bool is_goal_number(std::string_view cell) {
  cell = trimmed(cell);
  const auto mark = leading_goal_number(cell);
  if (!mark) {
    return false;
  }
  const std::string_view rest = cell.substr(mark->byte_count);
  const auto label = leading_scene_label(rest);
  return rest.empty() || (label && label->byte_count == rest.size());
}

ResultStatus result_status_of(std::string_view result) {
  if (is_dashes_only(result)) {
    return ResultStatus::Missing;
  }
  const bool is_notice = result.starts_with("※") || result.starts_with("（※") ||
                         result.starts_with("(※") || result.find("総括") != std::string_view::npos;
  const bool says_so = result.find("省略") != std::string_view::npos;
  return is_notice && says_so && character_count(result) <= kLongestNotice ? ResultStatus::Omitted
                                                                           : ResultStatus::Reported;
}

}  // namespace torikumi::corpus
