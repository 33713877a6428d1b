#include "analysis/statistics/communities.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace torikumi::analysis {
namespace {

/// A move must gain more than rounding, or two nodes could change places for ever.
constexpr double kMinGain = 1e-12;
/// Each pass and each level raises the modularity; these bounds only cap the time.
constexpr int kMaxPasses = 100;
constexpr int kMaxLevels = 50;

struct Graph {
  std::vector<std::vector<std::pair<std::size_t, double>>> neighbours;  // Without loops.
  std::vector<double> degree;                                           // Loops count twice.
  double total = 0;                                                     // Sum of all weights.
};

Graph graph_of(std::size_t node_count, const std::vector<WeightedEdge>& edges) {
  Graph graph;
  graph.neighbours.resize(node_count);
  graph.degree.resize(node_count);
  std::map<std::pair<std::size_t, std::size_t>, double> merged;
  for (const WeightedEdge& edge : edges) {
    merged[std::minmax(edge.left, edge.right)] += edge.weight;
  }
  for (const auto& [ends, weight] : merged) {
    graph.total += weight;
    graph.degree[ends.first] += weight;
    graph.degree[ends.second] += weight;
    if (ends.first != ends.second) {
      graph.neighbours[ends.first].emplace_back(ends.second, weight);
      graph.neighbours[ends.second].emplace_back(ends.first, weight);
    }
  }
  return graph;
}

/// Moves single nodes while that helps; true if any moved.
bool move_nodes(const Graph& graph, std::vector<std::size_t>& community) {
  std::vector<double> degree_of(graph.degree);  // Of communities; each begins with its node.
  bool has_moved = false;
  for (int pass = 0; pass < kMaxPasses; ++pass) {
    bool moved_here = false;
    for (std::size_t node = 0; node < community.size(); ++node) {
      const std::size_t home = community[node];
      std::map<std::size_t, double> weight_to{{home, 0.0}};
      for (const auto& [neighbour, weight] : graph.neighbours[node]) {
        weight_to[community[neighbour]] += weight;
      }
      degree_of[home] -= graph.degree[node];
      const auto gain = [&](std::size_t target) {
        return weight_to[target] - graph.degree[node] * degree_of[target] / (2 * graph.total);
      };
      std::size_t best = home;
      double best_gain = gain(home);
      for (const auto& [target, weight] : weight_to) {
        if (gain(target) > best_gain + kMinGain) {
          best = target;
          best_gain = gain(target);
        }
      }
      degree_of[best] += graph.degree[node];
      community[node] = best;
      moved_here = moved_here || best != home;
    }
    if (!moved_here) {
      break;
    }
    has_moved = true;
  }
  return has_moved;
}

/// Numbers the communities from 0 in order of their first node; returns how many there are.
std::size_t renumber(std::vector<std::size_t>& community) {
  std::map<std::size_t, std::size_t> number_of;
  for (std::size_t& each : community) {
    each = number_of.try_emplace(each, number_of.size()).first->second;
  }
  return number_of.size();
}

}  // namespace

double modularity(const std::vector<WeightedEdge>& edges,
                  const std::vector<std::size_t>& community) {
  std::map<std::size_t, std::pair<double, double>> sums;  // Weight inside, degree.
  double total = 0;
  for (const WeightedEdge& edge : edges) {
    total += edge.weight;
    sums[community[edge.left]].second += edge.weight;
    sums[community[edge.right]].second += edge.weight;
    if (community[edge.left] == community[edge.right]) {
      sums[community[edge.left]].first += edge.weight;
    }
  }
  double result = 0;
  for (const auto& [number, sum] : sums) {
    const double share = sum.second / (2 * total);
    result += sum.first / total - share * share;
  }
  return result;
}

std::vector<std::size_t> communities(std::size_t node_count,
                                     const std::vector<WeightedEdge>& edges) {
  std::vector<std::size_t> result(node_count);
  std::iota(result.begin(), result.end(), std::size_t{0});
  std::vector<WeightedEdge> level_edges = edges;
  std::size_t level_nodes = node_count;
  for (int level = 0; level < kMaxLevels; ++level) {
    std::vector<std::size_t> group(level_nodes);
    std::iota(group.begin(), group.end(), std::size_t{0});
    if (!move_nodes(graph_of(level_nodes, level_edges), group)) {
      break;
    }
    level_nodes = renumber(group);
    for (std::size_t& each : result) {
      each = group[each];
    }
    for (WeightedEdge& edge : level_edges) {
      edge.left = group[edge.left];
      edge.right = group[edge.right];
    }
  }
  renumber(result);
  return result;
}

}  // namespace torikumi::analysis
