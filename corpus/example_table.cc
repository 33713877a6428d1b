#include "corpus/example_table.h"

#include "corpus/bare_year.h"
#include "corpus/cell_text.h"
#include "corpus/record_id.h"
#include "corpus/text_table.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr std::array kHeaderWords{
    ColumnWord{"取組例", Column::Example},
    ColumnWord{"事例", Column::Example},
    ColumnWord{"年度", Column::FiscalYear},
};
constexpr std::array kRequiredColumns{Column::Example, Column::FiscalYear};
constexpr int kYearsBack = 20;  // How far back the examples of a report go.

std::optional<ColumnLayout> layout_of(const DocumentBlock& row) {
  return ColumnLayout::from_header(row.cells, kHeaderWords, kRequiredColumns);
}

// The year in a cell such as 20, 平成20 or 20年度.
std::optional<int> year_of(std::string_view cell, const Report& report) {
  const std::string text = width_folded(without_blanks(cell));
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view rest = std::string_view(text).substr(digits);
  if ((digits == 1 || digits == 2) && (rest.empty() || rest == "年度" || rest == "年")) {
    return fiscal_year_without_era(std::stoi(text.substr(0, digits)),
                                   {report.fiscal_year - kYearsBack, report.fiscal_year});
  }
  const Result<int> year = parse_fiscal_year(text);
  return year ? std::optional(*year) : std::nullopt;
}

std::string without_photo_mark(std::string text) {
  for (const std::string_view mark : {"(写真)", "（写真）"}) {
    if (text.ends_with(mark)) {
      text.resize(text.size() - mark.size());
    }
  }
  return text;
}

struct Item {
  int number = 0;
  std::string text;
};

// The items of a list in one cell; a paragraph without a mark goes on with the item before it.
std::vector<Item> items_of(const std::string& cell) {
  std::vector<Item> items;
  const bool numbered = leading_list_mark(cell).has_value();
  for (std::size_t begin = 0; begin < cell.size();) {
    const std::size_t end = std::min(cell.find('\n', begin), cell.size());
    const std::string_view paragraph = std::string_view(cell).substr(begin, end - begin);
    begin = end + 1;
    if (const auto mark = leading_list_mark(paragraph)) {
      items.push_back({mark->number, std::string(paragraph.substr(mark->byte_count))});
    } else if (numbered) {
      items.back().text += '\n' + std::string(paragraph);
    } else {
      const bool dotted = paragraph.starts_with("・");
      items.push_back({static_cast<int>(items.size()) + 1,
                       std::string(dotted ? trimmed(paragraph.substr(3)) : paragraph)});
    }
  }
  return items;
}

// The parts of a row that an example needs.
struct ExampleRow {
  std::string ward;
  std::string year;
  std::string examples;
};

ExampleRow cells_of(const DocumentBlock& row, const ColumnLayout& layout) {
  ExampleRow cells;
  cells.year = clean_cell(layout.cell(row.cells, Column::FiscalYear));
  cells.examples = layout.cell(row.cells, Column::Example);
  for (std::size_t index = 0; index < std::min(row.cells.size(), layout.size()); ++index) {
    if (layout.at(index) == Column::Other && cells.ward.empty()) {
      cells.ward = clean_cell(row.cells[index]);
    }
  }
  return cells;
}

class ExampleTableReader {
 public:
  ExampleTableReader(const Report& report, const WardRegistry& wards, ReadingParts& parts)
      : report_(report), wards_(wards), parts_(parts) {}

  void read_row(const DocumentBlock& row, const ColumnLayout& layout) {
    const ExampleRow cells = cells_of(row, layout);
    if (has_unclosed_paragraph(cells.examples)) {
      parts_.warn(row.line, "a <p> in this row is not closed; its text may be cut off",
                  "check that the file was copied as a whole");
    }
    if (!cells.ward.empty()) {
      use_ward(row.line, cells.ward);
    }
    const std::string text = clean_cell(cells.examples);
    parts_.text_characters += visible_character_count(text);
    if (text.empty()) {
      parts_.error(row.line, "a row without examples is left out");
      return;
    }
    const auto year = year_of(cells.year, report_);
    if (!ward_ || !year) {
      parts_.error(row.line, fmt::format("the examples of this row are left out: {}",
                                         ward_ ? quotation(cells.year) + " is not a fiscal year"
                                               : "their ward is not known"));
      return;
    }
    for (Item& item : items_of(text)) {
      add(row.line, *year, std::move(item));
    }
  }

 private:
  void use_ward(int line, const std::string& name) {
    const Result<Ward> found = wards_.find(report_.ward.municipality, name);
    ward_ = found ? std::optional(*found) : std::nullopt;
    if (!found) {
      parts_.error(line, found.error().message, found.error().hint);
    }
  }

  void add(int line, int year, Item item) {
    Record record = record_of(report_, RecordKind::Example, line);
    const std::size_t whole = visible_character_count(item.text);
    record.ward = *ward_;
    record.fiscal_year = year;
    record.number = item.number;
    record.result = without_photo_mark(std::move(item.text));
    if (record.result.empty()) {
      parts_.error(line, fmt::format("example {} has no text and is left out", item.number));
      return;
    }
    record.result_status = ResultStatus::Reported;
    record.id = example_id(record.ward, year, item.number);
    // List marks and references to photographs are layout, not text that could be missing.
    parts_.covered_characters += whole - visible_character_count(record.result);
    parts_.add(std::move(record));
  }

  const Report& report_;
  const WardRegistry& wards_;
  ReadingParts& parts_;
  std::optional<Ward> ward_;  // Of the rows being read.
};

}  // namespace

bool is_example_header(const DocumentBlock& row) {
  return row.kind == DocumentBlock::Kind::Row && layout_of(row).has_value();
}

void read_examples(const std::vector<DocumentBlock>& rows, const Report& report,
                   const WardRegistry& wards, ReadingParts& parts) {
  const auto layout = rows.empty() ? std::nullopt : layout_of(rows.front());
  if (!layout) {
    return;
  }
  ExampleTableReader reader(report, wards, parts);
  for (std::size_t index = 1; index < rows.size(); ++index) {
    reader.read_row(rows[index], *layout);
  }
}

}  // namespace torikumi::corpus
