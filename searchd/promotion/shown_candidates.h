#ifndef SEARCHD_PROMOTION_SHOWN_CANDIDATES_H_
#define SEARCHD_PROMOTION_SHOWN_CANDIDATES_H_

// The candidates of one answer with the sentences that bear them out.

#include "searchd/practices/practice_evidence.h"
#include "searchd/promotion/promotion_list.h"

#include <cstddef>
#include <span>
#include <vector>

namespace torikumi::searchd {

struct ShownCandidate {
  const ListedCandidate* listed = nullptr;  ///< Of the caller's list.
  std::vector<Evidence> evidence;
};

/// Each of `candidates`, which are of `list`, with at most `max_evidence` of its members: first the
/// strongest of each ward, then the next of each, so that a short list shows every ward. Throws
/// Error{Damaged} if the index cannot be read.
std::vector<ShownCandidate> shown_candidates(const PromotionList& list,
                                             std::span<const ListedCandidate> candidates,
                                             std::size_t max_evidence,
                                             const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PROMOTION_SHOWN_CANDIDATES_H_
