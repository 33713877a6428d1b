#include "searchd/search/query_plan.h"

#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/search_index.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

QueryPlan plan_of(std::string_view query, bool with_synonyms = false) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  return plan_query(parse_query(query),
                    {analyzer, shared_resources()->synonyms, nullptr, {}, with_synonyms});
}

/// "C:個 人" for characters, W for words, R for a reading.
std::string text_of(const TextPattern& pattern) {
  constexpr std::array<char, 3> kLetters{'W', 'C', 'R'};
  return fmt::format("{}:{}", kLetters.at(static_cast<std::size_t>(pattern.family)),
                     fmt::join(pattern.sequence, " "));
}

std::vector<std::string> patterns_of(std::string_view query) {
  std::vector<std::string> texts;
  for (const PlannedClause& clause : plan_of(query).clauses) {
    for (const TextPattern& pattern : clause.patterns) {
      texts.push_back(text_of(pattern));
    }
  }
  return texts;
}

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words = patterns_of(query);
  std::erase_if(words, [](const std::string& text) { return text.front() != 'W'; });
  return words;
}

TEST(QueryPlanTest, SearchesWordsAndCharacters) {
  EXPECT_THAT(patterns_of("窓口"), ElementsAre("W:窓口+マドグチ", "C:窓 口"));
}

TEST(QueryPlanTest, TakesNoPieceOfHiraganaForAWord) {
  for (const char* typed : {"しえん", "せいり", "たげんご", "ないよう", "いべんと"}) {
    for (const std::string& word : words_of(typed)) {
      EXPECT_NE(word.find(' '), std::string::npos) << typed << " is searched by " << word;
    }
  }
  EXPECT_THAT(words_of("あん"), IsEmpty());
}

TEST(QueryPlanTest, SearchesAPhraseByItsCharactersOnly) {
  EXPECT_THAT(patterns_of("「窓口で」"), ElementsAre("C:窓 口 で"));
}

TEST(QueryPlanTest, SearchesNearWordsWithinTheirWindow) {
  const QueryPlan plan = plan_of("「番号の案内、番号」~8");
  ASSERT_EQ(plan.clauses.size(), 1U);
  ASSERT_EQ(plan.clauses[0].patterns.size(), 1U);
  EXPECT_EQ(plan.clauses[0].patterns[0].window, 8U);
  EXPECT_EQ(text_of(plan.clauses[0].patterns[0]), "W:番号+バンゴウ 案内+アンナイ");
  EXPECT_EQ(plan_of("「番号 案内」~1").clauses[0].patterns[0].window, 2U);
}

TEST(QueryPlanTest, TakesTooManyNearWordsAsAPhrase) {
  const QueryPlan plan = plan_of("「窓口 案内 電話 手紙 研修 番号 情報 市民 区民」~20");
  ASSERT_EQ(plan.clauses.size(), 1U);
  EXPECT_EQ(text_of(plan.clauses[0].patterns[0]),
            "C:窓 口 案 内 電 話 手 紙 研 修 番 号 情 報 市 民 区 民");
  EXPECT_THAT(plan.notes,
              ElementsAre("「窓口 案内 電話 手紙 研修 番号 情報 市民 区民」は「~」に使えないため、"
                          "このままの語句で検索しました。"));
}

TEST(QueryPlanTest, FoldsWidthInPhrases) {
  EXPECT_THAT(patterns_of("\"ＩＳＯ９００１　ｶﾅ\""), ElementsAre("C:iso 9001 カ ナ"));
}

TEST(QueryPlanTest, GivesSpellingsOfAWordOneFamily) {
  const std::vector<std::string> words = words_of("問合せ");
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words_of("問い合わせ"), words);
  EXPECT_EQ(words_of("問合わせ"), words);
}

struct TrimCase {
  const char* name;
  std::string_view query;
  std::string_view same_as;
};
std::ostream& operator<<(std::ostream& out, const TrimCase& row) {
  return out << row.query;
}

class TrimmedQueryTest : public ::testing::TestWithParam<TrimCase> {};

TEST_P(TrimmedQueryTest, MeansTheWordsWithinIt) {
  const std::vector<std::string> words = words_of(GetParam().query);
  EXPECT_EQ(words, words_of(GetParam().same_as));
  EXPECT_EQ(words.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Table, TrimmedQueryTest,
                         ::testing::Values(TrimCase{"Polite", "引き継ぎます", "引き継ぐ"},
                                           TrimCase{"Past", "引き継ぎました", "引き継ぐ"},
                                           TrimCase{"ParticleBehind", "窓口で", "窓口"},
                                           TrimCase{"ParticlesAround", "を窓口に", "窓口"},
                                           TrimCase{"FullStop", "窓口。", "窓口"}),
                         [](const auto& row) { return row.param.name; });

TEST(QueryPlanTest, KeepsParticlesBetweenWords) {
  const std::vector<std::string> words = words_of("市民の声");
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(std::count(words[0].begin(), words[0].end(), ' '), 2);
}

TEST(QueryPlanTest, SearchesFunctionWordsByTheirCharacters) {
  EXPECT_THAT(patterns_of("から"), ElementsAre("C:か ら"));
}

TEST(QueryPlanTest, ReadsHiraganaOfThreeCharactersOrMore) {
  EXPECT_THAT(patterns_of("はっけんき"), ::testing::Contains("R:ハッケンキ"));
  EXPECT_THAT(patterns_of("まど"), ::testing::Each(::testing::Not(::testing::StartsWith("R:"))));
  EXPECT_THAT(patterns_of("はっけん機"),
              ::testing::Each(::testing::Not(::testing::StartsWith("R:"))));
  EXPECT_THAT(patterns_of("「はっけんき」"), ElementsAre("C:は っ け ん き"));
}

TEST(QueryPlanTest, WeighsWordsAboveCharactersAndReadings) {
  const QueryPlan plan = plan_of("はっけんき");
  ASSERT_EQ(plan.clauses.size(), 1U);
  for (const TextPattern& pattern : plan.clauses[0].patterns) {
    EXPECT_EQ(pattern.weight < 1.0, pattern.family != TextPattern::Family::Words)
        << text_of(pattern);
  }
}

TEST(QueryPlanTest, AddsSynonymsWithTheirWeightAndNamesThem) {
  const QueryPlan plan = plan_of("記入例", true);
  EXPECT_THAT(plan.expanded,
              ElementsAre(Expansion{"記入例", "記載例"}, Expansion{"記入例", "記入見本"},
                          Expansion{"記入例", "記載見本"}));
  ASSERT_EQ(plan.clauses.size(), 1U);
  EXPECT_EQ(plan.clauses[0].patterns.front().weight, 1.0);
  EXPECT_THAT(plan.clauses[0].terms, ElementsAre(QueryTerm{"記入例", false}));
  const auto is_synonym = [](const TextPattern& pattern) { return pattern.weight == 0.9; };
  EXPECT_EQ(
      std::count_if(plan.clauses[0].patterns.begin(), plan.clauses[0].patterns.end(), is_synonym),
      3);
}

struct UnexpandedCase {
  const char* name;
  std::string_view query;
  bool with_synonyms;
};
std::ostream& operator<<(std::ostream& out, const UnexpandedCase& row) {
  return out << row.query;
}

class UnexpandedQueryTest : public ::testing::TestWithParam<UnexpandedCase> {};

TEST_P(UnexpandedQueryTest, HasNoSynonyms) {
  EXPECT_THAT(plan_of(GetParam().query, GetParam().with_synonyms).expanded, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Table, UnexpandedQueryTest,
                         ::testing::Values(UnexpandedCase{"SwitchedOff", "記入例", false},
                                           UnexpandedCase{"Phrase", "「記入例」", true},
                                           UnexpandedCase{"Excluded", "-記入例", true},
                                           UnexpandedCase{"NoEntry", "区役所", true}),
                         [](const auto& row) { return row.param.name; });

TEST(QueryPlanTest, NamesASynonymOnceForAWordTypedTwice) {
  const QueryPlan once = plan_of("記入例", true);
  const QueryPlan twice = plan_of("記入例 記入例", true);
  EXPECT_EQ(twice.expanded, once.expanded);
  EXPECT_EQ(twice.clauses.size(), 2U);
}

TEST(QueryPlanTest, DropsWhatIsSignsOnly) {
  const QueryPlan plan = plan_of("窓口 ！？ OR 。");
  EXPECT_THAT(plan.notes, ElementsAre("「！？」は記号だけのため、検索に使いませんでした。",
                                      "「。」は記号だけのため、検索に使いませんでした。"));
  ASSERT_EQ(plan.clauses.size(), 1U);
  EXPECT_THAT(plan.clauses[0].terms, ElementsAre(QueryTerm{"窓口", false}));
}

TEST(QueryPlanTest, KeepsWhatCanBeSearchedOfAnOr) {
  const QueryPlan plan = plan_of("！ OR 窓口");
  ASSERT_EQ(plan.clauses.size(), 1U);
  EXPECT_THAT(plan.clauses[0].terms, ElementsAre(QueryTerm{"窓口", false}));
}

TEST(QueryPlanTest, TellsWhetherAnythingIsLookedFor) {
  EXPECT_FALSE(plan_of("").has_positive_clause());
  EXPECT_FALSE(plan_of("-窓口").has_positive_clause());
  EXPECT_TRUE(plan_of("-窓口 電話").has_positive_clause());
}

}  // namespace
}  // namespace torikumi::searchd
