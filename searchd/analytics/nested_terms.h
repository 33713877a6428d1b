#ifndef SEARCHD_ANALYTICS_NESTED_TERMS_H_
#define SEARCHD_ANALYTICS_NESTED_TERMS_H_

// 発券 and 発券システム beside 窓口発券システム, always in the same records, are one finding.

#include "searchd/search/term_table.h"

#include <algorithm>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// True if every spelling of `inner` is a part of the surface of `outer`, which is another one.
inline bool is_part_of(const Term& inner, const Term& outer) {
  return inner.surface() != outer.surface() &&
         std::all_of(inner.spellings.begin(), inner.spellings.end(),
                     [&](const std::string& spelling) {
                       return outer.surface().find(spelling) != std::string::npos;
                     });
}

/// Drops every row whose term is a part of the term of another row with equal `counts_of`: what
/// holds the longer one holds the shorter one, so equal counts are the same records.
template <typename Row, typename CountsOf>
void drop_nested(std::vector<Row>& rows, const TermTable& table, CountsOf counts_of) {
  std::vector<Row> kept;
  for (const Row& row : rows) {
    const bool is_nested = std::any_of(rows.begin(), rows.end(), [&](const Row& other) {
      return counts_of(other) == counts_of(row) &&
             is_part_of(table.term(row.term), table.term(other.term));
    });
    if (!is_nested) {
      kept.push_back(row);
    }
  }
  rows.swap(kept);
}

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_NESTED_TERMS_H_
