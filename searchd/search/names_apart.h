#ifndef SEARCHD_SEARCH_NAMES_APART_H_
#define SEARCHD_SEARCH_NAMES_APART_H_

// 川崎区の個人情報 is typed as one word and means two.

#include "searchd/search/query.h"
#include "searchd/search/query_plan.h"

namespace torikumi::searchd {

/// `query` with each word parted that begins with the whole name of a ward, a fiscal year or an
/// office of the index (川崎区の個人情報, 令和2年度個人情報, 保険年金課の電話): the name, marked as
/// such, and what stands behind it and its particles. A word that is such a name altogether is
/// marked too. Phrases, excluded words and words of one text stay whole. Linear in the number of
/// words; `context` is borrowed during the call.
Query with_names_apart(Query query, const PlanContext& context);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_NAMES_APART_H_
