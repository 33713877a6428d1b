#ifndef ANALYSIS_STANDARDS_STANDARD_SCORES_H_
#define ANALYSIS_STANDARDS_STANDARD_SCORES_H_

// How much the sentences of one record say of each standard of a list.

#include "analysis/standards/compared_text.h"
#include "analysis/standards/standard_list.h"
#include "analysis/standards/standard_measure.h"
#include "analysis/standards/word_weights.h"
#include "corpus/scene.h"

#include <cstddef>
#include <span>
#include <vector>

namespace torikumi::analysis {

struct StandardScore {
  std::size_t standard = 0;  ///< Place in the list.
  std::size_t sentence = 0;  ///< Place in the sentences that were given.
  double score = 0;          ///< Above 0, at most 1.
};

/// What sentences are measured with; all must outlive the call.
struct ScoringContext {
  const StandardList& list;
  const WordWeights& weights;
  const StandardMeasure& measure;
};

/// The scores above 0 of every sentence and standard, in order of sentence, then standard. The
/// sentences are of one record: each is read in the light of the others. `scenes` are the record's.
std::vector<StandardScore> standard_scores(std::span<const NumberedSentence> sentences,
                                           const std::vector<corpus::Scene>& scenes,
                                           const ScoringContext& context);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_SCORES_H_
