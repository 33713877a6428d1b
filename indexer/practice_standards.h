#ifndef INDEXER_PRACTICE_STANDARDS_H_
#define INDEXER_PRACTICE_STANDARDS_H_

// How near the practices of an index are to its standards.

#include "analysis/standards/standard_comparison.h"
#include "corpus/record.h"
#include "indexer/practices_file.h"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace torikumi::indexer {

/// So many standards of each list are kept of a practice, besides those that a member states.
inline constexpr std::size_t kNearestStandards = 3;

/// Which lists of standards an index has. One thread.
class StandardYears {
 public:
  /// `place` of `record` in the order of the index, from 0. Only standards with a year count.
  void add(std::size_t place, const corpus::Record& record);

  /// Fills `standards` of each of `sets`: of the last list up to the set's year and of the next one
  /// behind it; of the last list of all for the set of all records. Standards of other lists are no
  /// matter of a candidate.
  void compare(std::vector<StoredPractices>& sets,
               const analysis::StandardComparison& comparison) const;

 private:
  struct List {
    std::string municipality;
    int fiscal_year = 0;

    bool operator<(const List& other) const {
      return std::tie(municipality, fiscal_year) < std::tie(other.municipality, other.fiscal_year);
    }
  };
  [[nodiscard]] std::vector<List> lists_for(const StoredPractices& set) const;

  std::map<std::size_t, List> lists_;  // By place of the standard.
};

}  // namespace torikumi::indexer

#endif  // INDEXER_PRACTICE_STANDARDS_H_
