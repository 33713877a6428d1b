#include "analysis/statistics/communities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace torikumi::analysis {
namespace {

constexpr std::size_t kMembers = 34;

// Who met whom outside of a karate club: W. Zachary, J. Anthropol. Res. 33:452 (1977), from 0.
const std::vector<WeightedEdge>& karate_club() {
  static const std::vector<WeightedEdge> edges{
      {0, 1},   {0, 2},   {1, 2},   {0, 3},   {1, 3},   {2, 3},   {0, 4},   {0, 5},   {0, 6},
      {4, 6},   {5, 6},   {0, 7},   {1, 7},   {2, 7},   {3, 7},   {0, 8},   {2, 8},   {2, 9},
      {0, 10},  {4, 10},  {5, 10},  {0, 11},  {0, 12},  {3, 12},  {0, 13},  {1, 13},  {2, 13},
      {3, 13},  {5, 16},  {6, 16},  {0, 17},  {1, 17},  {0, 19},  {1, 19},  {0, 21},  {1, 21},
      {23, 25}, {24, 25}, {2, 27},  {23, 27}, {24, 27}, {2, 28},  {23, 29}, {26, 29}, {1, 30},
      {8, 30},  {0, 31},  {24, 31}, {25, 31}, {28, 31}, {2, 32},  {8, 32},  {14, 32}, {15, 32},
      {18, 32}, {20, 32}, {22, 32}, {23, 32}, {29, 32}, {30, 32}, {31, 32}, {8, 33},  {9, 33},
      {13, 33}, {14, 33}, {15, 33}, {18, 33}, {19, 33}, {20, 33}, {22, 33}, {23, 33}, {26, 33},
      {27, 33}, {28, 33}, {29, 33}, {30, 33}, {31, 33}, {32, 33}};
  return edges;
}

TEST(ModularityTest, AgreesWithPublishedValues) {
  // The best division there is has four groups and 0.4198: U. Brandes et al., IEEE TKDE 20:172
  // (2008). Members 9 and 10 of the paper are 8 and 9 here.
  std::vector<std::size_t> best(kMembers, 2);
  for (const unsigned member : {0U, 1U, 2U, 3U, 7U, 11U, 12U, 13U, 17U, 19U, 21U}) {
    best[member] = 0;
  }
  for (const unsigned member : {4U, 5U, 6U, 10U, 16U}) {
    best[member] = 1;
  }
  for (const unsigned member : {23U, 24U, 25U, 27U, 28U, 31U}) {
    best[member] = 3;
  }
  EXPECT_NEAR(modularity(karate_club(), best), 0.4198, 0.00005);
  EXPECT_NEAR(modularity(karate_club(), std::vector<std::size_t>(kMembers, 0)), 0.0, 1e-12);
}

TEST(ModularityTest, OfNothingIsZero) {
  EXPECT_EQ(modularity({}, {0, 0, 1}), 0.0);
}

TEST(CommunitiesTest, DivideTheKarateClubNearlyAsWellAsPossible) {
  const std::vector<std::size_t> groups = communities(kMembers, karate_club());
  EXPECT_GT(modularity(karate_club(), groups), 0.41);
  EXPECT_EQ(*std::max_element(groups.begin(), groups.end()), 3U);
  EXPECT_NE(groups[0], groups[33]);  // The instructor and the president.
}

TEST(CommunitiesTest, AreTheCliquesOfTwoCliquesWithABridge) {
  const std::vector<WeightedEdge> edges{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}};
  EXPECT_EQ(communities(7, edges), (std::vector<std::size_t>{0, 0, 0, 1, 1, 1, 2}));
}

TEST(CommunitiesTest, FollowTheWeights) {
  const std::vector<WeightedEdge> square{{0, 1, 0.1}, {1, 2, 5}, {2, 3, 0.1}, {3, 0, 5}};
  EXPECT_EQ(communities(4, square), (std::vector<std::size_t>{0, 1, 1, 0}));
}

TEST(CommunitiesTest, DoNotDependOnTheOrderOfEdges) {
  std::vector<WeightedEdge> reversed(karate_club().rbegin(), karate_club().rend());
  EXPECT_EQ(communities(kMembers, reversed), communities(kMembers, karate_club()));
}

TEST(CommunitiesTest, OfNodesWithoutEdgesAreTheNodes) {
  EXPECT_EQ(communities(3, {}), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_TRUE(communities(0, {}).empty());
}

}  // namespace
}  // namespace torikumi::analysis
