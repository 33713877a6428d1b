#include "analysis/term_extraction.h"

#include "analysis/analyzer.h"
#include "tests/analysis/shared_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

/// The candidates of `text`, each with its words parted by |, sorted, without repetitions.
std::vector<std::string> candidates_of(const std::string& text) {
  Analyzer analyzer(shared_lexicon());
  std::vector<std::string> terms;
  for (const std::vector<std::string>& words : term_candidates(analyzer.analyze(text).tokens)) {
    std::string& term = terms.emplace_back();
    for (const std::string& word : words) {
      term += (term.empty() ? "" : "|") + word;
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

struct CandidateCase {
  const char* name;
  std::string text;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const CandidateCase& row) {
  return out << row.text;
}

class TermCandidatesTest : public ::testing::TestWithParam<CandidateCase> {};

TEST_P(TermCandidatesTest, AreNounsAndTheirCompounds) {
  std::vector<std::string> want = GetParam().want;
  std::sort(want.begin(), want.end());
  EXPECT_EQ(candidates_of(GetParam().text), want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TermCandidatesTest,
    ::testing::Values(
        CandidateCase{"Compound", "多言語資料を置きます。", {"多言語", "多言語|資料", "資料"}},
        CandidateCase{"WithItsParts",
                      "音声案内装置",
                      {"音声", "音声|案内", "音声|案内|装置", "案内", "案内|装置", "装置"}},
        CandidateCase{"ParticleParts", "窓口の案内", {"案内", "窓口"}},
        CandidateCase{"CounterBehindNumber", "研修3回実施", {"研修"}},
        CandidateCase{
            "DateEndsARun", "令和2年度アンケート調査", {"アンケート", "アンケート|調査", "調査"}},
        CandidateCase{"PlaceIsNoTerm", "中原区アンケート", {"アンケート"}},
        CandidateCase{"GenreWords", "取組目標の実施結果", {}},
        CandidateCase{"GenreWordInCompound", "接遇向上", {"接遇", "接遇|向上"}},
        CandidateCase{
            "SuffixDoesNotBegin", "電子化申請", {"申請", "電子", "電子|化", "電子|化|申請"}},
        CandidateCase{"SuffixThatOnlyBends", "チラシ等を配布", {"チラシ", "配布"}},
        CandidateCase{"ShortHiragana", "ため池、ごみ、のぼり", {"のぼり", "ため池"}},
        CandidateCase{"LatinWords", "SNS広告", {"sns", "sns|広告", "広告"}},
        CandidateCase{"VerbsAreNone", "見直して整える", {}},
        CandidateCase{"ParagraphBreak", "案内\n図書", {"案内", "図書"}},
        CandidateCase{"SingleCharacters", "声、傘、鍵", {}}, CandidateCase{"Empty", "", {}}),
    [](const auto& row) { return row.param.name; });

TEST(TermCandidatesTest, NamesOfPersonsAreLeftOut) {
  for (const std::string& term : candidates_of("山田太郎が説明しました。")) {
    EXPECT_EQ(term.find("山田"), std::string::npos) << term;
    EXPECT_EQ(term.find("太郎"), std::string::npos) << term;
  }
}

TEST(TermCandidatesTest, LongRunsGiveBoundedParts) {
  const std::vector<std::string> terms =
      candidates_of("音声案内装置点検作業手順説明図面保管場所一覧");
  EXPECT_THAT(terms, Not(IsEmpty()));
  for (const std::string& term : terms) {
    EXPECT_LT(std::count(term.begin(), term.end(), '|'), 4) << term;
  }
}

TEST(GenreWordTest, KnowsWhatStandsInEveryReport) {
  EXPECT_TRUE(is_genre_word("取組"));
  EXPECT_FALSE(is_genre_word("発券機"));
  EXPECT_FALSE(is_genre_word(""));
}

// K. Frantzi, S. Ananiadou and H. Mima (2000), section 2.2.3: strings around "basal cell carcinoma"
// of an eye-pathology corpus with their frequencies, "adenoid cystic basal cell carcinoma" 5,
// "cystic basal cell carcinoma" 11, "ulcerated basal cell carcinoma" 7, "recurrent basal cell
// carcinoma" 5, "circumscribed basal cell carcinoma" 3, "basal cell carcinoma" 984. Theirs takes
// log2(words) and the mean over longer candidates, each with what it has by itself; ours log2(words
// + 1) and the mean over all that it has: worked by hand from the same numbers.
TEST(CValueTest, DiscountsWhatStandsInsideOfLongerTerms) {
  const std::vector<double> values =
      c_values({{{"adenoid", "cystic", "basal", "cell", "carcinoma"}, 5},
                {{"cystic", "basal", "cell", "carcinoma"}, 11},
                {{"ulcerated", "basal", "cell", "carcinoma"}, 7},
                {{"recurrent", "basal", "cell", "carcinoma"}, 5},
                {{"circumscribed", "basal", "cell", "carcinoma"}, 3},
                {{"basal", "cell", "carcinoma"}, 984}});
  EXPECT_NEAR(values[0], 2.584963 * 5, 1e-5);
  EXPECT_NEAR(values[1], 2.321928 * (11 - 5), 1e-5);
  EXPECT_NEAR(values[2], 2.321928 * 7, 1e-5);
  EXPECT_NEAR(values[5], 2.0 * (984 - (5 + 11 + 7 + 5 + 3) / 5.0), 1e-9);
}

TEST(CValueTest, IsNothingForAFragmentOfOneTerm) {
  const std::vector<double> values =
      c_values({{{"窓口", "受付", "機"}, 4}, {{"窓口", "受付"}, 4}, {{"窓口"}, 9}, {{"受付"}, 4}});
  EXPECT_GT(values[0], 0);
  EXPECT_EQ(values[1], 0);
  EXPECT_GT(values[2], 0);
  EXPECT_EQ(values[3], 0);
  EXPECT_TRUE(c_values({}).empty());
}

}  // namespace
}  // namespace torikumi::analysis
