#include "analysis/character_folding.h"

#include "analysis/japanese_characters.h"
#include "analysis/old_character_forms.h"

#include <gtest/gtest.h>

#include <set>

namespace torikumi::analysis {
namespace {

TEST(CharacterFoldingTest, LeavesOrdinaryCharactersAlone) {
  for (const char32_t c : {U'a', U'Z', U'0', U'あ', U'ア', U'ー', U'区', U'々', U'。', U'é'}) {
    EXPECT_EQ(folded_character(c), c);
  }
}

TEST(CharacterFoldingTest, IsIdempotentForEveryCharacter) {
  for (char32_t c = 0; c <= 0x2FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    ASSERT_EQ(folded_character(folded_character(c)), folded_character(c)) << std::hex << +c;
  }
}

TEST(CharacterFoldingTest, ReadsEveryOldFormAsItsModernOne) {
  std::set<char32_t> old_forms;
  for (const OldCharacterForm& form : old_character_forms()) {
    EXPECT_TRUE(old_forms.insert(form.old_form).second) << std::hex << +form.old_form;
    EXPECT_EQ(folded_character(form.old_form), form.modern_form) << std::hex << +form.old_form;
    EXPECT_EQ(folded_character(form.modern_form), form.modern_form);
  }
  EXPECT_GT(old_forms.size(), 300U);
}

TEST(CharacterFoldingTest, ReadsListNumbersInOrder) {
  EXPECT_EQ(list_number(U'①'), 1);
  EXPECT_EQ(list_number(U'⑳'), 20);
  EXPECT_EQ(list_number(U'㉑'), 21);
  EXPECT_EQ(list_number(U'㊿'), 50);
  EXPECT_EQ(list_number(U'⓪'), 0);
  EXPECT_EQ(list_number(U'❿'), 10);
  EXPECT_EQ(list_number(U'1'), std::nullopt);
  EXPECT_EQ(list_number(U'㊀'), std::nullopt);
}

TEST(JapaneseCharactersTest, VoicesAndUnvoicesKana) {
  EXPECT_EQ(voiced_kana(U'か'), U'が');
  EXPECT_EQ(voiced_kana(U'ハ'), U'バ');
  EXPECT_EQ(voiced_kana(U'う'), U'ゔ');
  EXPECT_EQ(voiced_kana(U'な'), std::nullopt);
  EXPECT_EQ(unvoiced_kana(U'ぱ'), U'は');
  EXPECT_EQ(unvoiced_kana(U'ヂ'), U'チ');
  EXPECT_EQ(unvoiced_kana(U'ま'), U'ま');
}

}  // namespace
}  // namespace torikumi::analysis
