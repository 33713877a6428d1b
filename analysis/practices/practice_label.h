#ifndef ANALYSIS_PRACTICES_PRACTICE_LABEL_H_
#define ANALYSIS_PRACTICES_PRACTICE_LABEL_H_

// What a practice is called, in words of its own.

#include "analysis/practices/group_evidence.h"
#include "analysis/practices/practice_corpus.h"

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::analysis {

struct PracticeName {
  std::string label;  ///< 番号発券機を導入; never empty for a sentence with words.
  std::vector<std::string> key_terms;  ///< At most kMaxKeyTerms, most telling first.
};

inline constexpr std::size_t kMaxKeyTerms = 8;

/// The name of the practice that `sentences` (places in `corpus`, one for each record) have in
/// common, `shared` being the words that they share. The label is the most telling noun or compound
/// and what is most often done to it; without such a verb the two most telling ones, parted by ・.
PracticeName practice_name(const PracticeCorpus& corpus, const std::vector<std::size_t>& sentences,
                           const std::vector<SharedSense>& shared);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_PRACTICE_LABEL_H_
