#include "indexer/console.h"

#include "corpus/utf8.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unicode/uchar.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

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

std::vector<std::string> lines_of(const std::string& cell) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = cell.find('\n'); end != std::string::npos; end = cell.find('\n', begin)) {
    lines.push_back(cell.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(cell.substr(begin));
  return lines;
}

/// The cells of one row, each as its lines.
using RowLines = std::vector<std::vector<std::string>>;

RowLines row_lines(const std::vector<std::string>& cells) {
  RowLines lines;
  std::transform(cells.begin(), cells.end(), std::back_inserter(lines), lines_of);
  return lines;
}

std::string row_text(const RowLines& cells, const std::vector<std::size_t>& widths,
                     const std::vector<bool>& is_number) {
  std::size_t height = 0;
  for (const std::vector<std::string>& lines : cells) {
    height = std::max(height, lines.size());
  }
  std::string text;
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& part = at < cells[i].size() ? cells[i][at] : std::string();
      line += (i == 0 ? "" : "  ") + padded(part, widths[i], is_number[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

/// Columns of the terminal behind standard error; 80 if it does not tell.
std::size_t terminal_width() {
  winsize size{};
  const bool is_known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : 80;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    width += width_of(static_cast<UChar32>(point.value));
  }
  return width;
}

std::string elided(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  // Two fifths for the beginning: what tells file names apart stands at their end more often.
  const std::size_t head_width = width < 2 ? 0 : (width - 1) * 2 / 5;
  const std::size_t tail_width = width < 2 ? 0 : width - 1 - head_width;
  std::size_t head_end = 0;
  std::size_t taken = 0;
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    taken += width_of(static_cast<UChar32>(point.value));
    if (taken > head_width) {
      break;
    }
    head_end = point.byte_end;
  }
  std::size_t tail_begin = text.size();
  taken = 0;
  while (tail_begin > head_end) {
    const corpus::CodePoint point = corpus::code_point_before(text, tail_begin);
    taken += width_of(static_cast<UChar32>(point.value));
    if (taken > tail_width) {
      break;
    }
    tail_begin = point.byte_begin;
  }
  return fmt::format("{}…{}", text.substr(0, head_end), text.substr(tail_begin));
}

void write_error(std::string_view program, std::string_view message) {
  std::string text = fmt::format("{}: ", program);
  for (std::size_t begin = 0; begin <= message.size();) {
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    text += printable(message.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  write_remark(text);
}

void write_remark(std::string_view text) {
  // Not fmt::print, which throws when it cannot write.
  const std::size_t ignored = std::fwrite(text.data(), 1, text.size(), stderr);
  static_cast<void>(ignored);
}

std::string ConsoleTable::to_string() const {
  std::vector<RowLines> all{row_lines(header)};
  std::transform(rows.begin(), rows.end(), std::back_inserter(all), row_lines);
  std::vector<std::size_t> widths(header.size(), 0);
  for (const RowLines& row : all) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (const std::string& line : row[i]) {
        widths[i] = std::max(widths[i], display_width(line));
      }
    }
  }
  RowLines rules;
  for (const std::size_t width : widths) {
    rules.push_back({std::string(width, '-')});
  }
  all.insert(all.begin() + 1, rules);
  std::string text;
  for (const RowLines& row : all) {
    text += row_text(row, widths, is_number);
  }
  return text;
}

ProgressLine::ProgressLine() : is_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::show(std::string_view label, std::size_t done, std::size_t total,
                        std::string_view detail) {
  const bool is_new = label != last_label_;
  last_label_ = label;
  if (!is_terminal_) {
    if (is_new) {
      write_remark(fmt::format("{} …\n", label));
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
  const std::string line =
      fmt::format("{:<10} [{}{}] {}/{} {}", label, std::string(filled, '='),
                  std::string(kBarWidth - filled, ' '), done, total, printable(detail));
  // A line that wraps could not be drawn over.
  write_remark(fmt::format("\r\033[K{}", elided(line, terminal_width() - 1)));
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (is_drawn_) {
    write_remark("\r\033[K");
    is_drawn_ = false;
  }
}

}  // namespace torikumi::indexer
