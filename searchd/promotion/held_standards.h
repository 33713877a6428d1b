#ifndef SEARCHD_PROMOTION_HELD_STANDARDS_H_
#define SEARCHD_PROMOTION_HELD_STANDARDS_H_

// The lists of standards that an index holds.

#include "corpus/record.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

struct HeldStandard {
  std::size_t place = 0;  ///< Of its record in the list that was indexed.
  corpus::Record record;
};

/// One list (区役所サービス基準), in order of number.
using StandardsOfYear = std::vector<HeldStandard>;

/// The lists by the names of their municipalities and by fiscal year. Standards without a year are
/// in no list.
using HeldStandards = std::map<std::string, std::map<int, StandardsOfYear>>;

/// Reads every standard of the index. Throws Error{Damaged} if it cannot be read.
HeldStandards held_standards(const IndexSnapshot& snapshot);

/// The last list of `municipality` of `until_year` or before; without it the last one. Null if
/// there is none.
const std::pair<const int, StandardsOfYear>* last_list(const HeldStandards& held,
                                                       const std::string& municipality,
                                                       std::optional<int> until_year = {});

}  // namespace torikumi::searchd

#endif  // SEARCHD_PROMOTION_HELD_STANDARDS_H_
