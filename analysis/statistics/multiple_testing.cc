#include "analysis/statistics/multiple_testing.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace torikumi::analysis {

std::vector<double> false_discovery_rates(const std::vector<double>& p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return p_values[left] < p_values[right];
  });
  std::vector<double> rates(p_values.size());
  const auto count = static_cast<double>(order.size());
  double least = 1.0;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t at = order[rank - 1];
    least = std::min(least, p_values[at] * count / static_cast<double>(rank));
    rates[at] = least;
  }
  return rates;
}

}  // namespace torikumi::analysis
