#include "searchd/analytics/record_set.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/analytics/slow_corpus.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(RecordFinderTest, FindsWhatAPlainLoopFinds) {
  const SlowCorpus& corpus = random_corpus();
  const RecordFinder finder(corpus.snapshot());
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    const SlowQuery query = random_query(random);
    RecordQuery request;
    request.q = query.text();
    request.filters = random_filters(random);
    Documents want;
    for (DocumentNumber document = 1; document <= corpus.records().size(); ++document) {
      const corpus::Record& record = corpus.records()[document - 1];
      if (matches(record, query) && passes(record, request.filters)) {
        want.push_back(document);
      }
    }
    EXPECT_EQ(finder.find(request).documents, want) << request.q;
  }
}

TEST(RecordFinderTest, FindsAsManyAsASearch) {
  for (const auto& [name, corpus] : corpora()) {
    const RecordFinder finder(corpus->snapshot());
    for (const char* q : {"窓口", "個人情報", "案内 研修", "", "-窓口", "研修 OR 電話"}) {
      SearchRequest request;
      request.q = q;
      RecordQuery query;
      query.q = q;
      const SearchResult found = search(request, corpus->snapshot());
      if (!found.is_relaxed) {
        EXPECT_EQ(finder.find(query).documents.size(), found.total) << name << " " << q;
      }
    }
  }
}

TEST(RecordFinderTest, HoldingIsAnExactSequenceOfCharacters) {
  const SearchIndex index(
      {initiative("a", "番号発券機を置きます。"), initiative("b", "券機を直します。", "発\n券機"),
       initiative("c", "受付をIT化します。", "発 券 機を使います。"), initiative("d", "with")});
  const RecordFinder finder(index.snapshot());
  EXPECT_THAT(finder.holding({"発券機"}, {}), ElementsAre(1, 3));
  EXPECT_THAT(finder.holding({"発券機"}, {indexer::TextField::Target}), ElementsAre(1));
  EXPECT_THAT(finder.holding({"発券機", "券機"}, {}), ElementsAre(1, 2, 3));
  EXPECT_THAT(finder.holding({"it"}, {}), ElementsAre(3));
  EXPECT_THAT(finder.holding({"。"}, {}), IsEmpty());
  EXPECT_THAT(finder.holding({}, {}), IsEmpty());
}

TEST(RecordFinderTest, NeverTakesAQueryWordByWord) {
  const SearchIndex index({initiative("a", "窓口に番号札を置きます。")});
  RecordQuery query;
  query.q = "番号札はどこの郵便局にありますか";
  EXPECT_THAT(RecordFinder(index.snapshot()).find(query).documents, IsEmpty());
}

TEST(DocumentsTest, AreCutAndTakenAway) {
  EXPECT_THAT(common({1, 3, 5}, {3, 4, 5}), ElementsAre(3, 5));
  EXPECT_THAT(without({1, 3, 5}, {3, 4, 5}), ElementsAre(1));
  EXPECT_THAT(common({}, {1}), IsEmpty());
}

TEST(SpreadTest, CountsDepartmentsOfDifferentWardsApart) {
  corpus::Record other = initiative("b", "二");
  other.ward = kawasaki();
  corpus::Record none = initiative("c", "三");
  none.department = {};
  const SearchIndex index({initiative("a", "一"), other, none, initiative("d", "四")});
  const Spread spread = spread_of({1, 2, 3, 4}, index.snapshot().columns());
  EXPECT_EQ(spread.departments, 2U);
  EXPECT_EQ(spread.wards, 2U);
}

}  // namespace
}  // namespace torikumi::searchd
