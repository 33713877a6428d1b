// Numbers and fiscal years in whatever writing are one thing, whole.

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::IsEmpty;

const SearchIndex& number_index() {
  static const SearchIndex index({
      initiative("a", "1番窓口に案内を置きました。"),
      initiative("b", "一番窓口の椅子を替えました。"),
      initiative("c", "1件の要望にこたえました。当番を決めました。"),
      initiative("d", "平成31年度に花壇を作りました。"),
      initiative("e", "令和元年度に書庫を片付けました。"),
      initiative("f", "令和5年度に階段を直しました。"),
      initiative("g", "平成25年度に廊下を塗りました。"),
      initiative("h", "1,000枚の冊子を配りました。"),
      initiative("i", "1000枚の地図を配りました。"),
      initiative("j", "千枚の札を配りました。"),
      initiative("k", "平成32年度に門を開けました。"),
  });
  return index;
}

std::vector<std::string> found_by(std::string query) {
  SearchRequest request;
  request.q = std::move(query);
  std::vector<std::string> ids = ids_of(search(request, number_index().snapshot()));
  std::sort(ids.begin(), ids.end());
  return ids;
}

struct NumberSearchCase {
  const char* name;
  const char* query;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const NumberSearchCase& row) {
  return out << row.query;
}

class NumberSearchTest : public ::testing::TestWithParam<NumberSearchCase> {};

TEST_P(NumberSearchTest, FindsEveryWriting) {
  EXPECT_EQ(found_by(GetParam().query), GetParam().want);
}

const std::vector<std::string> kDesk{"a", "b"};
const std::vector<std::string> kYear2019{"d", "e"};
const std::vector<std::string> kThousand{"h", "i", "j"};

INSTANTIATE_TEST_SUITE_P(Table, NumberSearchTest,
                         ::testing::Values(NumberSearchCase{"Counted", "1番", kDesk},
                                           NumberSearchCase{"CountedWide", "１番", kDesk},
                                           NumberSearchCase{"CountedKanji", "一番", kDesk},
                                           NumberSearchCase{"CountedWithAWord",
                                                            "1番窓口の案内はありますか", kDesk},
                                           NumberSearchCase{"NoSuchNumber", "9番", {}},
                                           NumberSearchCase{"HeiseiYear", "平成31年度", kYear2019},
                                           NumberSearchCase{"HeiseiYearShort", "H31", kYear2019},
                                           NumberSearchCase{"CalendarForm", "平成31年", kYear2019},
                                           NumberSearchCase{"ReiwaYear", "令和元年度", kYear2019},
                                           NumberSearchCase{"ReiwaYearShort", "R1", kYear2019},
                                           NumberSearchCase{"WesternYear", "2019年度", kYear2019},
                                           NumberSearchCase{"OtherReiwaYear", "令和5年度", {"f"}},
                                           NumberSearchCase{"OtherHeiseiYear", "H25", {"g"}},
                                           NumberSearchCase{"NoSuchYear", "令和3年度", {}},
                                           NumberSearchCase{"Plain", "1000枚", kThousand},
                                           NumberSearchCase{"Comma", "1,000枚", kThousand},
                                           NumberSearchCase{"WideComma", "１，０００枚", kThousand},
                                           NumberSearchCase{"Kanji", "千枚", kThousand}),
                         [](const auto& row) { return row.param.name; });

TEST(NumberSearchTest, AYearNamesTheRecordsOfIt) {
  // All records here are of 2020, which is 令和2年度.
  for (const char* query : {"令和2年度", "R2", "2020年度", "平成32年度"}) {
    EXPECT_EQ(found_by(query).size(), 11U) << query;
  }
}

TEST(NumberSearchTest, AYearStaysWholeInAQuestion) {
  SearchRequest request;
  request.q = "令和元年度の書庫の整備はどうですか";
  const SearchResult result = search(request, number_index().snapshot());
  EXPECT_TRUE(result.is_relaxed);
  EXPECT_EQ(result.interpretation, "「令和元年度」、「書庫」、「整備」の多くを含む");
  EXPECT_THAT(ids_of(result), ::testing::Contains("e"));
  EXPECT_THAT(ids_of(result), ::testing::Not(::testing::Contains("f")));
}

TEST(NumberSearchTest, AYearThatNoRecordNamesHidesNoWord) {
  EXPECT_THAT(found_by("令和3年度 階段"), ::testing::ElementsAre("f"));
  EXPECT_THAT(found_by("令和3年度"), IsEmpty());
}

}  // namespace
}  // namespace torikumi::searchd
