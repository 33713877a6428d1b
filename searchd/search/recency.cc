#include "searchd/search/recency.h"

#include "corpus/fiscal_year.h"

#include <cmath>

namespace torikumi::searchd {

double recency_boost(int fiscal_year, const ColumnTable& columns) {
  if (fiscal_year == 0 || columns.fiscal_years.empty()) {
    return 0;
  }
  const double age = columns.fiscal_years.back() - fiscal_year;
  return kRecencyBoost * std::exp2(-age / kRecencyHalfLife);
}

ScorePart recency_part(int fiscal_year, double score, const ColumnTable& columns) {
  const double boost = recency_boost(fiscal_year, columns);
  return {.word = std::nullopt,
          .text = corpus::fiscal_year_label(fiscal_year),
          .origin = ScoreOrigin::Recency,
          .field = std::nullopt,
          .weight = boost,
          .contribution = score - score / (1 + boost)};
}

void favour_recent(std::vector<Match>& matches, const ColumnTable& columns) {
  for (Match& match : matches) {
    match.weight *= 1 + recency_boost(columns.row(match.document).fiscal_year, columns);
  }
  put_best_first(matches);
}

}  // namespace torikumi::searchd
