#include "analysis/character_units.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

std::vector<CharacterUnit> units_of(std::string_view text) {
  return character_units(Normalizer().normalize(text));
}

struct UnitCase {
  const char* name;
  std::string_view text;
  std::string_view want;  // Units joined by |.
};
std::ostream& operator<<(std::ostream& out, const UnitCase& row) {
  return out << row.text;
}

class CharacterUnitsTest : public ::testing::TestWithParam<UnitCase> {};

TEST_P(CharacterUnitsTest, CutsTextIntoUnits) {
  std::string joined;
  for (const CharacterUnit& unit : units_of(GetParam().text)) {
    joined += (joined.empty() ? "" : "|") + unit.text;
  }
  EXPECT_EQ(joined, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, CharacterUnitsTest,
    ::testing::Values(UnitCase{"Empty", "", ""}, UnitCase{"Japanese", "窓口で", "窓|口|で"},
                      UnitCase{"LatinRun", "IT研修 with", "it|研|修|with"},
                      UnitCase{"DigitRun", "30分3人", "30|分|3|人"},
                      UnitCase{"LettersAndDigitsApart", "ISO9001b", "iso|9001|b"},
                      UnitCase{"Signs", "1,2円(税)", "1|,|2|円|(|税|)"},
                      UnitCase{"Thousands", "1,000円", "1000|円"},
                      UnitCase{"BlankParts", "ab cd 12 34", "ab|cd|12|34"},
                      UnitCase{"LongMark", "サービス", "サ|ー|ビ|ス"},
                      UnitCase{"KanjiIterationMark", "様々な人々", "様|々|な|人|々"},
                      UnitCase{"TwoIterationMarks", "日々々", "日|々|々"},
                      UnitCase{"IterationMarkWithoutKanji", "の々", "の|々"},
                      UnitCase{"ListNumber", "20①お", "20|1|お"},
                      UnitCase{"CombiningMark", "x\u0301y", "x\u0301y"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CharacterUnitsPositionTest, RiseByOneAndJumpOverParagraphs) {
  const auto units = units_of("窓 口\nIT研");
  ASSERT_EQ(units.size(), 4U);
  EXPECT_EQ(units[0].position, 0U);
  EXPECT_EQ(units[1].position, 1U);
  EXPECT_EQ(units[2].position, 2U + kParagraphGap);
  EXPECT_EQ(units[3].position, 3U + kParagraphGap);
}

TEST(CharacterUnitsPositionTest, PointIntoTheSource) {
  const std::string_view source = "ＩＴ①ｶﾞ";
  const auto units = units_of(source);
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(source.substr(units[0].source.begin, units[0].source.end), "ＩＴ");
  EXPECT_EQ(units[2].text, "ガ");
  EXPECT_EQ(source.substr(units[2].source.begin), "ｶﾞ");
}

TEST(CharacterUnitsLimitTest, CutsLongRuns) {
  const auto units = units_of(std::string(1000, 'a') + std::string(100, '1'));
  ASSERT_EQ(units.size(), 16U + 2U);
  for (const CharacterUnit& unit : units) {
    EXPECT_LE(unit.text.size(), kMaxUnitCharacters);
  }
}

}  // namespace
}  // namespace torikumi::analysis
