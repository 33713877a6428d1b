#include "searchd/search/similar.h"

#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

constexpr const char* kDispenser = "番号発券機を入口に置き、待つ方の順番を画面で知らせます。";

corpus::Record of(corpus::Record record, const corpus::Ward& ward, int year,
                  const std::string& section) {
  record.ward = ward;
  record.fiscal_year = year;
  record.department = {section, {section}, section};
  return record;
}

const SearchIndex& index() {
  static const SearchIndex kIndex = [] {
    corpus::Record standard = initiative("s", kDispenser);
    standard.kind = corpus::RecordKind::Standard;
    return SearchIndex({
        of(initiative("a", kDispenser), nakahara(), 2020, "区民課"),
        of(initiative("b", kDispenser), nakahara(), 2019, "区民課"),
        of(initiative("c", kDispenser), nakahara(), 2021, "区民課"),
        of(initiative("d", "待つ方のために番号発券機を2台置きました。"), kawasaki(), 2020,
           "区民課"),
        of(initiative("e", "番号発券機の画面を大きくします。"), nakahara(), 2020, "保険年金課"),
        of(initiative("f", "番号発券機の順番を声でも知らせます。"), nakahara(), 2018, "区民課"),
        of(initiative("g", "画面で順番を知らせ、入口を明るくします。"), nakahara(), 2020, "区民課"),
        of(initiative("h", "書庫の本を並べ替えました。"), kawasaki(), 2020, "総務課"),
        std::move(standard),
    });
  }();
  return kIndex;
}

std::vector<SimilarRecord> similar_to(SimilarRequest request) {
  return similar_records(request, index().snapshot()).value();
}

std::vector<std::string> described(const std::vector<SimilarRecord>& list) {
  std::vector<std::string> texts;
  for (const SimilarRecord& each : list) {
    texts.push_back(each.record.id + " " + std::string(name_of(each.relation)));
  }
  return texts;
}

TEST(SimilarTest, PutsOtherDepartmentsAndWardsBeforeTheOwnOne) {
  const std::vector<SimilarRecord> list = similar_to({.id = "a", .filters = {}});
  EXPECT_THAT(described(list),
              UnorderedElementsAre("b earlier_goal", "c later_goal", "d other_ward",
                                   "e other_department", "g same_year", "f other_year"));
  const auto score_of = [&](const char* id) {
    return std::find_if(list.begin(), list.end(),
                        [&](const SimilarRecord& each) { return each.record.id == id; })
        ->score;
  };
  EXPECT_NEAR(score_of("b"), kOwnDepartmentFactor, 1e-9);  // The same text.
  EXPECT_EQ(score_of("b"), score_of("c"));
  // Not the same text, but elsewhere.
  EXPECT_GT(score_of("d"), score_of("b"));
  EXPECT_GT(score_of("d"), score_of("g"));
  EXPECT_TRUE(std::is_sorted(list.begin(), list.end(),
                             [](const auto& a, const auto& b) { return a.score > b.score; }));
}

TEST(SimilarTest, ScoresTheSameTextElsewhereOne) {
  const std::vector<SimilarRecord> list =
      similar_to({.id = "s", .filters = {}, .is_own_kind = false});
  ASSERT_FALSE(list.empty());
  EXPECT_NEAR(list[0].score, 1, 1e-9);
  EXPECT_THAT(described(list), Not(Contains("s other_department")));
}

TEST(SimilarTest, NamesVerbsAsTheRecordWritesThem) {
  const SearchIndex pair({initiative("a", "掲示板を見直しました。配布物も取り扱っております。"),
                          initiative("b", "掲示板を見直します。配布物を取り扱う係です。")});
  const auto list = similar_records({.id = "a", .filters = {}}, pair.snapshot());
  ASSERT_TRUE(list);
  ASSERT_EQ(list->size(), 1U);
  EXPECT_THAT(list->front().shared, Contains("見直し"));
  EXPECT_THAT(list->front().shared, Contains("取り扱って"));
  EXPECT_THAT(list->front().shared, Not(Contains("取り扱う")));
}

TEST(SimilarTest, NamesTheWordsThatAreShared) {
  const std::vector<SimilarRecord> list = similar_to({.id = "a", .filters = {}, .limit = 3});
  ASSERT_EQ(list.size(), 3U);
  EXPECT_THAT(list[2].shared, Contains("番号発券機"));
  // A part of a compound that is named is not named again, nor is a single character.
  EXPECT_THAT(list[2].shared, Not(Contains("発券機")));
  EXPECT_THAT(list[2].shared, Not(Contains("方")));
}

TEST(SimilarTest, KeepsToKindAndFilters) {
  EXPECT_THAT(similar_to({.id = "s", .filters = {}}), IsEmpty());
  Filters filters;
  filters.ward_codes = {kawasaki().code};
  EXPECT_THAT(described(similar_to({.id = "a", .filters = filters})), ElementsAre("d other_ward"));
  filters = {};
  filters.kinds = {corpus::RecordKind::Standard};
  EXPECT_THAT(described(similar_to({.id = "a", .filters = filters, .is_own_kind = false})),
              ElementsAre("s other_department"));
}

TEST(SimilarTest, FindsNothingLikeALonelyRecord) {
  EXPECT_THAT(similar_to({.id = "h", .filters = {}}), IsEmpty());
  EXPECT_THAT(similar_to({.id = "a", .filters = {}, .limit = 0}), IsEmpty());
}

TEST(SimilarTest, KnowsNoUnknownRecord) {
  EXPECT_EQ(similar_records({.id = "none", .filters = {}}, index().snapshot()), std::nullopt);
  EXPECT_EQ(similar_records({.id = "", .filters = {}}, index().snapshot()), std::nullopt);
}

}  // namespace
}  // namespace torikumi::searchd
