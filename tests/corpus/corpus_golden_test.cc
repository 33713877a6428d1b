// Whole readings of the fixtures in tests/golden/corpus/<case>/, compared with expected.jsonl (the
// records) and expected.diagnostics (what was inferred, covered and remarked). After a change that
// is meant, run this program with TORIKUMI_UPDATE_GOLDEN=1 and read the difference.

#include "corpus/record_json.h"
#include "corpus/report_reader.h"
#include "corpus/ward_registry.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;

fs::path cases_dir() {
  return testing::golden_dir() / "corpus";
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(cases_dir())) {
    if (entry.is_directory()) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

struct GoldenText {
  std::string records;
  std::string diagnostics;
};

GoldenText golden_text(const std::vector<ReportReading>& readings) {
  GoldenText text;
  for (const ReportReading& reading : readings) {
    for (const Record& record : reading.records) {
      text.records += to_json(record).dump() + '\n';
    }
    text.diagnostics += reading.file + ": " + std::to_string(reading.records.size()) +
                        " records, " + std::to_string(reading.covered_characters) + " of " +
                        std::to_string(reading.text_characters) + " characters\n";
    for (const Inference& inference : reading.inferences) {
      text.diagnostics +=
          "  " + inference.property + ": " + inference.value + " (" + inference.from + ")\n";
    }
    for (const Diagnostic& diagnostic : reading.diagnostics) {
      text.diagnostics += "  " + to_string(diagnostic) + '\n';
    }
  }
  return text;
}

class CorpusGoldenTest : public ::testing::TestWithParam<std::string> {};

TEST_P(CorpusGoldenTest, ReadsAsExpected) {
  const fs::path folder = cases_dir() / GetParam();
  const auto wards = WardRegistry::load(testing::source_dir() / "corpus" / "data" / "wards.csv");
  std::vector<ReportReading> readings = read_reports({folder}, wards);
  // That the expected files are not read themselves.
  std::erase_if(readings, [&](const ReportReading& one) { return one.file == folder.string(); });
  GoldenText text = golden_text(readings);
  // Messages that show the path as it was given have the checkout in them.
  for (std::size_t at; (at = text.diagnostics.find(folder.string())) != std::string::npos;) {
    text.diagnostics.replace(at, folder.string().size(), "<case>");
  }
  if (std::getenv("TORIKUMI_UPDATE_GOLDEN") != nullptr) {
    testing::write_file(folder / "expected.jsonl", text.records);
    testing::write_file(folder / "expected.diagnostics", text.diagnostics);
  }
  EXPECT_EQ(text.records, testing::read_file(folder / "expected.jsonl"));
  EXPECT_EQ(text.diagnostics, testing::read_file(folder / "expected.diagnostics"));
}

INSTANTIATE_TEST_SUITE_P(Cases, CorpusGoldenTest, ::testing::ValuesIn(case_names()),
                         [](const auto& row) { return row.param; });

}  // namespace
}  // namespace torikumi::corpus
