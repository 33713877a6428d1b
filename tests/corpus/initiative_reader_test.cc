#include "corpus/initiative_reader.h"

#include "tests/corpus/reader_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kHeader = "部署名\t目標及び取組内容\t\t実施結果及び目標の達成度\n";

ReadingParts read(const std::string& text) {
  const SourceText source = text_of(text);
  return read_initiatives(source.lines(), report_of_kind(ReportKind::TargetsAndResults));
}

TEST(InitiativeReaderTest, ReadsARow) {
  const ReadingParts parts =
      read(kHeader + "総務課\t1\t<p>共通</p> <p>数えます。</p>\t数えました。");
  ASSERT_EQ(parts.records.size(), 1U);
  const Record& record = parts.records[0];
  EXPECT_EQ(record.kind, RecordKind::Initiative);
  EXPECT_EQ(record.id, "141330-2020-i-21548e1e-1");
  EXPECT_EQ(record.department.name, "総務課");
  EXPECT_EQ(record.number, 1);
  EXPECT_THAT(record.scenes, ElementsAre(Scene::Common));
  EXPECT_EQ(record.target, "数えます。");
  EXPECT_EQ(record.result, "数えました。");
  EXPECT_EQ(record.result_status, ResultStatus::Reported);
  EXPECT_EQ(record.fiscal_year, 2020);
  EXPECT_EQ(record.source.file, "report.txt");
  EXPECT_EQ(record.source.line, 2);
  EXPECT_EQ(remarks(parts), "");
}

TEST(InitiativeReaderTest, HandsTheDepartmentDownAcrossPages) {
  const ReadingParts parts = read(kHeader + "総務課\t1\t甲です。\t乙です。\n\n" + kHeader +
                                  "\t2\t丙です。\t丁です。\n区民課\t1\t戊です。\t己です。\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[1].department.name, "総務課");
  EXPECT_EQ(parts.records[1].source.line, 5);
  EXPECT_EQ(parts.records[2].department.name, "区民課");
}

TEST(InitiativeReaderTest, ReadsColumnsOfOtherReports) {
  const ReadingParts parts =
      read("担当課\tNo\t場面\t目標\t達成度\n総務課\t1\t電 話\t甲です。\t乙です。\n");
  ASSERT_EQ(parts.records.size(), 1U);
  EXPECT_EQ(parts.records[0].number, 1);
  EXPECT_THAT(parts.records[0].scenes, ElementsAre(Scene::Telephone));
  EXPECT_EQ(parts.records[0].target, "甲です。");
  EXPECT_EQ(parts.records[0].result, "乙です。");
}

TEST(InitiativeReaderTest, ReadsTheNumberFromATargetWithoutNumberColumn) {
  const ReadingParts parts = read("所属\t目標\t実施結果\n総務課\t② 共通 甲です。\t乙です。\n");
  ASSERT_EQ(parts.records.size(), 1U);
  EXPECT_EQ(parts.records[0].number, 2);
  EXPECT_THAT(parts.records[0].scenes, ElementsAre(Scene::Common));
  EXPECT_EQ(parts.records[0].target, "甲です。");
}

TEST(InitiativeReaderTest, ReadsMarkdownTables) {
  const ReadingParts parts = read(
      "| 部署名 | 番号 | 目標 | 実施結果 |\n|---|---|---|---|\n| 総務課 | 1 | 甲です。 | 乙です。 "
      "|\n");
  ASSERT_EQ(parts.records.size(), 1U);
  EXPECT_EQ(parts.records[0].target, "甲です。");
  EXPECT_EQ(remarks(parts), "");
}

struct StatusCase {
  const char* name;
  const char* result;
  ResultStatus want;
  const char* text;
};
std::ostream& operator<<(std::ostream& out, const StatusCase& row) {
  return out << row.result;
}

class ResultStatusTest : public ::testing::TestWithParam<StatusCase> {};

TEST_P(ResultStatusTest, IsSeenInTheCell) {
  const ReadingParts parts = read(kHeader + "総務課\t1\t甲です。\t乙です。\n総務課\t2\t丙です。\t" +
                                  GetParam().result + "\n総務課\t3\t丁です。\t戊です。\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[1].result_status, GetParam().want);
  EXPECT_EQ(parts.records[1].result, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ResultStatusTest,
    ::testing::Values(StatusCase{"Reported", "できました。", ResultStatus::Reported,
                                 "できました。"},
                      StatusCase{"Omitted", "<p>※大雨のため、総括を省略とします</p>",
                                 ResultStatus::Omitted, "※大雨のため、総括を省略とします"},
                      StatusCase{"OmissionAsAGoal", "書類の省略を進めました。",
                                 ResultStatus::Reported, "書類の省略を進めました。"},
                      StatusCase{"Empty", "", ResultStatus::Missing, ""},
                      StatusCase{"EmptyParagraph", "<p> </p>", ResultStatus::Missing, ""},
                      StatusCase{"Dash", "－", ResultStatus::Missing, ""}),
    [](const auto& row) { return row.param.name; });

TEST(InitiativeReaderTest, GoesOnWithARowBehindAPageBreak) {
  const ReadingParts parts =
      read(kHeader + "総務課\t1\t甲と\t乙です。\n\n" + kHeader + "\t\t丙です。\t丁です。\n");
  ASSERT_EQ(parts.records.size(), 1U);
  EXPECT_EQ(parts.records[0].target, "甲と丙です。");
  EXPECT_EQ(parts.records[0].result, "乙です。\n丁です。");
  EXPECT_THAT(remarks(parts), HasSubstr("note: :5: a row without department and number"));
  EXPECT_EQ(parts.text_characters, parts.covered_characters);
}

TEST(InitiativeReaderTest, PutsTornRowsTogether) {
  const ReadingParts parts =
      read(kHeader +
           "総務課\t1\t甲と\n乙です。\t丙です。\n総務課\t2\t<p>丁と\n戊です。</p>\t己です。\n");
  ASSERT_EQ(parts.records.size(), 2U);
  EXPECT_EQ(parts.records[0].target, "甲と乙です。");
  EXPECT_EQ(parts.records[0].result, "丙です。");
  EXPECT_EQ(parts.records[1].target, "丁と戊です。");
  EXPECT_EQ(parts.records[1].source.line, 4);
}

TEST(InitiativeReaderTest, ReadsPoliciesAndRemarksAroundTheTables) {
  const ReadingParts parts =
      read("サービス向上方針\n\n| ① 甲です。  |\n| ② 乙です。 |\n\n## 目標\n\n" + kHeader +
           "総務課\t1\t丙です。\t丁です。\n\n※ 年度末の数です。\n");
  ASSERT_EQ(parts.records.size(), 4U);
  EXPECT_EQ(parts.records[0].role, PassageRole::Policy);
  EXPECT_EQ(parts.records[0].number, 1);
  EXPECT_EQ(parts.records[0].target, "甲です。");
  EXPECT_THAT(parts.records[0].headings, ElementsAre("サービス向上方針"));
  EXPECT_EQ(parts.records[2].kind, RecordKind::Initiative);
  EXPECT_EQ(parts.records[3].role, PassageRole::Paragraph);
}

struct DamageCase {
  const char* name;
  std::string text;  // Below the header.
  std::size_t records;
  const char* remark;
};
std::ostream& operator<<(std::ostream& out, const DamageCase& row) {
  return out << row.text;
}

class DamagedRowTest : public ::testing::TestWithParam<DamageCase> {};

TEST_P(DamagedRowTest, IsKeptAsFarAsItGoesAndRemarked) {
  const ReadingParts parts = read(kHeader + "総務課\t1\t甲です。\t乙です。\n" + GetParam().text);
  EXPECT_EQ(parts.records.size(), GetParam().records);
  EXPECT_THAT(remarks(parts), HasSubstr(GetParam().remark));
}

INSTANTIATE_TEST_SUITE_P(
    Table, DamagedRowTest,
    ::testing::Values(
        DamageCase{"TooFewCells", "総務課\t2\t丙です。\n総務課\t3\t丁です。\t戊です。", 3,
                   "warning: :3: the row has 3 cells instead of 4"},
        DamageCase{"NoNumber", "区民課\t\t丙です。\t丁です。", 2,
                   "warning: :3: the row has no number"},
        DamageCase{"NoText", "総務課\t2\t\t", 1,
                   "error: :3: a row without target and result is left out: \"総務課 2\""},
        DamageCase{"UnknownLabel", "総務課\t2 会議\t丙です。\t丁です。", 2,
                   "warning: :3: \"会議\" is not the label of a scene"},
        DamageCase{"TooManyCells", "総務課\t2\t丙です。\t丁です。\t戊", 2,
                   "warning: :3: the row has 5 cells instead of 4"},
        DamageCase{"UnclosedParagraph", "総務課\t2\t<p>丙です。</p>\t<p>丁", 2,
                   "warning: :3: a <p> in this row is not closed"},
        DamageCase{"EndsWithoutResult", "総務課\t2\t丙です。", 2,
                   "warning: :3: the last row of the file has no result"},
        DamageCase{"EndsInASentence", "総務課\t2\t丙です。\t丁は", 2,
                   "warning: :3: the file ends in the middle of a sentence"}),
    [](const auto& row) { return row.param.name; });

TEST(InitiativeReaderTest, SaysWhatIsMissing) {
  EXPECT_THAT(remarks(read("ただの文です。\n")),
              HasSubstr("error: : there is no table of goals in this file"));
  EXPECT_THAT(remarks(read("総務課\t1\t甲です。\t乙です。\n")),
              HasSubstr("warning: :1: there is no header row above this row"));
  EXPECT_THAT(remarks(read(kHeader + "\t1\t甲です。\t乙です。\n")),
              HasSubstr("warning: :2: the row has no department"));
  EXPECT_THAT(remarks(read(kHeader + "\t\t甲です。\t乙です。\n")),
              HasSubstr("error: :2: a row without department and number"));
}

TEST(InitiativeReaderTest, DoesNotMissResultsBeforeTheEndOfTheYear) {
  const ReadingParts parts = read("部署名\t番号\t目標\n総務課\t1\t甲です。\n総務課\t2\t乙です。\n");
  ASSERT_EQ(parts.records.size(), 2U);
  EXPECT_EQ(parts.records[1].result_status, ResultStatus::Missing);
  EXPECT_EQ(remarks(parts), "");
}

}  // namespace
}  // namespace torikumi::corpus
