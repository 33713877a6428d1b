#ifndef ANALYSIS_PRACTICES_SENTENCE_GROUPS_H_
#define ANALYSIS_PRACTICES_SENTENCE_GROUPS_H_

// Sentences that say that the same was done.

#include "analysis/practices/average_linkage.h"
#include "analysis/practices/sentence_vectors.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::analysis {

/// What sentences of several records have in common, as a sum to compare others with.
struct GroupCore {
  std::vector<WeightedFeature> sum;  ///< Of the vectors of its sentences; in order of features.
  std::uint32_t sentence_count = 0;
  float inner_mean = 0;  ///< Mean similarity of its sentences to those of its other records.
};

/// A sentence of a group.
struct GroupedSentence {
  std::uint32_t sentence = 0;  ///< Place among the vectors.
  float similarity = 0;        ///< Mean similarity to the sentences of the group's core.

  bool operator==(const GroupedSentence&) const = default;
};

/// The similarities of all sentences, 0 within a record. Exact; time and memory grow with the
/// square of their number.
SimilarityMatrix similarities_of(const SentenceVectors& vectors);

/// Groups of sentences of two or more records by average linkage, as places among `vectors`.
std::vector<std::vector<std::uint32_t>> linked_sentences(const SentenceVectors& vectors);

/// One core for each of `groups`.
std::vector<GroupCore> group_cores(const SentenceVectors& vectors,
                                   const std::vector<std::vector<std::uint32_t>>& groups);

/// Leaves the `max_features` greatest ones.
void keep_greatest(std::vector<WeightedFeature>& features, std::size_t max_features);

/// For each of `cores` the sentences among `vectors` that are about as near to it as its own are to
/// each other, rising; a sentence may be in several. `groups` are the sentences of the cores if
/// those are of the same `vectors` (then what is far from the others leaves its group, and no
/// sentence is compared with its own record's), or empty.
std::vector<std::vector<GroupedSentence>> sentences_near(
    const SentenceVectors& vectors, const std::vector<GroupCore>& cores,
    const std::vector<std::vector<std::uint32_t>>& groups);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_SENTENCE_GROUPS_H_
