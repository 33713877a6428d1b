#ifndef SEARCHD_SEARCH_XAPIAN_QUERY_H_
#define SEARCHD_SEARCH_XAPIAN_QUERY_H_

// A query plan as a Xapian query. Internal to the daemon: names Xapian.

#include "indexer/schema.h"
#include "searchd/search/query_plan.h"

#include <xapian.h>

#include <vector>

namespace torikumi::searchd {

/// The query that matches the documents in which every clause of `plan` holds in one of `fields`
/// (clauses may hold in different fields). MatchAll for a plan without clauses.
Xapian::Query xapian_query_of(const QueryPlan& plan, const std::vector<indexer::TextField>& fields);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_XAPIAN_QUERY_H_
