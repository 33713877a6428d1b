#include "searchd/analytics/term_trends.h"

#include "analysis/statistics/trend_test.h"
#include "tests/searchd/analytics/slow_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace torikumi::searchd {
namespace {

Documents all_of(const SlowCorpus& corpus) {
  Documents all(corpus.records().size());
  std::iota(all.begin(), all.end(), DocumentNumber{1});
  return all;
}

TermTrends trends_of(const IndexSnapshot& snapshot, const Documents& population,
                     std::uint32_t min_records) {
  const RecordFinder finder(snapshot);
  const TrendCounter counter(population, snapshot.columns());
  return term_trends({.population = population, .fields = {}, .min_records = min_records}, counter,
                     finder, snapshot);
}

TEST(TermTrendsTest, AgreeWithPlainLoops) {
  for (const auto& [name, corpus] : corpora()) {
    SCOPED_TRACE(name);
    const Documents population = all_of(*corpus);
    const TermTrends found = trends_of(corpus->snapshot(), population, 3);
    ASSERT_FALSE(found.terms.empty());
    EXPECT_GE(found.tested, found.terms.size());
    std::size_t checked = 0;
    for (const TermTrend& trend : found.terms) {
      if (++checked > 60) {
        break;  // The plain loops are slow.
      }
      const Term& term = corpus->snapshot().terms().term(trend.term);
      SCOPED_TRACE(term.surface());
      std::map<int, std::uint32_t> bases;
      std::map<int, std::uint32_t> hits;
      for (const DocumentNumber document : population) {
        const std::optional<int> year = corpus->records()[document - 1].fiscal_year;
        if (year) {
          ++bases[*year];
          hits[*year] += corpus->holds(document, term.spellings) ? 1U : 0U;
        }
      }
      std::vector<analysis::YearBase> year_bases;
      std::vector<std::uint32_t> year_hits;
      for (const auto& [year, base] : bases) {
        year_bases.push_back({year, base});
        year_hits.push_back(hits[year]);
      }
      for (const TrendYear& year : trend.series.years) {
        EXPECT_EQ(year.records.base, bases.contains(year.year) ? bases[year.year] : 0U);
        EXPECT_EQ(year.records.hits, hits.contains(year.year) ? hits[year.year] : 0U);
      }
      const analysis::Trend slow = analysis::TrendTest(year_bases).trend_of(year_hits);
      EXPECT_DOUBLE_EQ(trend.series.trend.p_value, slow.p_value);
      EXPECT_DOUBLE_EQ(trend.series.trend.slope, slow.slope);
      EXPECT_GE(trend.series.q_value, trend.series.trend.p_value);
    }
  }
}

TEST(TermTrendsTest, ANewWordSurfacesByItself) {
  std::vector<corpus::Record> records;
  for (int year = 2017; year <= 2021; ++year) {
    for (int i = 0; i < 12; ++i) {
      corpus::Record record = initiative(std::to_string(year) + "-" + std::to_string(100 + i),
                                         "電話の案内を続けます。");
      if (year == 2021 && i < 8) {
        record.target = "音声案内装置を入口に置きます。";
      }
      record.fiscal_year = year;
      records.push_back(record);
    }
  }
  const SlowCorpus corpus(std::move(records));
  const TermTrends found = trends_of(corpus.snapshot(), all_of(corpus), 3);
  const auto device =
      std::find_if(found.terms.begin(), found.terms.end(), [&](const TermTrend& trend) {
        return corpus.snapshot().terms().term(trend.term).surface() == "音声案内装置";
      });
  ASSERT_NE(device, found.terms.end());
  EXPECT_TRUE(device->series.is_new);
  EXPECT_EQ(device->series.state, TrendState::Emerging);
  EXPECT_EQ(device->series.first_year, 2021);
}

TEST(TermTrendsTest, TermsAreThoseOfTheTextsAskedFor) {
  std::vector<corpus::Record> records;
  for (int i = 0; i < 6; ++i) {
    records.push_back(
        initiative("r" + std::to_string(100 + i), "図書を並べます。", "照明を替えました。"));
  }
  const SearchIndex index(records);
  const RecordFinder finder(index.snapshot());
  TermTrendRequest request;
  request.population = finder.find({}).documents;
  request.fields = {indexer::TextField::Target};
  const TrendCounter counter(request.population, index.snapshot().columns());
  const TermTrends found = term_trends(request, counter, finder, index.snapshot());
  ASSERT_EQ(found.terms.size(), 1U);
  EXPECT_EQ(index.snapshot().terms().term(found.terms[0].term).surface(), "図書");
}

TEST(TermTrendsTest, WhereNoYearsDifferWhatIsMostOfATermComesFirst) {
  std::vector<corpus::Record> records;
  for (int i = 0; i < 20; ++i) {
    records.push_back(
        initiative("r" + std::to_string(100 + i),
                   i < 8 ? "音声案内装置を入口に置き、電話で答えます。" : "電話で答えます。"));
  }
  const SlowCorpus corpus(std::move(records));
  const TermTrends found = trends_of(corpus.snapshot(), all_of(corpus), 3);
  ASSERT_EQ(found.terms.size(), 3U);  // 音声案内装置, 電話, 入口: 電話 stands in most records.
  EXPECT_EQ(corpus.snapshot().terms().term(found.terms[0].term).surface(), "電話");
  EXPECT_EQ(corpus.snapshot().terms().term(found.terms[1].term).surface(), "音声案内装置");
}

TEST(TermTrendsTest, OfOneReportNoneIsATrend) {
  std::vector<corpus::Record> records;
  for (int i = 0; i < 20; ++i) {
    records.push_back(initiative("r" + std::to_string(100 + i), "図書を並べ、電話で案内します。"));
  }
  const SlowCorpus corpus(std::move(records));
  const TermTrends found = trends_of(corpus.snapshot(), all_of(corpus), 3);
  ASSERT_FALSE(found.terms.empty());
  for (const TermTrend& trend : found.terms) {
    EXPECT_EQ(trend.series.state, TrendState::OneYear);
    EXPECT_FALSE(trend.series.is_new);
  }
}

}  // namespace
}  // namespace torikumi::searchd
