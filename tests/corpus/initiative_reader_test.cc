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

// What was read of each goal: number, scenes, target, result, status.
std::string goals(const ReadingParts& parts) {
  std::string text;
  for (const Record& record : records_of(parts.records, RecordKind::Initiative)) {
    text += record.number ? std::to_string(*record.number) : "-";
    for (const Scene scene : record.scenes) {
      text += std::string(" ") + std::string(label_of(scene));
    }
    text += " " + record.target + " > " + record.result + "\n";
  }
  return text;
}

struct LookalikeCase {
  const char* name;
  const char* row;
  const char* goals;  // Of the row and those around it.
};
std::ostream& operator<<(std::ostream& out, const LookalikeCase& row) {
  return out << row.row;
}

class HeaderLookalikeTest : public ::testing::TestWithParam<LookalikeCase> {};

TEST_P(HeaderLookalikeTest, IsARowAndNoHeader) {
  const ReadingParts parts = read(kHeader + "企画課\t1\t共通 甲です。\t乙です。\n" +
                                  GetParam().row + "\n企画課\t9\t共通 丙です。\t丁です。\n");
  EXPECT_EQ(goals(parts), GetParam().goals);
  EXPECT_EQ(parts.text_characters, parts.covered_characters);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HeaderLookalikeTest,
    ::testing::Values(
        LookalikeCase{"GoesOn", "\t\t目標を全員で読みます。\t実績を数えました。",
                      "1 共通 甲です。\n目標を全員で読みます。 > 乙です。\n実績を数えました。\n"
                      "9 共通 丙です。 > 丁です。\n"},
        LookalikeCase{"GoesOnWithoutSentences", "\t\t目標を全員で読む\t実績を数えた",
                      "1 共通 甲です。\n目標を全員で読む > 乙です。\n実績を数えた\n"
                      "9 共通 丙です。 > 丁です。\n"},
        LookalikeCase{"LabelForNumber", "企画課\t共通\t目標を読みます。\t目標を読みました。",
                      "1 共通 甲です。 > 乙です。\n- 共通 目標を読みます。 > 目標を読みました。\n"
                      "9 共通 丙です。 > 丁です。\n"},
        LookalikeCase{"GoalForNumber", "企画課\t目標１\t共通 甲の二です。\t結果二",
                      "1 共通 甲です。 > 乙です。\n- 共通 目標１\n甲の二です。 > 結果二\n"
                      "9 共通 丙です。 > 丁です。\n"}),
    [](const auto& row) { return row.param.name; });

TEST(InitiativeReaderTest, SaysWhichColumnsAreNotRead) {
  const ReadingParts parts =
      read("部署名\t番号\t目標\t実施結果\t備考\n総務課\t1\t甲です。\t乙です。\t丙です。\n");
  EXPECT_EQ(goals(parts), "1 甲です。 > 乙です。\n");
  EXPECT_EQ(remarks(parts), "warning: :1: the column \"備考\" is not read\n");
  EXPECT_EQ(parts.text_characters, parts.covered_characters + 4);
}

TEST(InitiativeReaderTest, CountsTheTextOfRowsThatAreLeftOut) {
  const ReadingParts headless = read(kHeader + "\t\t甲です。\t乙です。\n");
  EXPECT_EQ(headless.text_characters, headless.covered_characters + 8);
  const ReadingParts bare = read(kHeader + "総務課\t2\t\t\n");
  EXPECT_EQ(bare.text_characters, bare.covered_characters + 4);
}

struct NarrowHeaderCase {
  const char* name;
  const char* header;
  const char* row;
  const char* goal;
  ResultStatus status;
};
std::ostream& operator<<(std::ostream& out, const NarrowHeaderCase& row) {
  return out << row.header << " / " << row.row;
}

class NarrowHeaderTest : public ::testing::TestWithParam<NarrowHeaderCase> {};

TEST_P(NarrowHeaderTest, NeverMakesAGoalOfANumberOrAResultOfAGoal) {
  const std::string text = std::string(GetParam().header) + "\n" + GetParam().row + "\n";
  const ReadingParts parts = read(text + "\n" + text);
  ASSERT_EQ(parts.records.size(), 2U);
  EXPECT_EQ(goals(parts), std::string(GetParam().goal) + "\n" + GetParam().goal + "\n");
  EXPECT_EQ(parts.records[0].result_status, GetParam().status);
  EXPECT_THAT(remarks(parts), HasSubstr("warning: :2: the rows have a number where the header"));
  EXPECT_EQ(parts.text_characters, parts.covered_characters);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NarrowHeaderTest,
    ::testing::Values(
        NarrowHeaderCase{"TwoCellsRowOfThree", "部署名\t目標", "総務課\t1\t共通 甲です。",
                         "1 共通 甲です。 > ", ResultStatus::Missing},
        NarrowHeaderCase{"TwoCellsLabelInNumber", "部署名\t目標", "総務課\t1 共通\t甲です。",
                         "1 共通 甲です。 > ", ResultStatus::Missing},
        NarrowHeaderCase{"TwoCellsRowOfFour", "部署名\t目標", "総務課\t1\t甲です。\t乙です。",
                         "1 甲です。\n乙です。 > ", ResultStatus::Missing},
        NarrowHeaderCase{"ThreeCellsRowOfThree", "部署名\t目標\t実施結果", "総務課\t1\t甲です。",
                         "1 甲です。 > ", ResultStatus::Missing},
        NarrowHeaderCase{"ThreeCellsRowOfFour", "部署名\t目標\t実施結果",
                         "総務課\t1\t甲です。\t乙です。", "1 甲です。 > 乙です。",
                         ResultStatus::Reported},
        NarrowHeaderCase{"BlankBehindTheResult", "部署名\t目標\t実施結果\t",
                         "総務課\t1\t甲です。\t乙です。", "1 甲です。 > 乙です。",
                         ResultStatus::Reported}),
    [](const auto& row) { return row.param.name; });

struct TornEndCase {
  const char* name;
  const char* end;  // Of a row's result, with the lines below it.
  const char* result;
  const char* remark;
};
std::ostream& operator<<(std::ostream& out, const TornEndCase& row) {
  return out << row.end;
}

class TornLastCellTest : public ::testing::TestWithParam<TornEndCase> {};

TEST_P(TornLastCellTest, KeepsWhatStandsBelowIt) {
  const ReadingParts parts = read(kHeader + "総務課\t1\t甲です。\t" + GetParam().end +
                                  "\n総務課\t2\t丙です。\t丁です。\n");
  EXPECT_EQ(goals(parts),
            "1 甲です。 > " + std::string(GetParam().result) + "\n2 丙です。 > 丁です。\n");
  EXPECT_THAT(remarks(parts), HasSubstr(GetParam().remark));
  EXPECT_EQ(parts.text_characters, parts.covered_characters);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TornLastCellTest,
    ::testing::Values(
        TornEndCase{"WithinASentence", "椅子を数え、\n机も数える予定", "椅子を数え、机も数える予定",
                    "note: :2: a row that is torn"},
        TornEndCase{"SeveralLines", "椅子を\n数え、\n机も数えました。",
                    "椅子を数え、机も数えました。", "note: :2: a row that is torn"},
        TornEndCase{"BehindASentence", "数えました。\nまた、机も数えました。",
                    "数えました。\nまた、机も数えました。",
                    "warning: :3: this line right below a row has no cells; it was put behind"}),
    [](const auto& row) { return row.param.name; });

TEST(InitiativeReaderTest, HeadingsAndPageNumbersBelowARowAreNotItsText) {
  const ReadingParts parts = read(kHeader + "総務課\t1\t甲です。\t乙です。\n## 次の表\n" + kHeader +
                                  "総務課\t2\t丙です。\t丁です。\n- 3 -\n");
  EXPECT_EQ(goals(parts), "1 甲です。 > 乙です。\n2 丙です。 > 丁です。\n");
}

TEST(InitiativeReaderTest, SaysWhichHeadingsAreInNoRecord) {
  const ReadingParts parts =
      read("## 向上目標\n\n" + kHeader + "総務課\t1\t甲です。\t乙です。\n" + "\n## 向上目標\n\n" +
           kHeader + "総務課\t2\t丙です。\t丁です。\n");
  EXPECT_EQ(remarks(parts),
            "note: :1: the heading \"向上目標\" is in no record, for no text "
            "stands below it\n");
  EXPECT_EQ(parts.text_characters, parts.covered_characters + 4);
}

TEST(InitiativeReaderTest, ReadsNumbersOfThreeDigits) {
  const ReadingParts parts =
      read(kHeader + "総務課\t100\t甲です。\t乙です。\n\t101 共通\t丙です。\t丁です。\n");
  EXPECT_EQ(goals(parts), "100 甲です。 > 乙です。\n101 共通 丙です。 > 丁です。\n");
  EXPECT_EQ(remarks(parts), "");
}

TEST(InitiativeReaderTest, ReadsQuotedCellsOfSeveralLines) {
  const ReadingParts parts =
      read(kHeader +
           "総務課\t1\t\"共通\n甲です。\n丙です。\"\t\"\"\"乙\"\"です。\n丁です。\"\n"
           "総務課\t2\t戊です。\t己です。\n");
  EXPECT_EQ(goals(parts),
            "1 共通 甲です。\n丙です。 > \"乙\"です。\n丁です。\n2 戊です。 > 己です。\n");
  EXPECT_EQ(remarks(parts), "");
}

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
