#include "searchd/analytics/term_network.h"

#include "analysis/statistics/association.h"
#include "analysis/statistics/communities.h"
#include "searchd/analytics/nested_terms.h"
#include "searchd/analytics/term_counts.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

/// A term with its records of the subset.
struct Held {
  TermNumber term = 0;
  Documents documents;
};

/// Room for terms that the pruning takes away again.
constexpr std::size_t kSpareFactor = 3;

bool is_too_common(std::size_t records, std::size_t subset_size) {
  return subset_size >= kMinRecordsForShare &&
         static_cast<double>(records) > kMaxNodeShare * static_cast<double>(subset_size);
}

/// The most frequent terms of the subset, counted as a search does.
std::vector<Held> held_terms(const NetworkRequest& request, const RecordFinder& finder,
                             const TermTable& table, TermNetwork& network) {
  const Documents& subset = network.subset.documents;
  const std::vector<std::uint32_t> counts = term_counts(subset, table);
  std::vector<TermNumber> numbers;
  for (TermNumber term = 0; term < counts.size(); ++term) {
    if (counts[term] >= request.min_records && !is_too_common(counts[term], subset.size())) {
      numbers.push_back(term);
    }
  }
  network.candidates = numbers.size();
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&](TermNumber a, TermNumber b) { return counts[a] > counts[b]; });
  numbers.resize(std::min(numbers.size(), request.max_nodes * kSpareFactor));
  std::vector<Held> held;
  for (const TermNumber term : numbers) {
    Documents documents =
        common(finder.holding(table.term(term).spellings, request.subset.fields), subset);
    if (documents.size() >= request.min_records &&
        !is_too_common(documents.size(), subset.size())) {
      held.push_back({term, std::move(documents)});
    }
  }
  drop_nested(held, table, [](const Held& each) -> const Documents& { return each.documents; });
  std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    return a.documents.size() > b.documents.size();
  });
  held.resize(std::min(held.size(), request.max_nodes));
  return held;
}

std::vector<NetworkEdge> edges_of(const std::vector<Held>& held, const NetworkRequest& request,
                                  const TermTable& table, std::size_t subset_size) {
  std::vector<NetworkEdge> edges;
  for (std::size_t left = 0; left < held.size(); ++left) {
    for (std::size_t right = left + 1; right < held.size(); ++right) {
      const Term& a = table.term(held[left].term);
      const Term& b = table.term(held[right].term);
      const analysis::Overlap overlap{
          .left = static_cast<std::uint32_t>(held[left].documents.size()),
          .right = static_cast<std::uint32_t>(held[right].documents.size()),
          .both = static_cast<std::uint32_t>(
              common(held[left].documents, held[right].documents).size()),
          .total = static_cast<std::uint32_t>(subset_size)};
      if (overlap.both < request.min_records || analysis::lift(overlap) <= 1.0 ||
          is_part_of(a, b) || is_part_of(b, a)) {
        continue;
      }
      edges.push_back({.left = left,
                       .right = right,
                       .records = overlap.both,
                       .jaccard = analysis::jaccard(overlap),
                       .lift = analysis::lift(overlap),
                       .g2 = analysis::log_likelihood_ratio(analysis::table_of(overlap))});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const NetworkEdge& a, const NetworkEdge& b) {
    return std::tuple(-a.g2, -a.jaccard, a.left, a.right) <
           std::tuple(-b.g2, -b.jaccard, b.left, b.right);
  });
  edges.resize(std::min(edges.size(), request.max_edges));
  return edges;
}

/// Takes over the terms that have an edge, and numbers the ends of the edges anew.
void add_nodes(const std::vector<Held>& held, TermNetwork& network) {
  std::vector<std::uint32_t> degrees(held.size());
  for (const NetworkEdge& edge : network.edges) {
    ++degrees[edge.left];
    ++degrees[edge.right];
  }
  std::vector<std::size_t> places(held.size());
  for (std::size_t i = 0; i < held.size(); ++i) {
    places[i] = network.nodes.size();
    if (degrees[i] > 0) {
      network.nodes.push_back({.term = held[i].term,
                               .records = static_cast<std::uint32_t>(held[i].documents.size()),
                               .degree = degrees[i],
                               .community = 0});
    }
  }
  for (NetworkEdge& edge : network.edges) {
    edge.left = places[edge.left];
    edge.right = places[edge.right];
  }
}

void add_communities(TermNetwork& network) {
  std::vector<analysis::WeightedEdge> weighted;
  weighted.reserve(network.edges.size());
  for (const NetworkEdge& edge : network.edges) {
    weighted.push_back({edge.left, edge.right, edge.jaccard});
  }
  const std::vector<std::size_t> communities =
      analysis::communities(network.nodes.size(), weighted);
  for (std::size_t i = 0; i < communities.size(); ++i) {
    network.nodes[i].community = communities[i];
    network.community_count = std::max(network.community_count, communities[i] + 1);
  }
  network.modularity = analysis::modularity(weighted, communities);
}

}  // namespace

TermNetwork term_network(const NetworkRequest& request, const IndexSnapshot& snapshot) {
  const RecordFinder finder(snapshot);
  TermNetwork network;
  network.subset = finder.find(request.subset);
  const std::vector<Held> held = held_terms(request, finder, snapshot.terms(), network);
  network.edges = edges_of(held, request, snapshot.terms(), network.subset.documents.size());
  add_nodes(held, network);
  add_communities(network);
  return network;
}

}  // namespace torikumi::searchd
