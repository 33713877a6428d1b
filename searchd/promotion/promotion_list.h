#ifndef SEARCHD_PROMOTION_PROMOTION_LIST_H_
#define SEARCHD_PROMOTION_PROMOTION_LIST_H_

// The candidates of all municipalities of an index in one order.

#include "analysis/promotion/promotion_candidates.h"
#include "searchd/promotion/municipality_facts.h"
#include "searchd/search/filters.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace torikumi::searchd {

struct ListedCandidate {
  std::size_t rank = 0;          ///< From 1, among all candidates, filtered or not.
  std::size_t municipality = 0;  ///< Place in PromotionList::municipalities.
  analysis::Candidate candidate;
};

struct KeptOut {
  std::size_t municipality = 0;
  analysis::Rejection rejection;
};

struct PromotionList {
  std::vector<MunicipalityFacts> municipalities;
  HeldStandards standards;
  std::vector<ListedCandidate> candidates;  ///< Best first.
  std::vector<KeptOut> kept_out;            ///< In order of municipalities and practices.

  [[nodiscard]] const analysis::PracticeFacts& facts(std::size_t municipality,
                                                     std::size_t practice) const {
    return municipalities[municipality].practices[practice];
  }
  [[nodiscard]] const analysis::PracticeFacts& facts(const ListedCandidate& listed) const {
    return facts(listed.municipality, listed.candidate.practice);
  }
};

/// The candidates among the practices of `set`, by score; equals by wards, departments, and then as
/// their municipalities stand. Throws Error{Damaged} if the index cannot be read.
PromotionList promotion_list(const PracticeSet& set, const analysis::PromotionOptions& options,
                             const IndexSnapshot& snapshot);

/// Keeps the candidates with a member that passes `filters`, each with the rank that it has among
/// all: what one ward does is a candidate for what all of them do.
void keep_passing(PromotionList& list, const Filters& filters, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PROMOTION_PROMOTION_LIST_H_
