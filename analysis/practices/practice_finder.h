#ifndef ANALYSIS_PRACTICES_PRACTICE_FINDER_H_
#define ANALYSIS_PRACTICES_PRACTICE_FINDER_H_

// Practices (共通する取組): what several records do alike, found from their texts alone.
//
// Sentences are compared (sentence_vectors.h), grouped by average linkage, and every sentence that
// is about as near to a group as the group's own joins it, so that a record that does two things is
// in two groups (sentence_groups.h). Groups of one owner only, and groups whose common words chance
// could give as well (group_evidence.h), are no practices; groups of nearly the same records are
// one. docs/practices.md tells it to readers of the results, bench/practices/ how well it does.

#include "analysis/practices/practice.h"
#include "analysis/practices/practice_corpus.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace torikumi::analysis {

struct PracticeOptions {
  /// Only records of fiscal years up to this one, none of an unknown year.
  std::optional<int> until_year;
  /// So many records, if they have no more than 7,000 sentences, are grouped exactly. Of more,
  /// groups are formed among that many, evenly chosen; all records join those; then the same again
  /// among what joined none, a few times over. Time is then in proportion to the number of records.
  std::size_t max_exact_records = 1'200;
};

/// The practices among the grouped records of `corpus`: most owners first, then most members, then
/// by id. The same corpus gives the same practices on every machine. Free to call from any thread.
std::vector<Practice> find_practices(const PracticeCorpus& corpus, const PracticeOptions& options);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_PRACTICE_FINDER_H_
