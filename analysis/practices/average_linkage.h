#ifndef ANALYSIS_PRACTICES_AVERAGE_LINKAGE_H_
#define ANALYSIS_PRACTICES_AVERAGE_LINKAGE_H_

// Hierarchical clustering by average linkage (UPGMA; R. Sokal and C. Michener, Univ. Kansas Sci.
// Bull. 38:1409, 1958) on a sparse graph of similarities.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::analysis {

/// One neighbour of an item.
struct Similar {
  std::uint32_t item = 0;
  float similarity = 0;
};

/// For each item its neighbours; each pair stands with both. What is not there is not alike (0).
using SimilarityGraph = std::vector<std::vector<Similar>>;

/// Clusters in which every merge had a mean similarity, over all pairs of both sides, of `min_mean`
/// or more. All items are in exactly one; items rise within a cluster, clusters by their first
/// item. Of equal merges the one of the lower items is done first. Time n · k · log(n · k) for n
/// items with k neighbours.
std::vector<std::vector<std::uint32_t>> average_linkage(const SimilarityGraph& graph,
                                                        float min_mean);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_AVERAGE_LINKAGE_H_
