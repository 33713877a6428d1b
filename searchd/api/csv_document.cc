#include "searchd/api/csv_document.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What Excel takes for the beginning of a formula; a Japanese Excel reads the full-width signs
// alike.
constexpr std::array<std::string_view, 11> kFormulaBeginnings{"=",  "+",  "-",  "@",  "\t", "\r",
                                                              "\n", "＝", "＋", "－", "＠"};

bool is_formula(std::string_view cell) {
  return std::any_of(kFormulaBeginnings.begin(), kFormulaBeginnings.end(),
                     [&](std::string_view beginning) { return cell.starts_with(beginning); });
}

std::string cell_text(std::string_view cell) {
  std::string text;
  if (is_formula(cell)) {
    text += '\'';
  }
  text += cell;
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char byte : text) {
    quoted += byte;
    if (byte == '"') {
      quoted += '"';
    }
  }
  return quoted + '"';
}

std::string row_text(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    row += (i == 0 ? "" : ",") + cell_text(cells[i]);
  }
  return row + "\r\n";
}

}  // namespace

std::string CsvDocument::to_string() const {
  std::string text(kByteOrderMark);
  text += row_text(header);
  for (const std::vector<std::string>& row : rows) {
    text += row_text(row);
  }
  return text;
}

}  // namespace torikumi::searchd
