#include "indexer/console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "corpus/utf8.h"

namespace torikumi::indexer {
namespace {

constexpr std::size_t kBarWidth = 24;
constexpr std::chrono::milliseconds kRedrawInterval{100};

std::size_t width_of(UChar32 point) {
  const int category = u_charType(point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
      category == U_CONTROL_CHAR || category == U_FORMAT_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

std::string padded(const std::string& cell, std::size_t width, bool is_right) {
  const std::string blanks(width - std::min(width, display_width(cell)), ' ');
  return is_right ? blanks + cell : cell + blanks;
}

std::string row_text(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                     const std::vector<bool>& is_number) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : "  ") + padded(cells[i], widths[i], is_number[i]);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    width += width_of(static_cast<UChar32>(point.value));
  }
  return width;
}

std::string ConsoleTable::to_string() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < header.size(); ++i) {
    std::size_t width = display_width(header[i]);
    for (const std::vector<std::string>& row : rows) {
      width = std::max(width, display_width(row[i]));
    }
    widths.push_back(width);
  }
  std::string text = row_text(header, widths, is_number);
  std::vector<std::string> rules;
  for (const std::size_t width : widths) {
    rules.emplace_back(width, '-');
  }
  text += row_text(rules, widths, is_number);
  for (const std::vector<std::string>& row : rows) {
    text += row_text(row, widths, is_number);
  }
  return text;
}

ProgressLine::ProgressLine() : is_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::string_view label, std::size_t done, std::size_t total,
                        std::string_view detail) {
  const bool is_new = label != last_label_;
  last_label_ = label;
  if (!is_terminal_) {
    if (is_new) {
      fmt::print(stderr, "{} …\n", label);
    }
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (!is_new && done < total && now - last_drawn_ < kRedrawInterval) {
    return;
  }
  last_drawn_ = now;
  is_drawn_ = true;
  const std::size_t filled = total == 0 ? kBarWidth : kBarWidth * std::min(done, total) / total;
  fmt::print(stderr, "\r\033[K{:<10} [{}{}] {}/{} {}", label, std::string(filled, '='),
             std::string(kBarWidth - filled, ' '), done, total, detail);
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (is_drawn_) {
    fmt::print(stderr, "\r\033[K");
    is_drawn_ = false;
  }
}

}  // namespace torikumi::indexer
