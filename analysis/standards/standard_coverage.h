#ifndef ANALYSIS_STANDARDS_STANDARD_COVERAGE_H_
#define ANALYSIS_STANDARDS_STANDARD_COVERAGE_H_

// Which initiatives and examples work on which standards (区役所サービス基準), with the sentence
// that says so.

#include "analysis/standards/raising_words.h"
#include "analysis/standards/standard_comparison.h"
#include "analysis/standards/standard_link.h"

#include <vector>

namespace torikumi::analysis {

/// The links of all records to the standards of StandardComparison::list_for, in order of record,
/// then standard; at most one for each pair, by the sentence with the greatest score.
///
/// A sentence is scored by how much of the standard's wording it says and how telling those words
/// are; standard_scores.cc has the formula. Strong from StandardMeasure::strong_score on, weak from
/// weak_score on, no link below. A strong link raises the standard where its sentence, or a
/// neighbour of the same text that scores at least weakly itself, adds something of `raising` that
/// the standard does not say; so does a weak link.
///
/// Time grows with the records times the standards that share a telling word with them. Throws
/// nothing. Free to call from any thread.
std::vector<StandardLink> standard_links(const StandardComparison& comparison,
                                         const RaisingWords& raising);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_COVERAGE_H_
