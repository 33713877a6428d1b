#include "analysis/practices/average_linkage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Clusters = std::vector<std::vector<std::uint32_t>>;

float mean_of(SimilarityMatrix& similarities, const std::vector<std::uint32_t>& a,
              const std::vector<std::uint32_t>& b) {
  float sum = 0;
  for (const std::uint32_t x : a) {
    for (const std::uint32_t y : b) {
      sum += similarities.at(x, y);
    }
  }
  return sum / static_cast<float>(a.size() * b.size());
}

/// The best merge of all, again and again: what average linkage means.
Clusters slow_average_linkage(SimilarityMatrix similarities, float min_mean) {
  Clusters clusters;
  for (std::uint32_t i = 0; i < similarities.size(); ++i) {
    clusters.push_back({i});
  }
  while (true) {
    std::size_t left = 0;
    std::size_t right = 0;
    float best = min_mean;
    for (std::size_t a = 0; a < clusters.size(); ++a) {
      for (std::size_t b = a + 1; b < clusters.size(); ++b) {
        const float mean = mean_of(similarities, clusters[a], clusters[b]);
        if (mean > best) {
          best = mean;
          left = a;
          right = b;
        }
      }
    }
    if (left == right) {
      break;
    }
    clusters[left].insert(clusters[left].end(), clusters[right].begin(), clusters[right].end());
    std::sort(clusters[left].begin(), clusters[left].end());
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(right));
  }
  std::sort(clusters.begin(), clusters.end());
  return clusters;
}

TEST(AverageLinkageTest, NothingHasNoClusters) {
  EXPECT_THAT(average_linkage(SimilarityMatrix(0), 0.5F), IsEmpty());
}

TEST(AverageLinkageTest, WhatIsNotNearStaysAlone) {
  SimilarityMatrix similarities(3);
  similarities.at(0, 2) = 0.4F;
  EXPECT_EQ(average_linkage(similarities, 0.5F), (Clusters{{0}, {1}, {2}}));
  EXPECT_EQ(average_linkage(similarities, 0.3F), (Clusters{{0, 2}, {1}}));
}

TEST(AverageLinkageTest, OneLinkIsNotEnoughToJoinTwoClusters) {
  SimilarityMatrix similarities(4);
  similarities.at(0, 1) = 0.9F;
  similarities.at(2, 3) = 0.9F;
  similarities.at(1, 2) = 0.8F;  // A chain: the mean of both sides is 0.2.
  EXPECT_EQ(average_linkage(similarities, 0.3F), (Clusters{{0, 1}, {2, 3}}));
  EXPECT_EQ(average_linkage(similarities, 0.2F), (Clusters{{0, 1, 2, 3}}));
}

TEST(AverageLinkageTest, AgreesWithTheDefinition) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const std::size_t size = 2 + random() % 20;
    SimilarityMatrix similarities(size);
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        similarities.at(a, b) = static_cast<float>(random() % 100'000) / 100'000;
      }
    }
    const float least = static_cast<float>(random() % 100) / 100;
    EXPECT_EQ(average_linkage(similarities, least), slow_average_linkage(similarities, least))
        << "round " << round;
  }
}

}  // namespace
}  // namespace torikumi::analysis
