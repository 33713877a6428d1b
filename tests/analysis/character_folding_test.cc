#include "analysis/character_folding.h"

#include "analysis/japanese_characters.h"

#include <gtest/gtest.h>

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
