#ifndef ANALYSIS_RESULT_OUTCOME_H_
#define ANALYSIS_RESULT_OUTCOME_H_

// What became of a goal, as the words of its result (実施結果及び目標の達成度) say it. A rule over
// words: it takes a report at its word and judges nobody.

#include "analysis/normalizer.h"
#include "corpus/record.h"

#include <array>
#include <optional>
#include <string_view>

namespace torikumi::analysis {

enum class ResultOutcome {
  Unknown,      ///< No result is reported, or its words do not tell.
  NotAchieved,  ///< It was not done, or is only considered or planned.
  Partly,       ///< Something was done and something was not, or only efforts are told.
  Achieved,     ///< Something was done, and nothing is said not to have been.
};
inline constexpr std::array kAllResultOutcomes{ResultOutcome::Unknown, ResultOutcome::NotAchieved,
                                               ResultOutcome::Partly, ResultOutcome::Achieved};

/// `unknown`, `not_achieved`, `partly`, `achieved`: the name in the API.
std::string_view name_of(ResultOutcome outcome);

/// An outcome and the sentence that shows it.
struct OutcomeFinding {
  ResultOutcome outcome = ResultOutcome::Unknown;
  /// Bytes of the result; of the first sentence that speaks against it if there is one, else of
  /// the first that decided. Nothing if the outcome is unknown.
  std::optional<ByteRange> passage;

  bool operator==(const OutcomeFinding&) const = default;
};

/// The outcome that `result` tells. Each sentence counts by its last clause, where Japanese has
/// its predicate; a clause that concedes (…できませんでしたが、) counts too, one that only sets the
/// scene (…が中止になる中、) does not:
///   done      …しました, …できました, …ています, …できます, a closing noun (設置, 改善)
///   effort    …努めました, …心がけました, …図りました, without a deed in the same sentence
///   not done  …できませんでした, …中止しました, …延期となりました, 未実施
///   to come   …検討しています, …予定です, …いきます, 今後の課題です
/// Achieved: some sentence is done, none not done. Partly: done and not done, done 一部 or おおむね
/// only, or efforts alone. Not achieved: not done or to come, and nothing done or tried.
OutcomeFinding outcome_of(std::string_view result, corpus::ResultStatus status);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_RESULT_OUTCOME_H_
