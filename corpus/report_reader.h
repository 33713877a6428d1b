#ifndef CORPUS_REPORT_READER_H_
#define CORPUS_REPORT_READER_H_

// Files in, records out: the front door of the module.

#include "corpus/error.h"
#include "corpus/record.h"
#include "corpus/ward_registry.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::corpus {

/// A remark about a place in a file.
struct Diagnostic {
  enum class Severity {
    Note,     ///< Something was repaired or inferred; nothing to do.
    Warning,  ///< Read, but worth a look.
    Error,    ///< Something was left out.
  };
  Severity severity = Severity::Note;
  std::string file;  ///< As in Source::file.
  int line = 0;      ///< 1-based; 0 for the file as a whole.
  std::string message;
  std::string hint;  ///< What to do; may be empty.

  bool operator==(const Diagnostic&) const = default;
};

/// "error: file:line: message; hint", as one printable line for a person.
std::string to_string(const Diagnostic& diagnostic);

/// Where a property of a report (kind, ward, fiscal_year, title) came from.
struct Inference {
  std::string property;  ///< kind, ward, fiscal_year, title.
  std::string value;     ///< As shown to a person: 川崎市中原区, 令和2年度.
  std::string from;      ///< "catalogue.csv:3", "file name", "folder name", "line 1 of the text".

  bool operator==(const Inference&) const = default;
};

/// What came of one file.
struct ReportReading {
  std::string file;              ///< As in Source::file.
  std::optional<Report> report;  ///< Nothing if the file could not be read at all.
  std::vector<Record> records;   ///< In the order of the file.
  std::vector<Inference> inferences;
  std::vector<Diagnostic> diagnostics;
  /// Characters of the file's tables or text without blanks, markup, the heads of tables, tables of
  /// contents and the headings that records keep. A heading or column that no record keeps counts.
  std::size_t text_characters = 0;
  std::size_t covered_characters = 0;  ///< Those of them that stand in a record.

  /// True if something of the file was left out (any diagnostic of severity Error).
  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] std::size_t department_count() const;
};

/// Limits on what is read; a file over a limit is refused with one message.
struct ReadLimits {
  std::size_t max_file_bytes = 64U << 20U;  ///< 1 .. 1 GiB.
  std::size_t max_line_bytes = 1U << 20U;   ///< 1 .. max_file_bytes.
  std::size_t max_files = 100'000;          ///< Files below the paths that were named.
  int last_fiscal_year = 2100;              ///< A report of a later year is refused: a slip.
};

struct ReadOptions {
  std::optional<std::filesystem::path> catalogue;  ///< Instead of the catalogue.csv beside a file.
  ReadLimits limits;
};

/// Called before each file is read: its name, its 1-based place and how many there are.
using ReadProgress = std::function<void(const std::string& file, std::size_t at, std::size_t of)>;

/// Reads every report at or below `paths` (files, or folders searched through as find_input_files
/// says) in order of name, whatever the order of `paths`. One result for each file, also for one
/// that could not be read; a file never stops the others. A path that does not exist, a folder
/// without a report or with files that are not read gives a reading that says so.
///
/// Source::file is the path below the folder that was named, or the name of a file named by itself.
/// The catalogue beside a file counts, else that of a folder above it, up to the one that was
/// named; what is wrong with a catalogue itself is a reading of its own behind the others. A file
/// beside a catalogue that cannot be read is an error and never guessed; if it is the one in
/// `options`, its Error is thrown. Without a row the names of file and folders tell what a file is:
/// those below the folder that was named (or the file's own), that folder and the one around it. A
/// record whose id an earlier file has is left out and said; of two in one file the later gets -2
/// behind its id.
std::vector<ReportReading> read_reports(const std::vector<std::filesystem::path>& paths,
                                        const WardRegistry& wards, const ReadOptions& options = {},
                                        const ReadProgress& progress = {});

}  // namespace torikumi::corpus

#endif  // CORPUS_REPORT_READER_H_
