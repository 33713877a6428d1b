#ifndef SEARCHD_SEARCH_RECENCY_H_
#define SEARCHD_SEARCH_RECENCY_H_

// Later fiscal years before earlier ones among similar scores. Internal to the daemon: names Match.

#include "searchd/search/column_table.h"
#include "searchd/search/matcher.h"
#include "searchd/search/score_part.h"

#include <vector>

namespace torikumi::searchd {

/// Set by judgement: a record of the latest year weighs a fifth more than one of long ago, enough
/// to part records that say nearly the same, too little to put one that holds a word less before
/// one that holds it. The reports are yearly, and after three years goals are usually others.
inline constexpr double kRecencyBoost = 0.2;
inline constexpr double kRecencyHalfLife = 3.0;  ///< Fiscal years.

/// kRecencyBoost × 2^(−age / kRecencyHalfLife), where age counts the years from `fiscal_year` to
/// the latest one of the index; above 0 and at most kRecencyBoost. 0 for the year 0, which is not
/// known.
double recency_boost(int fiscal_year, const ColumnTable& columns);

/// What the boost of a record of `fiscal_year` adds to `score`, which has it already.
ScorePart recency_part(int fiscal_year, double score, const ColumnTable& columns);

/// Multiplies each weight with 1 + its boost and puts the best first, equals by number.
void favour_recent(std::vector<Match>& matches, const ColumnTable& columns);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_RECENCY_H_
