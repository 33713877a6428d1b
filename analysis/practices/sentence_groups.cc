#include "analysis/practices/sentence_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <utility>

namespace torikumi::analysis {
namespace {

// Found on the judged practices of bench/practices.
constexpr float kMinLinkage = 0.18F;
constexpr float kMinNearness = 0.75F;    ///< Of the mean within a group: from here on others join.
constexpr float kMinOwnNearness = 0.5F;  ///< The same for sentences of the group itself.
constexpr float kMinSimilarity = 0.1F;

/// No more is asked of a sentence, so that others than copies may join copies of one sentence.
constexpr float kAmpleSimilarity = 0.3F;

struct Posting {
  std::uint32_t place = 0;
  float weight = 0;
};

/// What has each feature, side by side.
class Postings {
 public:
  /// `vector_at(i)` for i below `count`.
  template <typename VectorAt>
  Postings(std::size_t count, const VectorAt& vector_at) {
    FeatureNumber last = 0;
    for (std::size_t i = 0; i < count; ++i) {
      for (const WeightedFeature& feature : vector_at(i)) {
        last = std::max(last, feature.feature);
      }
    }
    begins_.resize(static_cast<std::size_t>(last) + 2);
    for (std::size_t i = 0; i < count; ++i) {
      for (const WeightedFeature& feature : vector_at(i)) {
        ++begins_[feature.feature + 1];
      }
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    postings_.resize(begins_.back());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
      for (const WeightedFeature& feature : vector_at(i)) {
        postings_[next[feature.feature]++] = {static_cast<std::uint32_t>(i), feature.weight};
      }
    }
  }

  [[nodiscard]] std::span<const Posting> of(FeatureNumber feature) const {
    if (static_cast<std::size_t>(feature) + 1 >= begins_.size()) {
      return {};
    }
    return std::span(postings_).subspan(begins_[feature], begins_[feature + 1] - begins_[feature]);
  }

 private:
  std::vector<std::size_t> begins_;  // By feature; one more at the end.
  std::vector<Posting> postings_;
};

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

/// Mean similarity of the sentence at `place` to those of `group` of other records, given its
/// product with the sum of all of them; and whether there are any.
float mean_to_others(const SentenceVectors& vectors, const std::vector<std::uint32_t>& group,
                     std::uint32_t place, float product_with_sum) {
  float own = 0;
  std::size_t own_count = 0;
  const auto add_own = [&](std::uint32_t other) {
    own += product(vectors.vector(place), vectors.vector(other));
    ++own_count;
  };
  // Sentences of a record stand side by side.
  const auto at = std::lower_bound(group.begin(), group.end(), place);
  for (auto i = at; i != group.end() && vectors.record(*i) == vectors.record(place); ++i) {
    add_own(*i);
  }
  for (auto i = at; i != group.begin() && vectors.record(*(i - 1)) == vectors.record(place); --i) {
    add_own(*(i - 1));
  }
  const std::size_t others = group.size() - own_count;
  return others == 0 ? 0 : std::max(0.0F, product_with_sum - own) / static_cast<float>(others);
}

}  // namespace

SimilarityMatrix similarities_of(const SentenceVectors& vectors) {
  const Postings postings(vectors.size(), [&](std::size_t i) { return vectors.vector(i); });
  SimilarityMatrix similarities(vectors.size());
  for (std::uint32_t i = 0; i < vectors.size(); ++i) {
    for (const WeightedFeature& feature : vectors.vector(i)) {
      for (const Posting& posting : postings.of(feature.feature)) {
        if (posting.place >= i) {
          break;
        }
        if (vectors.record(posting.place) != vectors.record(i)) {
          similarities.at(i, posting.place) += feature.weight * posting.weight;
        }
      }
    }
  }
  return similarities;
}

std::vector<std::vector<std::uint32_t>> linked_sentences(const SentenceVectors& vectors) {
  std::vector<std::vector<std::uint32_t>> clusters =
      average_linkage(similarities_of(vectors), kMinLinkage);
  std::erase_if(clusters, [&](const std::vector<std::uint32_t>& cluster) {
    return is_of_one_record(vectors, cluster);
  });
  return clusters;
}

void keep_greatest(std::vector<WeightedFeature>& features, std::size_t max_features) {
  if (features.size() <= max_features) {
    return;
  }
  std::sort(features.begin(), features.end(),
            [](const WeightedFeature& a, const WeightedFeature& b) {
              return a.weight != b.weight ? a.weight > b.weight : a.feature < b.feature;
            });
  features.resize(max_features);
  std::sort(
      features.begin(), features.end(),
      [](const WeightedFeature& a, const WeightedFeature& b) { return a.feature < b.feature; });
}

std::vector<GroupCore> group_cores(const SentenceVectors& vectors,
                                   const std::vector<std::vector<std::uint32_t>>& groups) {
  std::vector<GroupCore> cores;
  cores.reserve(groups.size());
  for (const std::vector<std::uint32_t>& group : groups) {
    GroupCore core{sum_of(vectors, group), static_cast<std::uint32_t>(group.size()), 0};
    for (const std::uint32_t place : group) {
      core.inner_mean +=
          mean_to_others(vectors, group, place, product(vectors.vector(place), core.sum)) /
          static_cast<float>(group.size());
    }
    cores.push_back(std::move(core));
  }
  return cores;
}

std::vector<std::vector<GroupedSentence>> sentences_near(
    const SentenceVectors& vectors, const std::vector<GroupCore>& cores,
    const std::vector<std::vector<std::uint32_t>>& groups) {
  const Postings postings(
      cores.size(), [&](std::size_t i) { return std::span<const WeightedFeature>(cores[i].sum); });
  std::vector<std::vector<GroupedSentence>> near(cores.size());
  Accumulator sums(cores.size());
  for (std::uint32_t place = 0; place < vectors.size(); ++place) {
    for (const WeightedFeature& feature : vectors.vector(place)) {
      for (const Posting& posting : postings.of(feature.feature)) {
        sums.add(posting.place, feature.weight * posting.weight);
      }
    }
    for (const std::uint32_t core : sums.touched()) {
      const float inner = cores[core].inner_mean;
      float similarity = sums.sum(core) / static_cast<float>(cores[core].sentence_count);
      float least = std::clamp(kMinNearness * inner, kMinSimilarity, kAmpleSimilarity);
      if (!groups.empty() && similarity >= std::min(least, kMinOwnNearness * inner)) {
        const std::vector<std::uint32_t>& group = groups[core];
        if (std::binary_search(group.begin(), group.end(), place)) {
          least = std::min(kMinOwnNearness * inner, kAmpleSimilarity);
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
