// Damaged input: whatever a file is cut down to, reading it ends, keeps the rules of a record, and
// says where something is wrong.

#include "corpus/guideline_reader.h"
#include "corpus/initiative_reader.h"
#include "corpus/policy_reader.h"
#include "corpus/standards_reader.h"
#include "corpus/utf8.h"
#include "tests/corpus/reader_test_support.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStep = 97;  // Bytes between two cuts; prime, so that cuts fall everywhere.

std::vector<fs::path> fixtures() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(testing::golden_dir() / "corpus")) {
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".md") {
      files.push_back(entry.path());
    }
  }
  return files;
}

ReadingParts read_as(ReportKind kind, const SourceText& source) {
  const Report report = report_of_kind(kind);
  switch (kind) {
    case ReportKind::TargetsAndResults:
      return read_initiatives(source.lines(), report);
    case ReportKind::Standards:
      return read_standards(source.lines(), report);
    case ReportKind::Guideline:
      return read_guideline(source.lines(), report, shipped_wards());
    case ReportKind::Policy:
      return read_policy(source.lines(), report);
  }
  return {};
}

void expect_sound(const ReadingParts& parts, std::size_t line_count) {
  const int last_line = static_cast<int>(line_count) + 1;
  for (const Record& record : parts.records) {
    EXPECT_FALSE(record.id.empty());
    EXPECT_FALSE(record.target.empty() && record.result.empty()) << record.id;
    EXPECT_FALSE(first_ill_formed_byte(record.target + record.result)) << record.id;
    EXPECT_EQ(record.target, std::string(trimmed(record.target)));
    EXPECT_EQ(record.target.find("\n\n"), std::string::npos) << record.target;
    EXPECT_EQ((record.target + record.result).find("<p>"), std::string::npos);
    EXPECT_TRUE(record.source.line >= 1 && record.source.line <= last_line);
    EXPECT_LE(record.scenes.size(), 2U);
  }
  for (const Diagnostic& diagnostic : parts.diagnostics) {
    EXPECT_FALSE(diagnostic.message.empty());
    EXPECT_TRUE(diagnostic.line >= 0 && diagnostic.line <= last_line) << diagnostic.message;
  }
  EXPECT_LE(parts.covered_characters, parts.text_characters + 2);
}

TEST(ReaderRobustnessTest, EveryPrefixOfEveryFixtureIsReadByEveryReader) {
  for (const fs::path& file : fixtures()) {
    const std::string text = testing::read_file(file);
    for (std::size_t size = 1; size <= text.size(); size += kStep) {
      const auto source = SourceText::from_bytes(text.substr(0, size), "cut.txt");
      if (!source) {
        continue;  // Only line ends so far.
      }
      for (const ReportKind kind : {ReportKind::TargetsAndResults, ReportKind::Standards,
                                    ReportKind::Guideline, ReportKind::Policy}) {
        SCOPED_TRACE(file.string() + " cut at " + std::to_string(size));
        expect_sound(read_as(kind, *source), source->lines().size());
      }
    }
  }
}

TEST(ReaderRobustnessTest, ACutInsideTheLastRowIsAlwaysRemarked) {
  const std::string whole =
      "部署名\t目標\t\t実施結果\n総務課\t1\t<p>甲を数えます。</p>\t<p>数えました。</p>\n";
  const std::string last = "総務課\t2\t<p>乙を数えます。</p>\t<p>数えました。</p>";
  for (std::size_t size = 1; size < last.size(); ++size) {
    auto source = SourceText::from_bytes(whole + last.substr(0, size), "cut.txt");
    ASSERT_TRUE(source);
    const ReadingParts parts = read_as(ReportKind::TargetsAndResults, *source);
    EXPECT_FALSE(parts.diagnostics.empty() && source->diagnostics().empty())
        << "cut after " << last.substr(0, size);
  }
}

TEST(ReaderRobustnessTest, HostileLinesAreText) {
  const std::vector<std::string> lines{
      std::string(20'000, '\t'), std::string(20'000, '<'),        std::string(20'000, '('),
      std::string(20'000, ' '),  "<p" + std::string(20'000, ' '), std::string(20'000, '-'),
      std::string(20'000, '|'),  std::string(20'000, '#'),
  };
  for (const std::string& line : lines) {
    const SourceText source = text_of("部署名\t目標\t実施結果\n総務課\t1 甲\t乙\n" + line + "\n");
    for (const ReportKind kind : {ReportKind::TargetsAndResults, ReportKind::Standards,
                                  ReportKind::Guideline, ReportKind::Policy}) {
      expect_sound(read_as(kind, source), source.lines().size());
    }
  }
}

// Twice the rows take about twice the time: the bound is loose enough for a busy machine and far
// below what anything quadratic would take.
TEST(ReaderRobustnessTest, ReadsTenThousandRows) {
  std::string text = "部署名\t目標\t\t実施結果\n";
  for (int row = 0; row < 10'000; ++row) {
    text +=
        "区民サービス部 第" + std::to_string(row) +
        "課\t1\t<p>対面 対応</p> <p>窓口の椅子を数えます。 具体的には、①朝 ②夕に数えます。</p>\t"
        "<p>毎日数えました。</p>\n";
  }
  const SourceText source = text_of(text);
  const auto begin = std::chrono::steady_clock::now();
  const ReadingParts parts = read_as(ReportKind::TargetsAndResults, source);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(parts.records.size(), 10'000U);
  EXPECT_TRUE(parts.diagnostics.empty());
  EXPECT_LT(seconds.count(), 10.0);
  RecordProperty("seconds", std::to_string(seconds.count()));
}

}  // namespace
}  // namespace torikumi::corpus
