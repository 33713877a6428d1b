#include "searchd/analytics/term_network.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/route.h"

#include <utility>

namespace torikumi::searchd {
namespace {

/// One query that holds both terms: each is a clause of its own.
EvidenceQuery holding_both(const EvidenceQuery& evidence, const Term& left, const Term& right) {
  return evidence.holding(right.spellings).holding(left.spellings);
}

Json nodes_of(const TermNetwork& network, const TermTable& table, const EvidenceQuery& evidence) {
  Json nodes = Json::array();
  for (std::size_t place = 0; place < network.nodes.size(); ++place) {
    const NetworkNode& node = network.nodes[place];
    const Term& term = table.term(node.term);
    nodes.push_back({{"id", place},
                     {"term", term.surface()},
                     {"spellings", term.spellings},
                     {"records", node.records},
                     {"degree", node.degree},
                     {"community", node.community},
                     {"query", evidence.holding(term.spellings).text()}});
  }
  return nodes;
}

Json edges_of(const TermNetwork& network, const TermTable& table, const EvidenceQuery& evidence) {
  Json edges = Json::array();
  for (const NetworkEdge& edge : network.edges) {
    const Term& left = table.term(network.nodes[edge.left].term);
    const Term& right = table.term(network.nodes[edge.right].term);
    edges.push_back({{"source", edge.left},
                     {"target", edge.right},
                     {"source_term", left.surface()},
                     {"target_term", right.surface()},
                     {"records", edge.records},
                     {"jaccard", rounded(edge.jaccard)},
                     {"lift", rounded(edge.lift)},
                     {"g2", rounded(edge.g2)},
                     {"query", holding_both(evidence, left, right).text()}});
  }
  return edges;
}

CsvDocument csv_of(const Json& edges) {
  CsvDocument csv{{"source_term", "target_term", "records", "jaccard", "lift", "g2", "query"}, {}};
  for (const Json& edge : edges) {
    std::vector<std::string>& row = csv.rows.emplace_back();
    for (const std::string& column : csv.header) {
      row.push_back(csv_cell(edge.at(column)));
    }
  }
  return csv;
}

}  // namespace

ApiResult<Answer> answer_cooccurrence(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  const TermNetwork network =
      term_network({.subset = *query,
                    .max_nodes = parameters.integer("nodes"),
                    .max_edges = parameters.integer("edges"),
                    .min_records = static_cast<std::uint32_t>(parameters.integer("min_records"))},
                   snapshot);
  if (network.subset.documents.empty()) {
    return tl::unexpected(empty_subset(parameters, *query, snapshot));
  }
  const EvidenceQuery evidence(parameters);
  Json edges = edges_of(network, snapshot.terms(), evidence);
  CsvDocument csv = csv_of(edges);
  return Answer{
      {{"query", query_json(parameters, network.subset)},
       {"subset", {{"records", network.subset.documents.size()}, {"query", evidence.text()}}},
       {"candidates", network.candidates},
       {"communities", network.community_count},
       {"modularity", rounded(network.modularity)},
       {"nodes", nodes_of(network, snapshot.terms(), evidence)},
       {"edges", std::move(edges)},
       {"notes", network.subset.notes}},
      std::move(csv)};
}

}  // namespace torikumi::searchd
