#include "searchd/analytics/term_network.h"

#include "analysis/statistics/communities.h"
#include "tests/searchd/analytics/slow_corpus.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> surfaces_of(const TermNetwork& network, const TermTable& table) {
  std::vector<std::string> surfaces;
  for (const NetworkNode& node : network.nodes) {
    surfaces.push_back(table.term(node.term).surface());
  }
  return surfaces;
}

void expect_slow_numbers(const SlowCorpus& corpus, const NetworkRequest& request,
                         const TermNetwork& network) {
  const TermTable& table = corpus.snapshot().terms();
  const Documents& subset = network.subset.documents;
  std::vector<Documents> holding;
  std::vector<std::uint32_t> degrees(network.nodes.size());
  for (const NetworkNode& node : network.nodes) {
    holding.push_back(corpus.holding(subset, table.term(node.term).spellings));
    EXPECT_EQ(node.records, holding.back().size()) << table.term(node.term).surface();
    EXPECT_GE(node.records, request.min_records);
    EXPECT_LT(node.community, network.community_count);
  }
  for (const NetworkEdge& edge : network.edges) {
    ASSERT_LT(edge.left, edge.right);
    const Documents both = common(holding[edge.left], holding[edge.right]);
    const double left = static_cast<double>(holding[edge.left].size());
    const double right = static_cast<double>(holding[edge.right].size());
    const double together = static_cast<double>(both.size());
    EXPECT_EQ(edge.records, both.size());
    EXPECT_GE(edge.records, request.min_records);
    EXPECT_DOUBLE_EQ(edge.jaccard, together / (left + right - together));
    EXPECT_NEAR(edge.lift, together * static_cast<double>(subset.size()) / (left * right), 1e-12);
    EXPECT_GT(edge.lift, 1);
    ++degrees[edge.left];
    ++degrees[edge.right];
  }
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    EXPECT_EQ(network.nodes[i].degree, degrees[i]);
    EXPECT_GT(degrees[i], 0U);
  }
  EXPECT_TRUE(
      std::is_sorted(network.edges.begin(), network.edges.end(),
                     [](const NetworkEdge& a, const NetworkEdge& b) { return a.g2 > b.g2; }));
  std::vector<analysis::WeightedEdge> weighted;
  for (const NetworkEdge& edge : network.edges) {
    weighted.push_back({edge.left, edge.right, edge.jaccard});
  }
  std::vector<std::size_t> communities;
  for (const NetworkNode& node : network.nodes) {
    communities.push_back(node.community);
  }
  EXPECT_DOUBLE_EQ(network.modularity, analysis::modularity(weighted, communities));
  EXPECT_LE(network.nodes.size(), request.max_nodes);
  EXPECT_LE(network.edges.size(), request.max_edges);
}

TEST(TermNetworkTest, AgreesWithPlainLoops) {
  for (const auto& [name, corpus] : corpora()) {
    for (const char* q : {"", "案内", "研修 OR 窓口"}) {
      SCOPED_TRACE(name + " " + q);
      NetworkRequest request;
      request.subset.q = q;
      request.min_records = 2;
      request.max_nodes = 25;
      request.max_edges = 30;
      expect_slow_numbers(*corpus, request, term_network(request, corpus->snapshot()));
    }
  }
}

/// Two groups of things that are done together, and a word that stands everywhere.
const SearchIndex& two_groups() {
  static const SearchIndex kIndex = [] {
    std::vector<corpus::Record> records;
    for (int i = 0; i < 12; ++i) {
      records.push_back(initiative("a" + std::to_string(100 + i), "電話。図書、棚卸、目録。"));
      records.push_back(initiative("b" + std::to_string(100 + i), "電話。花壇、清掃、照明。"));
    }
    return SearchIndex(std::move(records));
  }();
  return kIndex;
}

TEST(TermNetworkTest, GroupsWhatIsDoneTogether) {
  const TermNetwork network = term_network({}, two_groups().snapshot());
  const TermTable& table = two_groups().snapshot().terms();
  const std::vector<std::string> surfaces = surfaces_of(network, table);
  EXPECT_THAT(surfaces, Not(Contains("電話")));
  EXPECT_EQ(network.community_count, 2U);
  const auto community_of = [&](const char* surface) {
    const auto found = std::find(surfaces.begin(), surfaces.end(), surface);
    EXPECT_NE(found, surfaces.end()) << surface;
    return network.nodes[static_cast<std::size_t>(found - surfaces.begin())].community;
  };
  EXPECT_EQ(community_of("図書"), community_of("目録"));
  EXPECT_EQ(community_of("花壇"), community_of("清掃"));
  EXPECT_NE(community_of("図書"), community_of("花壇"));
  EXPECT_NEAR(network.modularity, 0.5, 1e-9);
}

TEST(TermNetworkTest, IsPrunedToWhatIsAskedFor) {
  NetworkRequest request;
  request.max_nodes = 4;
  request.max_edges = 1;
  const TermNetwork network = term_network(request, two_groups().snapshot());
  EXPECT_EQ(network.edges.size(), 1U);
  EXPECT_EQ(network.nodes.size(), 2U);
  request.min_records = 13;
  EXPECT_THAT(term_network(request, two_groups().snapshot()).nodes, IsEmpty());
}

/// 図書 and 目録 always together, 花壇 and 清掃 more often than by chance, and 電話 in 12 of 20.
const SearchIndex& uneven_pairs() {
  static const SearchIndex kIndex = [] {
    std::vector<corpus::Record> records;
    const auto add = [&](int count, const char* text) {
      for (int i = 0; i < count; ++i) {
        records.push_back(initiative(std::to_string(100 + records.size()), text));
      }
    };
    add(6, "図書、目録、電話。");
    add(4, "花壇、清掃。");
    add(2, "花壇、電話。");
    add(2, "清掃、電話。");
    add(2, "電話。");
    add(4, "照明。");
    return SearchIndex(std::move(records));
  }();
  return kIndex;
}

TEST(TermNetworkTest, LeavesOutWhatMoreThanHalfOfTheRecordsHold) {
  const TermNetwork network = term_network({}, uneven_pairs().snapshot());
  EXPECT_THAT(surfaces_of(network, uneven_pairs().snapshot().terms()),
              ::testing::UnorderedElementsAre("図書", "目録", "花壇", "清掃"));
}

TEST(TermNetworkTest, KeepsTheStrongestConnections) {
  NetworkRequest request;
  request.max_edges = 1;
  const TermNetwork network = term_network(request, uneven_pairs().snapshot());
  EXPECT_THAT(surfaces_of(network, uneven_pairs().snapshot().terms()),
              ::testing::UnorderedElementsAre("図書", "目録"));
}

TEST(TermNetworkTest, OfNothingIsEmpty) {
  NetworkRequest request;
  request.subset.q = "郵便局";
  const TermNetwork network = term_network(request, two_groups().snapshot());
  EXPECT_THAT(network.subset.documents, IsEmpty());
  EXPECT_THAT(network.nodes, IsEmpty());
  EXPECT_EQ(network.community_count, 0U);
}

}  // namespace
}  // namespace torikumi::searchd
