#ifndef SEARCHD_PROMOTION_MUNICIPALITY_FACTS_H_
#define SEARCHD_PROMOTION_MUNICIPALITY_FACTS_H_

// The practices of an index as each municipality has them: standards are issued by municipalities,
// so it is there that a practice can become one.

#include "analysis/practices/practice.h"
#include "analysis/promotion/practice_facts.h"
#include "analysis/standards/standard_similarity.h"
#include "searchd/promotion/held_standards.h"
#include "searchd/promotion/near_standards.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// The practices among the records up to `until_year` (of all records without it), and what is
/// known of them and the standards. Borrows from the snapshot.
struct PracticeSet {
  std::optional<int> until_year;
  std::span<const analysis::Practice> practices;
  /// Similarities of the practice at a place.
  std::function<std::span<const analysis::StandardSimilarity>(std::size_t practice)> similarities;
  LinksOfRecord links;
};

/// The set that the snapshot holds; nothing if it holds none up to that year.
std::optional<PracticeSet> practice_set(const IndexSnapshot& snapshot,
                                        std::optional<int> until_year = {});

struct MunicipalityFacts {
  std::string municipality;
  std::vector<analysis::WardReports> wards;  ///< All wards that are known, by code.
  std::optional<int> standards_year;         ///< Of the list that was compared with.
  std::vector<analysis::PracticeFacts> practices;
  std::vector<std::size_t> places;  ///< Of each of `practices` in the set.
};

/// The facts of every municipality with an initiative or example, in order of the codes of their
/// first wards. A practice of two municipalities is in both, each time with the members that it has
/// there.
std::vector<MunicipalityFacts> facts_of(const PracticeSet& set, const HeldStandards& standards,
                                        const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PROMOTION_MUNICIPALITY_FACTS_H_
