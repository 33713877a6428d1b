#include "corpus/nearest_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EditDistanceTest, CountsCharactersNotBytes) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("中原区", ""), 3U);
  EXPECT_EQ(edit_distance("中原区", "中腹区"), 1U);
  EXPECT_EQ(edit_distance("中原区", "原区"), 1U);
  EXPECT_EQ(edit_distance("exclude", "exlude"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistanceTest, CountsASwapOfNeighboursOnce) {
  EXPECT_EQ(edit_distance("yaer", "year"), 1U);
  EXPECT_EQ(edit_distance("biuld", "build"), 1U);
  EXPECT_EQ(edit_distance("区原中", "区中原"), 1U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U);  // Unrestricted, it would be 2.
}

TEST(NearestNamesTest, GivesTheNearestFirstAndEachOnce) {
  const std::vector<std::string> wards{"川崎区", "中原区", "中京区", "中原区", "港北区"};
  EXPECT_THAT(nearest_names("中原", wards), ElementsAre("中原区"));
  EXPECT_THAT(nearest_names("中涼区", wards), ElementsAre("中京区", "中原区"));
  EXPECT_THAT(nearest_names("中涼区", wards, 1), ElementsAre("中京区"));
}

TEST(NearestNamesTest, FindsANameWithTwoLettersSwapped) {
  EXPECT_THAT(nearest_names("yaer", {"ward", "year"}), ElementsAre("year"));
}

TEST(NearestNamesTest, TakesABeginningForTheName) {
  EXPECT_THAT(nearest_names("targets", {"standards", "targets_and_results"}),
              ElementsAre("targets_and_results"));
}

TEST(NearestNamesTest, FindsNothingNearAFarOrEmptyOrHugeName) {
  const std::vector<std::string> names{"standards", ""};
  EXPECT_THAT(nearest_names("guideline", names), IsEmpty());
  EXPECT_THAT(nearest_names("", names), IsEmpty());
  EXPECT_THAT(nearest_names(std::string(100'000, 's'), names), IsEmpty());
}

}  // namespace
}  // namespace torikumi::corpus
