// Kana that is typed finds kanji, and a compound its longer parts, through the words of the corpus.

#include "searchd/search/vocabulary_patterns.h"

#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const SearchIndex& office_index() {
  static const SearchIndex index({
      initiative("a", "番号発券機を置き、混雑を減らしました。"),
      initiative("b", "発券機の紙を替えました。"),
      initiative("c", "個人情報の書類を棚にしまいます。"),
      initiative("d", "花壇に水をまきました。"),
      initiative("e", "広報係にツイッター掲載依頼を出しました。"),
  });
  return index;
}

std::vector<std::string> texts_of(const std::vector<VocabularyMatch>& matches) {
  std::vector<std::string> texts;
  for (const VocabularyMatch& match : matches) {
    texts.push_back(match.text);
  }
  return texts;
}

std::vector<std::string> read_as(std::string_view typed) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  return texts_of(words_read_as(analyzer.analyze(typed), office_index().snapshot().vocabulary()));
}

std::vector<std::string> parts_of(std::string_view typed) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  return texts_of(
      parts_of_compound(analyzer.analyze(typed), office_index().snapshot().vocabulary()));
}

TEST(WordsReadAsTest, FindsKanjiByKana) {
  EXPECT_THAT(read_as("はっけんき"), ElementsAre("発券機"));
  EXPECT_THAT(read_as("ハッケンキ"), ElementsAre("発券機"));
}

TEST(WordsReadAsTest, FindsKanjiByRomaji) {
  EXPECT_THAT(read_as("hakkenki"), ElementsAre("発券機"));
  EXPECT_THAT(read_as("kojinj"), Contains("個人情報"));
}

TEST(WordsReadAsTest, FindsAWordThatIsHalfTyped) {
  EXPECT_THAT(read_as("はっけ"), ElementsAre("発券機"));
  EXPECT_THAT(read_as("こじんじょ"), Contains("個人情報"));
}

TEST(WordsReadAsTest, LeavesOutWhatBeginsWithTheWord) {
  EXPECT_THAT(read_as("ツイッター"), ElementsAre("ツイッター"));
}

struct ReadCase {
  const char* name;
  std::string_view typed;
  std::string_view want;  // One of the words.
};
std::ostream& operator<<(std::ostream& out, const ReadCase& row) {
  return out << row.typed;
}

class TypedBySoundTest : public ::testing::TestWithParam<ReadCase> {};

TEST_P(TypedBySoundTest, FindsTheWord) {
  EXPECT_THAT(read_as(GetParam().typed), Contains(std::string(GetParam().want)));
}

INSTANTIATE_TEST_SUITE_P(
    Table, TypedBySoundTest,
    ::testing::Values(ReadCase{"RomajiWithN", "kadan", "花壇"},
                      ReadCase{"LettersBehindKana", "こじんj", "個人情報"},
                      ReadCase{"KanaBehindKanji", "個人じょ", "個人情報"},
                      ReadCase{"LettersBehindKanji", "個人j", "個人情報"},
                      ReadCase{"LastWordUnconverted", "番号はっけんき", "番号発券機"},
                      ReadCase{"Particle", "はっけんきを", "発券機"},
                      ReadCase{"ParticleOfAName", "かだんの", "花壇"},
                      ReadCase{"TwoParticles", "こじんじょうほうでは", "個人情報"},
                      ReadCase{"PolitePrefix", "ごこんざつ", "混雑"}),
    [](const auto& row) { return row.param.name; });

TEST(WordsReadAsTest, LeavesOtherTextAlone) {
  for (const char* typed :
       {"発券機", "は", "はっけん機", "pdf", "ぬりえ", "", "花壇に", "個人を", "個人で", "混雑する",
        "混雑して", "みずの", "おみず", "jこじん", "個人pdf"}) {
    EXPECT_THAT(read_as(typed), IsEmpty()) << typed;
  }
}

TEST(PartsOfCompoundTest, FindsTheLongestWordsOfTheCorpus) {
  EXPECT_THAT(parts_of("個人情報保護"), ElementsAre("個人情報"));
  EXPECT_THAT(parts_of("混雑発券機"), ElementsAre("発券機"));
}

TEST(PartsOfCompoundTest, TakesNoEndOfAWordAboutSomethingElse) {
  EXPECT_THAT(parts_of("競馬発券機"), IsEmpty());
}

TEST(PartsOfCompoundTest, LeavesShortPartsAlone) {
  for (const char* typed : {"混雑緩和", "個人情報", "花壇", "abc発券", "水まきは発券機", ""}) {
    EXPECT_THAT(parts_of(typed), IsEmpty()) << typed;
  }
}

struct KanaCase {
  const char* name;
  const char* query;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const KanaCase& row) {
  return out << row.query;
}

class KanaSearchTest : public ::testing::TestWithParam<KanaCase> {};

TEST_P(KanaSearchTest, FindsTheRecords) {
  SearchRequest request;
  request.q = GetParam().query;
  std::vector<std::string> ids = ids_of(search(request, office_index().snapshot()));
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(ids, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, KanaSearchTest,
                         ::testing::Values(KanaCase{"Whole", "はっけんき", {"a", "b"}},
                                           KanaCase{"Half", "こじんじょ", {"c"}},
                                           KanaCase{"Two", "かだん みず", {"d"}},
                                           KanaCase{"Particles", "かだんに みず", {"d"}},
                                           KanaCase{"HalfConverted", "個人じょ 書類", {"c"}},
                                           KanaCase{"Nothing", "ぬりえ", {}},
                                           KanaCase{"Compound", "個人情報保護", {"c"}}),
                         [](const auto& row) { return row.param.name; });

TEST(KanaSearchTest, MarksNoMoreThanTheWord) {
  SearchRequest request;
  request.q = "ツイッター";
  const SearchResult result = search(request, office_index().snapshot());
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].target_highlights, ElementsAre(CharacterRange{4, 9}));
}

TEST(KanaSearchTest, NamesTheWordsThatItFound) {
  SearchRequest request;
  request.q = "はっけんき";
  EXPECT_THAT(search(request, office_index().snapshot()).expanded,
              Contains(Expansion{"はっけんき", "発券機"}));
}

}  // namespace
}  // namespace torikumi::searchd
