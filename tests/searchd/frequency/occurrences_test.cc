#include "searchd/analytics/occurrences.h"

#include "searchd/search/index_worker.h"
#include "searchd/search/query.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

std::optional<std::vector<std::uint32_t>> counts_of(std::string_view query,
                                                    const SearchIndex& index, std::size_t budget) {
  const IndexSnapshot::Lease lease = index.snapshot().lease();
  const QueryPlan plan = plan_query(parse_query(query), {.analyzer = lease.worker().analyzer,
                                                         .synonyms = shared_resources()->synonyms,
                                                         .with_synonyms = false});
  return occurrences_in(plan, indexer::TextField::Target, {1}, lease.worker().database, budget);
}

struct PlaceCase {
  const char* name;
  std::string_view query;
  std::string_view text;
  std::uint32_t places;
};
std::ostream& operator<<(std::ostream& out, const PlaceCase& row) {
  return out << row.query << " in " << row.text;
}

class PlacesTest : public ::testing::TestWithParam<PlaceCase> {};

TEST_P(PlacesTest, AreCounted) {
  const SearchIndex index({initiative("a", std::string(GetParam().text))});
  EXPECT_THAT(counts_of(GetParam().query, index, 100), Optional(ElementsAre(GetParam().places)));
}

INSTANTIATE_TEST_SUITE_P(
    Table, PlacesTest,
    ::testing::Values(PlaceCase{"None", "電話", "手紙を出す。", 0},
                      PlaceCase{"One", "電話", "電話を取る。", 1},
                      PlaceCase{"Two", "電話", "電話を取り、電話を返す。", 2},
                      PlaceCase{"Paragraphs", "電話", "電話。\n電話。", 2},
                      PlaceCase{"WithinAWord", "発券機", "番号発券機と発券機。", 2},
                      PlaceCase{"Inflected", "引き継ぐ", "引き継ぎました。引き継ぐ。", 2},
                      PlaceCase{"Alternatives", "電話 OR 手紙", "電話と手紙と電話。", 3},
                      PlaceCase{"Overlapping", "発券機 OR 番号発券機", "番号発券機を置く。", 1},
                      PlaceCase{"Touching", "番号 OR 発券機", "番号発券機を置く。", 1},
                      PlaceCase{"Phrase", "「電話を取」", "電話を取り、電話を取る。", 2},
                      PlaceCase{"RepeatedPairs", "「ああああ」", "あああああ", 1},
                      PlaceCase{"OneCharacter", "札", "札と札と番号札。", 3},
                      PlaceCase{"Excluded", "電話 -手紙", "電話と手紙。", 1},
                      PlaceCase{"OtherText", "結果:電話 OR 手紙", "電話と手紙。", 1},
                      PlaceCase{"Near", "「番号 案内」~5", "番号を電話で案内する。", 1},
                      PlaceCase{"NearTwice", "「番号 案内」~3", "番号の案内。手紙。案内の番号。",
                                2},
                      PlaceCase{"NearOverlapping", "「番号 案内」~5", "番号と案内と番号。", 1},
                      PlaceCase{"NearTooFar", "「番号 案内」~4", "番号を電話で案内する。", 0}),
    [](const auto& row) { return row.param.name; });

TEST(PositionBudgetTest, IsTakenFromAndKept) {
  const SearchIndex index({initiative("a", "電話と手紙。")});
  EXPECT_FALSE(counts_of("電話 OR 手紙", index, 3));
  EXPECT_TRUE(counts_of("電話 OR 手紙", index, 4));
}

}  // namespace
}  // namespace torikumi::searchd
