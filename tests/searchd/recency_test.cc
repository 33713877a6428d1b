#include "searchd/search/recency.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace torikumi::searchd {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;

TEST(RecencyBoostTest, HalvesWithAge) {
  ColumnTable columns;
  columns.fiscal_years = {2010, 2019, 2022, 2025};
  EXPECT_THAT(recency_boost(2025, columns), DoubleEq(kRecencyBoost));
  EXPECT_THAT(recency_boost(2022, columns), DoubleEq(kRecencyBoost / 2));
  EXPECT_THAT(recency_boost(2019, columns), DoubleEq(kRecencyBoost / 4));
  EXPECT_THAT(recency_boost(2010, columns), DoubleEq(kRecencyBoost / 32));
  EXPECT_EQ(recency_boost(0, columns), 0);
  EXPECT_EQ(recency_boost(0, ColumnTable()), 0);
}

corpus::Record dated(std::string id, std::optional<int> fiscal_year, std::string target) {
  corpus::Record record = initiative(std::move(id), std::move(target));
  record.fiscal_year = fiscal_year;
  return record;
}

SearchRequest recent(const std::string& q) {
  SearchRequest request;
  request.q = q;
  request.limit = 200;
  request.with_recency = true;
  return request;
}

TEST(RecencyTest, PutsTheLaterOfEqualsFirst) {
  const SearchIndex index({dated("a", 2018, "電話の応対。"),
                           dated("b", std::nullopt, "電話の応対。"),
                           dated("c", 2024, "電話の応対。"), dated("d", 2021, "電話の応対。")});
  EXPECT_THAT(ids_of(search(recent("電話"), index.snapshot())), ElementsAre("c", "d", "a", "b"));
  SearchRequest request = recent("電話");
  request.with_recency = false;
  EXPECT_THAT(ids_of(search(request, index.snapshot())), ElementsAre("a", "b", "c", "d"));
}

TEST(RecencyTest, DoesNotOutweighAWord) {
  const SearchIndex index({dated("a", 2008, "電話と手紙の研修。"), dated("b", 2025, "電話の研修。"),
                           dated("c", 2025, "花壇の研修。")});
  EXPECT_EQ(ids_of(search(recent("電話 OR 手紙"), index.snapshot())).front(), "a");
}

TEST(RecencyTest, IsAPartOfTheScore) {
  const SearchIndex index({dated("a", 2022, "電話の応対。"), dated("b", 2025, "電話の応対。"),
                           dated("c", std::nullopt, "電話の応対。")});
  SearchRequest request = recent("電話");
  request.is_explained = true;
  const SearchResult result = search(request, index.snapshot());
  ASSERT_THAT(ids_of(result), ElementsAre("b", "a", "c"));
  const double plain = *result.hits[2].score;
  EXPECT_NE(result.hits[2].score_parts.back().origin, ScoreOrigin::Recency);
  const ScorePart& part = result.hits[1].score_parts.back();
  EXPECT_EQ(part.origin, ScoreOrigin::Recency);
  EXPECT_EQ(part.text, "令和4年度");
  EXPECT_FALSE(part.word);
  EXPECT_FALSE(part.field);
  EXPECT_THAT(part.weight, DoubleEq(kRecencyBoost / 2));
  EXPECT_NEAR(part.contribution, plain * kRecencyBoost / 2, 1e-9);
  EXPECT_NEAR(*result.hits[1].score, plain * (1 + kRecencyBoost / 2), 1e-9);
}

TEST(RecencyTest, ChangesNeitherMatchesNorOtherOrders) {
  const SearchIndex index(random_records(60, 5));
  for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Year, SortOrder::Ward}) {
    for (const char* q : {"電話", "電話 OR 手紙", "研修 -電話", "", "電話の研修はどうするか"}) {
      SearchRequest request = recent(q);
      request.sort = sort;
      const SearchResult with = search(request, index.snapshot());
      request.with_recency = false;
      const SearchResult without = search(request, index.snapshot());
      EXPECT_EQ(with.total, without.total);
      EXPECT_EQ(with.kind_counts, without.kind_counts);
      if (sort != SortOrder::Relevance) {
        EXPECT_EQ(ids_of(with), ids_of(without));
      }
      EXPECT_THAT(ids_of(with), ::testing::UnorderedElementsAreArray(ids_of(without)));
    }
  }
}

}  // namespace
}  // namespace torikumi::searchd
