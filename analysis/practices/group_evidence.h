#ifndef ANALYSIS_PRACTICES_GROUP_EVIDENCE_H_
#define ANALYSIS_PRACTICES_GROUP_EVIDENCE_H_

// Whether the sentences of a group have more words in common than chance would give them.

#include "analysis/practices/sentence_vectors.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace torikumi::analysis {

/// A word that the sentences of a group share, and how unlikely that is.
struct SharedSense {
  FeatureNumber sense = 0;  ///< PracticeWord::sense(), or a compound of two words.
  double evidence = 0;      ///< −log10 of the probability; above 1.
  bool is_compound = false;
};

/// What a group is measured by.
struct GroupMeasures {
  double inner_mean = 0;  ///< Mean similarity of its sentences.
  double words_per_record = 0;
  std::size_t records = 0;
};

/// How often words stand in sentences.
class SenseCounts {
 public:
  SenseCounts(const std::vector<ComparedSentence>& sentences,
              const std::vector<PracticeWord>& words);

  /// What at least half of the records of `group` (places among the sentences) share, most
  /// evident first. With n records, k of which have the word in their sentences of the group: the
  /// binomial tail P(K ≥ k), where the chance of a record is 1 − (1 − f)^m for a word that makes
  /// up the part f of all words, and m words in the record's sentences.
  [[nodiscard]] std::vector<SharedSense> shared(const std::vector<std::uint32_t>& group) const;

  /// The measures of `group`, whose sentences have a mean similarity of `inner_mean`.
  [[nodiscard]] GroupMeasures measures(const std::vector<std::uint32_t>& group,
                                       double inner_mean) const;

 private:
  const std::vector<ComparedSentence>& sentences_;  // Borrowed.
  const std::vector<PracticeWord>& words_;          // Borrowed.
  std::unordered_map<FeatureNumber, std::uint32_t> counts_;
  std::vector<std::uint32_t> word_counts_;  // Of each sentence.
  double total_ = 0;
};

/// How much there is for a group that shares this:
///   Σ evidence · inner_mean / √words / ∛records
/// where a compound counts half, because its words count beside it. Long sentences share more by
/// chance; evidence sums up over records, so that without the root large groups of chance would
/// hide small ones that mean something. Measured against others in bench/practices/README.md.
double group_weight(const std::vector<SharedSense>& shared, const GroupMeasures& measures);

/// Groups found among `sentences` with their words dealt out anew, each place keeping its role; the
/// same seed deals them alike on every machine. Compounds are not dealt. For how strong groups are
/// that chance makes.
struct DealtWords {
  std::vector<PlacedWord> words;
  std::vector<ComparedSentence> sentences;  ///< Borrow from `words`.
};
DealtWords dealt_out(const std::vector<ComparedSentence>& sentences, std::uint32_t seed);

/// The least weight at which groups are held to be more than chance: at most kMaxChanceShare of
/// those of `found` at or above it would be expected in a corpus without practices, in which groups
/// of weight `by_chance` were found (one list for each deal). Infinite if there is none. The
/// estimate by decoys of J. Elias and S. Gygi, Nature Methods 4:207 (2007), with one added to the
/// expected number so that a small corpus proves nothing by luck.
double least_weight(std::vector<double> found, const std::vector<std::vector<double>>& by_chance);

/// Of the groups that are kept.
inline constexpr double kMaxChanceShare = 0.25;

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_GROUP_EVIDENCE_H_
