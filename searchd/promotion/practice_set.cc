#include "searchd/promotion/municipality_facts.h"
#include "searchd/search/coverage_store.h"
#include "searchd/search/practice_store.h"

namespace torikumi::searchd {

std::optional<PracticeSet> practice_set(const IndexSnapshot& snapshot,
                                        std::optional<int> until_year) {
  const PracticeStore& store = snapshot.practices();
  const std::vector<analysis::Practice>* practices =
      until_year ? store.until(*until_year) : &store.all();
  if (practices == nullptr) {
    return std::nullopt;
  }
  return PracticeSet{.until_year = until_year,
                     .practices = *practices,
                     .similarities =
                         [&store, until_year](std::size_t practice) {
                           return store.standards_near(practice, until_year);
                         },
                     .links =
                         [&snapshot](std::size_t record) {
                           return snapshot.coverage().of_record(document_at(record));
                         }};
}

}  // namespace torikumi::searchd
