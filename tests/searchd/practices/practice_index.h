#ifndef TESTS_SEARCHD_PRACTICES_PRACTICE_INDEX_H_
#define TESTS_SEARCHD_PRACTICES_PRACTICE_INDEX_H_

// Indexes with practices that a test makes.

#include "indexer/practices_file.h"
#include "tests/searchd/search_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// An index whose practices are those of `sets`, whatever its records do.
class PracticeIndex {
 public:
  /// `records` in order of their ids.
  PracticeIndex(std::vector<corpus::Record> records,
                const std::vector<indexer::StoredPractices>& sets);

  [[nodiscard]] const IndexSnapshot& snapshot() const { return snapshot_; }

 private:
  testing::TemporaryDirectory folder_;
  IndexSnapshot snapshot_;
};

/// A practice of the records at `places`, of which the first is the representative; each with its
/// whole target, or result if there is no target, for a sentence.
analysis::Practice practice_of(std::string id, std::string label,
                               const std::vector<std::size_t>& places,
                               const std::vector<corpus::Record>& records);

/// An initiative of `ward` in `year` by `department`.
corpus::Record initiative_of(std::string id, const corpus::Ward& ward, int year,
                             std::string department, std::string target);

/// An example of `ward` in `year`.
corpus::Record example_of(std::string id, const corpus::Ward& ward, int year, std::string result);

}  // namespace torikumi::searchd

#endif  // TESTS_SEARCHD_PRACTICES_PRACTICE_INDEX_H_
