#include "analysis/statistics/proportion.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::analysis {
namespace {

constexpr double kPrinted = 0.00005;  // The papers print four decimals.

struct WilsonCase {
  const char* name;
  Proportion proportion;
  Interval want;
};
std::ostream& operator<<(std::ostream& out, const WilsonCase& row) {
  return out << row.proportion.hits << "/" << row.proportion.base;
}

class WilsonIntervalTest : public ::testing::TestWithParam<WilsonCase> {};

TEST_P(WilsonIntervalTest, AgreesWithPublishedBounds) {
  const Interval interval = wilson_interval(GetParam().proportion);
  EXPECT_NEAR(interval.low, GetParam().want.low, kPrinted);
  EXPECT_NEAR(interval.high, GetParam().want.high, kPrinted);
}

// Newcombe, Statistics in Medicine 17:857 (1998), table I, method 3.
INSTANTIATE_TEST_SUITE_P(Newcombe, WilsonIntervalTest,
                         ::testing::Values(WilsonCase{"Of263", {81, 263}, {0.2553, 0.3662}},
                                           WilsonCase{"Of148", {15, 148}, {0.0624, 0.1605}},
                                           WilsonCase{"NoneOf20", {0, 20}, {0.0000, 0.1611}},
                                           WilsonCase{"OneOf29", {1, 29}, {0.0061, 0.1718}}),
                         [](const auto& row) { return row.param.name; });

// The sizes that ward reports have; worked with exact fractions outside of this program.
INSTANTIATE_TEST_SUITE_P(SmallReports, WilsonIntervalTest,
                         ::testing::Values(WilsonCase{"NoneOf30", {0, 30}, {0.0000, 0.1135}},
                                           WilsonCase{"OneOf30", {1, 30}, {0.0059, 0.1667}},
                                           WilsonCase{"ThreeOf30", {3, 30}, {0.0346, 0.2562}},
                                           WilsonCase{"TenOf50", {10, 50}, {0.1124, 0.3304}},
                                           WilsonCase{"FortyOf320", {40, 320}, {0.0932, 0.1657}},
                                           WilsonCase{"NoneOf5", {0, 5}, {0.0000, 0.4345}},
                                           WilsonCase{"AllOf5", {5, 5}, {0.5655, 1.0000}},
                                           WilsonCase{"NoneOfNone", {0, 0}, {0.0000, 1.0000}}),
                         [](const auto& row) { return row.param.name; });

TEST(WilsonIntervalTest, ContainsTheRatioAndStaysWithinBounds) {
  for (std::uint32_t base = 1; base < 60; ++base) {
    for (std::uint32_t hits = 0; hits <= base; ++hits) {
      const Proportion proportion{hits, base};
      const Interval interval = wilson_interval(proportion);
      EXPECT_LE(0.0, interval.low);
      EXPECT_LE(interval.low, proportion.ratio());
      EXPECT_LE(proportion.ratio(), interval.high);
      EXPECT_LE(interval.high, 1.0);
    }
  }
}

struct DifferenceCase {
  const char* name;
  Proportion left;
  Proportion right;
  Interval want;
};
std::ostream& operator<<(std::ostream& out, const DifferenceCase& row) {
  return out << row.name;
}

class DifferenceIntervalTest : public ::testing::TestWithParam<DifferenceCase> {};

TEST_P(DifferenceIntervalTest, AgreesWithPublishedBounds) {
  const Interval interval = difference_interval(GetParam().left, GetParam().right);
  EXPECT_NEAR(interval.low, GetParam().want.low, kPrinted);
  EXPECT_NEAR(interval.high, GetParam().want.high, kPrinted);
}

// Newcombe, Statistics in Medicine 17:873 (1998), table II, (a) to (h), method 10.
INSTANTIATE_TEST_SUITE_P(
    Newcombe, DifferenceIntervalTest,
    ::testing::Values(DifferenceCase{"A", {56, 70}, {48, 80}, {0.0524, 0.3339}},
                      DifferenceCase{"B", {9, 10}, {3, 10}, {0.1705, 0.8090}},
                      DifferenceCase{"C", {6, 7}, {2, 7}, {0.0582, 0.8062}},
                      DifferenceCase{"D", {5, 56}, {0, 29}, {-0.0381, 0.1926}},
                      DifferenceCase{"E", {0, 10}, {0, 20}, {-0.1611, 0.2775}},
                      DifferenceCase{"F", {0, 10}, {0, 10}, {-0.2775, 0.2775}},
                      DifferenceCase{"G", {10, 10}, {0, 20}, {0.6791, 1.0000}},
                      DifferenceCase{"H", {10, 10}, {0, 10}, {0.6075, 1.0000}}),
    [](const auto& row) { return row.param.name; });

TEST(DifferenceIntervalTest, NothingIsKnownWithoutRecords) {
  EXPECT_EQ(difference_interval({0, 0}, {0, 0}), (Interval{-1.0, 1.0}));
}

}  // namespace
}  // namespace torikumi::analysis
