#ifndef TESTS_CORPUS_READER_TEST_SUPPORT_H_
#define TESTS_CORPUS_READER_TEST_SUPPORT_H_

// What the tests of the readers share: a report, its lines, and short forms of what came of them.

#include "corpus/reading_parts.h"
#include "corpus/report_reader.h"
#include "corpus/source_text.h"
#include "corpus/ward_registry.h"
#include "tests/support/test_files.h"

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// A report of 川崎市中原区 for fiscal year 2020.
inline Report report_of_kind(ReportKind kind) {
  Report report;
  report.kind = kind;
  report.ward = {"141330", "中原区", "川崎市"};
  report.fiscal_year = 2020;
  report.title = "目標";
  report.file = "report.txt";
  return report;
}

/// The shipped registry of wards.
inline const WardRegistry& shipped_wards() {
  static const WardRegistry wards =
      WardRegistry::load(testing::source_dir() / "corpus" / "data" / "wards.csv");
  return wards;
}

/// `text` as lines; throws if it is not text.
inline SourceText text_of(std::string_view text) {
  auto source = SourceText::from_bytes(std::string(text), "report.txt");
  if (!source) {
    throw source.error();
  }
  return std::move(*source);
}

/// One line for each diagnostic, "severity line message", without hints.
inline std::string remarks(const ReadingParts& parts) {
  std::string text;
  for (Diagnostic diagnostic : parts.diagnostics) {
    diagnostic.hint.clear();
    text += to_string(diagnostic) + "\n";
  }
  return text;
}

/// The records of one kind.
inline std::vector<Record> records_of(const std::vector<Record>& records, RecordKind kind) {
  std::vector<Record> found;
  for (const Record& record : records) {
    if (record.kind == kind) {
      found.push_back(record);
    }
  }
  return found;
}

}  // namespace torikumi::corpus

#endif  // TESTS_CORPUS_READER_TEST_SUPPORT_H_
