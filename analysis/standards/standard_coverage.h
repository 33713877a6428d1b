#ifndef ANALYSIS_STANDARDS_STANDARD_COVERAGE_H_
#define ANALYSIS_STANDARDS_STANDARD_COVERAGE_H_

// Which initiatives and examples work on which standards (区役所サービス基準), with the sentence
// that says so.

#include "analysis/standards/standard_comparison.h"
#include "analysis/standards/standard_link.h"

#include <vector>

namespace torikumi::analysis {

/// The links of all records to the standards of StandardComparison::list_for, in order of record,
/// then standard; at most one for each pair, by the sentence with the greatest score.
///
/// A sentence is scored by how much of the standard's wording it says and how telling those words
/// are; standard_scores.cc has the formula. Strong from StandardMeasure::strong_score on, weak from
/// weak_score on, no link below. A link raises the standard where its sentence, or else another one
/// of the record that says more of this standard than of any other, has something of RaisingWords
/// that the standard's text has not: `raised_by` has up to three such words, parted by 、.
///
/// Time grows with the records times the standards that share a telling word with them. Throws
/// nothing. Free to call from any thread.
std::vector<StandardLink> standard_links(const StandardComparison& comparison);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_COVERAGE_H_
