#ifndef SEARCHD_SEARCH_FACETS_H_
#define SEARCHD_SEARCH_FACETS_H_

// How the hits of a query spread over wards, years, departments, scenes and kinds.

#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// One value of a facet and how many hits have it.
struct FacetValue {
  std::string value;  ///< For use as a filter: code, year, department, scene label, kind.
  std::string label;  ///< For people.
  std::size_t count = 0;
  bool is_selected = false;  ///< Chosen by a filter beside the query.
};

/// The values of one dimension, counted as if nothing had been chosen in it, so that a chosen ward
/// does not hide the others. What stands in the query and what is chosen in other dimensions
/// holds. Chosen values are there even if their count is 0.
///
/// A count is what the value finds if it alone is chosen. Chosen, a municipality stands for its
/// wards too: it is listed where hits are of the municipality itself (or where it is chosen), and
/// counts those of its wards with them.
struct Facet {
  Dimension dimension = Dimension::Ward;
  std::vector<FacetValue> values;  ///< Wards and kinds in their order, years latest first, others
                                   ///< most frequent first.
};

/// One facet for each dimension over `documents`, which match the words of the query. A record of
/// two scenes counts in both; one without a value counts in none.
std::vector<Facet> facets_of(const std::vector<DocumentNumber>& documents,
                             const FilterStack& filters, const IndexSnapshot& snapshot);

/// `ward`, `year`, `department`, `scene`, `kind`: the name of the dimension in the API.
std::string_view name_of(Dimension dimension);

/// 取組, 事例, 基準, 資料.
std::string_view label_of(corpus::RecordKind kind);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_FACETS_H_
