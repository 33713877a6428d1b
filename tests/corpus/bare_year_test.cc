#include "corpus/bare_year.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string_view>

namespace torikumi::corpus {
namespace {

TEST(FiscalYearWithoutEraTest, NeedsExactlyOneYearInTheSpan) {
  EXPECT_EQ(fiscal_year_without_era(29, {2015, 2017}), 2017);
  EXPECT_EQ(fiscal_year_without_era(20, {1991, 2011}), 2008);
  EXPECT_EQ(fiscal_year_without_era(2, {2015, 2022}), 2020);
  EXPECT_EQ(fiscal_year_without_era(30, {2015, 2017}), std::nullopt);
  EXPECT_EQ(fiscal_year_without_era(5, {1990, 2025}), std::nullopt);  // 平成5, 令和5.
  EXPECT_EQ(fiscal_year_without_era(0, {1868, 2200}), std::nullopt);
  EXPECT_EQ(fiscal_year_without_era(31, {2018, 2020}), 2019);
  EXPECT_EQ(fiscal_year_without_era(32, {2018, 2022}), std::nullopt);
}

struct TextCase {
  const char* name;
  std::string_view text;
  int want;  // 0 for none.
  bool names_one;
};
std::ostream& operator<<(std::ostream& out, const TextCase& row) {
  return out << row.text;
}

class OnlyFiscalYearTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(OnlyFiscalYearTest, IsTheOneThatTheTextNames) {
  EXPECT_EQ(only_fiscal_year_in(GetParam().text, {2015, 2017}).value_or(0), GetParam().want);
  EXPECT_EQ(names_fiscal_year(GetParam().text), GetParam().names_one);
}

INSTANTIATE_TEST_SUITE_P(
    Table, OnlyFiscalYearTest,
    ::testing::Values(TextCase{"WithEra", "平成29年度より始めます", 2017, true},
                      TextCase{"Bare", "29年度は数えます", 2017, true},
                      TextCase{"BareWide", "２８年度は数えます", 2016, true},
                      TextCase{"OutsideTheSpan", "25年度は数えます", 0, true},
                      TextCase{"Two", "28年度と29年度", 0, true},
                      TextCase{"SameTwice", "平成29年度の29年度分", 2017, true},
                      TextCase{"Range", "平成27～29年度", 0, true},
                      TextCase{"DateOnly", "平成28年4月から", 0, false},
                      TextCase{"ThisYear", "今年度と翌年度", 0, false},
                      TextCase{"LongNumber", "第129年度", 0, false},
                      TextCase{"None", "", 0, false}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::corpus
