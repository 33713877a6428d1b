#ifndef ANALYSIS_PROMOTION_BACKTEST_H_
#define ANALYSIS_PROMOTION_BACKTEST_H_

// Were the candidates of a year among the standards that came next? Pure functions; free to call
// from any thread.

#include "analysis/promotion/promotion_candidates.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// A standard that the next list has and the one before has not.
struct NewStandard {
  std::size_t record = 0;  ///< Place of the standard in the list of records.
  std::optional<int> number;
  std::string text;
  std::size_t saying_members = 0;  ///< Members of practices of the time whose sentences say it.
};

/// One list of standards and the next, of one municipality.
struct BackTestStep {
  int until_year = 0;  ///< Last fiscal year of the records and standards that candidates know.
  int next_year = 0;   ///< Of the next list that is held.
  /// Practices of records up to `until_year`, with the standards of the last list up to then.
  std::vector<PracticeFacts> practices;
  /// For each practice: how it stands to the new standards.
  std::vector<std::vector<NearStandard>> to_new_standards;
  std::vector<NewStandard> new_standards;
};

/// Why no candidate foretold a standard.
enum class Miss {
  NoEvidence,  ///< No member of a practice up to then says it; a record on its own may.
  NoPractice,  ///< Some members do, but it is not what their practices are about.
  BelowGate,   ///< A practice did, in too few wards.
  Stated,      ///< A practice did, and an older standard was taken to say it.
};

/// `no_evidence`, `no_practice`, `below_gate`, `stated`
std::string_view name_of(Miss miss);

/// What became of one new standard.
struct ForetoldStandard {
  std::size_t standard = 0;             ///< Place in `new_standards`.
  std::optional<std::size_t> rank;      ///< From 1, of the best candidate that became it.
  std::optional<std::size_t> practice;  ///< That candidate's, or the one that was kept out.
  std::optional<Miss> miss;             ///< If there is no rank.
};

struct BackTestResult {
  Promotion promotion;
  std::vector<ForetoldStandard> standards;  ///< In the order of `new_standards`.
  std::vector<std::size_t> not_adopted;     ///< Ranks, from 1, of candidates that became none.

  /// Of the first `k` candidates, or of all if there are fewer, those that became standards.
  [[nodiscard]] Proportion precision_at(std::size_t k) const;
  /// Of the new standards those that one of the first `k` candidates became.
  [[nodiscard]] Proportion recall_at(std::size_t k) const;
};

/// Ranks the practices of `step` as if it were the end of `until_year`, and compares. A practice
/// became a standard if that says what it does (says_practice): by the measure by
/// which a practice is kept off the list. A candidate also stands for those that rest on its
/// sentences. `wards` are the reports up to that year.
BackTestResult back_test(const BackTestStep& step, std::span<const WardReports> wards,
                         const PromotionOptions& options);

/// `wards` without what is later than `year`.
std::vector<WardReports> reports_until(std::span<const WardReports> wards, int year);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PROMOTION_BACKTEST_H_
