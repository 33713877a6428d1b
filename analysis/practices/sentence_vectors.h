#ifndef ANALYSIS_PRACTICES_SENTENCE_VECTORS_H_
#define ANALYSIS_PRACTICES_SENTENCE_VECTORS_H_

// Sentences as vectors whose scalar product tells how much of what they say is the same.
//
// With f features of a sentence and w(f) = amount of f · inverse document frequency of f, the
// product of two of them is
//   Σ over common f of √(w_a(f) · w_b(f)) / √(Σ w_a(f) · Σ w_b(f))        0..1
// which grows with the number of common features rather than with the rarest of them, as a cosine
// of w would. The other sentences of the same record count with a part of their amounts: they tell
// two records apart that have a short sentence in common.

#include "analysis/practices/practice_corpus.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace torikumi::analysis {

/// How telling features are, of all records of `included`.
struct FeatureStatistics {
  std::vector<float> idf;              ///< ln(records / records with it), 0 or more.
  std::vector<std::uint32_t> grouped;  ///< Grouped records with it.
  std::vector<std::uint32_t> others;   ///< Records that are not grouped, with it.
  std::uint32_t grouped_records = 0;
  std::uint32_t other_records = 0;

  /// A feature of one record links nothing; one of more than a quarter says nothing.
  [[nodiscard]] bool is_linking(FeatureNumber feature) const;
};

/// `included` has one flag for each record of `corpus`.
FeatureStatistics feature_statistics(const PracticeCorpus& corpus,
                                     const std::vector<bool>& included);

/// A sentence to compare. Borrows from the corpus, or from whoever put other words in its place.
struct ComparedSentence {
  std::size_t sentence = 0;  ///< Place in the corpus.
  std::uint32_t record = 0;
  std::span<const PlacedWord> words;
  std::span<const WeightedFeature> compounds;
  bool is_open = true;  ///< False: only tells what its record is about, and is not compared.
};

/// The same as `statistics` if the grouped records were like those of `sentences`, which may be
/// some of them and have other words.
FeatureStatistics statistics_like(const FeatureStatistics& statistics,
                                  const std::vector<ComparedSentence>& sentences,
                                  const std::vector<PracticeWord>& words);

/// The sentences of `records`, in order, as they are.
std::vector<ComparedSentence> compared_sentences(const PracticeCorpus& corpus,
                                                 const std::vector<std::uint32_t>& records);

/// Vectors of linking features, one for each sentence; those of sentences that are not
/// open, or of fewer than two features, or without a noun that few records have, are empty.
/// Immutable; free to share.
class SentenceVectors {
 public:
  /// `sentences` have those of one record side by side, all of each record.
  SentenceVectors(const std::vector<ComparedSentence>& sentences,
                  const std::vector<PracticeWord>& words, const FeatureStatistics& statistics);

  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  [[nodiscard]] std::uint32_t record(std::size_t place) const { return records_[place]; }
  /// In order of features.
  [[nodiscard]] std::span<const WeightedFeature> vector(std::size_t place) const;

 private:
  std::vector<std::uint32_t> records_;
  std::vector<std::size_t> begins_;
  std::vector<WeightedFeature> entries_;
};

/// The scalar product.
float product(std::span<const WeightedFeature> a, std::span<const WeightedFeature> b);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_SENTENCE_VECTORS_H_
