#include "corpus/report_reader.h"

#include "tests/corpus/reader_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kGoals = "部署名\t番号\t目標\t実施結果\n総務課\t1\t甲です。\t乙です。\n";
const std::string kColumns = "file,kind,municipality,ward,fiscal_year,title,url\n";

std::string row_for(const std::string& file, const std::string& ward) {
  return file + ",targets_and_results,川崎市," + ward + ",令和2年度,目標,\n";
}

// Files in a folder of their own, and what came of reading them.
class ReportReaderTest : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) {
    testing::write_file(folder_.path() / name, text);
  }
  [[nodiscard]] fs::path path(const std::string& name) const { return folder_.path() / name; }
  [[nodiscard]] std::vector<ReportReading> read(const std::vector<fs::path>& paths,
                                                const ReadOptions& options = {}) const {
    return read_reports(paths, shipped_wards(), options);
  }
  [[nodiscard]] std::vector<ReportReading> read() const { return read({folder_.path()}); }

 private:
  testing::TemporaryDirectory folder_;
};

std::string all_remarks(const std::vector<ReportReading>& readings) {
  std::string text;
  for (const ReportReading& reading : readings) {
    for (const Diagnostic& diagnostic : reading.diagnostics) {
      text += to_string(diagnostic) + '\n';
    }
  }
  return text;
}

std::vector<std::string> names(const std::vector<ReportReading>& readings) {
  std::vector<std::string> files;
  for (const ReportReading& reading : readings) {
    files.push_back(reading.file);
  }
  return files;
}

TEST_F(ReportReaderTest, ReadsFoldersInOrderOfName) {
  write("catalogue.csv", kColumns + row_for("b.txt", "幸区") + row_for("sub/a.md", "中原区") +
                             row_for("a.txt", "高津区"));
  write("b.txt", kGoals);
  write("a.txt", kGoals);
  write("sub/a.md", kGoals);
  write(".hidden.txt", kGoals);
  write("README.md", "about these files");
  const auto readings = read();
  EXPECT_THAT(names(readings), ElementsAre("a.txt", "b.txt", "sub/a.md"));
  EXPECT_EQ(all_remarks(readings), "");
  EXPECT_EQ(readings[2].report->ward.name, "中原区");
  EXPECT_EQ(readings[2].records[0].source.file, "sub/a.md");
  EXPECT_EQ(readings[2].department_count(), 1U);
  EXPECT_FALSE(readings[2].has_errors());
}

TEST_F(ReportReaderTest, LeavesOutNotesAboutTheFiles) {
  write("catalogue.csv", kColumns + row_for("a.txt", "幸区"));
  write("a.txt", kGoals);
  for (const char* name : {"README.md", "readme.txt", "Provenance.md", "PROVENANCE-2020.txt"}) {
    write(name, "# About these files\n");
  }
  const auto readings = read();
  EXPECT_THAT(names(readings), ElementsAre("a.txt"));
  EXPECT_EQ(all_remarks(readings), "");
}

TEST_F(ReportReaderTest, PrefersTheCatalogueBesideTheFile) {
  write("catalogue.csv", kColumns + row_for("sub/a.txt", "幸区"));
  write("sub/catalogue.csv", kColumns + row_for("a.txt", "中原区"));
  write("sub/a.txt", kGoals);
  const auto readings = read();
  ASSERT_FALSE(readings.empty());
  ASSERT_TRUE(readings[0].report) << all_remarks(readings);
  EXPECT_EQ(readings[0].report->ward.name, "中原区");
  ASSERT_FALSE(readings[0].inferences.empty());
  EXPECT_EQ(readings[0].inferences[0].from, "catalogue.csv:2");
}

TEST_F(ReportReaderTest, TakesAnotherCatalogue) {
  write("files/a.txt", kGoals);
  write("elsewhere.csv", kColumns + row_for("a.txt", "幸区"));
  const auto readings = read({path("files")}, {.catalogue = path("elsewhere.csv"), .limits = {}});
  ASSERT_TRUE(readings[0].report) << all_remarks(readings);
  EXPECT_EQ(readings[0].report->ward.name, "幸区");
}

TEST_F(ReportReaderTest, SaysWhatIsNotThere) {
  fs::create_directories(path("empty"));
  const auto readings = read({path("nothing.txt"), path("empty")});
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_TRUE(readings[0].has_errors());
  EXPECT_FALSE(readings[0].report);
  EXPECT_THAT(all_remarks(readings), HasSubstr("there is no such file or folder"));
  EXPECT_THAT(all_remarks(readings),
              HasSubstr("there is no .txt, .text or .md file in this folder"));
}

TEST_F(ReportReaderTest, GoesOnBehindABadFile) {
  write("catalogue.csv", kColumns + row_for("a.txt", "幸区") + row_for("b.txt", "空区") +
                             row_for("c.txt", "中原区"));
  write("a.txt", "%PDF-1.7 \x01\x02");
  write("b.txt", kGoals);
  write("c.txt", kGoals);
  const auto readings = read();
  ASSERT_GE(readings.size(), 3U);
  EXPECT_TRUE(readings[0].has_errors());
  EXPECT_TRUE(readings[1].has_errors());
  EXPECT_FALSE(readings[2].has_errors());
  EXPECT_EQ(readings[2].records.size(), 1U);
}

TEST_F(ReportReaderTest, GuessesNothingBesideABrokenCatalogue) {
  write("catalogue.csv",
        "file,kind,municipality,ward,fiscal_year,title\n" +
            std::string("幸区_R4.txt,targets_and_results,川崎市,中原区,R5,目標\n"));
  write("幸区_R4.txt", kGoals);
  const auto readings = read();
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_FALSE(readings[0].report);
  EXPECT_THAT(readings[0].records, IsEmpty());
  EXPECT_EQ(
      all_remarks(readings),
      "error: 幸区_R4.txt: what it is stands in catalogue.csv, which cannot be read; mend the "
      "catalogue or take it away\n"
      "error: catalogue.csv:1: the column \"url\" is missing; the first row names the columns: "
      "file,kind,municipality,ward,fiscal_year,title,url\n");
}

TEST_F(ReportReaderTest, FailsForANamedCatalogueThatIsNotThere) {
  write("幸区_R4.txt", kGoals);
  try {
    static_cast<void>(read({path("")}, {.catalogue = path("nothing.csv"), .limits = {}}));
    FAIL() << "read it";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
    EXPECT_EQ(error.where, path("nothing.csv").string());
  }
}

TEST_F(ReportReaderTest, SaysWhatIsWrongWithARowOnce) {
  write("catalogue.csv", kColumns + row_for("a.txt", "空区") + row_for("gone.txt", "幸区"));
  write("a.txt", kGoals);
  const std::string said = all_remarks(read());
  const std::size_t at = said.find("空区");
  ASSERT_NE(at, std::string::npos) << said;
  EXPECT_EQ(said.find("\"空区\"", at + 7), std::string::npos) << said;
  EXPECT_THAT(said, HasSubstr("error: a.txt: catalogue.csv:2: "));
  EXPECT_THAT(said, HasSubstr("warning: catalogue.csv:3: the file \"gone.txt\" is not there"));
}

TEST_F(ReportReaderTest, RefusesAYearThatLiesTooFarAhead) {
  write("catalogue.csv", kColumns + "a.txt,targets_and_results,川崎市,幸区,令和99,目標,\n");
  write("a.txt", kGoals);
  write("b_幸区_令和98年度.txt", kGoals);
  EXPECT_EQ(
      all_remarks(read()),
      "error: a.txt: the fiscal year 令和99年度 (2117, from catalogue.csv:2) lies too far ahead; "
      "correct the year\n"
      "error: b_幸区_令和98年度.txt: the fiscal year 令和98年度 (2116, from file name) lies too "
      "far ahead; correct the year\n");
}

// However the path is typed, the same names tell what a file is.
TEST_F(ReportReaderTest, InfersTheSameFromEveryWayToNameAFile) {
  const std::string file = "2019/川崎市/多摩区/H31/目標.txt";
  write(file, kGoals);
  const fs::path before = fs::current_path();
  fs::current_path(path(file).parent_path());
  std::vector<std::string> ids;
  for (const fs::path& named : std::vector<fs::path>{"目標.txt", "./目標.txt", ".", "", "../H31",
                                                     path(file), path(file).parent_path()}) {
    const auto readings = read({named.empty() ? fs::path("..") / ".." / "多摩区" / "H31" : named});
    ids.push_back(readings[0].records.empty() ? all_remarks(readings) : readings[0].records[0].id);
  }
  fs::current_path(before);
  EXPECT_THAT(ids, ::testing::Each(ids[0]));
  EXPECT_THAT(ids[0], ::testing::StartsWith("141356-2019-i-"));
}

TEST_F(ReportReaderTest, InfersNothingFromFoldersFarAboveTheNamedOne) {
  write("2019/多摩区/data/r.txt", "区役所サービス向上目標\n\n" + kGoals);
  const auto readings = read({path("2019/多摩区/data")});
  EXPECT_THAT(all_remarks(readings), HasSubstr("the fiscal year is not known"));
  EXPECT_THAT(all_remarks(readings), ::testing::Not(HasSubstr("the ward is not")));
}

TEST_F(ReportReaderTest, LeavesOutASecondCopyOfAReport) {
  write("catalogue.csv", kColumns + row_for("a.txt", "幸区") + row_for("b.txt", "幸区"));
  write("a.txt", kGoals);
  write("b.txt", kGoals + "総務課\t2\t丙です。\t丁です。\n");
  const auto readings = read();
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].records.size(), 1U);
  ASSERT_EQ(readings[1].records.size(), 1U);
  EXPECT_EQ(readings[1].records[0].number, 2);
  EXPECT_THAT(all_remarks(readings),
              HasSubstr("error: b.txt:2: 1 records with the same id stand in a.txt already"));
}

TEST_F(ReportReaderTest, KeepsTheSameCopyWhateverIsNamedFirst) {
  for (const char* folder : {"x", "y"}) {
    write(std::string(folder) + "/catalogue.csv", kColumns + row_for("a.txt", "幸区"));
  }
  write("x/a.txt", kGoals);
  write("y/a.txt", kGoals + "総務課\t2\t丙です。\t丁です。\n");
  const auto readings = read({path("x"), path("y")});
  const auto swapped = read({path("y"), path("x")});
  ASSERT_EQ(readings.size(), 2U);
  ASSERT_EQ(swapped.size(), 2U);
  EXPECT_EQ(names(readings), names(swapped));
  for (std::size_t at = 0; at < readings.size(); ++at) {
    EXPECT_EQ(readings[at].records, swapped[at].records);
  }
  EXPECT_EQ(all_remarks(readings), all_remarks(swapped));
}

TEST_F(ReportReaderTest, KeepsBothOfTwoGoalsWithOneNumber) {
  write("catalogue.csv", kColumns + row_for("a.txt", "幸区"));
  write("a.txt", kGoals + "総務課\t1\t丙です。\t丁です。\n");
  const auto readings = read();
  ASSERT_EQ(readings[0].records.size(), 2U);
  EXPECT_EQ(readings[0].records[1].id, readings[0].records[0].id + "-2");
  EXPECT_THAT(all_remarks(readings), HasSubstr("warning: a.txt:3: "));
}

TEST_F(ReportReaderTest, ReadsAFileOnceThatIsNamedTwice) {
  write("catalogue.csv", kColumns + row_for("a.txt", "幸区"));
  write("a.txt", kGoals);
  EXPECT_THAT(names(read({path("a.txt"), path("")})), ElementsAre("a.txt"));
}

TEST_F(ReportReaderTest, StopsAtTheLimitOfFiles) {
  write("catalogue.csv", kColumns + row_for("a.txt", "幸区") + row_for("b.txt", "中原区"));
  write("a.txt", kGoals);
  write("b.txt", kGoals);
  ReadOptions options;
  options.limits.max_files = 1;
  const auto readings = read({path("")}, options);
  EXPECT_THAT(all_remarks(readings), HasSubstr("there are more than 1 files"));
  EXPECT_EQ(readings.back().records.size(), 1U);
}

TEST_F(ReportReaderTest, ReportsProgress) {
  write("a.txt", kGoals);
  write("b.txt", kGoals);
  std::vector<std::string> steps;
  read_reports({path("")}, shipped_wards(), {},
               [&](const std::string& file, std::size_t at, std::size_t of) {
                 steps.push_back(file + " " + std::to_string(at) + "/" + std::to_string(of));
               });
  EXPECT_THAT(steps, ElementsAre("a.txt 1/2", "b.txt 2/2"));
}

TEST(DiagnosticTest, ReadsAsOneLine) {
  const Diagnostic diagnostic{Diagnostic::Severity::Warning, "a.txt", 3, "no number", "add one"};
  EXPECT_EQ(to_string(diagnostic), "warning: a.txt:3: no number; add one");
  EXPECT_EQ(to_string({Diagnostic::Severity::Error, "a.txt", 0, "empty", ""}),
            "error: a.txt: empty");
  EXPECT_EQ(
      to_string({Diagnostic::Severity::Error, "a\x1b[31m\nerror: b\xE2\x80\xAE.txt", 0, "x", ""}),
      "error: a\uFFFD[31m\uFFFDerror: b\uFFFD.txt: x");
}

}  // namespace
}  // namespace torikumi::corpus
