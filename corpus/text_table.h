#ifndef CORPUS_TEXT_TABLE_H_
#define CORPUS_TEXT_TABLE_H_

// Tables in extracted text: one row to a line, cells separated by tabs (or by the bars of
// Markdown), with a header row whose columns are known by the words in it.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// The cells of a row of a table, with markup and blanks as they are. Empty for a line that is
/// none: fewer than two cells, or only the rule under a Markdown header. Borrows from `line`.
std::vector<std::string_view> row_cells(std::string_view line);

/// What a column holds.
enum class Column {
  Other,  ///< A column that is not read.
  Department,
  Number,
  Scene,
  Target,
  Result,
  Standard,
  Owner,
  FiscalYear,
  Example,
};

/// A word by which a header names a column.
struct ColumnWord {
  std::string_view word;
  Column column;
};

/// The columns of a table, as its header row tells them.
class ColumnLayout {
 public:
  /// The layout that `cells` announce if they are a header: short cells of which at least two hold
  /// a word of `words` (the first word of the list that fits decides), among them every column of
  /// `required`. A cell without text belongs to the column before it (a merged header cell). A row
  /// with a cell that ends a sentence, or begins with a number or the label of a scene, is none.
  static std::optional<ColumnLayout> from_header(const std::vector<std::string_view>& cells,
                                                 std::span<const ColumnWord> words,
                                                 std::span<const Column> required);

  explicit ColumnLayout(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// How many cells a row has.
  [[nodiscard]] std::size_t size() const { return columns_.size(); }
  [[nodiscard]] Column at(std::size_t index) const { return columns_[index]; }
  [[nodiscard]] bool has(Column column) const { return count(column) > 0; }
  [[nodiscard]] std::size_t count(Column column) const;
  /// The index of the first `column`; size() if there is none.
  [[nodiscard]] std::size_t find(Column column) const;

  /// The cell of `column` in a row, several of one column joined by a line end; empty if the row is
  /// too short for it.
  [[nodiscard]] std::string cell(const std::vector<std::string_view>& cells, Column column) const;

  /// Makes the first of two columns `from` a column `to`: a number under a merged header.
  void split_first(Column from, Column to);

  /// This layout with a number's column at `index`, for rows of `row_size` cells: the columns of a
  /// merged header cell at the end that such a row has no cell for are gone.
  [[nodiscard]] ColumnLayout with_number_at(std::size_t index, std::size_t row_size) const;

 private:
  std::vector<Column> columns_;
};

}  // namespace torikumi::corpus

#endif  // CORPUS_TEXT_TABLE_H_
