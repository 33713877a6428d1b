#ifndef ANALYSIS_STATISTICS_PROPORTION_H_
#define ANALYSIS_STATISTICS_PROPORTION_H_

// Rates with intervals that hold for small counts. Pure functions; free to call from any thread.

#include <cstdint>

namespace torikumi::analysis {

/// The standard normal deviate of a two-sided 95 % interval.
inline constexpr double kNormalDeviate95 = 1.959963984540054;

/// Below this base a rate says little: the count is shown, and no conclusion is drawn from it.
inline constexpr std::uint32_t kMinRateBase = 10;

/// A closed range, low <= high.
struct Interval {
  double low = 0;
  double high = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// `hits` of `base` things, hits <= base.
struct Proportion {
  std::uint32_t hits = 0;
  std::uint32_t base = 0;

  /// 0..1; 0 for an empty base, of which nothing can be said.
  [[nodiscard]] double ratio() const { return base == 0 ? 0.0 : static_cast<double>(hits) / base; }
  friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// The score interval for a proportion, as a ratio within 0..1; for an empty base 0..1, because
/// nothing is known. With p = hits/base, n = base and z the normal deviate:
///   (p + z²/2n ± z·sqrt(p(1−p)/n + z²/4n²)) / (1 + z²/n)
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
/// (1927); recommended for small n by R. G. Newcombe, Statistics in Medicine 17:857 (1998),
/// method 3.
Interval wilson_interval(Proportion proportion, double normal_deviate = kNormalDeviate95);

/// The interval for left.ratio() − right.ratio(), within −1..1, from the Wilson intervals (l, u) of
/// both: d − sqrt((p1−l1)² + (u2−p2)²) .. d + sqrt((u1−p1)² + (p2−l2)²). R. G. Newcombe,
/// Statistics in Medicine 17:873 (1998), method 10.
Interval difference_interval(Proportion left, Proportion right,
                             double normal_deviate = kNormalDeviate95);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STATISTICS_PROPORTION_H_
