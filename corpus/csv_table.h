#ifndef CORPUS_CSV_TABLE_H_
#define CORPUS_CSV_TABLE_H_

// A CSV file whose first row names its columns.

#include "corpus/error.h"
#include "corpus/source_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// A row below the first one.
struct CsvRow {
  int line = 0;                    ///< 1-based line of the file on which the row begins.
  std::vector<std::string> cells;  ///< Blanks at both ends left out; may be fewer than the columns.

  bool operator==(const CsvRow&) const = default;
};

/// The rows of a file by column. Immutable; free to share between threads.
class CsvTable {
 public:
  /// Parses RFC 4180: commas, cells in quotation marks may hold commas, doubled quotation marks and
  /// line breaks. Empty rows are left out. An Error{Malformed} names the line of a quotation mark
  /// that is out of place, or the column that is named twice.
  static Result<CsvTable> parse(const SourceText& text);

  /// The names in the first row.
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

  /// The 1-based line of the first row; 0 if there is none.
  [[nodiscard]] int first_line() const { return first_line_; }

  [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }

  /// The first of `names` that is not a column; nothing if all are there.
  [[nodiscard]] std::optional<std::string_view> missing_column(
      const std::vector<std::string_view>& names) const;

  /// The cell of `row` in the column called `name`; empty if there is no such column or the row
  /// ends before it. Borrows from the row.
  [[nodiscard]] std::string_view cell(const CsvRow& row, std::string_view name) const;

 private:
  std::vector<std::string> columns_;
  int first_line_ = 0;
  std::vector<CsvRow> rows_;
};

}  // namespace torikumi::corpus

#endif  // CORPUS_CSV_TABLE_H_
