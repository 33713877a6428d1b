#ifndef SEARCHD_ANALYTICS_OCCURRENCES_H_
#define SEARCHD_ANALYTICS_OCCURRENCES_H_

// How many times texts hold what a query asks for, counted on the positions of the index. Internal
// to the daemon: names Xapian.

#include "indexer/schema.h"
#include "searchd/analytics/record_set.h"
#include "searchd/search/query_plan.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace torikumi::searchd {

/// Lists of positions that one request may read; a second or so. More texts than that are not
/// counted, and the answer says so.
inline constexpr std::size_t kMaxPositionLists = 200'000;

/// For each of `documents` the number of places in the text `field` that hold a pattern of a clause
/// of `plan` that is not excluded.
///
/// A place is a run of words or of characters that patterns cover; runs that overlap or touch are
/// one place, and so are all words of a `near` from the first to the last. Words and characters
/// have positions of their own in the index, so the places are counted in each of the two, and the
/// higher number counts: characters find 番号発券機 and 発券機 alike, words also 引き継いだ. Single
/// characters and readings have no positions; their numbers count where they are higher. It is
/// what a reader who counts the highlighted places finds, or less where one text holds places that
/// only the one or only the other sees.
///
/// Takes what it reads from `budget`, in lists of positions; nothing if that does not suffice.
/// Throws Xapian::Error if the index cannot be read.
std::optional<std::vector<std::uint32_t>> occurrences_in(const QueryPlan& plan,
                                                         indexer::TextField field,
                                                         const Documents& documents,
                                                         const Xapian::Database& database,
                                                         std::size_t& budget);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_OCCURRENCES_H_
