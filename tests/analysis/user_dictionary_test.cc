// The words of analysis/data/user_dictionary.csv in sentences: kept whole, and not cut out of
// others.

#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

TEST(UserDictionaryTest, KeepsEachOfItsWordsWhole) {
  Analyzer analyzer = make_analyzer();
  std::ifstream source(torikumi::testing::source_dir() / "analysis/data/user_dictionary.csv");
  ASSERT_TRUE(source);
  std::string line;
  int word_count = 0;
  while (std::getline(source, line)) {
    const std::string word = line.substr(0, line.find(','));
    EXPECT_EQ(Normalizer().normalize(word).text, word) << "is not normalised";
    const auto tokens = analyzer.analyze(word).tokens;
    EXPECT_EQ(joined_surfaces(tokens), word);
    EXPECT_TRUE(tokens.front().is_in_dictionary) << word;
    EXPECT_FALSE(tokens.front().reading.empty()) << word;
    ++word_count;
  }
  EXPECT_GE(word_count, 80);
}

struct SentenceCase {
  const char* name;
  std::string_view text;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const SentenceCase& row) {
  return out << row.text;
}

class UserDictionarySentenceTest : public ::testing::TestWithParam<SentenceCase> {};

TEST_P(UserDictionarySentenceTest, SplitsAsAReaderWould) {
  EXPECT_EQ(joined_surfaces(make_analyzer().analyze(GetParam().text).tokens), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Kept, UserDictionarySentenceTest,
    ::testing::Values(
        SentenceCase{"Courtesy", "接遇の研修を行う", "接遇|の|研修|を|行う"},
        SentenceCase{"TicketMachine", "番号発券機と発券機を置く", "番号発券機|と|発券機|を|置く"},
        SentenceCase{"Languages", "案内の多言語化と多言語対応", "案内|の|多言語化|と|多言語|対応"},
        SentenceCase{"PersonalData", "個人情報保護と個人情報の管理",
                     "個人情報保護|と|個人情報|の|管理"},
        SentenceCase{"Bereavement", "おくやみ窓口のご案内", "おくやみ|窓口|の|ご|案内"},
        SentenceCase{"ServiceCorner", "行政サービスコーナーの総合案内で",
                     "行政サービスコーナー|の|総合案内|で"},
        SentenceCase{"MyNumber", "マイナンバーカードとマイナンバー",
                     "マイナンバーカード|と|マイナンバー"},
        SentenceCase{"Newsletter", "市政だよりに載せる", "市政だより|に|載せる"},
        SentenceCase{"WritingBoard", "翻訳機や筆談ボードを使う", "翻訳機|や|筆談ボード|を|使う"},
        SentenceCase{"Staff", "会計年度任用職員が外国人市民に",
                     "会計年度任用職員|が|外国人市民|に"},
        SentenceCase{"Offices", "区役所と支所の庁内で", "区役所|と|支所|の|庁内|で"},
        SentenceCase{"Calls", "39コールと3コール以内", "39|コール|と|3|コール|以内"},
        SentenceCase{"Latin", "ISO9001とYouTubeとPiazza", "iso|9001|と|youtube|と|piazza"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    NotCutOutOfOthers, UserDictionarySentenceTest,
    ::testing::Values(SentenceCase{"RelatedIssues", "関係課題を整理する", "関係|課題|を|整理|する"},
                      SentenceCase{"OtherIssues", "その他課題を挙げる", "その他|課題|を|挙げる"},
                      SentenceCase{"Papers", "申請書類を確認する", "申請|書類|を|確認|する"},
                      SentenceCase{"Library", "区の案内図書館", "区|の|案内|図書館"},
                      SentenceCase{"Sapporo", "番号札幌", "番号|札幌"},
                      SentenceCase{"Town", "町内会議", "町内|会議"},
                      SentenceCase{"Whereabouts", "避難所在地", "避難|所在地"},
                      SentenceCase{"Listening", "広聴取", "広|聴取"},
                      SentenceCase{"WorkingCouple", "共働き世帯", "共働き|世帯"},
                      SentenceCase{"SharedInformation", "情報共有と情報を共有",
                                   "情報|共有|と|情報|を|共有"},
                      SentenceCase{"OfAVisit", "市民が来庁した", "市民|が|来庁|し|た"},
                      SentenceCase{"Insurance", "介護保険料を納める", "介護保険|料|を|納める"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace torikumi::analysis
