#ifndef SEARCHD_SEARCH_MATCHER_H_
#define SEARCHD_SEARCH_MATCHER_H_

// Which documents a plan matches, and how well. Internal to the daemon: names Xapian.

#include "indexer/schema.h"
#include "searchd/search/column_table.h"
#include "searchd/search/query_plan.h"

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace torikumi::searchd {

/// A document that holds the words of a query.
struct Match {
  DocumentNumber document = 0;
  /// BM25 over the weights of the patterns, and what is added by sentence_rank.h; 0 if not ranked.
  double weight = 0;
  double sentence = 0;  ///< The part of `weight` that the best sentence gave.
};

/// Whether `a` stands before `b`: by weight, equals by number.
bool is_better(const Match& a, const Match& b);

/// Best first, equals by number.
void put_best_first(std::vector<Match>& matches);

/// What a clause of a relaxed plan weighs that `holding` documents match: its importance times its
/// inverse document frequency ln(1 + N / (n + 0.5)).
double coverage_of(const PlannedClause& clause, std::size_t holding,
                   const Xapian::Database& database);

/// True if the clause is one of those of which a relaxed plan needs enough.
inline bool is_covering(const QueryPlan& plan, const PlannedClause& clause) {
  return plan.is_relaxed && !clause.is_excluded && !clause.is_required;
}

/// How much what a document holds of a relaxed plan counts: kCoverageWeight over the square of the
/// number of covering clauses, for of few words each means more. 0 of any other plan.
double coverage_weight_of(const QueryPlan& plan);

/// All matches of `query`, in the order and with the weights of `matches_of`.
std::vector<Match> found_by(const Xapian::Query& query, bool is_ranked,
                            const Xapian::Database& database);

/// All matches of `plan` in `fields`, best first and equals by number if they are ranked, else by
/// number.
///
/// A relaxed plan matches the documents that hold enough of it: every required clause, no excluded
/// one, and of the rest so many that their weight has at least the needed share of that of all: the
/// weight of kNeededWords average clauses, but never above kMaxNeededShare. A clause weighs
/// coverage_of; a word that no document holds thus weighs most: a query about something else finds
/// nothing. What a document holds, times coverage_weight_of, is added to its rank: BM25 counts a
/// common word once for each text and for its neighbours, and would put it before a rare one.
///
/// Throws Xapian::Error if the index cannot be read.
std::vector<Match> matches_of(const QueryPlan& plan, const std::vector<indexer::TextField>& fields,
                              bool is_ranked, const Xapian::Database& database);

/// Measured in bench/relevance.
inline constexpr double kMaxNeededShare = 0.3;
inline constexpr double kNeededWords = 1.0;
inline constexpr double kCoverageWeight = 12.0;

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_MATCHER_H_
