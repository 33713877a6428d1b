// A query that no record satisfies as typed is taken word by word.

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const SearchIndex& desk_index() {
  static const SearchIndex index({
      initiative("a", "外国人のお客様への窓口での説明に翻訳機を使いました。"),
      initiative("b", "窓口に番号札を置き、待ち時間を減らしました。"),
      initiative("c", "書庫の本を並べ替えました。"),
      initiative("d", "電話の受け方を学ぶ研修を開きました。"),
      initiative("e", "花壇に水をまきました。"),
      initiative("f", "花壇の柵を直しました。"),
  });
  return index;
}

SearchResult search_for(std::string query) {
  SearchRequest request;
  request.q = std::move(query);
  return search(request, desk_index().snapshot());
}

struct QuestionCase {
  const char* name;
  const char* query;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const QuestionCase& row) {
  return out << row.query;
}

class RelaxedSearchTest : public ::testing::TestWithParam<QuestionCase> {};

TEST_P(RelaxedSearchTest, FindsWhatHoldsMostOfIt) {
  EXPECT_EQ(ids_of(search_for(GetParam().query)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RelaxedSearchTest,
    ::testing::Values(QuestionCase{"Question", "外国人の方への窓口対応はどんな工夫がある?", {"a"}},
                      QuestionCase{"BestFirst", "窓口で待ち時間を減らすには番号札", {"b", "a"}},
                      QuestionCase{"Polite", "翻訳機について教えてください", {"a"}},
                      QuestionCase{"SomethingElse", "宇宙旅行の予約方法", {}},
                      QuestionCase{"OneKnownWordOfMany", "宇宙船と小惑星の窓口", {}},
                      QuestionCase{"Exclusion", "翻訳機 宇宙船 -研修", {}},
                      QuestionCase{"Or", "翻訳機 宇宙船 OR 小惑星", {}},
                      QuestionCase{"PhraseStays", "窓口 「翻訳機を使わない」", {}}),
    [](const auto& row) { return row.param.name; });

TEST(RelaxedSearchTest, PutsTheRareWordFirst) {
  const SearchIndex index({
      initiative("a", "説明の場を設け、説明の仕方を説明します。",
                 "説明をし、説明の後に説明しました。"),
      initiative("b", "説明の紙を配ります。", "説明の紙を配りました。"),
      initiative("c", "説明を短くします。", "説明を短くしました。"),
      initiative("d",
                 "庁舎の案内板を直し、職員の名札を大きくし、外国の方のために英語の表示を加え、"
                 "入口の花壇に水をやり、階段の手すりを磨きます。"),
      initiative("e", "花壇に水をまきました。"),
  });
  SearchRequest request;
  request.q = "英語で説明";
  request.is_explained = true;
  const SearchResult result = search(request, index.snapshot());
  ASSERT_FALSE(result.hits.empty());
  EXPECT_EQ(result.hits[0].record.id, "d");
  for (const Hit& hit : result.hits) {
    double sum = 0;
    for (const ScorePart& part : hit.score_parts) {
      sum += part.contribution;
    }
    EXPECT_NEAR(sum, *hit.score, 1e-9) << hit.record.id;
  }
}

TEST(RelaxedSearchTest, SaysSo) {
  const SearchResult result = search_for("外国人の方への窓口対応はどんな工夫がある?");
  EXPECT_TRUE(result.is_relaxed);
  EXPECT_THAT(result.notes, ElementsAre(HasSubstr("言葉の多くを含む記録")));
  EXPECT_EQ(result.interpretation, "「外国人」、「窓口」、「対応」の多くを含む");
}

TEST(RelaxedSearchTest, WhatANumberIsAskedOfStandsInTheSentenceThatTellsIt) {
  const SearchIndex index({
      initiative("a", "番号札を3台置きました。電話の研修を2年続けました。"),
      initiative("b", "番号札を2年使いました。電話の研修を3台続けました。"),
      initiative("c", "花壇の柵を直しました。"),
  });
  SearchRequest request;
  request.q = "番号札は何台ありますか";
  EXPECT_THAT(ids_of(search(request, index.snapshot())), ElementsAre("a", "b"));
  request.q = "番号札は何年ありますか";
  const SearchResult result = search(request, index.snapshot());
  EXPECT_THAT(ids_of(result), ElementsAre("b", "a"));
  EXPECT_EQ(result.interpretation, "「番号札」の多くを含む");
}

TEST(RelaxedSearchTest, DoesNotRelaxWhatIsFound) {
  const SearchResult result = search_for("窓口 翻訳機");
  EXPECT_FALSE(result.is_relaxed);
  EXPECT_THAT(result.notes, IsEmpty());
  EXPECT_THAT(ids_of(result), ElementsAre("a"));
}

TEST(RelaxedSearchTest, MarksTheWordsThatItFound) {
  const SearchResult result = search_for("外国人の方への翻訳機はありますか");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].target_highlights,
              ElementsAre(CharacterRange{0, 3}, CharacterRange{16, 19}));
}

}  // namespace
}  // namespace torikumi::searchd
