#ifndef SEARCHD_ANALYTICS_TERM_COUNTS_H_
#define SEARCHD_ANALYTICS_TERM_COUNTS_H_

// How many records hold each term, by words.

#include "searchd/analytics/record_set.h"
#include "searchd/search/term_table.h"

#include <cstdint>
#include <vector>

namespace torikumi::searchd {

/// Of `documents`, how many hold each term of `table`, by its number. Linear in their terms.
std::vector<std::uint32_t> term_counts(const Documents& documents, const TermTable& table);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_TERM_COUNTS_H_
