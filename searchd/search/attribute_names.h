#ifndef SEARCHD_SEARCH_ATTRIBUTE_NAMES_H_
#define SEARCHD_SEARCH_ATTRIBUTE_NAMES_H_

// Words that name what a record belongs to, without a prefix: 中原区, 区民課, 令和2年度.

#include "searchd/search/index_snapshot.h"
#include "searchd/search/query_plan.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

/// The wards, fiscal years and departments of the index that `word` names:
/// - a ward or city by its name (not by its code, and only if one alone has the name);
/// - a fiscal year that is written as one (令和2年度, R2, 2020年度; not 2020);
/// - departments of whose names it is a part, if it has three characters or more.
/// At most 64 of them. Linear in the number of departments.
std::vector<NamedAttribute> attributes_named(const std::string& word,
                                             const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_ATTRIBUTE_NAMES_H_
