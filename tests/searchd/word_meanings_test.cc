// What a word finds beside itself: the same for all its spellings.

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

const SearchIndex& shelf_index() {
  static const SearchIndex index({
      initiative("a", "マニュアルを見直しました。"),
      initiative("b", "待ち時間の目安を掲示します。"),
      initiative("c", "待時間を短くしました。"),
      initiative("d", "児童と遊びます。"),
      initiative("e", "サーバの更新を行いました。"),
      initiative("f", "子どもの絵を飾りました。"),
      initiative("g", "お知らせを出しました。"),
  });
  return index;
}

SearchResult found_by(std::string_view query, bool with_synonyms = true) {
  SearchRequest request;
  request.q = query;
  request.with_synonyms = with_synonyms;
  return search(request, shelf_index().snapshot());
}

std::vector<std::string> sorted_ids(const SearchResult& result) {
  std::vector<std::string> ids = ids_of(result);
  std::sort(ids.begin(), ids.end());
  return ids;
}

struct MeaningCase {
  const char* name;
  std::string_view query;
  std::vector<std::string> want;         // With synonyms.
  std::vector<std::string> as_typed;     // Without.
  std::vector<std::string> never_named;  // In `expanded`.
};
std::ostream& operator<<(std::ostream& out, const MeaningCase& row) {
  return out << row.query;
}

class WordMeaningTest : public ::testing::TestWithParam<MeaningCase> {};

TEST_P(WordMeaningTest, IsThatOfAllSpellings) {
  const MeaningCase& row = GetParam();
  const SearchResult result = found_by(row.query);
  EXPECT_EQ(sorted_ids(result), row.want);
  EXPECT_EQ(sorted_ids(found_by(row.query, false)), row.as_typed);
  for (const std::string& text : row.never_named) {
    EXPECT_THAT(result.expanded, Each(Field(&Expansion::text, Not(text))));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, WordMeaningTest,
    ::testing::Values(
        MeaningCase{"AsInTheList", "手引", {"a"}, {}, {"手引"}},
        MeaningCase{"WithOkurigana", "手引き", {"a"}, {}, {"手引", "手引き"}},
        MeaningCase{"InKana", "てびき", {"a"}, {}, {"手引", "てびき"}},
        MeaningCase{"WithAParticle", "手引きを", {"a"}, {}, {"手引"}},
        MeaningCase{"Children", "子供", {"d", "f"}, {"f"}, {"子ども", "子供"}},
        MeaningCase{"ChildrenInKana", "こども", {"d", "f"}, {"f"}, {"子ども", "こども"}},
        MeaningCase{"ChildrenInKatakana", "コドモ", {"d", "f"}, {"f"}, {"子ども", "コドモ"}},
        MeaningCase{"LongVowel", "サーバー", {"e"}, {"e"}, {"サーバ", "サーバー"}},
        MeaningCase{"Waiting", "待ち時間", {"b", "c"}, {"b", "c"}, {"待ち時間", "待時間"}},
        MeaningCase{"WaitingWithoutKana", "待時間", {"b", "c"}, {"b", "c"}, {"待ち時間"}},
        MeaningCase{"WaitingWithAParticle", "待時間の", {"b", "c"}, {"b", "c"}, {"待ち時間"}},
        MeaningCase{"News", "おしらせ", {"g"}, {"g"}, {"お知らせ", "おしらせ"}},
        MeaningCase{
            "Excluded", "-待時間", {"a", "d", "e", "f", "g"}, {"a", "d", "e", "f", "g"}, {}}),
    [](const auto& row) { return row.param.name; });

TEST(WordMeaningsTest, NamesTheOtherWords) {
  EXPECT_THAT(found_by("手引き").expanded, Contains(Expansion{"手引き", "マニュアル"}));
  EXPECT_THAT(found_by("サーバー").expanded, IsEmpty());
}

}  // namespace
}  // namespace torikumi::searchd
