#ifndef ANALYSIS_LIKE_TEXTS_H_
#define ANALYSIS_LIKE_TEXTS_H_

// Which of many texts are nearly the same. Pure functions; free to call from any thread.

#include "analysis/text_reuse.h"

#include <cstddef>
#include <vector>

namespace torikumi::analysis {

/// Two texts by their places, left < right.
struct LikePair {
  std::size_t left = 0;
  std::size_t right = 0;
  double likeness = 0;  ///< As of text_reuse.h.
};

/// Every pair of `texts` with a likeness of `min_likeness` (above 0) or more, in order of left,
/// then right. Nothing is missed: likeness is measured of all pairs that hold enough common
/// sequences of characters to reach it. Memory is that of the texts; time grows with the square of
/// the number of texts that hold the same sequence, so the caller bounds them.
std::vector<LikePair> like_pairs(const std::vector<ComparableText>& texts, double min_likeness);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_LIKE_TEXTS_H_
