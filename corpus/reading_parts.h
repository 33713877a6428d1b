#ifndef CORPUS_READING_PARTS_H_
#define CORPUS_READING_PARTS_H_

// What a reader of one format hands back to the front door (report_reader.h).

#include "corpus/record.h"
#include "corpus/report_reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// Records and remarks of one report. A value.
struct ReadingParts {
  std::vector<Record> records;          ///< In the order of the file; ids set, perhaps not unique.
  std::vector<Diagnostic> diagnostics;  ///< `file` is left empty: the front door knows it.
  std::size_t text_characters = 0;      ///< As in ReportReading.
  std::size_t covered_characters = 0;

  void note(int line, std::string message);
  void warn(int line, std::string message, std::string hint = {});
  /// For what is left out.
  void error(int line, std::string message, std::string hint = {});

  /// Appends `record` and counts its target and result as covered.
  void add(Record record);
};

/// A record of `report` that begins on `line`, with ward, year and source filled in.
Record record_of(const Report& report, RecordKind kind, int line);

/// The beginning of `text`, short enough to be quoted in a message.
std::string quotation(std::string_view text);

}  // namespace torikumi::corpus

#endif  // CORPUS_READING_PARTS_H_
