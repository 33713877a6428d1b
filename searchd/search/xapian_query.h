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

/// The documents in which `pattern` holds in `field`. What a document weighs by the queries below
/// is the sum of its weights by these, over all patterns (also of `ranking`) and fields.
Xapian::Query weighed_query(const TextPattern& pattern, indexer::TextField field);

/// The documents in which any pattern of `clause` holds in one of `fields`; is_excluded does not
/// count.
Xapian::Query clause_query(const PlannedClause& clause,
                           const std::vector<indexer::TextField>& fields);

/// The documents in which every clause of `plan` (of a relaxed one: every required and any other)
/// holds in one of `fields`, clauses perhaps in different fields; weighed with `plan.ranking`
/// besides. MatchAll for a plan without clauses.
Xapian::Query xapian_query_of(const QueryPlan& plan, const std::vector<indexer::TextField>& fields);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_XAPIAN_QUERY_H_
