#ifndef ANALYSIS_STATISTICS_MULTIPLE_TESTING_H_
#define ANALYSIS_STATISTICS_MULTIPLE_TESTING_H_

// What is left of a small p-value when it was the smallest of many.

#include <vector>

namespace torikumi::analysis {

/// The q-values of a family of tests, in the order given: calling everything with q <= α a finding
/// keeps the expected share of false findings at α or below. q of the i-th smallest of m p-values
/// is the least of p(j)·m/j over j >= i, at most 1. Y. Benjamini and Y. Hochberg, J. R. Stat. Soc.
/// B 57:289 (1995). O(m log m). Free to call from any thread.
std::vector<double> false_discovery_rates(const std::vector<double>& p_values);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STATISTICS_MULTIPLE_TESTING_H_
