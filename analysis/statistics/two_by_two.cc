#include "analysis/statistics/two_by_two.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace torikumi::analysis {
namespace {

/// Two probabilities that differ by rounding only are equal; R's fisher.test allows as much.
constexpr double kRoundingTolerance = 1e-7;

struct Sums {
  double subset;
  double rest;
  double with;
  double without;
  double total;
};

Sums sums_of(const TwoByTwo& table) {
  const double a = table.subset_with;
  const double b = table.subset_without;
  const double c = table.rest_with;
  const double d = table.rest_without;
  return {.subset = a + b, .rest = c + d, .with = a + c, .without = b + d, .total = a + b + c + d};
}

double surprise(double observed, double expected) {
  return observed == 0 ? 0.0 : observed * std::log(observed / expected);
}

}  // namespace

TwoByTwo TwoByTwo::of(Proportion subset, Proportion rest) {
  return {subset.hits, subset.base - subset.hits, rest.hits, rest.base - rest.hits};
}

Proportion TwoByTwo::subset() const {
  return {subset_with, subset_with + subset_without};
}

Proportion TwoByTwo::rest() const {
  return {rest_with, rest_with + rest_without};
}

double smallest_expected(const TwoByTwo& table) {
  const Sums sums = sums_of(table);
  return sums.total == 0
             ? 0.0
             : std::min(sums.subset, sums.rest) * std::min(sums.with, sums.without) / sums.total;
}

// The probabilities of the possible values of subset_with are those of the hypergeometric
// distribution. They are found as multiples of the observed one, each from its neighbour:
//   P(x+1) / P(x) = (subset − x)(with − x) / ((x + 1)(rest − with + x + 1)),
// so that no factorial is needed, and nothing overflows: away from the mode the terms only fall.
double fisher_p_value(const TwoByTwo& table, double weight_of_observed) {
  const Sums sums = sums_of(table);
  const double lowest = std::max(0.0, sums.with - sums.rest);
  const double highest = std::min(sums.subset, sums.with);
  if (lowest >= highest) {
    return 1.0;
  }
  const auto ratio_to_next = [&](double x) {
    return (sums.subset - x) * (sums.with - x) / ((x + 1) * (sums.rest - sums.with + x + 1));
  };
  const double mode = std::clamp(std::floor((sums.subset + 1) * (sums.with + 1) / (sums.total + 2)),
                                 lowest, highest);
  // First how probable the observed table is in units of the mode, then everything in those units.
  double observed = 1.0;
  for (double x = mode; x < table.subset_with; ++x) {
    observed *= ratio_to_next(x);
  }
  for (double x = mode; x > table.subset_with; --x) {
    observed /= ratio_to_next(x - 1);
  }
  double total = 0;
  double tail = 0;
  const auto count = [&](double probability) {
    total += probability;
    if (std::abs(probability - observed) <= kRoundingTolerance * observed) {
      tail += weight_of_observed * probability;
    } else if (probability < observed) {
      tail += probability;
    }
  };
  count(1.0);
  for (double x = mode, probability = 1.0; x < highest; ++x) {
    probability *= ratio_to_next(x);
    count(probability);
  }
  for (double x = mode, probability = 1.0; x > lowest; --x) {
    probability /= ratio_to_next(x - 1);
    count(probability);
  }
  return std::min(1.0, tail / total);
}

double log_likelihood_ratio(const TwoByTwo& table) {
  const Sums sums = sums_of(table);
  if (sums.total == 0) {
    return 0.0;
  }
  const double sum = surprise(table.subset_with, sums.subset * sums.with / sums.total) +
                     surprise(table.subset_without, sums.subset * sums.without / sums.total) +
                     surprise(table.rest_with, sums.rest * sums.with / sums.total) +
                     surprise(table.rest_without, sums.rest * sums.without / sums.total);
  return std::max(0.0, 2 * sum);
}

double chi_squared_p_value(double value) {
  return std::erfc(std::sqrt(std::max(0.0, value) / 2));
}

LogRatio log_ratio(const TwoByTwo& table, double normal_deviate) {
  const Sums sums = sums_of(table);
  const double a = table.subset_with + 0.5;
  const double c = table.rest_with + 0.5;
  const double n = sums.subset + 1;
  const double m = sums.rest + 1;
  const double value = std::log2(a / n) - std::log2(c / m);
  const double half = normal_deviate * std::sqrt(1 / a - 1 / n + 1 / c - 1 / m) / std::numbers::ln2;
  return {value, {value - half, value + half}};
}

}  // namespace torikumi::analysis
