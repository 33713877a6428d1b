#include "indexer/vocabulary_file.h"

#include "corpus/error.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace torikumi::indexer {
namespace {

TEST(VocabularyFileTest, ReadsWhatWasWritten) {
  std::string text(kVocabularyHeader);
  text += '\n';
  append_line(text, {.surface = "窓口",
                     .reading = "マドグチ",
                     .families = "窓口+マドグチ",
                     .other_spellings = {},
                     .records = 3,
                     .initiatives = 2});
  append_line(text, {.surface = "問い合わせ先",
                     .reading = {},
                     .families = "問合+トイアワセ 先+サキ",
                     .other_spellings = "問合せ先/トイアワセサキ",
                     .records = 1,
                     .initiatives = 0});
  const std::vector<VocabularyEntry> entries = parse_vocabulary(text);
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].surface, "窓口");
  EXPECT_EQ(entries[0].reading, "マドグチ");
  EXPECT_EQ(entries[0].records, 3U);
  EXPECT_EQ(entries[0].initiatives, 2U);
  EXPECT_FALSE(entries[0].is_compound());
  EXPECT_EQ(entries[1].reading, "");
  EXPECT_EQ(entries[1].families, "問合+トイアワセ 先+サキ");
  EXPECT_EQ(entries[1].other_spellings, "問合せ先/トイアワセサキ");
  EXPECT_TRUE(entries[1].is_compound());
}

TEST(VocabularyFileTest, ReadsAnEmptyVocabulary) {
  EXPECT_TRUE(parse_vocabulary("torikumi-vocabulary 1\n").empty());
}

struct DamageCase {
  const char* name;
  const char* text;
  const char* line;
};
std::ostream& operator<<(std::ostream& out, const DamageCase& row) {
  return out << row.name;
}

class DamagedVocabularyTest : public ::testing::TestWithParam<DamageCase> {};

TEST_P(DamagedVocabularyTest, IsRefusedWithItsLine) {
  try {
    parse_vocabulary(GetParam().text);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Damaged);
    EXPECT_EQ(error.message,
              std::string("line ") + GetParam().line + " of the vocabulary cannot be read");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, DamagedVocabularyTest,
    ::testing::Values(DamageCase{"Empty", "", "1"}, DamageCase{"OtherHeader", "words\n", "1"},
                      DamageCase{"OtherVersion", "torikumi-vocabulary 2\n", "1"},
                      DamageCase{"NoLineEnd", "torikumi-vocabulary 1", "1"},
                      DamageCase{"CutLine", "torikumi-vocabulary 1\na\tb\tc\t1\t1\t", "2"},
                      DamageCase{"FewColumns", "torikumi-vocabulary 1\na\tb\tc\t1\t1\n", "2"},
                      DamageCase{"ManyColumns", "torikumi-vocabulary 1\na\tb\tc\t1\t1\t\t\n", "2"},
                      DamageCase{"NoNumber", "torikumi-vocabulary 1\na\tb\tc\t1x\t1\t\n", "2"},
                      DamageCase{"MoreInitiatives", "torikumi-vocabulary 1\na\tb\tc\t1\t2\t\n",
                                 "2"},
                      DamageCase{"NoSurface", "torikumi-vocabulary 1\n\tb\tc\t1\t1\t\n", "2"},
                      DamageCase{"NoFamily", "torikumi-vocabulary 1\na\tb\t\t1\t1\t\n", "2"},
                      DamageCase{"EmptyLine", "torikumi-vocabulary 1\n\n", "2"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::indexer
