#include "analysis/practices/sentence_groups.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace torikumi::analysis {
namespace {

// Found on the judged practices of bench/practices.
constexpr float kMinLinkage = 0.18F;
constexpr float kMinNearness = 0.85F;    ///< Of the mean within a group: from here on others join.
constexpr float kMinOwnNearness = 0.5F;  ///< The same for sentences of the group itself.
constexpr float kMinSimilarity = 0.1F;

/// Pairs below this are not kept, nor more than so many neighbours of a sentence.
constexpr float kNegligible = 0.02F;
constexpr std::size_t kMaxNeighbours = 400;

/// The vectors that have each feature.
struct Posting {
  std::uint32_t place = 0;
  float weight = 0;
};
using Postings = std::unordered_map<FeatureNumber, std::vector<Posting>>;

Postings postings_of(const SentenceVectors& vectors) {
  Postings postings;
  for (std::uint32_t i = 0; i < vectors.size(); ++i) {
    for (const WeightedFeature& feature : vectors.vector(i)) {
      postings[feature.feature].push_back({i, feature.weight});
    }
  }
  return postings;
}

/// Sums products by place without clearing a whole array for every one.
class Accumulator {
 public:
  explicit Accumulator(std::size_t size) : sums_(size) {}

  void add(std::uint32_t place, float value) {
    if (sums_[place] == 0) {
      touched_.push_back(place);
    }
    sums_[place] += value;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& touched() const { return touched_; }
  [[nodiscard]] float sum(std::uint32_t place) const { return sums_[place]; }

  void clear() {
    for (const std::uint32_t place : touched_) {
      sums_[place] = 0;
    }
    touched_.clear();
  }

 private:
  std::vector<float> sums_;
  std::vector<std::uint32_t> touched_;
};

bool is_nearer(const Similar& a, const Similar& b) {
  return a.similarity != b.similarity ? a.similarity > b.similarity : a.item < b.item;
}

/// Keeps pairs with both of their items.
void make_symmetric(SimilarityGraph& graph) {
  SimilarityGraph all(graph.size());
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    for (const Similar& other : graph[i]) {
      all[i].push_back(other);
      all[other.item].push_back({i, other.similarity});
    }
  }
  for (std::vector<Similar>& neighbours : all) {
    std::sort(neighbours.begin(), neighbours.end(),
              [](const Similar& a, const Similar& b) { return a.item < b.item; });
    neighbours.erase(
        std::unique(neighbours.begin(), neighbours.end(),
                    [](const Similar& a, const Similar& b) { return a.item == b.item; }),
        neighbours.end());
  }
  graph = std::move(all);
}

bool is_of_one_record(const SentenceVectors& vectors, const std::vector<std::uint32_t>& places) {
  return std::all_of(places.begin(), places.end(), [&](std::uint32_t place) {
    return vectors.record(place) == vectors.record(places.front());
  });
}

std::vector<WeightedFeature> sum_of(const SentenceVectors& vectors,
                                    const std::vector<std::uint32_t>& places) {
  std::map<FeatureNumber, float> sums;
  for (const std::uint32_t place : places) {
    for (const WeightedFeature& feature : vectors.vector(place)) {
      sums[feature.feature] += feature.weight;
    }
  }
  std::vector<WeightedFeature> sum;
  sum.reserve(sums.size());
  for (const auto& [feature, weight] : sums) {
    sum.push_back({feature, weight});
  }
  return sum;
}

void keep_greatest(std::vector<WeightedFeature>& sum, std::size_t max_features) {
  if (sum.size() <= max_features) {
    return;
  }
  std::sort(sum.begin(), sum.end(), [](const WeightedFeature& a, const WeightedFeature& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.feature < b.feature;
  });
  sum.resize(max_features);
  std::sort(sum.begin(), sum.end(), [](const WeightedFeature& a, const WeightedFeature& b) {
    return a.feature < b.feature;
  });
}

/// Mean similarity of the sentence at `place` to those of `group` of other records, given its
/// product with the sum of all of them; and whether there are any.
float mean_to_others(const SentenceVectors& vectors, const std::vector<std::uint32_t>& group,
                     std::uint32_t place, float product_with_sum) {
  float own = 0;
  std::size_t own_count = 0;
  for (const std::uint32_t other : group) {
    if (vectors.record(other) == vectors.record(place)) {
      own += product(vectors.vector(place), vectors.vector(other));
      ++own_count;
    }
  }
  const std::size_t others = group.size() - own_count;
  return others == 0 ? 0 : std::max(0.0F, product_with_sum - own) / static_cast<float>(others);
}

}  // namespace

SimilarityGraph similarity_graph(const SentenceVectors& vectors) {
  const Postings postings = postings_of(vectors);
  SimilarityGraph graph(vectors.size());
  Accumulator sums(vectors.size());
  for (std::uint32_t i = 0; i < vectors.size(); ++i) {
    for (const WeightedFeature& feature : vectors.vector(i)) {
      for (const Posting& posting : postings.at(feature.feature)) {
        if (vectors.record(posting.place) != vectors.record(i)) {
          sums.add(posting.place, feature.weight * posting.weight);
        }
      }
    }
    std::vector<Similar>& neighbours = graph[i];
    for (const std::uint32_t other : sums.touched()) {
      if (sums.sum(other) >= kNegligible) {
        neighbours.push_back({other, sums.sum(other)});
      }
    }
    if (neighbours.size() > kMaxNeighbours) {
      std::nth_element(neighbours.begin(), neighbours.begin() + kMaxNeighbours, neighbours.end(),
                       is_nearer);
      neighbours.resize(kMaxNeighbours);
    }
    sums.clear();
  }
  make_symmetric(graph);
  return graph;
}

std::vector<std::vector<std::uint32_t>> linked_sentences(const SentenceVectors& vectors) {
  std::vector<std::vector<std::uint32_t>> clusters =
      average_linkage(similarity_graph(vectors), kMinLinkage);
  std::erase_if(clusters, [&](const std::vector<std::uint32_t>& cluster) {
    return is_of_one_record(vectors, cluster);
  });
  return clusters;
}

std::vector<GroupCore> group_cores(const SentenceVectors& vectors,
                                   const std::vector<std::vector<std::uint32_t>>& groups,
                                   std::size_t max_features) {
  std::vector<GroupCore> cores;
  cores.reserve(groups.size());
  for (const std::vector<std::uint32_t>& group : groups) {
    GroupCore core{sum_of(vectors, group), static_cast<std::uint32_t>(group.size()), 0};
    for (const std::uint32_t place : group) {
      core.inner_mean +=
          mean_to_others(vectors, group, place, product(vectors.vector(place), core.sum)) /
          static_cast<float>(group.size());
    }
    keep_greatest(core.sum, max_features);
    cores.push_back(std::move(core));
  }
  return cores;
}

std::vector<std::vector<GroupedSentence>> sentences_near(
    const SentenceVectors& vectors, const std::vector<GroupCore>& cores,
    const std::vector<std::vector<std::uint32_t>>& groups) {
  Postings postings;
  for (std::uint32_t core = 0; core < cores.size(); ++core) {
    for (const WeightedFeature& feature : cores[core].sum) {
      postings[feature.feature].push_back({core, feature.weight});
    }
  }
  std::vector<std::vector<GroupedSentence>> near(cores.size());
  Accumulator sums(cores.size());
  for (std::uint32_t place = 0; place < vectors.size(); ++place) {
    for (const WeightedFeature& feature : vectors.vector(place)) {
      const auto found = postings.find(feature.feature);
      if (found == postings.end()) {
        continue;
      }
      for (const Posting& posting : found->second) {
        sums.add(posting.place, feature.weight * posting.weight);
      }
    }
    for (const std::uint32_t core : sums.touched()) {
      const float inner = cores[core].inner_mean;
      float similarity = sums.sum(core) / static_cast<float>(cores[core].sentence_count);
      float least = std::max(kMinSimilarity, kMinNearness * inner);
      if (!groups.empty() && similarity >= std::min(least, kMinOwnNearness * inner)) {
        const std::vector<std::uint32_t>& group = groups[core];
        if (std::binary_search(group.begin(), group.end(), place)) {
          least = kMinOwnNearness * inner;
        }
        similarity = mean_to_others(vectors, group, place, sums.sum(core));
      }
      if (similarity >= least) {
        near[core].push_back({place, similarity});
      }
    }
    sums.clear();
  }
  return near;
}

}  // namespace torikumi::analysis
