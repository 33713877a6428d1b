#include "analysis/analyzer.h"

#include "analysis/sentence_pieces.h"
#include "corpus/utf8.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace torikumi::analysis {
namespace {

const Token* token_of(const Analysis& analysis, std::string_view surface) {
  const auto found = std::find_if(analysis.tokens.begin(), analysis.tokens.end(),
                                  [&](const Token& token) { return token.surface == surface; });
  return found == analysis.tokens.end() ? nullptr : &*found;
}

struct WordCase {
  const char* name;
  std::string_view text;
  std::string_view surface;
  PartOfSpeech part_of_speech;
  bool is_content;
};
std::ostream& operator<<(std::ostream& out, const WordCase& row) {
  return out << row.text;
}

class AnalyzerWordTest : public ::testing::TestWithParam<WordCase> {};

TEST_P(AnalyzerWordTest, TellsPartOfSpeechAndContent) {
  const WordCase& row = GetParam();
  const Analysis analysis = make_analyzer().analyze(row.text);
  const Token* token = token_of(analysis, row.surface);
  ASSERT_NE(token, nullptr) << joined_surfaces(analysis.tokens);
  EXPECT_EQ(token->part_of_speech, row.part_of_speech);
  EXPECT_EQ(token->is_content, row.is_content);
}

INSTANTIATE_TEST_SUITE_P(
    Table, AnalyzerWordTest,
    ::testing::Values(
        WordCase{"Noun", "窓口で待つ", "窓口", PartOfSpeech::Noun, true},
        WordCase{"UserWord", "接遇を学ぶ", "接遇", PartOfSpeech::Noun, true},
        WordCase{"Verb", "窓口で待つ", "待つ", PartOfSpeech::Verb, true},
        WordCase{"Does", "案内する", "する", PartOfSpeech::Verb, false},
        WordCase{"Is", "窓口がある", "ある", PartOfSpeech::Verb, false},
        WordCase{"DependentVerb", "待っている", "いる", PartOfSpeech::Functional, false},
        WordCase{"Carries", "研修を行う", "行う", PartOfSpeech::Verb, false},
        WordCase{"Adjective", "明るい挨拶", "明るい", PartOfSpeech::Adjective, true},
        WordCase{"Joined", "電話での問合わせに", "問合わせ", PartOfSpeech::Noun, true},
        WordCase{"JoinedVerb", "電話で問合わせた", "問合わせ", PartOfSpeech::Verb, true},
        WordCase{"JoinedAdjective", "わかりやすく話す", "わかりやすく", PartOfSpeech::Adjective,
                 true},
        WordCase{"Adverb", "すぐに動く", "すぐ", PartOfSpeech::Adverb, false},
        WordCase{"Number", "120件の相談", "120", PartOfSpeech::Number, true},
        WordCase{"Counter", "120件の相談", "件", PartOfSpeech::Noun, false},
        WordCase{"Suffix", "効率化を進める", "化", PartOfSpeech::Noun, true},
        WordCase{"Prefix", "ご案内", "ご", PartOfSpeech::Prefix, false},
        WordCase{"Particle", "窓口を", "を", PartOfSpeech::Functional, false},
        WordCase{"DependentNoun", "聞くことが大切", "こと", PartOfSpeech::Functional, false},
        WordCase{"Sign", "窓口(一階)", "(", PartOfSpeech::Symbol, false},
        WordCase{"FullStop", "待つ。", "。", PartOfSpeech::Symbol, false},
        WordCase{"UnknownLatin", "wordに記録", "word", PartOfSpeech::Unknown, true},
        WordCase{"UnknownKatakana", "フロアレイアウトを", "フロアレイアウト", PartOfSpeech::Unknown,
                 true}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(AnalyzerTest, GivesNothingForNothing) {
  Analyzer analyzer = make_analyzer();
  for (const char* text : {"", "  ", "\n\n"}) {
    const Analysis analysis = analyzer.analyze(text);
    EXPECT_TRUE(analysis.tokens.empty());
    EXPECT_TRUE(analysis.units.empty());
  }
}

TEST(AnalyzerTest, GivesSourceRangesOfTheOriginalText) {
  const std::string_view text = "ｻｰﾋﾞｽの\u3000対 面 対 応。㍻３０年";
  const Analysis analysis = make_analyzer().analyze(text);
  const auto source_of = [&](std::string_view surface) {
    const Token* token = token_of(analysis, surface);
    return token == nullptr
               ? std::string_view("no token")
               : text.substr(token->source.begin, token->source.end - token->source.begin);
  };
  EXPECT_EQ(source_of("サービス"), "ｻｰﾋﾞｽ");
  EXPECT_EQ(source_of("対面"), "対 面");
  EXPECT_EQ(source_of("対応"), "対 応");
  EXPECT_EQ(source_of("平成"), "㍻");
  EXPECT_EQ(source_of("30"), "３０");
}

TEST(AnalyzerTest, GivesTheReadingOfAJoinedWord) {
  const Analysis analysis = make_analyzer().analyze("窓口に問合わせれば分かる");
  const Token* token = token_of(analysis, "問合わせれ");
  ASSERT_NE(token, nullptr) << joined_surfaces(analysis.tokens);
  EXPECT_EQ(token->base, "問合わせる");
  EXPECT_EQ(token->reading, "トイアワセレ");
  EXPECT_EQ(token->part_of_speech, PartOfSpeech::Verb);
}

TEST(AnalyzerTest, JoinsOnlyWordsThatTouch) {
  const Analysis analysis = make_analyzer().analyze("e mail");
  EXPECT_EQ(joined_surfaces(analysis.tokens), "e|mail");
}

TEST(AnalyzerTest, LeavesAGapBetweenParagraphs) {
  const Analysis analysis = make_analyzer().analyze("窓口。案内\n電話");
  ASSERT_EQ(analysis.tokens.size(), 4U);
  EXPECT_EQ(analysis.tokens[2].position, 2U);
  EXPECT_EQ(analysis.tokens[3].position, 3U + kParagraphGap);
}

TEST(AnalyzerTest, KeepsPositionsOverTheCutOfALongRun) {
  std::string text;
  for (int i = 0; i < 700; ++i) {
    text += "窓口";
  }
  const Analysis analysis = make_analyzer().analyze(text);
  ASSERT_EQ(analysis.tokens.size(), 700U);
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    EXPECT_EQ(analysis.tokens[i].position, i);
    EXPECT_EQ(analysis.tokens[i].source, (ByteRange{i * 6, i * 6 + 6}));
  }
}

// MeCab takes seconds for 100 kB of one letter in one piece; what bounds the time is the length of
// a piece.
TEST(AnalyzerTest, BoundsTheLengthOfATokenInALongRun) {
  for (const std::string_view letter : {"a", "1", "ア", "あ", "龘", "(", "\xFF"}) {
    SCOPED_TRACE(letter);
    std::string text;
    while (text.size() < 20'000) {
      text += letter;
    }
    const Analysis analysis = make_analyzer().analyze(text);
    ASSERT_FALSE(analysis.tokens.empty());
    for (const Token& token : analysis.tokens) {
      ASSERT_LE(corpus::character_count(token.surface), kMaxPieceCharacters);
    }
    EXPECT_EQ(analysis.tokens.back().source.end, text.size());
  }
}

TEST(AnalyzerTest, TakesManyCombiningMarks) {
  std::string text = "か";
  for (int i = 0; i < 30'000; ++i) {
    text += i % 2 == 0 ? "\u0301" : "\u0327";
  }
  EXPECT_FALSE(make_analyzer().analyze(text).units.empty());
}

bool equal(const Analysis& a, const Analysis& b) {
  const auto same_token = [](const Token& x, const Token& y) {
    return x.surface == y.surface && x.family == y.family && x.position == y.position &&
           x.source == y.source;
  };
  return std::equal(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(), same_token);
}

TEST(AnalyzerTest, GivesTheSameInEveryThread) {
  const std::vector<std::string> texts{"番号発券機を設置し、待ち時間を短くする。",
                                       "電話での問合わせに対応します。",
                                       "e-ラーニングで接遇の研修を受ける", std::string(1500, 'x')};
  std::vector<Analysis> want;
  want.reserve(texts.size());
  Analyzer analyzer = make_analyzer();
  for (const std::string& text : texts) {
    want.push_back(analyzer.analyze(text));
  }
  std::vector<int> differences(2, 0);
  std::vector<std::thread> threads;
  threads.reserve(differences.size());
  for (int& difference_count : differences) {
    threads.emplace_back([&] {
      Analyzer own = make_analyzer();
      for (int round = 0; round < 20; ++round) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
          difference_count += equal(own.analyze(texts[i]), want[i]) ? 0 : 1;
        }
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(differences, (std::vector<int>{0, 0}));
}

TEST(AnalyzerTest, SplitsTheRealReportsWithoutLoss) {
  const auto folder = torikumi::testing::reports_dir();
  if (!folder) {
    GTEST_SKIP() << "the reports are not here";
  }
  Analyzer analyzer = make_analyzer();
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    SCOPED_TRACE(entry.path().filename());
    const std::string text = torikumi::testing::read_file(entry.path());
    const Analysis analysis = analyzer.analyze(text);
    std::string surfaces;
    for (const Token& token : analysis.tokens) {
      surfaces += token.surface;
    }
    EXPECT_EQ(surfaces, corpus::without_blanks(Normalizer().normalize(text).text));
  }
}

}  // namespace
}  // namespace torikumi::analysis
