#ifndef SEARCHD_SEARCH_EXPLANATION_H_
#define SEARCHD_SEARCH_EXPLANATION_H_

// Why a hit has its score, part by part. Internal to the daemon: lends a worker.

#include "indexer/schema.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/query_plan.h"
#include "searchd/search/score_part.h"
#include "searchd/search/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// A ranked query and what its parts are read with, all borrowed.
struct ExplainedQuery {
  std::string_view q;  ///< As typed.
  const QueryPlan& plan;
  const std::vector<indexer::TextField>& fields;
  const Vocabulary& vocabulary;
};

/// A hit to explain.
struct ExplainedHit {
  std::string id;
  bool is_ranked_by_sentence = false;  ///< rank_by_sentences looked at it.
};

/// For each of `hits` the parts of its weight as a match of `query`
/// (matcher.h), the largest first; they add up to it but for rounding. A pattern that does not hold
/// in a record is no part; neither is an attribute, which weighs nothing.
///
/// Looks at each pattern and field once, in these records only, and at their sentences. Throws
/// Xapian::Error if the index cannot be read.
std::vector<std::vector<ScorePart>> score_parts(const std::vector<ExplainedHit>& hits,
                                                const ExplainedQuery& query, IndexWorker& worker);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_EXPLANATION_H_
