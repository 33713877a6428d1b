#include "corpus/initiative_reader.h"

#include "corpus/cell_text.h"
#include "corpus/department.h"
#include "corpus/document_block.h"
#include "corpus/goal_cell.h"
#include "corpus/passage_collector.h"
#include "corpus/quoted_cells.h"
#include "corpus/record_id.h"
#include "corpus/text_table.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace torikumi::corpus {
namespace {

// The result comes first: its header also names the target (目標の達成度).
constexpr std::array kHeaderWords{
    ColumnWord{"実施結果", Column::Result}, ColumnWord{"達成度", Column::Result},
    ColumnWord{"達成状況", Column::Result}, ColumnWord{"実績", Column::Result},
    ColumnWord{"取組結果", Column::Result}, ColumnWord{"目標", Column::Target},
    ColumnWord{"取組内容", Column::Target}, ColumnWord{"部署", Column::Department},
    ColumnWord{"所属", Column::Department}, ColumnWord{"担当課", Column::Department},
    ColumnWord{"所管", Column::Department}, ColumnWord{"課名", Column::Department},
    ColumnWord{"番号", Column::Number},     ColumnWord{"No", Column::Number},
    ColumnWord{"NO", Column::Number},       ColumnWord{"№", Column::Number},
    ColumnWord{"Ｎｏ", Column::Number},     ColumnWord{"場面", Column::Scene},
};
constexpr std::array kRequiredColumns{Column::Target};

constexpr std::string_view kCutHint = "check that the file was copied as a whole";

// A row as it stands in the file, put together if line ends inside its cells tear it.
struct PendingRow {
  std::string text;
  int line = 0;
  bool is_torn = false;
};

// What the cells around the target say about a goal.
struct GoalHead {
  std::optional<int> number;
  std::vector<Scene> scenes;
  std::string stray;  // Text in the number's cell that is neither number nor label.
};

// `text` and what follows it on the next page: within a sentence directly, else as a paragraph.
std::string continued(const std::string& text, const std::string& rest) {
  if (text.empty() || rest.empty()) {
    return text + rest;
  }
  return ends_sentence(text) ? text + '\n' + rest : joined_lines(text, rest);
}

// True for a line that is no part of a row, however close: a heading of Markdown, a page's number.
bool stands_alone(std::string_view line) {
  return line.starts_with("#") ||
         trimmed(line).find_first_not_of("0123456789-–/ ") == std::string_view::npos;
}

class InitiativeReader {
 public:
  explicit InitiativeReader(const Report& report) : report_(report) {}

  ReadingParts read(const std::vector<SourceLine>& lines) {
    const UnquotedLines unquoted = without_cell_quotes(lines);
    for (const SourceLine& line : unquoted.lines) {
      read_line(line);
    }
    const bool ends_in_row = pending_.has_value();
    finish_row();
    if (ends_in_row) {
      look_at_end();
    }
    read_surroundings();
    if (!has_table_) {
      parts_.error(
          0, "there is no table of goals in this file",
          "a header row such as 部署名, 目標及び具体的な取組内容, 実施結果 must stand above it, "
          "with tabs between its cells");
    }
    return std::move(parts_);
  }

 private:
  void read_line(const SourceLine& line) {
    if (trimmed(line.text).empty()) {
      outside_.push_back(line);
      blank_before_ = true;
      return;
    }
    const std::vector<std::string_view> cells = row_cells(line.text);
    if (pending_ && !blank_before_ && goes_on_with(line.text, cells)) {
      add_to_pending(line, cells.empty());
      return;
    }
    blank_before_ = false;
    finish_row();
    if (cells.empty()) {
      outside_.push_back(line);
    } else if (auto layout = header_in(cells)) {
      use_layout(std::move(*layout));
      warn_of_unread_columns(line.number, cells);
    } else {
      use_usual_layout(line.number);
      pending_ = PendingRow{std::string(line.text), line.number};
    }
  }

  // A line end inside a cell is layout, as a blank is.
  void add_to_pending(const SourceLine& line, bool is_without_cells) {
    const bool was_whole = row_cells(pending_->text).size() >= layout_->size() &&
                           ends_sentence(without_markup(pending_->text));
    if (is_without_cells && was_whole) {
      parts_.warn(line.number,
                  "this line right below a row has no cells; it was put behind the last cell",
                  "put an empty line above it if it does not belong to the row");
    }
    pending_->text += ' ';
    pending_->text += line.text;
    pending_->is_torn = true;
  }

  // Within a table words of a header stand in goals too: there a header begins with a column that
  // is known, as the first one did.
  [[nodiscard]] std::optional<ColumnLayout> header_in(
      const std::vector<std::string_view>& cells) const {
    auto layout = ColumnLayout::from_header(cells, kHeaderWords, kRequiredColumns);
    if (layout && layout_ && layout_->at(0) != Column::Other && layout->at(0) == Column::Other) {
      return std::nullopt;
    }
    return layout;
  }

  void use_layout(ColumnLayout layout) {
    layout_ = std::move(layout);
    if (!layout_->has(Column::Number)) {
      layout_->split_first(Column::Target, Column::Number);
    }
    has_table_ = true;
  }

  void warn_of_unread_columns(int line, const std::vector<std::string_view>& cells) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
      const std::string name = without_blanks(without_markup(cells[index]));
      if (layout_->at(index) == Column::Other && !name.empty() &&
          unread_columns_.insert(name).second) {
        parts_.warn(line, fmt::format("the column {} is not read", quotation(name)),
                    "only department, number, scene, target and result go into the records");
      }
    }
  }

  // The layout of a row. A number that stands where the header names the target, with text right of
  // it, is a column that the header has no cell for.
  [[nodiscard]] ColumnLayout layout_of_row(const std::vector<std::string_view>& cells) const {
    const std::size_t at = layout_->find(Column::Target);
    const bool is_shifted =
        !layout_->has(Column::Number) && at + 1 < cells.size() &&
        is_goal_number(without_markup(cells[at])) &&
        std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(at) + 1, cells.end(),
                    [](std::string_view cell) { return !trimmed(cell).empty(); });
    return is_shifted ? layout_->with_number_at(at, cells.size()) : *layout_;
  }

  void use_layout_of_row(int line, const std::vector<std::string_view>& cells) {
    row_layout_ = layout_of_row(cells);
    if (row_layout_.has(Column::Number) && !layout_->has(Column::Number) &&
        !std::exchange(said_number_, true)) {
      parts_.warn(line,
                  "the rows have a number where the header names the target; the number is taken "
                  "for a column without heading",
                  "put an empty cell behind the header of the target");
    }
  }

  void use_usual_layout(int line) {
    if (layout_) {
      return;
    }
    layout_ = ColumnLayout({Column::Department, Column::Number, Column::Target, Column::Result});
    has_table_ = true;
    parts_.warn(line,
                "there is no header row above this row; its cells are taken for department, "
                "number, target and result");
  }

  // True if a line is the rest of the row before it, torn by a line end inside a cell.
  [[nodiscard]] bool goes_on_with(std::string_view line,
                                  const std::vector<std::string_view>& cells) const {
    const std::size_t had = row_cells(pending_->text).size();
    const std::size_t whole = layout_of_row(row_cells(pending_->text)).size();
    if (cells.empty()) {
      return !stands_alone(line);
    }
    return had < whole && had + cells.size() - 1 == whole && !trimmed(cells.front()).empty() &&
           !leading_goal_number(cells.front()) && !leading_goal_number(cells[1]);
  }

  void finish_row() {
    if (!pending_) {
      return;
    }
    const PendingRow row = std::move(*pending_);
    pending_.reset();
    if (row.is_torn) {
      parts_.note(row.line, "a row that is torn into several lines was put together");
    }
    read_row(row.line, row_cells(row.text));
  }

  void read_row(int line, const std::vector<std::string_view>& cells) {
    if (std::all_of(cells.begin(), cells.end(),
                    [](std::string_view cell) { return trimmed(cell).empty(); })) {
      return;
    }
    use_layout_of_row(line, cells);
    std::string target = without_markup(row_layout_.cell(cells, Column::Target));
    std::string result = without_markup(row_layout_.cell(cells, Column::Result));
    append_surplus(line, cells, row_layout_.has(Column::Result) ? result : target);
    const std::string unread = without_markup(row_layout_.cell(cells, Column::Other));
    parts_.text_characters += visible_character_count(unread);
    const std::string department = row_layout_.cell(cells, Column::Department);
    const std::string number = without_markup(row_layout_.cell(cells, Column::Number));
    if (trimmed(target).empty() && trimmed(result).empty()) {
      leave_out(line, department + ' ' + number);
      return;
    }
    const bool headless = trimmed(without_markup(department)).empty() && trimmed(number).empty();
    if (headless && !(!row_layout_.has(Column::Number) && leading_goal_number(target))) {
      append_to_previous(line, target, result);
      return;
    }
    warn_of_damage(line, cells);
    add_initiative(line, department, head_of(line, cells), target, result);
  }

  void leave_out(int line, std::string_view head) {
    parts_.text_characters += visible_character_count(without_markup(head));
    parts_.error(line, fmt::format("a row without target and result is left out: {}",
                                   quotation(without_markup(head))));
  }

  // Puts what stands in cells that no column claims behind `text`, the last column that is read.
  void append_surplus(int line, const std::vector<std::string_view>& cells, std::string& text) {
    for (std::size_t index = row_layout_.size(); index < cells.size(); ++index) {
      if (!trimmed(cells[index]).empty()) {
        parts_.warn(line,
                    fmt::format("the row has {} cells instead of {}; what is too much was put "
                                "behind the {}",
                                cells.size(), row_layout_.size(),
                                row_layout_.has(Column::Result) ? "result" : "target"),
                    "name all columns in the header");
        text += '\n' + without_markup(cells[index]);
      }
    }
  }

  void warn_of_damage(int line, const std::vector<std::string_view>& cells) {
    if (cells.size() < row_layout_.size()) {
      parts_.warn(line, fmt::format("the row has {} cells instead of {}", cells.size(),
                                    row_layout_.size()));
    }
    if (std::any_of(cells.begin(), cells.end(), has_unclosed_paragraph)) {
      parts_.warn(line, "a <p> in this row is not closed; its text may be cut off",
                  std::string(kCutHint));
    }
  }

  GoalHead head_of(int line, const std::vector<std::string_view>& cells) {
    GoalHead head;
    std::string cell = without_markup(row_layout_.cell(cells, Column::Number));
    std::string_view rest = trimmed(cell);
    if (const auto mark = leading_goal_number(rest)) {
      head.number = mark->number;
      rest.remove_prefix(mark->byte_count);
    }
    const std::string scene = without_markup(row_layout_.cell(cells, Column::Scene));
    for (const std::string_view text : {rest, std::string_view(scene)}) {
      if (trimmed(text).empty()) {
        continue;
      }
      const auto label = leading_scene_label(text);
      if (label && label->byte_count == text.size()) {
        head.scenes = label->scenes;
      } else {
        parts_.warn(line, fmt::format("{} is not the label of a scene", quotation(text)));
        head.stray += std::string(trimmed(text)) + '\n';
      }
    }
    return head;
  }

  void append_to_previous(int line, std::string_view target, std::string_view result) {
    if (!last_) {
      parts_.text_characters += visible_character_count(target) + visible_character_count(result);
      parts_.error(line, fmt::format("a row without department and number, with no row before it "
                                     "to go on with, is left out: {}",
                                     quotation(target)));
      return;
    }
    Record& record = parts_.records[*last_];
    const std::string more_target = settled_text(target, Blanks::Layout);
    const std::string more_result = settled_text(result, Blanks::Layout);
    record.target = continued(record.target, more_target);
    record.result = continued(record.result, more_result);
    record.result_status = result_status_of(record.result);
    const std::size_t count =
        visible_character_count(more_target) + visible_character_count(more_result);
    parts_.text_characters += count;
    parts_.covered_characters += count;
    parts_.note(line, fmt::format("a row without department and number was taken as the rest of "
                                  "the one on line {}",
                                  record.source.line));
  }

  void add_initiative(int line, std::string_view department, GoalHead head, std::string_view target,
                      std::string_view result) {
    if (!trimmed(without_markup(department)).empty()) {
      department_ = department_from(department, report_.ward);
    } else if (department_.name.empty()) {
      parts_.warn(line, "the row has no department, and none stands above it");
    }
    if (!head.number && !row_layout_.has(Column::Number)) {
      if (const auto mark = leading_goal_number(trimmed(target))) {
        target = trimmed(target).substr(mark->byte_count);
        head.number = mark->number;
      }
    }
    if (!head.number) {
      parts_.warn(line, "the row has no number");
    }
    if (head.scenes.empty()) {
      if (const auto label = leading_scene_label(target)) {
        head.scenes = label->scenes;
        target.remove_prefix(label->byte_count);
      }
    }
    Record record = record_of(report_, RecordKind::Initiative, line);
    record.department = department_;
    record.number = head.number;
    record.scenes = head.scenes;
    record.target = settled_text(head.stray + std::string(target), Blanks::Layout);
    record.result = settled_text(result, Blanks::Layout);
    record.result_status = result_status_of(record.result);
    if (record.result_status == ResultStatus::Missing) {
      record.result.clear();
    }
    if (record.target.empty() && record.result.empty()) {
      leave_out(line, record.department.raw);
      return;
    }
    record.id = initiative_id(report_, department_, head.number);
    parts_.text_characters += visible_character_count(head.stray) +
                              visible_character_count(target) + visible_character_count(result);
    last_ = parts_.records.size();
    parts_.add(std::move(record));
  }

  // A file that was cut ends in a row without result, or in the middle of a sentence when the other
  // results end as sentences.
  void look_at_end() {
    if (!last_) {
      return;
    }
    std::size_t whole = 0;
    std::size_t reported = 0;
    for (const Record& record : parts_.records) {
      const bool counts = record.result_status == ResultStatus::Reported;
      reported += counts ? 1U : 0U;
      whole += counts && ends_sentence(record.result) ? 1U : 0U;
    }
    const Record& last = parts_.records[*last_];
    const bool sentences = reported == 0 ? false : whole * 2 >= reported;
    const bool no_result = last.result.empty() && layout_->has(Column::Result) && reported > 0;
    const bool cut_short =
        last.result_status == ResultStatus::Reported && sentences && !ends_sentence(last.result);
    if (no_result || cut_short) {
      parts_.warn(last.source.line,
                  no_result ? "the last row of the file has no result"
                            : "the file ends in the middle of a sentence",
                  std::string(kCutHint));
    }
  }

  void read_surroundings() {
    PassageCollector passages(report_, parts_, PassageCollector::ListItems::AsPolicies);
    for (const DocumentBlock& block : document_blocks(outside_)) {
      if (block.kind != DocumentBlock::Kind::Row) {
        passages.add(block);
      }
    }
    passages.finish();
    std::stable_sort(
        parts_.records.begin(), parts_.records.end(),
        [](const Record& a, const Record& b) { return a.source.line < b.source.line; });
  }

  const Report& report_;
  ReadingParts parts_;
  std::optional<ColumnLayout> layout_;              // Of the header.
  ColumnLayout row_layout_{std::vector<Column>{}};  // Of the row being read.
  std::optional<PendingRow> pending_;
  std::optional<std::size_t> last_;                    // Index of the last initiative.
  Department department_;                              // Of the rows being read.
  std::vector<SourceLine> outside_;                    // The lines that belong to no table.
  std::set<std::string, std::less<>> unread_columns_;  // By the names that were said.
  bool blank_before_ = false;
  bool has_table_ = false;
  bool said_number_ = false;  // That the header has no cell for the number.
};

}  // namespace

ReadingParts read_initiatives(const std::vector<SourceLine>& lines, const Report& report) {
  return InitiativeReader(report).read(lines);
}

}  // namespace torikumi::corpus
