#include "analysis/statistics/trend_test.h"

#include "analysis/statistics/two_by_two.h"

#include <algorithm>
#include <cmath>

namespace torikumi::analysis {
namespace {

/// Distances from the mean that differ by rounding only are equal.
constexpr double kRoundingTolerance = 1e-9;

/// C(base, 0) .. C(base, max_hits).
std::vector<long double> binomials(std::uint32_t base, std::uint32_t max_hits) {
  std::vector<long double> row(std::min(base, max_hits) + std::size_t{1});
  row[0] = 1;
  for (std::uint32_t k = 1; k < row.size(); ++k) {
    row[k] = row[k - 1] * (base - k + 1) / k;
  }
  return row;
}

}  // namespace

std::string_view name_of(TrendMethod method) {
  switch (method) {
    case TrendMethod::Exact:
      return "exact";
    case TrendMethod::Normal:
      return "normal";
    case TrendMethod::None:
      break;
  }
  return "none";
}

TrendTest::TrendTest(const std::vector<YearBase>& bases) : TrendTest(bases, Options()) {}

TrendTest::TrendTest(const std::vector<YearBase>& bases, const Options& options) {
  int first = 0;
  for (std::size_t at = 0; at < bases.size(); ++at) {
    if (bases[at].base > 0) {
      first = used_.empty() ? bases[at].year : std::min(first, bases[at].year);
      used_.push_back(at);
    }
  }
  for (const std::size_t at : used_) {
    offsets_.push_back(static_cast<std::uint32_t>(bases[at].year - first));
    bases_.push_back(bases[at].base);
    span_ = std::max(span_, offsets_.back());
    moments_.total += bases_.back();
    moments_.mean += static_cast<double>(offsets_.back()) * bases_.back();
  }
  if (used_.size() < 2) {
    return;
  }
  moments_.mean /= moments_.total;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    moments_.deviation += bases_[i] * std::pow(offsets_[i] - moments_.mean, 2);
  }
  spread_hits(options.max_exact_hits);
}

// Year by year: ways_[h][t] is the number of ways to choose h records of the years so far whose
// years sum to t.
void TrendTest::spread_hits(std::uint32_t max_hits) {
  max_exact_hits_ = max_hits;
  ways_.assign(max_hits + std::size_t{1}, {});
  for (std::size_t h = 0; h < ways_.size(); ++h) {
    ways_[h].assign(h * span_ + 1, 0.0L);
  }
  ways_[0][0] = 1;
  for (std::size_t year = 0; year < bases_.size(); ++year) {
    const std::vector<long double> choices = binomials(bases_[year], max_hits);
    for (std::size_t h = ways_.size(); h-- > 0;) {  // From above, so that each year counts once.
      for (std::size_t t = 0; t < ways_[h].size(); ++t) {
        long double sum = ways_[h][t];
        for (std::size_t k = 1; k <= std::min(h, choices.size() - 1); ++k) {
          const std::size_t step = k * offsets_[year];
          if (step > t) {
            break;
          }
          if (t - step < ways_[h - k].size()) {
            sum += ways_[h - k][t - step] * choices[k];
          }
        }
        ways_[h][t] = sum;
      }
    }
  }
}

double TrendTest::exact_p_value(std::uint32_t hit_count, std::uint64_t statistic) const {
  const std::vector<long double>& ways = ways_[hit_count];
  const double mean = hit_count * moments_.mean;
  const double distance = std::abs(static_cast<double>(statistic) - mean);
  long double total = 0;
  long double tail = 0;
  for (std::size_t t = 0; t < ways.size(); ++t) {
    total += ways[t];
    if (std::abs(static_cast<double>(t) - mean) >= distance - kRoundingTolerance * (1 + mean)) {
      tail += ways[t];
    }
  }
  return static_cast<double>(tail / total);
}

Trend TrendTest::trend_of(const std::vector<std::uint32_t>& hits) const {
  std::uint64_t hit_count = 0;
  std::uint64_t hit_statistic = 0;
  std::uint64_t miss_statistic = 0;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const std::uint32_t here = hits[used_[i]];
    hit_count += here;
    hit_statistic += std::uint64_t{offsets_[i]} * here;
    miss_statistic += std::uint64_t{offsets_[i]} * (bases_[i] - here);
  }
  const auto count = static_cast<double>(hit_count);
  const double misses = moments_.total - count;
  if (used_.size() < 2 || hit_count == 0 || misses <= 0) {
    return {};
  }
  const double excess = static_cast<double>(hit_statistic) - count * moments_.mean;
  Trend trend{.slope = excess / moments_.deviation, .p_value = 1, .method = TrendMethod::Exact};
  if (count <= max_exact_hits_) {
    trend.p_value = exact_p_value(static_cast<std::uint32_t>(hit_count), hit_statistic);
  } else if (misses <= max_exact_hits_) {
    trend.p_value = exact_p_value(static_cast<std::uint32_t>(misses), miss_statistic);
  } else {
    const double share = count / moments_.total;
    trend.method = TrendMethod::Normal;
    trend.p_value =
        chi_squared_p_value(excess * excess / (share * (1 - share) * moments_.deviation));
  }
  return trend;
}

}  // namespace torikumi::analysis
