#include "analysis/synonyms.h"

#include "corpus/data_directory.h"
#include "corpus/error.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using torikumi::testing::TemporaryDirectory;
using torikumi::testing::write_file;

/// Looks words up as a query does.
class SynonymLookup {
 public:
  explicit SynonymLookup(const std::filesystem::path& file)
      : analyzer_(make_analyzer()), table_(SynonymTable::load(file, analyzer_)) {}

  std::vector<Synonym> of(std::string_view word) {
    return table_.of(analyzer_.analyze(word).tokens);
  }

  std::string meaning_of(std::string_view word) {
    return std::string(table_.meaning_of(analyzer_.analyze(word).tokens));
  }

 private:
  Analyzer analyzer_;
  SynonymTable table_;
};

SynonymLookup table_of(std::string_view content) {
  const TemporaryDirectory folder;
  write_file(folder.path() / "synonyms.tsv", content);
  return SynonymLookup(folder.path() / "synonyms.tsv");
}

TEST(SynonymTableTest, GivesEveryOtherWordOfAMutualGroup) {
  SynonymLookup table = table_of("# remark\n=\t0.9\tホームページ\tHP\tウェブサイト\n");
  EXPECT_THAT(table.of("ホームページ"),
              ElementsAre(Synonym{"HP", 0.9}, Synonym{"ウェブサイト", 0.9}));
  EXPECT_THAT(table.of("ウェブサイト"),
              ElementsAre(Synonym{"ホームページ", 0.9}, Synonym{"HP", 0.9}));
}

TEST(SynonymTableTest, MatchesAfterNormalisation) {
  SynonymLookup table = table_of("=\t1\tホームページ\tHP\n");
  for (const char* word : {"HP", "hp", "ＨＰ", "ｈｐ"}) {
    EXPECT_THAT(table.of(word), ElementsAre(Synonym{"ホームページ", 1.0})) << word;
  }
  EXPECT_THAT(table.of("ﾎｰﾑﾍﾟｰｼﾞ"), ElementsAre(Synonym{"HP", 1.0}));
}

TEST(SynonymTableTest, GivesNarrowerWordsInOneDirection) {
  SynonymLookup table = table_of(">\t0.7\t研修\teラーニング\n");
  EXPECT_THAT(table.of("研修"), ElementsAre(Synonym{"eラーニング", 0.7}));
  EXPECT_THAT(table.of("eラーニング"), IsEmpty());
}

TEST(SynonymTableTest, KeepsTheHigherWeightOfTwoRows) {
  SynonymLookup table = table_of(">\t0.5\t通訳\t翻訳\n=\t0.8\t翻訳\t通訳\n");
  EXPECT_THAT(table.of("通訳"), ElementsAre(Synonym{"翻訳", 0.8}));
}

TEST(SynonymTableTest, WordsThatMeanTheSameHaveOneMeaning) {
  SynonymLookup table = table_of(
      "=\t0.9\t番号札\t整理券\n=\t0.7\t整理券\t順番票\n=\t0.6\t名札\t番号札\n"
      ">\t0.9\t絵本\t順番票\n");
  EXPECT_NE(table.meaning_of("番号札"), "");
  EXPECT_EQ(table.meaning_of("番号札"), table.meaning_of("整理券"));
  EXPECT_EQ(table.meaning_of("番号札"), table.meaning_of("順番票"));  // Over 整理券.
  EXPECT_EQ(table.meaning_of("名札"), "");                            // Too low a weight.
  EXPECT_EQ(table.meaning_of("絵本"), "");  // Holds in one direction only.
}

TEST(SynonymTableTest, GivesNothingForOtherWords) {
  EXPECT_THAT(SynonymTable().of({}), IsEmpty());
  EXPECT_THAT(table_of("=\t1\ta\tb\n").of("窓口"), IsEmpty());
  EXPECT_THAT(table_of("=\t1\ta\tb\n").of(""), IsEmpty());
}

struct SpellingCase {
  const char* name;
  std::string_view entry;
  std::vector<std::string_view> spellings;
};
std::ostream& operator<<(std::ostream& out, const SpellingCase& row) {
  return out << row.entry;
}

class SynonymSpellingTest : public ::testing::TestWithParam<SpellingCase> {};

TEST_P(SynonymSpellingTest, HoldsForAllSpellingsOfAWord) {
  SynonymLookup table = table_of("=\t0.9\t" + std::string(GetParam().entry) + "\tzzz\n");
  for (const std::string_view spelling : GetParam().spellings) {
    EXPECT_THAT(table.of(spelling), ElementsAre(Synonym{"zzz", 0.9})) << spelling;
  }
  EXPECT_THAT(table.of("zzz"), ElementsAre(Synonym{std::string(GetParam().entry), 0.9}));
}

INSTANTIATE_TEST_SUITE_P(
    Table, SynonymSpellingTest,
    ::testing::Values(SpellingCase{"Okurigana", "手引", {"手引", "手引き", "てびき"}},
                      SpellingCase{"Kana", "子ども", {"子ども", "子供", "こども", "コドモ"}},
                      SpellingCase{"Verb", "引継ぎ", {"引き継ぎ", "引継", "引き継ぐ"}},
                      SpellingCase{"LongVowel", "サーバー", {"サーバ", "ｻｰﾊﾞ"}},
                      SpellingCase{"OldKanji", "会議", {"會議"}},
                      SpellingCase{"Width", "Web会議", {"ｗｅｂ会議", "ウェブ会議"}},
                      SpellingCase{"Compound", "受付番号札", {"受け付け番号札", "受付け番号札"}},
                      SpellingCase{"PartedElsewhere", "待ち時間", {"待時間", "待ち 時間"}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(SynonymTableTest, GivesASpellingOfAWordNoSynonymOfItself) {
  SynonymLookup table = table_of("=\t0.9\t手引\t手引き\tマニュアル\n");
  EXPECT_THAT(table.of("手引"), ElementsAre(Synonym{"マニュアル", 0.9}));
  EXPECT_THAT(table.of("マニュアル"), ElementsAre(Synonym{"手引", 0.9}));
}

struct BadCase {
  const char* name;
  std::string_view row;
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const BadCase& row) {
  return out << row.name;
}

class BadSynonymTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadSynonymTest, NamesFileAndLine) {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "synonyms.tsv";
  write_file(file, "=\t1\ta\tb\n" + std::string(GetParam().row) + "\n");
  Analyzer analyzer = make_analyzer();
  try {
    SynonymTable::load(file, analyzer);
    FAIL() << "read a bad row";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_EQ(error.message, GetParam().message);
    EXPECT_EQ(error.where, file.string() + ":2");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadSynonymTest,
    ::testing::Values(
        BadCase{"Relation", "~\t1\ta\tb", "the relation \"~\" is not known"},
        BadCase{"Weight", "=\tmuch\ta\tb", "the weight \"much\" is not a number"},
        BadCase{"WeightWithRest", "=\t0.5x\ta\tb", "the weight \"0.5x\" is not a number"},
        BadCase{"WeightZero", "=\t0\ta\tb", "the weight \"0\" is not above 0 and at most 1"},
        BadCase{"WeightTooHigh", "=\t1.1\ta\tb", "the weight \"1.1\" is not above 0 and at most 1"},
        BadCase{"OneWord", "=\t1\ta", "a row of synonyms has fewer than two words"},
        BadCase{"EmptyWord", "=\t1\ta\t\tb", "a word is empty"}),
    [](const auto& row) { return std::string(row.param.name); });

// The groups that the issue names: each word finds all others of its group, whatever the weight.
TEST(ShippedSynonymsTest, KnowsTheGroupsOfTheDomain) {
  const std::vector<std::vector<const char*>> groups{
      {"発券機", "番号札", "番号案内"},       {"外国人市民", "外国籍", "外国人住民"},
      {"ホームページ", "HP", "ウェブサイト"}, {"高齢者", "シニア"},
      {"スマートフォン", "スマホ"},
  };
  SynonymLookup table(data_directory() / "synonyms.tsv");
  for (const auto& group : groups) {
    for (const char* word : group) {
      const std::vector<Synonym> found = table.of(word);
      for (const char* other : group) {
        if (other != word) {
          EXPECT_THAT(found, ::testing::Contains(::testing::Field(&Synonym::text, other))) << word;
        }
      }
    }
  }
}

TEST(ShippedSynonymsTest, KnowsTheMachinesAtTheCounter) {
  SynonymLookup table(data_directory() / "synonyms.tsv");
  EXPECT_THAT(table.of("発券機"), ::testing::Contains(Synonym{"番号発券機", 0.9}));
  EXPECT_THAT(table.of("ＨＰ"), ::testing::Contains(Synonym{"ホームページ", 0.9}));
  EXPECT_THAT(table.of("研修"), ::testing::Contains(Synonym{"eラーニング", 0.7}));
  EXPECT_THAT(table.of("eラーニング"), ::testing::Not(::testing::Contains(Synonym{"研修", 0.7})));
}

}  // namespace
}  // namespace torikumi::analysis
