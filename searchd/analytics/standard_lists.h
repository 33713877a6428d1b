#ifndef SEARCHD_ANALYTICS_STANDARD_LISTS_H_
#define SEARCHD_ANALYTICS_STANDARD_LISTS_H_

// The lists of standards that an index holds: one for each municipality and fiscal year.

#include "corpus/record.h"
#include "searchd/search/column_table.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

struct HeldStandardList {
  std::string municipality;
  std::optional<int> fiscal_year;
  std::vector<DocumentNumber> standards;  ///< Rising.

  bool operator==(const HeldStandardList&) const = default;
};

/// The records of `documents`, in their order. Throws Error{Damaged} if the index cannot be read.
std::vector<corpus::Record> records_of(const std::vector<DocumentNumber>& documents,
                                       const IndexSnapshot& snapshot);

/// True if `filters` let some ward of `municipality`, or it itself, pass.
bool concern(const Filters& filters, const std::string& municipality,
             const IndexSnapshot& snapshot);

/// All lists, by municipality, then year (none first). A value.
class StandardLists {
 public:
  explicit StandardLists(const IndexSnapshot& snapshot);

  [[nodiscard]] const std::vector<HeldStandardList>& all() const { return lists_; }

  /// The list that records of `municipality` and `fiscal_year` (0: not known) are compared with
  /// (analysis/standards/list_year.h), or null.
  [[nodiscard]] const HeldStandardList* list_for(const std::string& municipality,
                                                 int fiscal_year) const;

 private:
  std::vector<HeldStandardList> lists_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_STANDARD_LISTS_H_
