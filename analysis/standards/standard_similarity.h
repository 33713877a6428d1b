#ifndef ANALYSIS_STANDARDS_STANDARD_SIMILARITY_H_
#define ANALYSIS_STANDARDS_STANDARD_SIMILARITY_H_

// How near a set of sentences of records, as that of a practice, is to each standard.

#include "analysis/practices/practice.h"

#include <cstddef>
#include <span>
#include <vector>

namespace torikumi::analysis {

class StandardComparison;

/// A sentence, or any other stretch, of an initiative or example.
struct RecordSentence {
  std::size_t record = 0;  ///< Place in the list of records.
  SentenceRef sentence;

  bool operator==(const RecordSentence&) const = default;
};

struct StandardSimilarity {
  std::size_t standard = 0;  ///< Place of the standard's record in the same list.
  /// 0..1, on the scale of StandardLink::score: the mean over the sentences that were given; one
  /// that shares nothing with the standard counts as 0.
  double similarity = 0;
  std::size_t strong_sentences = 0;  ///< Of those given: nearer than a strong link needs.

  bool operator==(const StandardSimilarity&) const = default;
};

/// The similarity of `sentences` to every standard that any of them has something in common with,
/// nearest first, equals in order of standard. Each sentence is compared with all standards of its
/// own municipality, of every year that is held; the caller knows their years from the records. The
/// measure is that of the links (standard_coverage.h) except that standards do not compete for a
/// sentence: the nearest one is named even if another one says it too. Only texts that were added
/// to `comparison` are known; others are passed over. Free to call from any thread.
std::vector<StandardSimilarity> standard_similarities(const StandardComparison& comparison,
                                                      std::span<const RecordSentence> sentences);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_SIMILARITY_H_
