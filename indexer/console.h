#ifndef INDEXER_CONSOLE_H_
#define INDEXER_CONSOLE_H_

// What the programs write for people: tables that line up with Japanese in them, and progress.

#include "corpus/utf8.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Columns that `text` (UTF-8) takes on a terminal: 2 for wide East Asian characters, 0 for
/// combining ones.
std::size_t display_width(std::string_view text);

/// `text` if it takes at most `width` columns, else its beginning and its end with … between them.
std::string elided(std::string_view text, std::size_t width);

using corpus::printable;

/// Writes "`program`: `message`" to standard error, the lines of the message printable.
void write_error(std::string_view program, std::string_view message);

/// Writes `text` to standard error. That it cannot be written (a closed or full one) is no failure
/// of the program, so it is not told.
void write_remark(std::string_view text);

/// A table with a header, columns padded to the widest cell; a column of numbers stands right. Line
/// feeds in a cell, also of the header, begin a further line within its row.
struct ConsoleTable {
  std::vector<std::string> header;
  std::vector<bool> is_number;  ///< One for each column.
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::string to_string() const;
};

/// Progress of long work on standard error: one line that is drawn again on a terminal, cut to its
/// width, else a plain line when the label changes. Redrawn at most ten times a second. One thread.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Shows `done` of `total` under `label`; `detail` (a file name) only on a terminal.
  void show(std::string_view label, std::size_t done, std::size_t total,
            std::string_view detail = {});

  /// Clears the line; also done by the destructor.
  void clear();

 private:
  bool is_terminal_;
  bool is_drawn_ = false;
  std::string last_label_;
  std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace torikumi::indexer

#endif  // INDEXER_CONSOLE_H_
