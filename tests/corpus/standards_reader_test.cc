#include "corpus/standards_reader.h"

#include "tests/corpus/reader_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kOwnerHeader = "No\t基 準\t所 管\t場 面\n";

ReadingParts read(const std::string& text) {
  const SourceText source = text_of(text);
  return read_standards(source.lines(), report_of_kind(ReportKind::Standards));
}

TEST(StandardsReaderTest, HandsTheSceneDownMergedCells) {
  const ReadingParts parts = read(
      "【基準】\n\nNo\t基 準\t場 面\n1\t甲です。\tお知らせ\n2\t乙です。\t\n3\t丙です。\t共 通\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[1].id, "141330-2020-s-2");
  EXPECT_THAT(parts.records[1].scenes, ElementsAre(Scene::Notices));
  EXPECT_THAT(parts.records[2].scenes, ElementsAre(Scene::Common));
  EXPECT_EQ(parts.records[2].scope, StandardScope::AllOffices);
  EXPECT_THAT(parts.records[2].headings, ElementsAre("基準"));
  EXPECT_EQ(parts.records[2].department.name, "");
}

TEST(StandardsReaderTest, TakesTheScopeFromTheSectionAndForgetsItsScene) {
  const ReadingParts parts =
      read("No\t基準\t場面\n1\t甲です。\t共通\n\n〔各課に係る基準〕課が決めます。\n\n" +
           kOwnerHeader + "2\t乙です。\t\t\n\n〔特定の課に係る基準〕\n\n" + kOwnerHeader +
           "3\t丙です。\t総務課\t庁舎案内\n\n〔各区独自基準〕\n\n" + kOwnerHeader +
           "4\t丁です。\t各課\t対 面\n");
  const auto standards = records_of(parts.records, RecordKind::Standard);
  ASSERT_EQ(standards.size(), 4U);
  EXPECT_EQ(standards[1].scope, StandardScope::EachSection);
  EXPECT_THAT(standards[1].scenes, IsEmpty());
  EXPECT_EQ(standards[2].scope, StandardScope::ParticularSections);
  EXPECT_EQ(standards[3].scope, StandardScope::OneWard);
}

struct OwnerCase {
  const char* name;
  const char* cell;
  const char* first;
  const char* second;
};
std::ostream& operator<<(std::ostream& out, const OwnerCase& row) {
  return out << row.cell;
}

class OwnerTest : public ::testing::TestWithParam<OwnerCase> {};

TEST_P(OwnerTest, GoesToEachRowOfItsCell) {
  const ReadingParts parts = read(kOwnerHeader + "1\t甲です。\t" + GetParam().cell +
                                  "\t共通\n2\t乙です。\t\t\n3\t丙です。\t経理課\t\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[0].department.name, GetParam().first);
  EXPECT_EQ(parts.records[1].department.name, GetParam().second);
  EXPECT_EQ(parts.records[2].department.name, "経理課");
}

INSTANTIATE_TEST_SUITE_P(
    Table, OwnerTest,
    ::testing::Values(OwnerCase{"One", "各課", "各課", "各課"},
                      OwnerCase{"OneEach", "総務課 区民課", "総務課", "区民課"},
                      OwnerCase{"Repeated", "総務課 総務課 総務課", "総務課", "総務課"},
                      OwnerCase{"SetWide", "庁舎管 理担当課", "庁舎管理担当課", "庁舎管理担当課"},
                      OwnerCase{"None", "", "", ""}),
    [](const auto& row) { return row.param.name; });

TEST(StandardsReaderTest, ReadsPrinciplesByName) {
  const ReadingParts parts = read(
      "サービスの理念\n\n聞く\n\n終わりまで聞きます。\n\n話す\n\n先に話します。\n\n"
      "【基準】\n\nNo\t基準\t場面\n1\t甲です。\t共通\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[0].role, PassageRole::Principle);
  EXPECT_THAT(parts.records[1].headings, ElementsAre("サービスの理念", "話す"));
  EXPECT_THAT(parts.records[2].headings, ElementsAre("基準"));
}

TEST(StandardsReaderTest, ReadsPrinciplesAsItemsOfAList) {
  const ReadingParts parts =
      read("【理念】\n\n① 聞きます。\n② 話します。\n\nNo\t基準\t場面\n1\t甲です。\t共通\n");
  ASSERT_EQ(parts.records.size(), 3U);
  EXPECT_EQ(parts.records[0].role, PassageRole::Principle);
  EXPECT_EQ(parts.records[1].role, PassageRole::Principle);
  EXPECT_EQ(parts.records[1].number, 2);
}

TEST(StandardsReaderTest, RemarksDamage) {
  const std::string header = "No\t基準\t場面\n";
  EXPECT_THAT(remarks(read("甲です。\n")), HasSubstr("error: : there is no table of standards"));
  EXPECT_THAT(remarks(read("1\t甲です。\t共通\n")), HasSubstr("error: :1: a row above the header"));
  EXPECT_THAT(remarks(read(header + "1\t\t共通\n")),
              HasSubstr("error: :2: standard 1 has no text"));
  EXPECT_THAT(remarks(read(header + "1\t甲です。\n")),
              HasSubstr("warning: :2: the row has 2 cells instead of 3"));
  EXPECT_THAT(remarks(read(header + "1\t甲です。\t廊下\n")),
              HasSubstr("warning: :2: \"廊下\" is not the label of a scene"));
  EXPECT_THAT(
      remarks(read(header + "1\t甲と\t共通\n\t乙です。\t\n")),
      HasSubstr("note: :3: a row without number was taken as the rest of the one on line 2"));
}

}  // namespace
}  // namespace torikumi::corpus
