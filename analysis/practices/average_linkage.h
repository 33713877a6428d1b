#ifndef ANALYSIS_PRACTICES_AVERAGE_LINKAGE_H_
#define ANALYSIS_PRACTICES_AVERAGE_LINKAGE_H_

// Hierarchical clustering by average linkage (UPGMA; R. Sokal and C. Michener, Univ. Kansas Sci.
// Bull. 38:1409, 1958) by chains of nearest neighbours (F. Murtagh, The Computer Journal 26:354,
// 1983): exact, in a time that grows with the square of the number of items.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::analysis {

/// A similarity, 0 or more, for each pair of items; 4 bytes each. 0 to begin with.
class SimilarityMatrix {
 public:
  explicit SimilarityMatrix(std::size_t size) : size_(size), cells_(size * (size + 1) / 2) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Of two items, in either order; of an item with itself it has no meaning.
  [[nodiscard]] float& at(std::size_t a, std::size_t b) {
    return a > b ? cells_[a * (a + 1) / 2 + b] : cells_[b * (b + 1) / 2 + a];
  }

 private:
  std::size_t size_;
  std::vector<float> cells_;
};

/// Clusters in which every merge had a mean similarity, over all pairs of both sides, of `min_mean`
/// or more. All items are in exactly one; items rise within a cluster, clusters by their first
/// item. Of equally near ones the lower item is taken. Uses up `similarities`.
std::vector<std::vector<std::uint32_t>> average_linkage(SimilarityMatrix similarities,
                                                        float min_mean);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_AVERAGE_LINKAGE_H_
