#ifndef ANALYSIS_PROMOTION_PRACTICE_FACTS_H_
#define ANALYSIS_PROMOTION_PRACTICE_FACTS_H_

// What the ranking of promotion candidates (基準化候補) knows of practices, reports and standards.
// Plain values: whoever fills them has read the index.

#include "analysis/practices/practice.h"
#include "analysis/result_outcome.h"
#include "corpus/record.h"
#include "corpus/ward_registry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::analysis {

/// One record that does the practice.
struct FactMember {
  std::size_t record = 0;  ///< Place in the list of records.
  SentenceRef sentence;    ///< Says so.
  std::string ward_code;
  std::optional<int> fiscal_year;
  std::string department;  ///< Canonical name; empty for an example, whose list names none.
  corpus::RecordKind kind = corpus::RecordKind::Initiative;
  ResultOutcome outcome = ResultOutcome::Unknown;
  /// Whether the sentence tells of a thing that was made (made_things.h); nothing if it was not
  /// read.
  std::optional<bool> made_thing = {};
};

/// How a practice stands to one standard.
struct NearStandard {
  std::size_t record = 0;  ///< Place of the standard in the list of records.
  std::optional<int> number;
  std::string text;
  corpus::StandardScope scope = corpus::StandardScope::AllOffices;
  double similarity = 0;    ///< 0..1, the mean over the members (StandardSimilarity).
  std::size_t stating = 0;  ///< Members whose sentence does what the standard says, no more.
  std::size_t raising = 0;  ///< Members whose sentence does it on a higher level.
  std::vector<std::string> raised_by;  ///< What is added, as written; each once.

  [[nodiscard]] bool is_city_wide() const { return scope != corpus::StandardScope::OneWard; }
};

/// A practice as far as one municipality has it.
struct PracticeFacts {
  std::string id;
  std::string label;
  std::vector<FactMember> members;      ///< Each record once.
  std::vector<NearStandard> standards;  ///< Of the last list, nearest first; may be empty.
};

/// What is held of one ward; both empty if nothing is.
struct WardReports {
  corpus::Ward ward;
  std::vector<int> initiative_years;  ///< Of which targets and results are held; rising.
  std::vector<int> example_years;     ///< Of which listed examples are held; rising.
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PROMOTION_PRACTICE_FACTS_H_
