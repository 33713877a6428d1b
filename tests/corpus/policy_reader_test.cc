#include "corpus/policy_reader.h"

#include "tests/corpus/reader_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// The passages, with the year behind those that have one.
std::vector<std::string> passages(const std::string& text) {
  const SourceText source = text_of(text);
  Report report = report_of_kind(ReportKind::Policy);
  report.fiscal_year = 2017;
  report.title = "運営方針（平成27～29年度）";
  std::vector<std::string> lines;
  for (const Record& record : read_policy(source.lines(), report).records) {
    const char* mark = record.role == PassageRole::Bullet ? "* " : "";
    lines.push_back(mark + record.target +
                    (record.fiscal_year ? " =" + std::to_string(*record.fiscal_year) : ""));
  }
  return lines;
}

TEST(PolicyReaderTest, JoinsWrappedItems) {
  EXPECT_THAT(passages("・甲の\n乙\n・丙\n　（丁）\n\n・戊\n"),
              ElementsAre("* 甲の乙", "* 丙\n（丁）", "* 戊"));
}

TEST(PolicyReaderTest, JoinsLinesThatAreSetApart) {
  EXPECT_THAT(
      passages(
          "題名 \n\n 一つ目の文が次の行\n\nに続きます。 \n\n 二つ目です。 \n\n声を \n\n聞く \n"),
      ElementsAre("題名", "一つ目の文が次の行に続きます。", "二つ目です。", "声を聞く"));
}

TEST(PolicyReaderTest, KeepsEachHeadingOnce) {
  EXPECT_THAT(
      passages("（１）研修 （１）窓口\n\n【２】とても長い題名の\n続き "
               "【２】他\n\n（１）窓口\n・甲\n"),
      ElementsAre("（１）研修", "（１）窓口", "【２】とても長い題名の続き", "【２】他", "* 甲"));
}

TEST(PolicyReaderTest, AHeadingDoesNotChangeTheIdsOfOtherPassages) {
  const Report report = report_of_kind(ReportKind::Policy);
  const SourceText with = text_of("（１）研修\n\n・甲\n");
  const SourceText without = text_of("・甲\n");
  EXPECT_EQ(read_policy(with.lines(), report).records[1].id,
            read_policy(without.lines(), report).records[0].id);
}

TEST(PolicyReaderTest, YearsOnTheirOwnAreCountedAsLeftOut) {
  const SourceText source = text_of("《平成27年度》 《平成28年度》\n\n・甲\n");
  const ReadingParts parts = read_policy(source.lines(), report_of_kind(ReportKind::Policy));
  EXPECT_THAT(remarks(parts), HasSubstr("note: : 2 times a year stands on its own"));
  EXPECT_EQ(parts.text_characters, parts.covered_characters + 16);
}

TEST(PolicyReaderTest, SplitsItemsInOneLine) {
  EXPECT_THAT(passages("●甲 ●乙　●丙 \n"), ElementsAre("* 甲", "* 乙", "* 丙"));
}

struct YearCase {
  const char* name;
  const char* text;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const YearCase& row) {
  return out << row.text;
}

class PolicyYearTest : public ::testing::TestWithParam<YearCase> {};

TEST_P(PolicyYearTest, IsTakenWhereItCanBeTold) {
  EXPECT_EQ(passages(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, PolicyYearTest,
    ::testing::Values(
        YearCase{"InTheText", "・平成28年度に始めます\n", {"* 平成28年度に始めます =2016"}},
        YearCase{"BareInTheText", "・29年度に始めます\n", {"* 29年度に始めます =2017"}},
        YearCase{"TwoInTheText", "・28年度から29年度まで\n", {"* 28年度から29年度まで"}},
        YearCase{"UnclearInTheText", "・25年度の数\n", {"* 25年度の数"}},
        YearCase{"DateOnly", "・平成28年4月の数\n", {"* 平成28年4月の数"}},
        YearCase{"LineAbove", "《平成27年度》\n・甲\n・乙\n", {"* 甲 =2015", "* 乙 =2015"}},
        YearCase{"TextBeatsLineAbove", "平成27年度\n・28年度の甲\n", {"* 28年度の甲 =2016"}},
        YearCase{"SetApart", "29年度\n\n・甲\n", {"* 甲"}},
        YearCase{"SeveralAbove", "平成27年度 平成28年度\n・甲\n", {"* 甲"}},
        YearCase{"ColumnsAbove", "《平成27年度》 《平成28年度》\n・甲\n", {"* 甲"}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::corpus
