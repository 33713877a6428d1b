#include "analysis/japanese_tokenizer.h"

#include "analysis/analyzer.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

const JapaneseDictionary& dictionary() {
  static const JapaneseDictionary kDictionary(Lexicon::Options::defaults().dictionary, "");
  return kDictionary;
}

TEST(JapaneseTokenizerTest, GivesOffsetsOfEachWordAndLeavesBlanksOut) {
  const std::string_view text = " 窓口 で  it";
  const auto words = JapaneseTokenizer(dictionary()).tokenize(text);
  ASSERT_EQ(words.size(), 3U);
  const auto surface = [&](const Morpheme& word) {
    return text.substr(word.byte_begin, word.byte_end - word.byte_begin);
  };
  EXPECT_EQ(surface(words[0]), "窓口");
  EXPECT_EQ(surface(words[1]), "で");
  EXPECT_EQ(surface(words[2]), "it");
}

TEST(JapaneseTokenizerTest, GivesBaseReadingAndInflectionOfAVerb) {
  const auto words = JapaneseTokenizer(dictionary()).tokenize("取り組んだ");
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].base, "取り組む");
  EXPECT_EQ(words[0].reading, "トリクン");
  EXPECT_EQ(words[0].inflection, "五段・マ行");
  EXPECT_EQ(words[0].part_of_speech, PartOfSpeech::Verb);
}

TEST(JapaneseTokenizerTest, ClassifiesUnknownWordsByTheirCharacters) {
  const auto words = JapaneseTokenizer(dictionary()).tokenize("120 piazza +");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].part_of_speech, PartOfSpeech::Number);
  EXPECT_EQ(words[1].part_of_speech, PartOfSpeech::Unknown);
  EXPECT_EQ(words[2].part_of_speech, PartOfSpeech::Symbol);
  EXPECT_EQ(words[1].base, "piazza");
  EXPECT_TRUE(words[1].is_content);
  EXPECT_FALSE(words[2].is_content);
  EXPECT_FALSE(words[1].is_in_dictionary);
}

TEST(JapaneseTokenizerTest, GivesNothingForNothing) {
  JapaneseTokenizer tokenizer(dictionary());
  EXPECT_TRUE(tokenizer.tokenize("").empty());
  EXPECT_TRUE(tokenizer.tokenize("   ").empty());
}

TEST(JapaneseTokenizerTest, ReadsOnPastANul) {
  using namespace std::string_view_literals;
  const auto words = JapaneseTokenizer(dictionary()).tokenize("窓口\0案内"sv);
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words.back().byte_end, "窓口\0案内"sv.size());
}

TEST(JapaneseDictionaryTest, SaysWhichPackageIsMissing) {
  try {
    const JapaneseDictionary missing("/nowhere/ipadic", "");
    FAIL() << "opened a dictionary that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
    EXPECT_EQ(error.where, "/nowhere/ipadic");
    EXPECT_THAT(error.hint, ::testing::HasSubstr("mecab-ipadic-utf8"));
  }
}

TEST(JapaneseDictionaryTest, RefusesADictionaryThatIsNotUtf8) {
  const std::filesystem::path euc = "/var/lib/mecab/dic/ipadic";
  if (!std::filesystem::exists(euc / "sys.dic")) {
    GTEST_SKIP() << "the Debian package mecab-ipadic (EUC-JP) is not installed";
  }
  try {
    const JapaneseDictionary wrong(euc, "");
    FAIL() << "opened a dictionary in EUC-JP";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Incompatible);
    EXPECT_THAT(error.message, ::testing::HasSubstr("not in UTF-8"));
  }
}

TEST(JapaneseDictionaryTest, RefusesAUserDictionaryThatIsBroken) {
  const torikumi::testing::TemporaryDirectory folder;
  const auto file = folder.path() / "user.dic";
  torikumi::testing::write_file(file, "not a dictionary at all, but long enough to be one\n");
  try {
    const JapaneseDictionary wrong(Lexicon::Options::defaults().dictionary, file);
    FAIL() << "opened a text file";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Incompatible);
    EXPECT_EQ(error.where, file.string());
    EXPECT_THAT(error.hint, ::testing::HasSubstr("mecab-dict-index"));
  }
}

TEST(JapaneseDictionaryTest, SaysThatTheUserDictionaryIsNotThere) {
  try {
    const JapaneseDictionary wrong(Lexicon::Options::defaults().dictionary, "/nowhere/user.dic");
    FAIL() << "opened a user dictionary that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
    EXPECT_EQ(error.where, "/nowhere/user.dic");
  }
}

}  // namespace
}  // namespace torikumi::analysis
