#include "analysis/statistics/multiple_testing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace torikumi::analysis {
namespace {

// Benjamini and Hochberg, J. R. Stat. Soc. B 57:289 (1995), section 4: 15 hypotheses on a treatment
// of infarction. Their procedure rejects four at 0.05, Bonferroni's three.
const std::vector<double>& infarction() {
  static const std::vector<double> p_values{0.0001, 0.0004, 0.0019, 0.0095, 0.0201,
                                            0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                                            0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  return p_values;
}

TEST(FalseDiscoveryRatesTest, RejectsAsInThePublishedExample) {
  const std::vector<double> rates = false_discovery_rates(infarction());
  EXPECT_EQ(std::count_if(rates.begin(), rates.end(), [](double q) { return q <= 0.05; }), 4);
  EXPECT_NEAR(rates[0], 0.0001 * 15, 1e-12);
  EXPECT_NEAR(rates[3], 0.0095 * 15 / 4, 1e-12);
  EXPECT_NEAR(rates[4], 0.0201 * 15 / 5, 1e-12);
  EXPECT_NEAR(rates[5], 0.0298 * 15 / 7, 1e-12);  // Smaller than its own 0.0278 · 15 / 6.
}

TEST(FalseDiscoveryRatesTest, KeepTheOrderGiven) {
  std::vector<double> reversed(infarction().rbegin(), infarction().rend());
  std::vector<double> rates = false_discovery_rates(reversed);
  std::reverse(rates.begin(), rates.end());
  EXPECT_EQ(rates, false_discovery_rates(infarction()));
}

TEST(FalseDiscoveryRatesTest, OneTestKeepsItsValueAndNoneHasNone) {
  EXPECT_EQ(false_discovery_rates({0.03}), (std::vector<double>{0.03}));
  EXPECT_TRUE(false_discovery_rates({}).empty());
}

}  // namespace
}  // namespace torikumi::analysis
