#ifndef SEARCHD_SEARCH_RESOLVED_QUERY_H_
#define SEARCHD_SEARCH_RESOLVED_QUERY_H_

// The filters of a query, held against what the index knows, and the query said back in words.

#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"
#include "searchd/search/query.h"
#include "searchd/search/query_plan.h"

#include <string>

namespace torikumi::searchd {

/// A query whose filters are resolved.
struct ResolvedQuery {
  Query query;  ///< What could not be resolved is a word here, with a note.
  Filters filters;
};

ResolvedQuery resolve(Query query, const IndexSnapshot& snapshot);

/// How the query was understood, in Japanese: what `plan` searches and `filters` of the query.
/// 「個人情報」を含む／「窓口」を含まない／区: 川崎市中原区／年度: 令和2年度. Empty if nothing
/// restricts.
std::string interpretation_of(const QueryPlan& plan, const Filters& filters,
                              const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_RESOLVED_QUERY_H_
