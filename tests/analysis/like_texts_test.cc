#include "analysis/like_texts.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace torikumi::analysis {
namespace {

/// Texts of a few phrases, so that many pairs share some and some pairs share all.
std::vector<ComparableText> random_texts(unsigned seed, std::size_t count) {
  static const std::vector<std::string> kPhrases{
      "窓口で丁寧に説明しました", "課内研修を実施して",       "情報共有を図り", "待ち時間を",
      "外国人市民には翻訳機を",   "電話の用件を復唱しました", "掲示を",         "苦情や要望を"};
  std::mt19937 random(seed);
  std::vector<ComparableText> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t k = random() % 6; k > 0; --k) {
      text += kPhrases[random() % kPhrases.size()];
    }
    texts.emplace_back(text);
  }
  return texts;
}

TEST(LikePairsTest, AreThoseOfComparingEachWithEach) {
  std::size_t found = 0;
  for (const double min_likeness : {0.1, 0.5, 0.8, 1.0}) {
    const std::vector<ComparableText> texts = random_texts(7, 60);
    const std::vector<LikePair> pairs = like_pairs(texts, min_likeness);
    auto next = pairs.begin();
    for (std::size_t left = 0; left < texts.size(); ++left) {
      for (std::size_t right = left + 1; right < texts.size(); ++right) {
        const double alike = likeness(texts[left], texts[right]);
        if (alike < min_likeness) {
          continue;
        }
        ASSERT_NE(next, pairs.end());
        EXPECT_EQ(next->left, left);
        EXPECT_EQ(next->right, right);
        EXPECT_DOUBLE_EQ(next->likeness, alike);
        ++next;
        ++found;
      }
    }
    EXPECT_EQ(next, pairs.end());
  }
  EXPECT_GT(found, 100U);
}

TEST(LikePairsTest, OfNothingAreNone) {
  EXPECT_TRUE(like_pairs({}, 0.8).empty());
  const std::vector<ComparableText> empty{ComparableText(""), ComparableText("")};
  EXPECT_TRUE(like_pairs(empty, 0.8).empty());
}

}  // namespace
}  // namespace torikumi::analysis
