#include "analysis/practices/average_linkage.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace torikumi::analysis {
namespace {

/// A merge that was possible when it was noted.
struct Merge {
  float mean = 0;
  std::uint32_t left = 0;  ///< left < right.
  std::uint32_t right = 0;

  bool operator<(const Merge& other) const {  // The best one is the greatest.
    return std::tie(mean, other.left, other.right) < std::tie(other.mean, left, right);
  }
};

class Linkage {
 public:
  Linkage(const SimilarityGraph& graph, float min_mean)
      : min_mean_(min_mean), means_(graph.size()), items_(graph.size()) {
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
      items_[i] = {i};
      for (const Similar& other : graph[i]) {
        means_[i].emplace(other.item, other.similarity);
        if (i < other.item) {
          note(other.similarity, i, other.item);
        }
      }
    }
  }

  std::vector<std::vector<std::uint32_t>> run() {
    while (!merges_.empty()) {
      const Merge best = merges_.top();
      merges_.pop();
      const auto found = means_[best.left].find(best.right);
      if (found != means_[best.left].end() && found->second == best.mean) {
        merge(best.left, best.right);
      }
    }
    std::vector<std::vector<std::uint32_t>> clusters;
    for (std::vector<std::uint32_t>& items : items_) {
      if (!items.empty()) {
        std::sort(items.begin(), items.end());
        clusters.push_back(std::move(items));
      }
    }
    std::sort(clusters.begin(), clusters.end());
    return clusters;
  }

 private:
  void note(float mean, std::uint32_t a, std::uint32_t b) {
    if (mean >= min_mean_) {
      merges_.push({mean, std::min(a, b), std::max(a, b)});
    }
  }

  void set_mean(std::uint32_t a, std::uint32_t b, float mean) {
    means_[a][b] = mean;
    means_[b][a] = mean;
    note(mean, a, b);
  }

  /// Puts `gone` into `kept`.
  void merge(std::uint32_t kept, std::uint32_t gone) {
    const auto kept_size = static_cast<float>(items_[kept].size());
    const auto gone_size = static_cast<float>(items_[gone].size());
    const std::unordered_map<std::uint32_t, float> others = std::move(means_[gone]);
    means_[gone].clear();
    means_[kept].erase(gone);
    for (auto& [other, mean] : means_[kept]) {
      if (others.find(other) == others.end()) {
        mean = mean * kept_size / (kept_size + gone_size);
        means_[other][kept] = mean;
        note(mean, kept, other);
      }
    }
    for (const auto& [other, gone_mean] : others) {
      if (other == kept) {
        continue;
      }
      means_[other].erase(gone);
      const auto found = means_[kept].find(other);
      const float kept_mean = found == means_[kept].end() ? 0 : found->second;
      set_mean(kept, other,
               (kept_mean * kept_size + gone_mean * gone_size) / (kept_size + gone_size));
    }
    items_[kept].insert(items_[kept].end(), items_[gone].begin(), items_[gone].end());
    items_[gone].clear();
  }

  float min_mean_;
  std::vector<std::unordered_map<std::uint32_t, float>> means_;  // Of clusters by first item.
  std::vector<std::vector<std::uint32_t>> items_;
  std::priority_queue<Merge> merges_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> average_linkage(const SimilarityGraph& graph,
                                                        float min_mean) {
  return Linkage(graph, min_mean).run();
}

}  // namespace torikumi::analysis
