#ifndef SEARCHD_ANALYTICS_TERM_TRENDS_H_
#define SEARCHD_ANALYTICS_TERM_TRENDS_H_

// The terms whose share changes most over the years.

#include "searchd/analytics/trend_counter.h"
#include "searchd/search/term_table.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::searchd {

/// One term with its series.
struct TermTrend {
  TermNumber term = 0;
  TrendSeries series;
};

struct TermTrends {
  std::vector<TermTrend> terms;  ///< Smallest q first, then highest C-value, then by surface.
  std::size_t tested = 0;        ///< Terms that were tested: the family of the q-values.
};

struct TermTrendRequest {
  Documents population;
  std::vector<indexer::TextField> fields;  ///< In which terms must stand; empty: both.
  std::uint32_t min_records = 3;
};

/// The series of every term in at least `min_records` records of `population`. All are tested on
/// counts by words; the first kMaxVerifiedTrends are counted again as a search finds them.
/// What only occurs as a part of a longer term is dropped.
TermTrends term_trends(const TermTrendRequest& request, const TrendCounter& counter,
                       const RecordFinder& finder, const IndexSnapshot& snapshot);

inline constexpr std::size_t kMaxVerifiedTrends = 300;

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_TERM_TRENDS_H_
