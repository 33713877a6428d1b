#ifndef SEARCHD_API_CSV_DOCUMENT_H_
#define SEARCHD_API_CSV_DOCUMENT_H_

// Tables as CSV that Excel opens without damage.

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// A header and rows of the same length.
struct CsvDocument {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  /// UTF-8 with BOM, CRLF, quoting after RFC 4180; a cell that a spreadsheet would take for a
  /// formula (it begins with = + - @, one of them full-width, TAB, CR or LF) has a quote ' before.
  [[nodiscard]] std::string to_string() const;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_CSV_DOCUMENT_H_
