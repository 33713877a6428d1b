#include "corpus/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<FrontLine> front_of(const std::string& bytes) {
  return front_matter(SourceText::from_bytes(bytes, "a.txt").value());
}

TEST(FrontMatterTest, EndsAtTheFirstSentence) {
  EXPECT_THAT(front_of("\n# 区役所サービス向上目標\n\n "
                       "**令和7年度**\n　中原区\nこの目標は毎年定めます。\n令和6年度\n"),
              ElementsAre(FrontLine{"区役所サービス向上目標", 2}, FrontLine{"令和7年度", 4},
                          FrontLine{"中原区", 5}));
}

TEST(FrontMatterTest, EndsAtARowAListAndALongLine) {
  EXPECT_THAT(front_of("題\n部署名\t目標\n後\n"), ElementsAre(FrontLine{"題", 1}));
  EXPECT_THAT(front_of("題\n| 部署名 | 目標 |\n後\n"), ElementsAre(FrontLine{"題", 1}));
  EXPECT_THAT(front_of("題\n・一つ\n後\n"), ElementsAre(FrontLine{"題", 1}));
  EXPECT_THAT(front_of("題\n- 一つ\n後\n"), ElementsAre(FrontLine{"題", 1}));
  EXPECT_THAT(front_of("題\n" + std::string(61, 'a') + "\n後\n"), ElementsAre(FrontLine{"題", 1}));
  EXPECT_THAT(front_of("・一つ\n"), IsEmpty());
}

TEST(FrontMatterTest, HasFifteenLinesAtMost) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) {
    bytes += "題\n\n";
  }
  EXPECT_EQ(front_of(bytes).size(), 15U);
}

}  // namespace
}  // namespace torikumi::corpus
