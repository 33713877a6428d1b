#include "searchd/analytics/term_trends.h"

#include "analysis/statistics/multiple_testing.h"
#include "searchd/analytics/nested_terms.h"
#include "searchd/analytics/term_counts.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

/// A term before it is looked at closely.
struct Screened {
  TermNumber term = 0;
  std::uint32_t records = 0;
  double p_value = 1;
};

/// Records of each term by place of the year.
std::vector<std::vector<std::uint32_t>> counts_by_year(const Documents& population,
                                                       const TrendCounter& counter,
                                                       const IndexSnapshot& snapshot) {
  std::vector<Documents> by_year(counter.reported_years().size());
  for (const DocumentNumber document : population) {
    if (const auto place = counter.place_of(snapshot.columns().row(document).fiscal_year)) {
      by_year[*place].push_back(document);
    }
  }
  std::vector<std::vector<std::uint32_t>> counts;
  counts.reserve(by_year.size());
  for (const Documents& documents : by_year) {
    counts.push_back(term_counts(documents, snapshot.terms()));
  }
  return counts;
}

std::vector<Screened> screened_terms(const TermTrendRequest& request, const TrendCounter& counter,
                                     const IndexSnapshot& snapshot) {
  const std::vector<std::vector<std::uint32_t>> counts =
      counts_by_year(request.population, counter, snapshot);
  std::vector<Screened> screened;
  std::vector<std::uint32_t> hits(counts.size());
  for (TermNumber term = 0; term < snapshot.terms().terms().size(); ++term) {
    std::uint32_t records = 0;
    for (std::size_t year = 0; year < counts.size(); ++year) {
      hits[year] = counts[year][term];
      records += hits[year];
    }
    if (records >= request.min_records) {
      screened.push_back({term, records, counter.trend_of(hits).p_value});
    }
  }
  std::sort(screened.begin(), screened.end(), [](const Screened& a, const Screened& b) {
    return std::tuple(a.p_value, b.records, a.term) < std::tuple(b.p_value, a.records, b.term);
  });
  return screened;
}

std::vector<std::uint32_t> hits_by_year(const TermTrend& trend) {
  std::vector<std::uint32_t> hits;
  for (const TrendYear& year : trend.series.years) {
    hits.push_back(year.records.hits);
  }
  return hits;
}

void sort_trends(std::vector<TermTrend>& trends, const TermTable& terms) {
  // Of few years all q-values are 1; what is most of a term comes first then, not the commonest
  // word.
  std::sort(trends.begin(), trends.end(), [&](const TermTrend& a, const TermTrend& b) {
    return std::tuple(a.series.q_value, terms.term(b.term).c_value, a.term) <
           std::tuple(b.series.q_value, terms.term(a.term).c_value, b.term);
  });
}

}  // namespace

TermTrends term_trends(const TermTrendRequest& request, const TrendCounter& counter,
                       const RecordFinder& finder, const IndexSnapshot& snapshot) {
  const std::vector<Screened> screened = screened_terms(request, counter, snapshot);
  TermTrends result;
  result.tested = screened.size();
  std::vector<double> p_values;
  for (const Screened& each : screened) {
    if (result.terms.size() < kMaxVerifiedTrends) {
      const Documents holding =
          finder.holding(snapshot.terms().term(each.term).spellings, request.fields);
      result.terms.push_back({each.term, counter.series_of(common(holding, request.population))});
      p_values.push_back(result.terms.back().series.trend.p_value);
    } else {
      p_values.push_back(each.p_value);
    }
  }
  const std::vector<double> q_values = analysis::false_discovery_rates(p_values);
  for (std::size_t i = 0; i < result.terms.size(); ++i) {
    result.terms[i].series.q_value = q_values[i];
    classify(result.terms[i].series);
  }
  std::erase_if(result.terms,
                [&](const TermTrend& trend) { return trend.series.records < request.min_records; });
  drop_nested(result.terms, snapshot.terms(), hits_by_year);
  sort_trends(result.terms, snapshot.terms());
  return result;
}

}  // namespace torikumi::searchd
