#include "analysis/statistics/two_by_two.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

namespace torikumi::analysis {
namespace {

struct FisherCase {
  const char* name;
  TwoByTwo table;
  double want;
  double want_mid_p;
};
std::ostream& operator<<(std::ostream& out, const FisherCase& row) {
  return out << row.name;
}

class FisherTest : public ::testing::TestWithParam<FisherCase> {};

TEST_P(FisherTest, SumsAllTablesNoMoreProbable) {
  EXPECT_NEAR(fisher_p_value(GetParam().table), GetParam().want, 1e-12);
  EXPECT_NEAR(fisher_p_value(GetParam().table, 0.5), GetParam().want_mid_p, 1e-12);
}

// The lady tasting tea, in A. Agresti, "Categorical Data Analysis": 3 of 4 right, two-sided
// P = 0.486; all right, 1/70 on one side. R's help of fisher.test prints 0.4857 for the first. The
// other rows were summed as exact fractions outside of this program.
INSTANTIATE_TEST_SUITE_P(
    Table, FisherTest,
    ::testing::Values(
        FisherCase{"TeaTasting", {3, 1, 1, 3}, 34.0 / 70, 18.0 / 70},
        FisherCase{"TeaAllRight", {4, 0, 0, 4}, 2.0 / 70, 1.0 / 70},
        FisherCase{"AbsentFromSubset", {0, 30, 5, 295}, 1.0, 0.6904877534299632},
        FisherCase{"RareTerm", {7, 23, 10, 290}, 0.0002610596935631072, 0.00014311317905479735},
        FisherCase{"Larynx", {21, 2, 15, 3}, 0.6384257764232091, 0.500683215060622},
        FisherCase{"Strong", {1, 9, 11, 3}, 0.0027594561852200836, 0.0014133799973078476},
        FisherCase{"EmptyRow", {0, 0, 3, 5}, 1.0, 1.0},
        FisherCase{"EmptyColumn", {0, 4, 0, 5}, 1.0, 1.0}),
    [](const auto& row) { return row.param.name; });

TEST(FisherTest, LargeTablesNeitherOverflowNorVanish) {
  const double p_value = fisher_p_value({5000, 5000, 4900, 5100});
  EXPECT_GT(p_value, 0.15);
  EXPECT_LT(p_value, 0.17);
  EXPECT_EQ(fisher_p_value({10000, 0, 0, 10000}), 0.0);
}

struct LikelihoodCase {
  const char* name;
  TwoByTwo table;
  double want;
};
std::ostream& operator<<(std::ostream& out, const LikelihoodCase& row) {
  return out << row.name;
}

class LogLikelihoodTest : public ::testing::TestWithParam<LikelihoodCase> {};

TEST_P(LogLikelihoodTest, AgreesWithPublishedValues) {
  EXPECT_NEAR(log_likelihood_ratio(GetParam().table), GetParam().want, 0.005);
}

// T. Dunning, Computational Linguistics 19:61 (1993), table 2: bigrams of a report on Swiss
// banking.
INSTANTIATE_TEST_SUITE_P(
    Dunning, LogLikelihoodTest,
    ::testing::Values(LikelihoodCase{"TheSwiss", {110, 2442, 111, 29114}, 270.72},
                      LikelihoodCase{"CanBe", {29, 13, 123, 31612}, 263.90},
                      LikelihoodCase{"PreviousYear", {31, 23, 139, 31584}, 256.84},
                      LikelihoodCase{"MineralWater", {10, 0, 3, 31764}, 167.23}),
    [](const auto& row) { return row.param.name; });

TEST(LogLikelihoodTest, IsZeroForIndependenceAndForNothing) {
  EXPECT_NEAR(log_likelihood_ratio({3, 27, 10, 90}), 0.0, 1e-12);
  EXPECT_EQ(log_likelihood_ratio({}), 0.0);
  EXPECT_EQ(log_likelihood_ratio({0, 5, 0, 9}), 0.0);
}

// Critical values of χ² with one degree of freedom, as in every table of it.
TEST(ChiSquaredTest, KnowsTheCriticalValues) {
  EXPECT_NEAR(chi_squared_p_value(3.841), 0.05, 0.0001);
  EXPECT_NEAR(chi_squared_p_value(6.635), 0.01, 0.0001);
  EXPECT_NEAR(chi_squared_p_value(15.137), 0.0001, 0.000001);
  EXPECT_EQ(chi_squared_p_value(0), 1.0);
}

TEST(SmallestExpectedTest, IsTheProductOfTheSmallerSums) {
  EXPECT_DOUBLE_EQ(smallest_expected({7, 23, 10, 290}), 30.0 * 17 / 330);
  EXPECT_EQ(smallest_expected({}), 0.0);
}

// Physicians' Health Study, in Agresti: infarction on placebo 189 of 11,034, on aspirin 104 of
// 11,037; relative risk 1.82, 95 % interval 1.43 to 2.30. The added halves move the third digit.
TEST(LogRatioTest, IsTheLogarithmOfTheRelativeRisk) {
  const LogRatio ratio = log_ratio(TwoByTwo::of({189, 11034}, {104, 11037}));
  EXPECT_NEAR(std::exp2(ratio.value), 1.82, 0.01);
  EXPECT_NEAR(std::exp2(ratio.interval.low), 1.43, 0.005);
  EXPECT_NEAR(std::exp2(ratio.interval.high), 2.30, 0.005);
}

TEST(LogRatioTest, IsFiniteForTermsAbsentFromTheRest) {
  const LogRatio ratio = log_ratio({3, 27, 0, 300});
  EXPECT_NEAR(ratio.value, 6.0868, 0.0001);
  EXPECT_NEAR(ratio.interval.low, 1.8452, 0.0001);
  EXPECT_NEAR(ratio.interval.high, 10.3284, 0.0001);
  EXPECT_NEAR(log_ratio({0, 300, 3, 27}).value, -6.0868, 0.0001);
}

}  // namespace
}  // namespace torikumi::analysis
