#include "searchd/analytics/term_counts.h"

namespace torikumi::searchd {

std::vector<std::uint32_t> term_counts(const Documents& documents, const TermTable& table) {
  std::vector<std::uint32_t> counts(table.terms().size());
  for (const DocumentNumber document : documents) {
    for (const TermNumber term : table.terms_of(document)) {
      ++counts[term];
    }
  }
  return counts;
}

}  // namespace torikumi::searchd
