#include "searchd/api/csv_document.h"

namespace torikumi::searchd {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string cell_text(std::string_view cell) {
  std::string text;
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
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
