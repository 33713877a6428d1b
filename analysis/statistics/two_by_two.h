#ifndef ANALYSIS_STATISTICS_TWO_BY_TWO_H_
#define ANALYSIS_STATISTICS_TWO_BY_TWO_H_

// Tests and measures on a table of two rows and two columns. Pure functions; free to call from any
// thread.

#include "analysis/statistics/proportion.h"

#include <cstdint>

namespace torikumi::analysis {

/// Records counted by two properties: in the subset or in the rest; with the term or without.
struct TwoByTwo {
  std::uint32_t subset_with = 0;
  std::uint32_t subset_without = 0;
  std::uint32_t rest_with = 0;
  std::uint32_t rest_without = 0;

  /// REQUIRES: hits <= base on both sides.
  static TwoByTwo of(Proportion subset, Proportion rest);
  [[nodiscard]] Proportion subset() const;
  [[nodiscard]] Proportion rest() const;
  friend bool operator==(const TwoByTwo&, const TwoByTwo&) = default;
};

/// The smallest of the four counts expected if the two properties were independent: row sum ×
/// column sum / total. 0 for an empty table.
double smallest_expected(const TwoByTwo& table);

/// Fisher's exact test, two-sided: the probability, all sums of the table given, of all tables no
/// more probable than this one. `weight_of_observed` is the share of the observed table's own
/// probability (and of its equals) that is counted: 1 for Fisher's test, 0.5 for the mid-p, which
/// is less conservative. In 0..1; 1 if a row or column is empty. Linear in the smallest sum.
/// R. A. Fisher, "The Design of Experiments" (1935); H. O. Lancaster, JASA 56 (1961) for mid-p.
double fisher_p_value(const TwoByTwo& table, double weight_of_observed = 1.0);

/// The log-likelihood ratio G² = 2 Σ observed · ln(observed / expected) over the four cells (an
/// empty cell adds 0). Never negative. T. Dunning, "Accurate methods for the statistics of surprise
/// and coincidence", Computational Linguistics 19:61 (1993).
double log_likelihood_ratio(const TwoByTwo& table);

/// The probability that a χ² variable with one degree of freedom is `value` or more.
double chi_squared_p_value(double value);

/// How much more frequent: log2 of the ratio of the two rates, with its 95 % interval.
struct LogRatio {
  double value = 0;
  Interval interval;  ///< Contains `value`.
};

/// The base-2 logarithm of (rate in the subset) / (rate in the rest), with 0.5 added to each of the
/// four counts so that a term absent on one side has a finite value: with a, c the counts with the
/// term and n, m the sizes, log2((a+½)/(n+1)) − log2((c+½)/(m+1)). The interval is that of the
/// logarithm of a relative risk, standard error sqrt(1/(a+½) − 1/(n+1) + 1/(c+½) − 1/(m+1))
/// (D. Katz et al., Biometrics 34:469, 1978). Ordering by the bound next to 0 puts what is certain
/// before what is merely extreme (S. Evert, "Measuring keyness", 2022).
LogRatio log_ratio(const TwoByTwo& table, double normal_deviate = kNormalDeviate95);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STATISTICS_TWO_BY_TWO_H_
