#ifndef ANALYSIS_TAB_SEPARATED_FILE_H_
#define ANALYSIS_TAB_SEPARATED_FILE_H_

// The editable word lists: UTF-8, one entry a line, cells parted by tabs, # for remarks.

#include "corpus/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::analysis {

struct TabSeparatedRow {
  std::string where;               ///< "file:line", for messages.
  std::vector<std::string> cells;  ///< Without blanks around them; at least one.
};

/// The rows of `file`, without empty lines and lines that begin with #. Line ends may be CRLF, a
/// byte order mark is skipped. Throws Error{NotFound}, or Error{Malformed} with file and line for
/// bytes that are not UTF-8.
std::vector<TabSeparatedRow> read_tab_separated(const std::filesystem::path& file);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_TAB_SEPARATED_FILE_H_
