#include "corpus/initiative_reader.h"

#include "corpus/cell_text.h"
#include "corpus/department.h"
#include "corpus/document_block.h"
#include "corpus/passage_collector.h"
#include "corpus/record_id.h"
#include "corpus/text_table.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
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
constexpr std::size_t kLongestNotice = 100;  // Characters of ※…総括を省略とします.

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

// The digits at the start of a cell such as "1 お知らせ", "１", "①" or "1お知らせ".
std::optional<ListMark> number_of_cell(std::string_view cell) {
  const std::string padded = std::string(cell) + ' ';
  if (const auto mark = leading_list_mark(padded)) {
    return ListMark{mark->number, std::min(mark->byte_count, cell.size())};
  }
  const std::size_t digits = std::min(cell.find_first_not_of("0123456789"), cell.size());
  if (digits == 0 || digits > 2 || !leading_scene_label(cell.substr(digits))) {
    return std::nullopt;
  }
  return ListMark{cell[0] - '0' + (digits == 2 ? (cell[0] - '0') * 9 + cell[1] - '0' : 0), digits};
}

bool is_dashes_only(std::string_view text) {
  for (const CodePoint& here : code_points(text)) {
    if (!is_blank(here.value) && here.value != U'-' && here.value != U'－' && here.value != U'―' &&
        here.value != U'ー' && here.value != U'—') {
      return false;
    }
  }
  return true;
}

ResultStatus status_of(std::string_view result) {
  if (is_dashes_only(result)) {
    return ResultStatus::Missing;
  }
  const bool notice = result.starts_with("※") || result.starts_with("（※") ||
                      result.starts_with("(※") || result.find("総括") != std::string_view::npos;
  const bool says_so = result.find("省略") != std::string_view::npos;
  return notice && says_so && character_count(result) <= kLongestNotice ? ResultStatus::Omitted
                                                                        : ResultStatus::Reported;
}

// `text` and what follows it on the next page: within a sentence directly, else as a paragraph.
std::string continued(const std::string& text, const std::string& rest) {
  if (text.empty() || rest.empty()) {
    return text + rest;
  }
  return ends_sentence(text) ? text + '\n' + rest : joined_lines(text, rest);
}

class InitiativeReader {
 public:
  explicit InitiativeReader(const Report& report) : report_(report) {}

  ReadingParts read(const std::vector<SourceLine>& lines) {
    for (const SourceLine& line : lines) {
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
      // A line end inside a cell is layout, as a blank is.
      pending_->text += ' ';
      pending_->text += line.text;
      pending_->is_torn = true;
      return;
    }
    if (cells.empty() && pending_ && !blank_before_ && !line.text.starts_with("#")) {
      parts_.warn(line.number,
                  "this line right below a row has no cells; it is read as text, but "
                  "may be a row that was cut off",
                  std::string(kCutHint));
    }
    blank_before_ = false;
    finish_row();
    if (cells.empty()) {
      outside_.push_back(line);
    } else if (auto layout = ColumnLayout::from_header(cells, kHeaderWords, kRequiredColumns)) {
      use_layout(std::move(*layout));
    } else {
      use_usual_layout(line.number);
      pending_ = PendingRow{std::string(line.text), line.number};
    }
  }

  void use_layout(ColumnLayout layout) {
    layout_ = std::move(layout);
    if (!layout_->has(Column::Number)) {
      layout_->split_first(Column::Target, Column::Number);
    }
    has_table_ = true;
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
    if (cells.empty()) {
      return !line.starts_with("#") &&
             (had < layout_->size() || has_unclosed_paragraph(pending_->text));
    }
    return had < layout_->size() && had + cells.size() - 1 == layout_->size() &&
           !trimmed(cells.front()).empty() && !number_of_cell(cells.front()) &&
           !number_of_cell(cells[1]);
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
    const std::string target = without_markup(layout_->cell(cells, Column::Target));
    const std::string result = without_markup(result_cell(line, cells));
    const std::string department = layout_->cell(cells, Column::Department);
    const std::string number = without_markup(layout_->cell(cells, Column::Number));
    if (trimmed(target).empty() && trimmed(result).empty()) {
      leave_out(line, department + ' ' + number);
      return;
    }
    const bool headless = trimmed(without_markup(department)).empty() && trimmed(number).empty();
    if (headless && !(!layout_->has(Column::Number) && number_of_cell(target))) {
      append_to_previous(line, target, result);
      return;
    }
    warn_of_damage(line, cells);
    add_initiative(line, department, head_of(line, cells), target, result);
  }

  void leave_out(int line, std::string_view head) {
    parts_.error(line, fmt::format("a row without target and result is left out: {}",
                                   quotation(without_markup(head))));
  }

  // The result, with what stands in cells that no column claims.
  std::string result_cell(int line, const std::vector<std::string_view>& cells) {
    std::string result = layout_->cell(cells, Column::Result);
    for (std::size_t index = layout_->size(); index < cells.size(); ++index) {
      if (!trimmed(cells[index]).empty()) {
        parts_.warn(line,
                    fmt::format("the row has {} cells instead of {}; what is too much was put "
                                "behind the result",
                                cells.size(), layout_->size()));
        result += '\n';
        result += cells[index];
      }
    }
    return result;
  }

  void warn_of_damage(int line, const std::vector<std::string_view>& cells) {
    if (cells.size() < layout_->size()) {
      parts_.warn(line,
                  fmt::format("the row has {} cells instead of {}", cells.size(), layout_->size()));
    }
    if (std::any_of(cells.begin(), cells.end(), has_unclosed_paragraph)) {
      parts_.warn(line, "a <p> in this row is not closed; its text may be cut off",
                  std::string(kCutHint));
    }
  }

  GoalHead head_of(int line, const std::vector<std::string_view>& cells) {
    GoalHead head;
    std::string cell = without_markup(layout_->cell(cells, Column::Number));
    std::string_view rest = trimmed(cell);
    if (const auto mark = number_of_cell(rest)) {
      head.number = mark->number;
      rest.remove_prefix(mark->byte_count);
    }
    const std::string scene = without_markup(layout_->cell(cells, Column::Scene));
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
    record.result_status = status_of(record.result);
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
    if (!head.number && !layout_->has(Column::Number)) {
      if (const auto mark = number_of_cell(trimmed(target))) {
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
    record.result_status = status_of(record.result);
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
  std::optional<ColumnLayout> layout_;
  std::optional<PendingRow> pending_;
  std::optional<std::size_t> last_;  // Index of the last initiative.
  Department department_;            // Of the rows being read.
  std::vector<SourceLine> outside_;  // The lines that belong to no table.
  bool blank_before_ = false;
  bool has_table_ = false;
};

}  // namespace

ReadingParts read_initiatives(const std::vector<SourceLine>& lines, const Report& report) {
  return InitiativeReader(report).read(lines);
}

}  // namespace torikumi::corpus
