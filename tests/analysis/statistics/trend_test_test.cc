#include "analysis/statistics/trend_test.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <ostream>
#include <vector>

namespace torikumi::analysis {
namespace {

// Alcohol of expecting mothers and malformations of their children, in A. Agresti, "Categorical
// Data Analysis": 48, 38, 5, 1 and 1 malformed of 17114, 14502, 793, 127 and 38, with scores 0,
// 0.5, 1.5, 4 and 7 (here doubled). z² = 6.57, P = 0.010; exact, one-sided 0.0168, which with the
// other tail makes 0.0172.
const std::vector<YearBase>& alcohol_bases() {
  static const std::vector<YearBase> bases{{0, 17114}, {1, 14502}, {3, 793}, {8, 127}, {14, 38}};
  return bases;
}
const std::vector<std::uint32_t>& malformed() {
  static const std::vector<std::uint32_t> hits{48, 38, 5, 1, 1};
  return hits;
}

TEST(TrendTestTest, NormalApproximationAgreesWithThePublishedExample) {
  const Trend trend = TrendTest(alcohol_bases()).trend_of(malformed());
  EXPECT_EQ(trend.method, TrendMethod::Normal);
  EXPECT_NEAR(trend.p_value, 0.010370414572997434, 1e-12);
  EXPECT_NEAR(trend.slope, 0.0008355968701643855, 1e-15);
}

TEST(TrendTestTest, ExactTestAgreesWithThePublishedExample) {
  const Trend trend = TrendTest(alcohol_bases(), {.max_exact_hits = 100}).trend_of(malformed());
  EXPECT_EQ(trend.method, TrendMethod::Exact);
  EXPECT_NEAR(trend.p_value, 0.017249757610375033, 1e-12);
}

struct TrendCase {
  const char* name;
  std::vector<YearBase> bases;
  std::vector<std::uint32_t> hits;
  double want_p;
  double want_slope;
};
std::ostream& operator<<(std::ostream& out, const TrendCase& row) {
  return out << row.name;
}

class ExactTrendTest : public ::testing::TestWithParam<TrendCase> {};

TEST_P(ExactTrendTest, AgreesWithExactFractions) {
  const Trend trend = TrendTest(GetParam().bases).trend_of(GetParam().hits);
  EXPECT_EQ(trend.method, TrendMethod::Exact);
  EXPECT_NEAR(trend.p_value, GetParam().want_p, 1e-12);
  EXPECT_NEAR(trend.slope, GetParam().want_slope, 1e-12);
}

// Summed as exact fractions outside of this program.
INSTANTIATE_TEST_SUITE_P(
    Table, ExactTrendTest,
    ::testing::Values(
        TrendCase{
            "Rising", {{2020, 10}, {2021, 10}, {2022, 10}}, {1, 2, 6}, 0.027445018749366574, 0.25},
        TrendCase{"Falling",
                  {{2020, 10}, {2021, 10}, {2022, 10}},
                  {9, 8, 4},
                  0.027445018749366574,
                  -0.25},
        TrendCase{"Uneven",
                  {{2010, 63}, {2020, 50}, {2025, 30}},
                  {0, 3, 9},
                  3.405662642296979e-06,
                  0.015679845708775314},
        TrendCase{"EmptyYearLeftOut",
                  {{2025, 30}, {2017, 0}, {2010, 63}, {2020, 50}},
                  {9, 0, 0, 3},
                  3.405662642296979e-06,
                  0.015679845708775314}),
    [](const auto& row) { return row.param.name; });

TEST(ExactTrendTest, OfTwoYearsIsAnExactTestOfTwoShares) {
  // Of all ways to spread 4 hits over 8 and 6 records, those as far from the mean as 0 and 4.
  const Trend trend = TrendTest({{2019, 8}, {2020, 6}}).trend_of({0, 4});
  EXPECT_NEAR(trend.p_value, 15.0 / 1001, 1e-12);  // C(6,4); 4 and 0 is nearer to the mean.
}

TEST(TrendTestTest, MissesServeWhenTheyAreFewer) {
  const std::vector<YearBase> bases{{2019, 50}, {2020, 50}, {2021, 50}};
  const Trend misses = TrendTest(bases).trend_of({50, 48, 43});
  const Trend hits = TrendTest(bases).trend_of({0, 2, 7});
  EXPECT_EQ(misses.method, TrendMethod::Exact);
  EXPECT_NEAR(misses.p_value, hits.p_value, 1e-12);
  EXPECT_NEAR(misses.slope, -hits.slope, 1e-12);
}

TEST(TrendTestTest, ExactAndNormalMeetInLargeSamples) {
  const std::vector<YearBase> bases{{2018, 400}, {2019, 380}, {2020, 410}, {2021, 390}};
  const std::vector<std::uint32_t> hits{15, 19, 25, 31};
  const Trend exact = TrendTest(bases, {.max_exact_hits = 100}).trend_of(hits);
  const Trend normal = TrendTest(bases, {.max_exact_hits = 0}).trend_of(hits);
  EXPECT_NEAR(exact.p_value, normal.p_value, 0.002);
}

TEST(TrendTestTest, SaysNothingWhereNothingCanBeSaid) {
  EXPECT_EQ(TrendTest({{2020, 50}}).trend_of({5}).method, TrendMethod::None);
  EXPECT_EQ(TrendTest({{2019, 0}, {2020, 50}}).trend_of({0, 5}).method, TrendMethod::None);
  EXPECT_EQ(TrendTest({{2019, 9}, {2020, 50}}).trend_of({0, 0}).method, TrendMethod::None);
  EXPECT_EQ(TrendTest({{2019, 9}, {2020, 5}}).trend_of({9, 5}).method, TrendMethod::None);
  EXPECT_EQ(TrendTest({}).trend_of({}).p_value, 1.0);
}

}  // namespace
}  // namespace torikumi::analysis
