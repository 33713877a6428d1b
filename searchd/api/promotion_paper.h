#ifndef SEARCHD_API_PROMOTION_PAPER_H_
#define SEARCHD_API_PROMOTION_PAPER_H_

// The candidates as a paper for a meeting.

#include "searchd/api/html_page.h"
#include "searchd/promotion/promotion_list.h"
#include "searchd/promotion/shown_candidates.h"

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// What the paper is made of; borrowed for the call.
struct PromotionPaper {
  const PromotionList& list;
  const std::vector<ShownCandidate>& shown;
  const analysis::PromotionOptions& options;
  std::string query;  ///< Of this request without `format`, percent-encoded, for its links.
};

/// The paper in Japanese: a table of the candidates, each with its reason, evidence and counter
/// evidence, the standards without evidence, and how it was made. Its links are relative to
/// /api/v1/promotion.
HtmlPage promotion_paper(const PromotionPaper& paper, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_PROMOTION_PAPER_H_
