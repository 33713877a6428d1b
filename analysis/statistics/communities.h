#ifndef ANALYSIS_STATISTICS_COMMUNITIES_H_
#define ANALYSIS_STATISTICS_COMMUNITIES_H_

// Groups of nodes that hang together, for networks of up to some thousand edges.

#include <cstddef>
#include <vector>

namespace torikumi::analysis {

/// An undirected edge between two nodes, numbered from 0.
struct WeightedEdge {
  std::size_t left = 0;
  std::size_t right = 0;
  double weight = 1;  ///< Above 0.
};

/// The modularity of a division: Σ over communities of (weight inside / m − (degree / 2m)²), m
/// being the sum of all weights; −0.5..1, 0 without edges. M. Newman and M. Girvan, Phys. Rev. E
/// 69:026113 (2004). `community` holds one number for each node.
double modularity(const std::vector<WeightedEdge>& edges,
                  const std::vector<std::size_t>& community);

/// The community of each node: numbers from 0 in order of their first node. Nodes without edges are
/// communities of their own. Louvain method (V. Blondel et al., J. Stat. Mech. P10008, 2008) with
/// nodes visited in order of their numbers and ties kept, so that the same network always has the
/// same answer. REQUIRES: every end of an edge is below `node_count`.
std::vector<std::size_t> communities(std::size_t node_count,
                                     const std::vector<WeightedEdge>& edges);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STATISTICS_COMMUNITIES_H_
