#include "analysis/statistics/proportion.h"

#include <algorithm>
#include <cmath>

namespace torikumi::analysis {

Interval wilson_interval(Proportion proportion, double normal_deviate) {
  if (proportion.base == 0) {
    return {0.0, 1.0};
  }
  const double n = proportion.base;
  const double p = proportion.ratio();
  const double z2 = normal_deviate * normal_deviate;
  const double center = p + z2 / (2 * n);
  const double half = normal_deviate * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  const double scale = 1 + z2 / n;
  // At 0 and at n one bound is exact; the formula leaves a rest of rounding there.
  return {proportion.hits == 0 ? 0.0 : std::max(0.0, (center - half) / scale),
          proportion.hits >= proportion.base ? 1.0 : std::min(1.0, (center + half) / scale)};
}

Interval difference_interval(Proportion left, Proportion right, double normal_deviate) {
  const Interval of_left = wilson_interval(left, normal_deviate);
  const Interval of_right = wilson_interval(right, normal_deviate);
  const double difference = left.ratio() - right.ratio();
  const double below = std::hypot(left.ratio() - of_left.low, of_right.high - right.ratio());
  const double above = std::hypot(of_left.high - left.ratio(), right.ratio() - of_right.low);
  return {std::max(-1.0, difference - below), std::min(1.0, difference + above)};
}

}  // namespace torikumi::analysis
