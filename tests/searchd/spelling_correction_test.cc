#include "searchd/search/spelling_correction.h"

#include "searchd/search/search_engine.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/search_index.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

const SearchIndex& desk_index() {
  static const SearchIndex index({
      initiative("a", "個人情報の保護を徹底します。", "個人情報を守りました。"),
      initiative("b", "番号発券機を置きます。", "発券機は3台です。"),
      initiative("c", "多言語化した案内図を作ります。", "案内図を配りました。"),
      initiative("d", "窓口の職員に福祉の研修をします。", "研修を2回行いました。"),
      initiative("e", "ユニバーサルデザインの表示にします。", "サービスの向上を図りました。"),
      initiative("f", "翻訳機で説明します。", "令和2年度に始めました。"),
      initiative("g", "電話の接遇を学びました。", "苦情に応対し、先を読みました。"),
  });
  return index;
}

std::size_t hits_of(const std::string& query) {
  SearchRequest request;
  request.q = query;
  request.limit = 0;
  const SearchResult result = search(request, desk_index().snapshot());
  return result.is_relaxed ? 0 : result.total;
}

std::string correction_of(std::string_view query, const HitCounter& counter = hits_of) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  return did_you_mean(parse_query(query), desk_index().snapshot().vocabulary(), analyzer, counter)
      .value_or("");
}

struct CorrectionCase {
  const char* name;
  std::string_view query;
  std::string_view want;  // "" for none.
};
std::ostream& operator<<(std::ostream& out, const CorrectionCase& row) {
  return out << row.query;
}

class SpellingCorrectionTest : public ::testing::TestWithParam<CorrectionCase> {};

TEST_P(SpellingCorrectionTest, OffersAQueryWithHits) {
  const std::string correction = correction_of(GetParam().query);
  EXPECT_EQ(correction, GetParam().want);
  if (!correction.empty()) {
    EXPECT_GT(hits_of(correction), 0U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, SpellingCorrectionTest,
    ::testing::Values(
        CorrectionCase{"WrongKanji", "個人惰報", "個人情報"},
        CorrectionCase{"BeginningOfAWord", "多原語", "多言語"},
        CorrectionCase{"SameReading", "発見機", "発券機"},
        CorrectionCase{"PartlyKana", "番号はつ券機", "番号発券機"},
        CorrectionCase{"WrongKana", "ユニバーサルデサイン", "ユニバーサルデザイン"},
        CorrectionCase{"Swapped", "サビース向上", "サービス向上"},
        CorrectionCase{"AlikeInTwo", "職貝", "職員"}, CorrectionCase{"NotAlikeInTwo", "職場", ""},
        CorrectionCase{"AlikeBySound", "接偶", "接遇"},
        CorrectionCase{"ParticleWa", "でんは", "電話"},
        CorrectionCase{"WithoutSmallTsu", "はけんき", "発券機"},
        CorrectionCase{"Romaji", "hakenki", "発券機"},
        CorrectionCase{"NoPartOfAWord", "サーバ", ""},
        CorrectionCase{"KatakanaIsNoKanji", "タクシー", ""},
        CorrectionCase{"ShortReading", "サーバー", ""},
        CorrectionCase{"OtherHiraganaWord", "でんしゃ", ""},
        CorrectionCase{"AKanjiMore", "研修費", ""}, CorrectionCase{"AnotherKanji", "案内役", ""},
        CorrectionCase{"AKnownWord", "講師", ""},
        CorrectionCase{"TwoWords", "発見機 番号発見機", "発券機 番号発券機"},
        CorrectionCase{"KnownWordsStay", "個人惰報 徹底", "個人情報 徹底"},
        CorrectionCase{"Alternatives", "発見機 OR 多原語", "発券機 OR 多言語"},
        CorrectionCase{"Phrase", "「個人惰報」", "「個人情報」"},
        CorrectionCase{"ExclusionStays", "個人惰報 -窓口", "個人情報 -窓口"},
        CorrectionCase{"FilterStays", "個人惰報 区:中原区", "個人情報 区:中原区"},
        CorrectionCase{"KnownBeginning", "案内図多原語", "案内図 多言語"},
        CorrectionCase{"HasHits", "個人情報", ""},
        CorrectionCase{"KnownWordsNeverTogether", "発券機 福祉", ""},
        CorrectionCase{"NoHitsEither", "個人惰報 発券機", ""},
        CorrectionCase{"DigitsNeverChange", "令和9年度", ""},
        CorrectionCase{"Nonsense", "ぬぬぬぬ", ""}, CorrectionCase{"Latin", "zzzzz", ""},
        CorrectionCase{"OneCharacter", "惰", ""}, CorrectionCase{"OnlyFilters", "区:川崎区", ""},
        CorrectionCase{"Empty", "", ""}, CorrectionCase{"OnlyExcluded", "-個人惰報", ""}),
    [](const auto& row) { return row.param.name; });

TEST(SpellingCorrectionBoundsTest, AsksForHitsAtMostTwentyFourTimes) {
  std::string query;
  for (int i = 0; i < 40; ++i) {
    query += "個人惰報" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  }
  std::size_t calls = 0;
  EXPECT_EQ(correction_of(query,
                          [&](const std::string&) {
                            ++calls;
                            return std::size_t{0};
                          }),
            "");
  EXPECT_LE(calls, 24U);
  EXPECT_GT(calls, 1U);
}

TEST(SpellingCorrectionBoundsTest, LeavesLongWordsAlone) {
  std::string word;
  for (int i = 0; i < 300; ++i) {
    word += "惰報";
  }
  EXPECT_EQ(correction_of(word), "");
}

struct QueryTextCase {
  const char* name;
  std::string_view query;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const QueryTextCase& row) {
  return out << row.query;
}

class QueryTextTest : public ::testing::TestWithParam<QueryTextCase> {};

TEST_P(QueryTextTest, IsReadAsTheSameQuery) {
  const Query query = parse_query(GetParam().query);
  EXPECT_EQ(text_of(query), GetParam().want);
  const Query again = parse_query(text_of(query));
  EXPECT_EQ(again.clauses, query.clauses);
  EXPECT_EQ(again.filters, query.filters);
}

INSTANTIATE_TEST_SUITE_P(
    Table, QueryTextTest,
    ::testing::Values(QueryTextCase{"Words", "窓口　案内", "窓口 案内"},
                      QueryTextCase{"Phrase", "\"窓口 案内\" -“x”", "「窓口 案内」 -「x」"},
                      QueryTextCase{"Alternatives", "窓口|案内 NOT 電話", "窓口 OR 案内 -電話"},
                      QueryTextCase{"Filters", "電話 区:中原区、川崎区 年度:令和2..令和7",
                                    "電話 区:中原区 区:川崎区 年度:令和2..令和7"},
                      QueryTextCase{"QuotedFilter", "部署:「まちづくり推進部 総務課」",
                                    "部署:「まちづくり推進部 総務課」"},
                      QueryTextCase{"Empty", "", ""}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
