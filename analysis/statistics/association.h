#ifndef ANALYSIS_STATISTICS_ASSOCIATION_H_
#define ANALYSIS_STATISTICS_ASSOCIATION_H_

// How strongly two sets of records go together. Pure functions; free to call from any thread.

#include "analysis/statistics/two_by_two.h"

#include <cstdint>

namespace torikumi::analysis {

/// Two sets of records within a population.
struct Overlap {
  std::uint32_t left = 0;   ///< Records of the one.
  std::uint32_t right = 0;  ///< Of the other.
  std::uint32_t both = 0;   ///< Of both; at most the smaller one.
  std::uint32_t total = 0;  ///< Of the population; at least left + right − both.
};

/// both / either, 0..1; 0 if both sets are empty. P. Jaccard (1901).
double jaccard(const Overlap& overlap);

/// (both · total) / (left · right): how many times more often together than if independent; 1 for
/// independence, 0 if a set is empty. Unstable below about five common records: shown, not ranked
/// by. S. Brin et al., SIGMOD 1997 ("interest").
double lift(const Overlap& overlap);

/// The table of `right` (as the term) within and outside of `left` (as the subset).
TwoByTwo table_of(const Overlap& overlap);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STATISTICS_ASSOCIATION_H_
