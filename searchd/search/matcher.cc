#include "searchd/search/matcher.h"

#include "searchd/search/xapian_query.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace torikumi::searchd {
namespace {

// BM25 (Robertson and others, TREC-3) with little weight on repetition, as suits short texts; k2 is
// not used, k3 is for repeated query words. Measured in bench/relevance.
constexpr double kBm25K1 = 0.3;
constexpr double kBm25K2 = 0;
constexpr double kBm25K3 = 1;
constexpr double kBm25B = 0.7;
constexpr double kBm25MinNormLength = 0;

}  // namespace

std::vector<Match> found_by(const Xapian::Query& query, bool is_ranked,
                            const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  if (is_ranked) {
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Match> matches;
  matches.reserve(found.size());
  for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) {
    matches.push_back({*it, it.get_weight()});
  }
  return matches;
}

namespace {

/// Which documents hold enough of a relaxed plan.
class Coverage {
 public:
  explicit Coverage(const Xapian::Database& database)
      : database_(database), of_document_(database.get_lastdocid() + 1) {}

  void add(const PlannedClause& clause, const std::vector<indexer::TextField>& fields) {
    const std::vector<Match> holding = found_by(clause_query(clause, fields), false, database_);
    const double weight = coverage_of(clause, holding.size(), database_);
    for (const Match& match : holding) {
      of_document_[match.document] += weight;
    }
    total_ += weight;
    ++clause_count_;
  }

  /// What the words of the query that the document holds weigh together.
  [[nodiscard]] double of(DocumentNumber document) const { return of_document_[document]; }

  [[nodiscard]] bool is_enough(DocumentNumber document) const {
    // Sums in another order may differ in the last place.
    constexpr double kRounding = 1e-9;
    return of_document_[document] >= needed_share() * total_ - kRounding;
  }

 private:
  [[nodiscard]] double needed_share() const {
    return std::min(kMaxNeededShare, kNeededWords / static_cast<double>(clause_count_));
  }

  const Xapian::Database& database_;  // The caller's.
  std::vector<double> of_document_;
  double total_ = 0;
  std::size_t clause_count_ = 0;
};

/// Gives `matches` their weights.
void weigh(std::vector<Match>& matches, const Xapian::Query& scoring,
           const Xapian::Database& database) {
  std::vector<double> of_document(database.get_lastdocid() + 1);
  for (const Match& weighed : found_by(scoring, true, database)) {
    of_document[weighed.document] = weighed.weight;
  }
  for (Match& match : matches) {
    match.weight = of_document[match.document];
  }
}

}  // namespace

double coverage_of(const PlannedClause& clause, std::size_t holding,
                   const Xapian::Database& database) {
  const double documents = database.get_doccount();
  return clause.importance * std::log(1 + documents / (static_cast<double>(holding) + 0.5));
}

double coverage_weight_of(const QueryPlan& plan) {
  const auto clauses = static_cast<double>(
      std::count_if(plan.clauses.begin(), plan.clauses.end(),
                    [&](const PlannedClause& clause) { return is_covering(plan, clause); }));
  return clauses == 0 ? 0 : kCoverageWeight / (clauses * clauses);
}

bool is_better(const Match& a, const Match& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
}

void put_best_first(std::vector<Match>& matches) {
  std::sort(matches.begin(), matches.end(), is_better);
}

std::vector<Match> matches_of(const QueryPlan& plan, const std::vector<indexer::TextField>& fields,
                              bool is_ranked, const Xapian::Database& database) {
  std::vector<Match> matches = found_by(xapian_query_of(plan, fields), false, database);
  std::optional<Coverage> coverage;
  if (plan.is_relaxed) {
    coverage.emplace(database);
    for (const PlannedClause& clause : plan.clauses) {
      if (is_covering(plan, clause)) {
        coverage->add(clause, fields);
      }
    }
    std::erase_if(matches,
                  [&](const Match& match) { return !coverage->is_enough(match.document); });
  }
  if (is_ranked) {
    weigh(matches, scoring_query_of(plan, fields), database);
    if (coverage) {
      const double coverage_weight = coverage_weight_of(plan);
      for (Match& match : matches) {
        match.weight += coverage_weight * coverage->of(match.document);
      }
    }
    put_best_first(matches);
  }
  return matches;
}

}  // namespace torikumi::searchd
