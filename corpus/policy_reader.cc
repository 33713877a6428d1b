#include "corpus/policy_reader.h"

#include "corpus/bare_year.h"
#include "corpus/cell_text.h"
#include "corpus/fiscal_year.h"
#include "corpus/passage_collector.h"
#include "corpus/record_id.h"
#include "corpus/text_scan.h"
#include "corpus/text_table.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

// Slides come out of a PDF as text boxes in any order. Two extractions are met in one file. In the
// dense one a box is a run of lines. In the sparse one every printed line is followed by an empty
// one, and the last line of a paragraph ends with a blank: there an unmarked line goes on with the
// one before unless that one is complete.

namespace torikumi::corpus {
namespace {

constexpr std::array<std::string_view, 8> kItemMarks{"・", "･", "●", "○", "◆", "◇", "■", "□"};

// A line that ends in one of these goes on, whatever stands behind it.
constexpr std::array<std::string_view, 14> kConnectors{
    "、", "，", "を", "が", "に", "へ", "も", "の", "と", "は", "や", "より", "よう", "から"};

// From here on a line is taken as wrapped although the file does not show where paragraphs end.
constexpr std::size_t kWrappedLine = 15;  // Characters.

std::size_t item_mark(std::string_view text) {
  for (const std::string_view mark : kItemMarks) {
    if (text.starts_with(mark)) {
      return mark.size();
    }
  }
  return 0;
}

bool ends_in_connector(std::string_view text) {
  return std::any_of(kConnectors.begin(), kConnectors.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

// （１）…, 【１】… or 《…》: a heading of a slide.
bool is_heading(std::string_view text) {
  if (text.starts_with("《")) {
    return true;
  }
  if (text.starts_with("【")) {
    const std::string inside = "(" + std::string(text.substr(std::string_view("【").size()));
    const std::size_t close = inside.find("】");
    return close != std::string::npos &&
           leading_list_mark(inside.substr(0, close) + ")").has_value();
  }
  return (text.starts_with("(") || text.starts_with("（")) && leading_list_mark(text) &&
         !ends_sentence(text);
}

bool begins_column(std::string_view text) {
  return item_mark(text) > 0 || text.starts_with("《") || is_heading(text);
}

// The parts of a line that holds several columns: each begins with a mark of its own, but for the
// first one of a line that goes on with a heading.
std::vector<std::string_view> columns_of(std::string_view line, bool goes_on_with_heading) {
  line = trimmed(line);
  if (!goes_on_with_heading && !begins_column(line)) {
    return {line};
  }
  std::vector<std::string_view> columns;
  std::size_t begin = 0;
  bool blank = false;
  for (const CodePoint& here : code_points(line)) {
    if (blank && !is_blank(here.value) && begins_column(line.substr(here.byte_begin))) {
      columns.push_back(trimmed(line.substr(begin, here.byte_begin - begin)));
      begin = here.byte_begin;
    }
    blank = is_blank(here.value);
  }
  columns.push_back(line.substr(begin));
  return columns;
}

// True for 《平成27年度》, 29年度 or several such: years and nothing else.
bool is_year_only(std::string_view text) {
  constexpr std::array<std::string_view, 6> kEraWords{"平成", "令和", "昭和", "《", "》", "元"};
  std::string rest = without_blanks(text);
  if (!names_fiscal_year(rest)) {
    return false;
  }
  for (std::size_t at = 0; at < rest.size();) {
    const std::string_view left = std::string_view(rest).substr(at);
    const auto* word =
        std::find_if(kEraWords.begin(), kEraWords.end(),
                     [&](std::string_view known) { return left.starts_with(known); });
    if (word != kEraWords.end()) {
      at += word->size();
    } else if (left.starts_with("年度")) {
      at += std::string_view("年度").size();
    } else if (digit_value(code_point_at(rest, at).value) >= 0) {
      at = code_point_at(rest, at).byte_end;
    } else {
      return false;
    }
  }
  return true;
}

bool has_blank_end(std::string_view line) {
  return !line.empty() && is_blank(code_point_before(line, line.size()).value);
}

bool is_indented(std::string_view line) {
  return !line.empty() && is_blank(code_point_at(line, 0).value);
}

struct Draft {
  std::string text;
  int line = 0;
  bool item = false;
  bool blank_end = false;           // Its last line ends with a blank.
  std::optional<int> heading_year;  // Of the line above it.
};

class PolicyReader {
 public:
  PolicyReader(const std::vector<SourceLine>& lines, const Report& report)
      : report_(report), span_{report.fiscal_year, report.fiscal_year} {
    widen_span(report.title);
    for (const SourceLine& line : lines) {
      widen_span(line.text);
      shows_ends_ = shows_ends_ || (!trimmed(line.text).empty() && has_blank_end(line.text));
    }
  }

  ReadingParts read(const std::vector<SourceLine>& lines) {
    for (const SourceLine& line : lines) {
      if (trimmed(line.text).empty()) {
        gap_ = true;
        finish_heading();
        heading_year_.reset();
        continue;
      }
      read_line(line);
      gap_ = false;
    }
    finish();
    if (year_lines_ > 0) {
      parts_.note(0, fmt::format("{} times a year stands on its own; it is in no record, for what "
                                 "it belongs to is not known",
                                 year_lines_));
    }
    if (parts_.records.empty()) {
      parts_.error(0, "there is no text in this file that could be read as a policy");
    }
    return std::move(parts_);
  }

 private:
  void widen_span(std::string_view text) {
    if (text.find("年度") == std::string_view::npos) {
      return;
    }
    for (const FiscalYearMention& mention : fiscal_years_in(settled_text(text, Blanks::Printed))) {
      span_.first = std::min(span_.first, mention.fiscal_year);
      span_.last = std::max(span_.last, mention.fiscal_year);
    }
  }

  void read_line(const SourceLine& line) {
    const std::vector<std::string_view> columns = columns_of(line.text, heading_.has_value());
    for (const std::string_view column : columns) {
      read_column(column, line, columns.size() > 1);
    }
  }

  void read_column(std::string_view text, const SourceLine& line, bool one_of_many) {
    if (is_year_only(text)) {
      finish();
      ++year_lines_;
      parts_.text_characters += visible_character_count(text);
      heading_year_ = one_of_many ? std::nullopt : only_fiscal_year_in(text, span_);
      return;
    }
    if (is_heading(text)) {
      finish();
      heading_ = Draft{std::string(text), line.number, false, false, std::nullopt};
      return;
    }
    const std::size_t mark = item_mark(text);
    if (mark == 0 && heading_) {
      heading_->text = joined_lines(heading_->text, text);  // Wrapped into a second line.
      return;
    }
    if (mark == 0 && draft_ && goes_on(line.text)) {
      const bool own_line = !gap_ && is_indented(line.text);
      draft_->text =
          own_line ? draft_->text + '\n' + std::string(text) : joined_lines(draft_->text, text);
      draft_->blank_end = has_blank_end(line.text);
      return;
    }
    finish();
    draft_ = Draft{std::string(trimmed(text.substr(mark))), line.number, mark > 0,
                   has_blank_end(line.text), heading_year_};
  }

  // True if the unmarked `line` goes on with the draft.
  [[nodiscard]] bool goes_on(std::string_view line) const {
    const bool connected = ends_in_connector(draft_->text);
    if (!gap_) {
      return draft_->item || connected || !(ends_sentence(draft_->text) || is_indented(line));
    }
    if (ends_sentence(draft_->text)) {
      return false;
    }
    if (connected) {
      return !is_indented(line) || draft_->text.ends_with("、");
    }
    const bool open =
        shows_ends_ ? !draft_->blank_end : character_count(draft_->text) >= kWrappedLine;
    return !draft_->item && open && !is_indented(line);
  }

  // A heading is a passage of its own, once however many slides repeat it. Its id has the heading
  // itself in it, so that those of the other passages do not depend on it.
  void finish_heading() {
    if (!heading_) {
      return;
    }
    const Draft heading = *std::exchange(heading_, std::nullopt);
    const std::string text = settled_text(without_markup(heading.text), Blanks::Printed);
    parts_.text_characters += visible_character_count(text);
    if (!headings_.insert(text).second) {
      parts_.covered_characters += visible_character_count(text);
      return;
    }
    add_passage(heading, text, passage_id(report_, {text}, 1));
  }

  void add_passage(const Draft& draft, const std::string& text, std::string id) {
    Record record = record_of(report_, RecordKind::Passage, draft.line);
    record.target = text;
    record.id = std::move(id);
    record.role = draft.item ? PassageRole::Bullet : PassageRole::Paragraph;
    record.fiscal_year =
        names_fiscal_year(text) ? only_fiscal_year_in(text, span_) : draft.heading_year;
    parts_.add(std::move(record));
  }

  void finish() {
    finish_heading();
    if (!draft_) {
      return;
    }
    const Draft draft = *std::exchange(draft_, std::nullopt);
    const std::string text = settled_text(without_markup(draft.text), Blanks::Printed);
    if (text.empty()) {
      return;
    }
    parts_.text_characters += visible_character_count(without_markup(draft.text));
    add_passage(draft, text, passage_id(report_, {}, ++passage_count_));
  }

  const Report& report_;
  ReadingParts parts_;
  FiscalYearRange span_;          // The years that the report is about.
  bool shows_ends_ = false;       // The file has blanks at the ends of lines, and so of paragraphs.
  bool gap_ = true;               // An empty line stands before this one.
  std::optional<Draft> heading_;  // The lines of this box belong to it.
  std::set<std::string> headings_;  // Those that are passages.
  int year_lines_ = 0;
  std::optional<int> heading_year_;
  std::optional<Draft> draft_;
  int passage_count_ = 0;
};

}  // namespace

ReadingParts read_policy(const std::vector<SourceLine>& lines, const Report& report) {
  return PolicyReader(lines, report).read(lines);
}

}  // namespace torikumi::corpus
