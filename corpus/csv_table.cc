#include "corpus/csv_table.h"

#include "corpus/utf8.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace torikumi::corpus {
namespace {

/// libcsv, fed line by line so that each row knows the line on which it begins.
class RowCollector {
 public:
  RowCollector() {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) {
      throw Error(ErrorKind::Internal, "libcsv cannot be initialised");
    }
  }
  ~RowCollector() { csv_free(&parser_); }
  RowCollector(const RowCollector&) = delete;
  RowCollector& operator=(const RowCollector&) = delete;

  /// False if a quotation mark is out of place.
  bool add(const SourceLine& line) {
    if (!is_in_row_) {
      if (trimmed(line.text).empty()) {
        return true;
      }
      row_.line = line.number;
      is_in_row_ = true;
    }
    return feed(line.text) && feed("\n");
  }

  /// False if the last cell's quotation mark is never closed.
  bool finish() { return csv_fini(&parser_, &on_cell, &on_row, this) == 0; }

  [[nodiscard]] int current_row_line() const { return row_.line; }
  std::vector<CsvRow> take_rows() { return std::move(rows_); }

 private:
  bool feed(std::string_view text) {
    return csv_parse(&parser_, text.data(), text.size(), &on_cell, &on_row, this) == text.size();
  }

  static void on_cell(void* bytes, std::size_t size, void* self) {
    const std::string_view cell(static_cast<const char*>(bytes), size);
    static_cast<RowCollector*>(self)->row_.cells.emplace_back(trimmed(cell));
  }

  static void on_row(int /*terminator*/, void* self) {
    static_cast<RowCollector*>(self)->end_row();
  }

  void end_row() {
    const bool is_empty = std::all_of(row_.cells.begin(), row_.cells.end(),
                                      [](const std::string& cell) { return cell.empty(); });
    if (!is_empty) {
      rows_.push_back(std::move(row_));
    }
    row_ = {};
    is_in_row_ = false;
  }

  csv_parser parser_{};
  CsvRow row_;
  bool is_in_row_ = false;
  std::vector<CsvRow> rows_;
};

Error misplaced_quotation_mark(const SourceText& text, int line) {
  return {ErrorKind::Malformed, "a quotation mark is out of place in the row that begins here",
          fmt::format("{}:{}", text.name(), line),
          "put the whole cell in quotation marks and double those inside it"};
}

}  // namespace

Result<CsvTable> CsvTable::parse(const SourceText& text) {
  RowCollector collector;
  for (const SourceLine& line : text.lines()) {
    if (!collector.add(line)) {
      return tl::unexpected(misplaced_quotation_mark(text, collector.current_row_line()));
    }
  }
  if (!collector.finish()) {
    return tl::unexpected(misplaced_quotation_mark(text, collector.current_row_line()));
  }
  CsvTable table;
  table.rows_ = collector.take_rows();
  if (table.rows_.empty()) {
    return table;
  }
  table.columns_ = std::move(table.rows_.front().cells);
  table.first_line_ = table.rows_.front().line;
  table.rows_.erase(table.rows_.begin());
  for (auto column = table.columns_.begin(); column != table.columns_.end(); ++column) {
    if (!column->empty() && std::find(table.columns_.begin(), column, *column) != column) {
      return failure(ErrorKind::Malformed, fmt::format("the column \"{}\" is there twice", *column),
                     fmt::format("{}:{}", text.name(), table.first_line_),
                     "rename or remove one of them");
    }
  }
  return table;
}

std::optional<std::string_view> CsvTable::missing_column(
    const std::vector<std::string_view>& names) const {
  for (const std::string_view name : names) {
    if (std::find(columns_.begin(), columns_.end(), name) == columns_.end()) {
      return name;
    }
  }
  return std::nullopt;
}

std::string_view CsvTable::cell(const CsvRow& row, std::string_view name) const {
  const auto column = std::find(columns_.begin(), columns_.end(), name);
  const auto at = static_cast<std::size_t>(std::distance(columns_.begin(), column));
  return at < row.cells.size() ? std::string_view(row.cells[at]) : std::string_view();
}

}  // namespace torikumi::corpus
