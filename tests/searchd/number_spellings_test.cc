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
        NumberCase{"FullWidth", "３コール", {"三コール"}}, NumberCase{"Counted", "1番", {"一番"}},
        NumberCase{"CountedInKanji", "一番", {"1番"}}, NumberCase{"Kanji", "三コール", {"3コール"}},
        NumberCase{"Tens", "十二月", {"12月"}}, NumberCase{"Places", "二〇二四", {"2024", "2,024"}},
        NumberCase{"Units", "二千二十四", {"2024", "2,024"}},
        NumberCase{"Thousand", "1000件", {"千件", "1,000件"}},
        NumberCase{"ThousandWithComma", "1,000件", {"千件", "1000件"}},
        NumberCase{"ThousandWithWideComma", "１，０００件", {"千件", "１０００件", "１,０００件"}},
        NumberCase{"ThousandInKanji", "千件", {"1000件", "1,000件"}},
        NumberCase{"Million", "1,234,567", {"1234567"}},
        NumberCase{"NoThousands",
                   "1,00 12,3456 ,123",
                   {"一,〇 十二,三千四百五十六 ,百二十三", "1,00 12,3,456 ,123"}},
        NumberCase{"Zero", "0件", {"〇件"}},
        NumberCase{"Mixed", "第2回三課", {"第二回三課", "第2回3課"}},
        NumberCase{"TwoWritingsOfOneNumber", "3千円", {"三千円"}},
        NumberCase{"TooLongForKanji", "12345", {"12,345"}}, NumberCase{"TooLong", "1234567890", {}},
        NumberCase{"NotANumber", "窓口", {}}, NumberCase{"WrongOrder", "十百", {}},
        NumberCase{"Empty", "", {}},
        NumberCase{"Year", "令和2年度", {"令和2年", "2020年度", "R2", "令和二年度", "平成32年度"}},
        NumberCase{
            "ShortYear", "R2", {"令和2年度", "令和2年", "2020年度", "令和二年度", "平成32年度"}},
        NumberCase{
            "KanjiYear", "令和二年度", {"令和2年度", "令和2年", "2020年度", "R2", "平成32年度"}},
        NumberCase{
            "WesternYear", "2020年度", {"令和2年度", "令和2年", "R2", "令和二年度", "平成32年度"}},
        NumberCase{"FirstYear", "R1", {"令和元年度", "令和元年", "2019年度", "平成31年度"}},
        NumberCase{"LastYearOfAnEra", "平成31年度", {"令和元年度", "令和元年", "2019年度", "R1"}},
        NumberCase{
            "CountedOn", "平成32年度", {"令和2年度", "令和2年", "2020年度", "R2", "令和二年度"}},
        NumberCase{
            "OlderEra", "平成20", {"平成20年度", "平成20年", "2008年度", "H20", "平成二十年度"}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
