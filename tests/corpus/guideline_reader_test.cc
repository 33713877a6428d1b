#include "corpus/guideline_reader.h"

#include "tests/corpus/reader_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

ReadingParts read(const std::string& text) {
  const SourceText source = text_of(text);
  Report report = report_of_kind(ReportKind::Guideline);
  report.fiscal_year = 2011;
  return read_guideline(source.lines(), report, shipped_wards());
}

// "heading > heading: text" for each passage.
std::vector<std::string> outline(const ReadingParts& parts) {
  std::vector<std::string> lines;
  for (const Record& record : parts.records) {
    std::string line;
    for (const std::string& heading : record.headings) {
      line += (line.empty() ? "" : " > ") + heading;
    }
    lines.push_back(line + ": " + record.target);
  }
  return lines;
}

TEST(GuidelineReaderTest, NestsHeadingsByTheirLook) {
  EXPECT_THAT(outline(read(
                  "1 章\n\n(1) 節\n\n甲です。\n\nア 項目\n\n乙です。\n\n<見方>\n\n- ・ 丙です。\n\n"
                  "(2) 次の節\n\n丁です。\n\n2 次の章\n\n戊です。\n")),
              ElementsAre("1 章 > (1) 節: 甲です。", "1 章 > (1) 節 > ア 項目: 乙です。",
                          "1 章 > (1) 節 > ア 項目 > 見方: 丙です。", "1 章 > (2) 次の節: 丁です。",
                          "2 次の章: 戊です。"));
}

TEST(GuidelineReaderTest, NestsSignsInBothOrders) {
  EXPECT_THAT(
      outline(read("【甲】\n\n文です。\n\n<乙>\n\n【丙】\n\n文です。\n\n【丁】\n\n文です。\n")),
      ElementsAre("甲: 文です。", "乙 > 丙: 文です。", "乙 > 丁: 文です。"));
}

TEST(GuidelineReaderTest, JoinsWrappedLinesAndTornParagraphs) {
  EXPECT_THAT(
      outline(read("一つの文が次の行に\n続きます。\n\n"
                   "- 役所（区の役所を\n\nいいます。)の話です。\n")),
      ElementsAre(": 一つの文が次の行に続きます。", ": 役所（区の役所をいいます。)の話です。"));
}

TEST(GuidelineReaderTest, LeavesOutContentsCaptionsAndEmptyHeadings) {
  EXPECT_THAT(
      outline(read("表題\n\n目 次\n\n1\t章\t1\n(1)\t節.....\t2\n\n1 章\n\n【流れのイメージ】\n\n"
                   "![](a.png)\n\n甲です。\n\n第1章 総則（第1条～第2条）\n\n第2章 区\n\n附則\n\n"
                   "乙です。\n")),
      ElementsAre("1 章: 甲です。", "1 章: 乙です。"));
}

TEST(GuidelineReaderTest, KeepsShortItemsThatLookLikeHeadings) {
  EXPECT_THAT(outline(read("1 章\n\n● 甲\n\n● 乙\n\n2 章\n\n丙です。\n")),
              ElementsAre("1 章: 甲", "1 章: 乙", "2 章: 丙です。"));
}

TEST(GuidelineReaderTest, DefinesScenes) {
  const ReadingParts parts = read(
      "【基本的な場面】\n\n- ① お知らせ・・・ 便りが届く場面\n- ⑦ 共 通・・・ どの場面でも\n- "
      "その他\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[0].role, PassageRole::SceneDefinition);
  EXPECT_THAT(parts.records[0].scenes, ElementsAre(Scene::Notices));
  EXPECT_EQ(parts.records[0].number, 1);
  EXPECT_THAT(parts.records[1].scenes, ElementsAre(Scene::Common));
  EXPECT_EQ(parts.records[2].role, PassageRole::Bullet);
}

TEST(GuidelineReaderTest, TellsPrinciplesFromTheirExplanation) {
  const ReadingParts parts = read(
      "3 "
      "理念\n\n次のとおりです。\n\n【サービスの理念】\n\n【聞く】\n\n聞きます。\n\n【話す】\n\n話し"
      "ます。\n\n"
      "<考え方>\n\n【聞く】\n\n聞きます。\n\n- ・ 遮りません。\n");
  ASSERT_EQ(parts.records.size(), 5U);
  EXPECT_EQ(parts.records[0].role, PassageRole::Paragraph);
  EXPECT_EQ(parts.records[1].role, PassageRole::Principle);
  EXPECT_EQ(parts.records[2].role, PassageRole::Principle);
  EXPECT_EQ(parts.records[3].role, PassageRole::Paragraph);
  EXPECT_THAT(parts.records[4].headings, ElementsAre("3 理念", "考え方", "聞く"));
}

TEST(GuidelineReaderTest, NeverKeepsTablesOfPeople) {
  const ReadingParts parts =
      read("1 名簿\n\n所 属\t氏 名\n総務課\t○ ○ ○ ○\n区民課\t係長 ○○\n\n甲です。\n");
  EXPECT_THAT(outline(parts), ElementsAre("1 名簿: 甲です。"));
  EXPECT_THAT(remarks(parts), HasSubstr("note: :3: a table of people's names is left out"));
  EXPECT_LT(parts.covered_characters, parts.text_characters);
}

TEST(GuidelineReaderTest, ReadsRowsOfOtherTablesAsParagraphs) {
  EXPECT_THAT(outline(read("\t春\t秋\n表\t・ 甲です。 ・ 乙です。\t丙です。\n")),
              ElementsAre(": 表\n・甲です。\n・乙です。\n丙です。"));
}

TEST(ExampleTableTest, StandsBehindTheListOfTheAppendix) {
  const ReadingParts parts = read(
      "資料編\n\n- 資料 3 各区役所の取組\n\n\t年度\t代表的な取組例\n"
      "川崎区\t20\t① 甲をしました。 ② 乙をしました。\n");
  EXPECT_EQ(parts.records.size(), 2U);
}

TEST(ExampleTableTest, ReadsBothLayouts) {
  const ReadingParts parts = read(
      "\t年度\t代表的な取組例\t\n幸区\t20\t<ul style=\"a\"> ① 甲です。(写真) ② 乙です。(一階) \t\n"
      "\t21\t① 丙です。\t\n\n\t年度\t代表的な取組例\n"
      "麻生区\t平成22\t<p>① 丁です。</p> <p>② 戊です。（写真）</p> \n");
  ASSERT_EQ(parts.records.size(), 5U);
  EXPECT_EQ(parts.records[0].id, "141321-2008-e-1");
  EXPECT_EQ(parts.records[0].kind, RecordKind::Example);
  EXPECT_EQ(parts.records[0].ward.name, "幸区");
  EXPECT_EQ(parts.records[0].fiscal_year, 2008);
  EXPECT_EQ(parts.records[0].result, "甲です。");
  EXPECT_EQ(parts.records[0].target, "");
  EXPECT_EQ(parts.records[0].result_status, ResultStatus::Reported);
  EXPECT_EQ(parts.records[1].result, "乙です。(一階)");
  EXPECT_EQ(parts.records[2].fiscal_year, 2009);
  EXPECT_EQ(parts.records[4].id, "141372-2010-e-2");
  EXPECT_EQ(parts.records[4].result, "戊です。");
}

TEST(ExampleTableTest, SaysWhatIsLeftOut) {
  const std::string header = "\t年度\t取組例\n";
  EXPECT_THAT(remarks(read(header + "空区\t20\t① 甲です。\n")), HasSubstr("error: :2: "));
  EXPECT_THAT(
      remarks(read(header + "幸区\t昔\t① 甲です。\n")),
      HasSubstr("error: :2: the examples of this row are left out: \"昔\" is not a fiscal"));
  EXPECT_THAT(remarks(read(header + "\t20\t① 甲です。\n")), HasSubstr("their ward is not known"));
  EXPECT_THAT(remarks(read(header + "幸区\t20\t\n")),
              HasSubstr("error: :2: a row without examples is left out"));
  EXPECT_THAT(remarks(read(header + "幸区\t20\t<p>① 甲です。</p> <p>② 乙\n")),
              HasSubstr("warning: :2: a <p> in this row is not closed"));
}

}  // namespace
}  // namespace torikumi::corpus
