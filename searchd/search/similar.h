#ifndef SEARCHD_SEARCH_SIMILAR_H_
#define SEARCHD_SEARCH_SIMILAR_H_

// Records like a given one: who else does the same?

#include "corpus/record.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// Whose a similar record is, seen from the given one.
enum class Relation {
  OtherWard,
  OtherDepartment,  ///< Of the same ward.
  OtherYear,        ///< The same department, another goal.
  SameYear,         ///< The same department and year, another goal.
  EarlierGoal,      ///< The same department, nearly the same text, an earlier year.
  LaterGoal,        ///< The same in a later year.
};

/// `other_ward`, `earlier_goal`: the name in the API.
std::string_view name_of(Relation relation);

struct SimilarRequest {
  std::string id;
  Filters filters;          ///< What the similar records must be.
  bool is_own_kind = true;  ///< Only the kind of the given one, whatever `filters` say.
  std::size_t limit = 10;
};

/// A record, and why it is similar.
struct SimilarRecord {
  corpus::Record record;
  double score = 0;  ///< Above 0, 1 for the same text of another ward or department.
  Relation relation = Relation::OtherWard;
  std::vector<std::string> shared;  ///< Words and compounds that weigh most, as the given record
                                    ///< writes them; at most 8, none a part of another one.
};

/// Of a department's own records only this much of the score counts, so that the same practice
/// elsewhere stands before it.
inline constexpr double kOwnDepartmentFactor = 0.6;

/// The records most similar to the one with `request.id`, best first, equals by id; without that
/// one itself. Nothing if there is no record with this id.
///
/// Each record is a vector over its words and compounds (by family, both texts together) with
/// weight (1 + ln tf) · ln(N / df), half of it for a compound, as its parts count too; what stands
/// in more than a third of all records is boilerplate and left out. Score is the cosine of both
/// vectors, for the same department times kOwnDepartmentFactor. Compared are the 60 records that
/// share the rarest words for their length; at most 200,000 postings are looked at. Throws
/// Error{Damaged} if the index cannot be read.
std::optional<std::vector<SimilarRecord>> similar_records(const SimilarRequest& request,
                                                          const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_SIMILAR_H_
