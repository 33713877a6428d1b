#include "corpus/quoted_cells.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kMostLines = 200;  // Of one cell.

/// A row as one line, and how many lines it took.
struct UnquotedRow {
  std::string text;
  std::size_t line_count = 0;
};

/// Reads one row from `lines`, character by character.
class RowReader {
 public:
  explicit RowReader(std::span<const SourceLine> lines) : lines_(lines) {}

  // Nothing if no cell of the row is quoted, or if what begins the row is no table's.
  std::optional<UnquotedRow> row() {
    while (true) {
      read_cell();
      if (at_ >= text().size()) {
        break;
      }
      row_.text += '\t';
      has_tab_ = true;
      ++at_;
    }
    row_.line_count = line_ + 1;
    return was_quoted_ && has_tab_ ? std::optional(std::move(row_)) : std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view text() const { return lines_[line_].text; }

  void read_cell() {
    if (at_ < text().size() && text()[at_] == '"' && read_quoted_cell()) {
      return;
    }
    const std::size_t end = std::min(text().find('\t', at_), text().size());
    row_.text += text().substr(at_, end - at_);
    at_ = end;
  }

  // False, with nothing read, if the mark that opens the cell is not closed by one that ends it.
  bool read_quoted_cell() {
    std::string cell;
    std::size_t at = at_ + 1;
    for (std::size_t line = line_; line < std::min(lines_.size(), line_ + kMostLines); ++line) {
      const std::string_view text = lines_[line].text;
      for (; at < text.size(); ++at) {
        if (text[at] != '"') {
          cell += text[at] == '\t' ? ' ' : text[at];
        } else if (at + 1 == text.size() || text[at + 1] == '\t') {
          row_.text += cell;
          line_ = line;
          at_ = at + 1;
          was_quoted_ = true;
          return true;
        } else if (text[at + 1] == '"') {
          cell += text[at++];
        } else {
          return false;
        }
      }
      cell += ' ';
      at = 0;
    }
    return false;
  }

  std::span<const SourceLine> lines_;
  std::size_t line_ = 0;
  std::size_t at_ = 0;  // In the text of the line.
  UnquotedRow row_;
  bool was_quoted_ = false;
  bool has_tab_ = false;
};

bool may_have_quoted_cell(std::string_view line) {
  return line.starts_with('"') || line.find("\t\"") != std::string_view::npos;
}

}  // namespace

UnquotedLines without_cell_quotes(const std::vector<SourceLine>& lines) {
  UnquotedLines unquoted;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    unquoted.lines.push_back(lines[at]);
    if (!may_have_quoted_cell(lines[at].text)) {
      continue;
    }
    if (auto row = RowReader(std::span(lines).subspan(at)).row()) {
      unquoted.lines.back().text = unquoted.texts.emplace_back(std::move(row->text));
      at += row->line_count - 1;
    }
  }
  return unquoted;
}

}  // namespace torikumi::corpus
