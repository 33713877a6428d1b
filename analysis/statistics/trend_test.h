#ifndef ANALYSIS_STATISTICS_TREND_TEST_H_
#define ANALYSIS_STATISTICS_TREND_TEST_H_

// Does a share rise or fall over the years? The Cochran–Armitage test, exact for small counts.

#include "analysis/statistics/proportion.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// How many records a year has, whatever they say.
struct YearBase {
  int year = 0;
  std::uint32_t base = 0;
};

enum class TrendMethod {
  None,    ///< Fewer than two years with records, or all or none of the records are hits.
  Exact,   ///< All ways to spread the hits over the records.
  Normal,  ///< Normal approximation; only with more hits than the exact test is done for.
};
/// `none`, `exact` or `normal`.
std::string_view name_of(TrendMethod method);

struct Trend {
  /// Change of the share by year, as a ratio (0.01 is one record in a hundred more each year):
  /// least squares weighted by the bases. 0 without a method.
  double slope = 0;
  double p_value = 1;  ///< Two-sided.
  TrendMethod method = TrendMethod::None;
};

/// The test for one row of bases, made once for many rows of hits.
///
/// The statistic is T = Σ (year − first year) · hits. Given the bases and the sum of hits, the
/// hits are spread over the years by a multivariate hypergeometric distribution if there is no
/// trend; the exact p-value is the probability of a T at least as far from its mean as the one
/// observed. P. Armitage, Biometrics 11:375 (1955); the exact form as in A. Agresti, "Categorical
/// Data Analysis", section on exact inference for trends.
///
/// Immutable; free to share between threads.
class TrendTest {
 public:
  struct Options {
    /// Most hits (or most records without a hit, whichever are fewer) for the exact test; 0 .. 100.
    /// Memory and time of construction grow with its square and cube, times the span of years.
    std::uint32_t max_exact_hits = 40;
  };

  /// Years without records are left out. REQUIRES: no year twice; at most 1,000 years from first to
  /// last.
  explicit TrendTest(const std::vector<YearBase>& bases);
  TrendTest(const std::vector<YearBase>& bases, const Options& options);

  /// `hits` in the order of the bases given, none above its base.
  [[nodiscard]] Trend trend_of(const std::vector<std::uint32_t>& hits) const;

  /// Years with records.
  [[nodiscard]] std::size_t year_count() const { return used_.size(); }

 private:
  struct Moments {
    double total = 0;      // Records.
    double mean = 0;       // Of the years since the first, weighted by bases.
    double deviation = 0;  // Sum of squared differences from it, weighted.
  };

  void spread_hits(std::uint32_t max_hits);
  [[nodiscard]] double exact_p_value(std::uint32_t hit_count, std::uint64_t statistic) const;

  std::vector<std::size_t> used_;       // Places of the years with records.
  std::vector<std::uint32_t> offsets_;  // Of these, years since the first one.
  std::vector<std::uint32_t> bases_;
  Moments moments_;
  std::uint32_t span_ = 0;
  std::uint32_t max_exact_hits_ = 0;
  // [hits][statistic]: in how many ways, as a product of binomial coefficients. long double, for
  // its range.
  std::vector<std::vector<long double>> ways_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STATISTICS_TREND_TEST_H_
