#include "analysis/spelling_variants.h"

#include "analysis/analyzer.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

using torikumi::testing::TemporaryDirectory;
using torikumi::testing::write_file;

class SpellingVariantsTest : public ::testing::Test {
 protected:
  SpellingVariants load(std::string_view content) {
    write_file(file(), content);
    return SpellingVariants::load(file());
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "variants.tsv"; }

 private:
  TemporaryDirectory folder_;
};

TEST_F(SpellingVariantsTest, LeavesOutPartsInBrackets) {
  const SpellingVariants variants = load("# remark\r\n\r\nトイアワセ\t問(い)合（わ）せ　問合\r\n");
  for (const char* spelling : {"問い合わせ", "問合わせ", "問い合せ", "問合せ", "問合"}) {
    ASSERT_NE(variants.find(spelling), nullptr) << spelling;
    EXPECT_EQ(variants.find(spelling)->family, "問合+トイアワセ");
    EXPECT_EQ(variants.find(spelling)->reading, "トイアワセ");
  }
  EXPECT_EQ(variants.find("問い"), nullptr);
}

TEST_F(SpellingVariantsTest, TakesHiraganaAndKatakanaAlike) {
  const SpellingVariants variants = load("コドモ\t子ども こども\n");
  EXPECT_NE(variants.find("コドモ"), nullptr);
  EXPECT_GE(variants.longest_from(U'コ'), std::string_view("こども").size());
  EXPECT_EQ(variants.longest_from(U'あ'), 0U);
}

struct BadCase {
  const char* name;
  std::string_view content;
  std::string_view message;
  int line;
};
std::ostream& operator<<(std::ostream& out, const BadCase& row) {
  return out << row.name;
}

class BadSpellingVariantsTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadSpellingVariantsTest, NamesFileAndLine) {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "variants.tsv";
  write_file(file, GetParam().content);
  try {
    SpellingVariants::load(file);
    FAIL() << "read a bad row";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_EQ(error.message, GetParam().message);
    EXPECT_EQ(error.where, file.string() + ":" + std::to_string(GetParam().line));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadSpellingVariantsTest,
    ::testing::Values(BadCase{"NoTab", "# a\nコドモ 子ども\n", "a row has not two columns", 2},
                      BadCase{"NoSpelling", "コドモ\t\n", "a row has not two columns", 1},
                      BadCase{"OpenBracket", "コドモ\t子(ども\n", "a bracket is not closed", 1},
                      BadCase{"TwoFamilies", "コドモ\t子ども こども\nコドモ\t小供 こども\n",
                              "the spelling こども already belongs to 子+コドモ", 2},
                      BadCase{"TooManyParts", "ア\tあ(い)(う)(え)(お)(か)\n",
                              "a spelling has more than four parts in brackets", 1},
                      BadCase{"NothingLeft", "ア\t(あ)\n", "a spelling is empty", 1},
                      BadCase{"NotUtf8", "ア\t\x82\xA0\n", "the line is not UTF-8", 1}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ShippedSpellingVariantsTest, HoldsAtLeastSixtyFamilies) {
  const std::string content =
      torikumi::testing::read_file(Lexicon::Options::defaults().spelling_variants);
  EXPECT_NO_THROW(SpellingVariants::load(Lexicon::Options::defaults().spelling_variants));
  EXPECT_GE(std::count(content.begin(), content.end(), '\t'), 60);
}

}  // namespace
}  // namespace torikumi::analysis
