#include "analysis/practices/average_linkage.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace torikumi::analysis {
namespace {

class Linkage {
 public:
  Linkage(SimilarityMatrix similarities, float min_mean)
      : means_(std::move(similarities)), min_mean_(min_mean), items_(means_.size()) {
    open_.resize(means_.size());
    std::iota(open_.begin(), open_.end(), 0U);
    for (const std::uint32_t item : open_) {
      items_[item] = {item};
    }
  }

  std::vector<std::vector<std::uint32_t>> run() {
    while (!open_.empty()) {
      if (chain_.empty()) {
        chain_.push_back(open_.front());
      }
      follow();
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
  struct Nearest {
    std::uint32_t cluster = 0;
    float mean = -1;
  };

  /// The open cluster that is nearest to `cluster`; the one before in the chain if none is nearer,
  /// so that the chain ends.
  Nearest nearest_to(std::uint32_t cluster) {
    Nearest nearest;
    if (chain_.size() > 1) {
      const std::uint32_t before = chain_[chain_.size() - 2];
      nearest = {before, means_.at(cluster, before)};
    }
    for (const std::uint32_t other : open_) {
      if (other != cluster) {
        const float mean = means_.at(cluster, other);
        if (mean > nearest.mean) {
          nearest = {other, mean};
        }
      }
    }
    return nearest;
  }

  void follow() {
    const std::uint32_t top = chain_.back();
    const Nearest nearest = nearest_to(top);
    if (nearest.mean < min_mean_) {
      // No later merge comes nearer to it: a mean over two clusters is at most the greater one.
      close(top);
      chain_.clear();
    } else if (chain_.size() > 1 && chain_[chain_.size() - 2] == nearest.cluster) {
      chain_.resize(chain_.size() - 2);
      merge(std::min(top, nearest.cluster), std::max(top, nearest.cluster));
    } else {
      chain_.push_back(nearest.cluster);
    }
  }

  void close(std::uint32_t cluster) {
    open_.erase(std::lower_bound(open_.begin(), open_.end(), cluster));
  }

  void merge(std::uint32_t kept, std::uint32_t gone) {
    close(gone);
    const auto kept_size = static_cast<float>(items_[kept].size());
    const auto gone_size = static_cast<float>(items_[gone].size());
    for (const std::uint32_t other : open_) {
      if (other != kept) {
        float& mean = means_.at(kept, other);
        mean = (mean * kept_size + means_.at(gone, other) * gone_size) / (kept_size + gone_size);
      }
    }
    items_[kept].insert(items_[kept].end(), items_[gone].begin(), items_[gone].end());
    items_[gone].clear();
  }

  SimilarityMatrix means_;  // Of clusters, each by its lowest item.
  float min_mean_;
  std::vector<std::vector<std::uint32_t>> items_;
  std::vector<std::uint32_t> open_;   // Clusters that may still merge; rising.
  std::vector<std::uint32_t> chain_;  // Each the nearest one of that before it.
};

}  // namespace

std::vector<std::vector<std::uint32_t>> average_linkage(SimilarityMatrix similarities,
                                                        float min_mean) {
  return Linkage(std::move(similarities), min_mean).run();
}

}  // namespace torikumi::analysis
