#include "corpus/text_table.h"

#include "corpus/cell_text.h"
#include "corpus/scene.h"
#include "corpus/utf8.h"

#include <algorithm>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kLongestHeaderCell = 24;  // Characters.

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find(separator, begin);
    if (end == std::string_view::npos) {
      cells.push_back(line.substr(begin));
      return cells;
    }
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
}

bool is_rule(std::string_view cell) {
  cell = trimmed(cell);
  return !cell.empty() && cell.find_first_not_of("-:") == std::string_view::npos;
}

// True for the text of a cell below a header: a sentence, or an item with its number or label.
bool is_content(std::string_view text) {
  const bool is_number =
      !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  return character_count(text) > kLongestHeaderCell || is_number || ends_sentence(text) ||
         leading_list_mark(text) || leading_scene_label(text);
}

Column column_of(std::string_view cell, std::span<const ColumnWord> words) {
  for (const ColumnWord& known : words) {
    if (cell.find(known.word) != std::string_view::npos) {
      return known.column;
    }
  }
  return Column::Other;
}

}  // namespace

std::vector<std::string_view> row_cells(std::string_view line) {
  if (line.find('\t') != std::string_view::npos) {
    return split(line, '\t');
  }
  line = trimmed(line);
  if (line.starts_with("- |")) {
    line.remove_prefix(2);
  }
  if (line.size() < 3 || line.front() != '|' || line.back() != '|') {
    return {};
  }
  std::vector<std::string_view> cells = split(line.substr(1, line.size() - 2), '|');
  if (cells.size() < 2 || std::all_of(cells.begin(), cells.end(), is_rule)) {
    return {};
  }
  return cells;
}

std::optional<ColumnLayout> ColumnLayout::from_header(const std::vector<std::string_view>& cells,
                                                      std::span<const ColumnWord> words,
                                                      std::span<const Column> required) {
  std::vector<Column> columns;
  std::size_t named = 0;
  for (const std::string_view cell : cells) {
    const std::string printed = without_markup(cell);
    const std::string text = without_blanks(printed);
    if (is_content(trimmed(printed)) || is_content(text)) {
      return std::nullopt;
    }
    if (text.empty() && !columns.empty()) {
      columns.push_back(columns.back());
      continue;
    }
    columns.push_back(column_of(text, words));
    named += columns.back() == Column::Other ? 0U : 1U;
  }
  const bool complete = std::all_of(required.begin(), required.end(), [&](Column column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  });
  if (named < 2 || !complete) {
    return std::nullopt;
  }
  return ColumnLayout(std::move(columns));
}

std::size_t ColumnLayout::count(Column column) const {
  return static_cast<std::size_t>(std::count(columns_.begin(), columns_.end(), column));
}

std::size_t ColumnLayout::find(Column column) const {
  return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) -
                                  columns_.begin());
}

std::string ColumnLayout::cell(const std::vector<std::string_view>& cells, Column column) const {
  std::string text;
  for (std::size_t index = 0; index < std::min(cells.size(), columns_.size()); ++index) {
    if (columns_[index] != column || trimmed(cells[index]).empty()) {
      continue;
    }
    if (!text.empty()) {
      text += '\n';
    }
    text += cells[index];
  }
  return text;
}

void ColumnLayout::split_first(Column from, Column to) {
  if (count(from) > 1) {
    columns_[find(from)] = to;
  }
}

ColumnLayout ColumnLayout::with_number_at(std::size_t index, std::size_t row_size) const {
  std::vector<Column> columns = columns_;
  columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(index), Column::Number);
  while (columns.size() > row_size && columns.back() == columns[columns.size() - 2]) {
    columns.pop_back();
  }
  return ColumnLayout(std::move(columns));
}

}  // namespace torikumi::corpus
