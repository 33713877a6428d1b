#ifndef SEARCHD_ANALYTICS_TERM_NETWORK_H_
#define SEARCHD_ANALYTICS_TERM_NETWORK_H_

// Which terms stand in the same records, as a network that can be read.

#include "searchd/analytics/record_set.h"
#include "searchd/search/term_table.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::searchd {

struct NetworkRequest {
  RecordQuery subset;
  std::size_t max_nodes = 40;
  std::size_t max_edges = 80;
  std::uint32_t min_records = 3;  ///< That hold both ends of an edge, and so each node; 2 or more.
};

struct NetworkNode {
  TermNumber term = 0;
  std::uint32_t records = 0;  ///< Of the subset.
  std::uint32_t degree = 0;   ///< Edges shown.
  std::size_t community = 0;  ///< From 0, in order of the first node.
};

/// Ends are places in TermNetwork::nodes, left < right.
struct NetworkEdge {
  std::size_t left = 0;
  std::size_t right = 0;
  std::uint32_t records = 0;  ///< That hold both.
  double jaccard = 0;
  double lift = 0;  ///< Against independence in the subset.
  double g2 = 0;
};

struct TermNetwork {
  RecordSet subset;
  std::vector<NetworkNode> nodes;  ///< Most records first; each has an edge.
  std::vector<NetworkEdge> edges;  ///< Strongest (highest G²) first.
  std::size_t community_count = 0;
  double modularity = 0;       ///< Of the communities, −0.5..1.
  std::size_t candidates = 0;  ///< Terms of the subset with enough records, before pruning.
};

/// Nodes are the `max_nodes` terms in the most records of the subset, without those in more than
/// kMaxNodeShare of it (they join everything) and without what only occurs as a part of a longer
/// term. Edges join terms that are more often together than by chance (lift above 1), neither a
/// part of the other; the `max_edges` with the highest G² are kept, and nodes without one left out.
/// Communities are those of analysis::communities, edges weighted by Jaccard. All counts are as a
/// search finds them.
TermNetwork term_network(const NetworkRequest& request, const IndexSnapshot& snapshot);

inline constexpr double kMaxNodeShare = 0.5;

/// In smaller subsets a share says nothing, and no term is too common.
inline constexpr std::size_t kMinRecordsForShare = 20;

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_TERM_NETWORK_H_
