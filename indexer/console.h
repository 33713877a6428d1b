#ifndef INDEXER_CONSOLE_H_
#define INDEXER_CONSOLE_H_

// What the programs write for people: tables that line up with Japanese in them, and progress.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Columns that `text` (UTF-8) takes on a terminal: 2 for wide East Asian characters, 0 for
/// combining ones.
std::size_t display_width(std::string_view text);

/// A table with a header, columns padded to the widest cell; a column of numbers stands right.
struct ConsoleTable {
  std::vector<std::string> header;
  std::vector<bool> is_number;  ///< One for each column.
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::string to_string() const;
};

/// Progress of long work on standard error: one line that is drawn again on a terminal, else a plain
/// line when the label changes. Redrawn at most ten times a second.
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
