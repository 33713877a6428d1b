#ifndef SEARCHD_SEARCH_XAPIAN_QUERY_H_
#define SEARCHD_SEARCH_XAPIAN_QUERY_H_

// A query plan as a Xapian query. Internal to the daemon: names Xapian.

#include "indexer/schema.h"
#include "searchd/search/query_plan.h"

#include <xapian.h>

#include <vector>

namespace torikumi::searchd {

/// What the weight of each find of `pattern` is multiplied with.
double weight_of(const TextPattern& pattern);

/// The documents in which `pattern` holds in `field`.
Xapian::Query weighed_query(const TextPattern& pattern, indexer::TextField field);

/// The documents in which any pattern of `clause` holds in one of `fields`; is_excluded does not
/// count.
Xapian::Query clause_query(const PlannedClause& clause,
                           const std::vector<indexer::TextField>& fields);

/// The documents in which every clause of `plan` (of a relaxed one: every required and any other)
/// holds in one of `fields`, clauses perhaps in different fields. MatchAll for a plan without
/// clauses. Not for weights: see scoring_query_of.
Xapian::Query xapian_query_of(const QueryPlan& plan, const std::vector<indexer::TextField>& fields);

/// What a document weighs: the sum of its `weighed_query` over the fields and over the patterns of
/// every clause that is not excluded and of `plan.ranking`. Finds more than matches.
///
/// A plain OR, because in a tree with AND or AND_MAYBE above an OR of phrases Xapian sometimes
/// gives a document the weight of a phrase that it does not hold, or leaves one out that it does
/// (OrPostList::check of 1.4.22); which documents such a tree finds is right.
Xapian::Query scoring_query_of(const QueryPlan& plan,
                               const std::vector<indexer::TextField>& fields);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_XAPIAN_QUERY_H_
