#include "analysis/standards/standard_similarity.h"

#include "analysis/standards/standard_comparison.h"
#include "analysis/standards/standard_scores.h"

#include <algorithm>
#include <map>

namespace torikumi::analysis {
namespace {

/// Scores of one standard over all sentences that were given.
struct Collected {
  double sum = 0;
  std::size_t strong = 0;
};

void collect(const ComparedRecord& record, const NumberedSentence& sentence,
             const StandardComparison& comparison, const StandardMeasure& measure,
             std::map<std::size_t, Collected>& collected) {
  for (const StandardList* list : comparison.lists_for(record)) {
    const ScoringContext context{*list, comparison.weights(), measure};
    for (const StandardScore& score : standard_scores({&sentence, 1}, record.scenes, context)) {
      Collected& standard = collected[list->place(score.standard)];
      standard.sum += score.score;
      standard.strong += score.score >= measure.strong_score ? 1 : 0;
    }
  }
}

}  // namespace

std::vector<StandardSimilarity> standard_similarities(const StandardComparison& comparison,
                                                      std::span<const RecordSentence> sentences) {
  StandardMeasure measure = comparison.measure();
  measure.competition = 0;
  std::map<std::size_t, Collected> collected;
  std::size_t known = 0;
  for (const RecordSentence& each : sentences) {
    const ComparedRecord* record = comparison.record_at(each.record);
    if (record != nullptr) {
      ++known;
      collect(*record, compared_range(record->sentences, each.sentence), comparison, measure,
              collected);
    }
  }
  std::vector<StandardSimilarity> similarities;
  similarities.reserve(collected.size());
  for (const auto& [standard, found] : collected) {
    similarities.push_back({.standard = standard,
                            .similarity = found.sum / static_cast<double>(known),
                            .strong_sentences = found.strong});
  }
  std::stable_sort(similarities.begin(), similarities.end(),
                   [](const auto& a, const auto& b) { return a.similarity > b.similarity; });
  return similarities;
}

}  // namespace torikumi::analysis
