#include "indexer/vocabulary_words.h"

#include "tests/analysis/shared_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using ::testing::Contains;
using ::testing::Not;

std::vector<VocabularyWord> words_of(std::string_view text) {
  return vocabulary_words(analysis::make_analyzer().analyze(text).tokens);
}

/// surface=reading of each, parted by blanks.
std::string joined(const std::vector<VocabularyWord>& words) {
  std::string text;
  for (const VocabularyWord& word : words) {
    text += (text.empty() ? "" : " ") + word.surface + "=" + word.reading;
  }
  return text;
}

struct WordsCase {
  const char* name;
  std::string_view text;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const WordsCase& row) {
  return out << row.text;
}

class VocabularyWordsTest : public ::testing::TestWithParam<WordsCase> {};

TEST_P(VocabularyWordsTest, FindsWordsAndCompounds) {
  EXPECT_EQ(joined(words_of(GetParam().text)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, VocabularyWordsTest,
    ::testing::Values(WordsCase{"Empty", "", ""},
                      WordsCase{"InnerRuns", "職員研修計画",
                                "職員=ショクイン 職員研修=ショクインケンシュウ "
                                "職員研修計画=ショクインケンシュウケイカク 研修=ケンシュウ "
                                "研修計画=ケンシュウケイカク 計画=ケイカク"},
                      WordsCase{"NothingBetween", "職員の研修、計画 改善",
                                "職員=ショクイン 研修=ケンシュウ 計画=ケイカク 改善=カイゼン"},
                      WordsCase{"Verb", "調べた", "調べる=シラベル"},
                      WordsCase{"VerbOfFiveRows", "取り組んだ", "取り組む=トリクム"},
                      WordsCase{"Adjective", "詳しく", "詳しい=クワシイ"},
                      WordsCase{"PlainVerbs", "することができる", ""},
                      WordsCase{"SingleKana", "あ、ん", ""}, WordsCase{"NumberAlone", "24、3", ""},
                      WordsCase{"NumberAtTheEnds", "令和2", "令和=レイワ"},
                      WordsCase{"LastSuffix", "研修等", "研修=ケンシュウ"},
                      WordsCase{"Latin", "PDF", "pdf=pdf"}, WordsCase{"Signs", "★→", ""}),
    [](const auto& row) { return row.param.name; });

TEST(VocabularyWordsOfTextTest, CountsSpellingsOfOneFamilyTogether) {
  const std::vector<VocabularyWord> words = words_of("問合せ、問い合わせ");
  ASSERT_EQ(words.size(), 2U);
  EXPECT_NE(words[0].surface, words[1].surface);
  EXPECT_EQ(words[0].families, words[1].families);
}

TEST(VocabularyWordsOfTextTest, HasNoCompoundAboveFourWords) {
  std::vector<std::string> surfaces;
  for (const VocabularyWord& word : words_of("職員研修計画改善会議")) {
    EXPECT_LE(word.word_count, kMaxCompoundWords);
    surfaces.push_back(word.surface);
  }
  EXPECT_THAT(surfaces, Contains("職員研修計画改善"));
  EXPECT_THAT(surfaces, Contains("研修計画改善会議"));
  EXPECT_THAT(surfaces, Not(Contains("職員研修計画改善会議")));
}

TEST(VocabularyWordsOfTextTest, BeginsNoInnerRunWithASuffix) {
  for (const VocabularyWord& word : words_of("多言語化対応")) {
    EXPECT_FALSE(word.surface.starts_with("化対")) << word.surface;
  }
}

struct ReadingCase {
  const char* name;
  std::string_view base;
  std::string_view continuative;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const ReadingCase& row) {
  return out << row.base;
}

class DictionaryReadingTest : public ::testing::TestWithParam<ReadingCase> {};

TEST_P(DictionaryReadingTest, IsThatOfTheDictionaryForm) {
  EXPECT_EQ(dictionary_reading(GetParam().base, GetParam().continuative), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, DictionaryReadingTest,
                         ::testing::Values(ReadingCase{"Mu", "取り組む", "トリクミ", "トリクム"},
                                           ReadingCase{"Ku", "書く", "カキ", "カク"},
                                           ReadingCase{"Su", "示す", "シメシ", "シメス"},
                                           ReadingCase{"Ru", "送る", "オクリ", "オクル"},
                                           ReadingCase{"OneRow", "調べる", "シラベ", "シラベル"},
                                           ReadingCase{"OneRowInRi", "借りる", "カリ", "カリル"},
                                           ReadingCase{"OneKanji", "見る", "ミ", "ミル"},
                                           ReadingCase{"Suru", "対する", "タイシ", "タイスル"},
                                           ReadingCase{"Kuru", "来る", "キ", "クル"},
                                           ReadingCase{"Adjective", "詳しい", "クワシイ",
                                                       "クワシイ"},
                                           ReadingCase{"Noun", "窓口", "マドグチ", "マドグチ"},
                                           ReadingCase{"NoReading", "送る", "", ""}),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::indexer
