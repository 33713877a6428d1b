#include "indexer/vocabulary_builder.h"

#include "indexer/vocabulary_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

VocabularyWord word(std::string surface, std::string family) {
  return {.surface = std::move(surface),
          .reading = "ヨミ",
          .families = std::move(family),
          .word_count = 1,
          .is_in_dictionary = true};
}

VocabularyWord compound(const std::string& name) {
  return {.surface = name,
          .reading = {},
          .families = name + " x",
          .word_count = 2,
          .is_in_dictionary = true};
}

/// The lines of a file behind its header, without the columns of reading and families.
std::vector<std::string> lines_of(const std::string& file_text) {
  std::vector<std::string> lines;
  for (const VocabularyEntry& entry : parse_vocabulary(file_text)) {
    lines.push_back(std::string(entry.surface) + " " + std::to_string(entry.records) + " " +
                    std::to_string(entry.initiatives) + " [" + std::string(entry.other_spellings) +
                    "]");
  }
  return lines;
}

TEST(VocabularyBuilderTest, CountsEachRecordOnce) {
  VocabularyBuilder builder;
  builder.add({word("窓口", "a"), word("窓口", "a"), word("相談", "b")}, true);
  builder.add({word("窓口", "a")}, false);
  EXPECT_THAT(lines_of(builder.finish()), ElementsAre("相談 1 1 []", "窓口 2 1 []"));
}

TEST(VocabularyBuilderTest, NamesAFamilyByItsMostFrequentSpelling) {
  VocabularyBuilder builder;
  builder.add({word("問合せ", "a"), word("問い合わせ", "a"), word("問い合わせ", "a"),
               word("問合わせ", "a")},
              true);
  EXPECT_THAT(lines_of(builder.finish()),
              ElementsAre("問い合わせ 1 1 [問合せ/ヨミ 問合わせ/ヨミ]"));
}

TEST(VocabularyBuilderTest, SettlesEqualSpellingsByBytes) {
  VocabularyBuilder builder;
  builder.add({word("い", "a"), word("あ", "a")}, true);
  EXPECT_THAT(lines_of(builder.finish()), ElementsAre("あ 1 1 [い/ヨミ]"));
}

TEST(VocabularyBuilderTest, LeavesOutWhatNobodyTypes) {
  VocabularyBuilder builder;
  builder.add({word(std::string(121, 'a'), "long")}, true);
  EXPECT_THAT(lines_of(builder.finish()), IsEmpty());
}

TEST(VocabularyBuilderTest, DropsRareCompoundsWhenThereAreTooMany) {
  VocabularyBuilder builder({.max_held = 4, .max_kept = 4});
  builder.add({compound("a"), compound("b"), word("窓口", "w")}, true);
  builder.add({compound("a"), compound("b"), compound("c"), compound("d")}, true);
  EXPECT_EQ(lines_of(builder.finish()).size(), 5U);  // Four are allowed, words do not count.
  builder.add({compound("e")}, true);
  EXPECT_THAT(lines_of(builder.finish()), ElementsAre("a 2 2 []", "b 2 2 []", "窓口 1 1 []"));
  builder.add({compound("c")}, true);  // Counted anew.
  EXPECT_THAT(lines_of(builder.finish()),
              ElementsAre("a 2 2 []", "b 2 2 []", "c 1 1 []", "窓口 1 1 []"));
}

TEST(VocabularyBuilderTest, WritesTheMostFrequentCompounds) {
  VocabularyBuilder builder({.max_held = 100, .max_kept = 2});
  builder.add({compound("a"), compound("b"), compound("c")}, true);
  builder.add({compound("a")}, true);
  // b and c are equal, and there is room for one of them only.
  EXPECT_THAT(lines_of(builder.finish()), ElementsAre("a 2 2 []"));
}

}  // namespace
}  // namespace torikumi::indexer
