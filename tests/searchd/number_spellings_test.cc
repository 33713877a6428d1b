#include "searchd/search/number_spellings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

struct NumberCase {
  const char* name;
  std::string_view text;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const NumberCase& row) {
  return out << row.text;
}

class NumberSpellingsTest : public ::testing::TestWithParam<NumberCase> {};

TEST_P(NumberSpellingsTest, WritesNumbersOtherwise) {
  EXPECT_EQ(number_spellings(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NumberSpellingsTest,
    ::testing::Values(
        NumberCase{"Digits", "3コール", {"三コール"}},
        NumberCase{"FullWidth", "３コール", {"三コール"}},
        NumberCase{"Kanji", "三コール", {"3コール"}}, NumberCase{"Tens", "十二月", {"12月"}},
        NumberCase{"Places", "二〇二四", {"2024"}}, NumberCase{"Units", "二千二十四", {"2024"}},
        NumberCase{"Thousand", "1000件", {"千件"}}, NumberCase{"Zero", "0件", {"〇件"}},
        NumberCase{"Mixed", "第2回三課", {"第二回三課", "第2回3課"}},
        NumberCase{"TooLong", "12345", {}}, NumberCase{"NotANumber", "窓口", {}},
        NumberCase{"WrongOrder", "十百", {}}, NumberCase{"Empty", "", {}},
        NumberCase{"Year", "令和2年度", {"令和2年", "2020年度"}},
        NumberCase{"ShortYear", "R2", {"令和2年度", "令和2年", "2020年度"}},
        NumberCase{"KanjiYear", "令和二年度", {"令和2年度", "令和2年", "2020年度"}},
        NumberCase{"WesternYear", "2020年度", {"令和2年度", "令和2年"}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
