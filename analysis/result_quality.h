#ifndef ANALYSIS_RESULT_QUALITY_H_
#define ANALYSIS_RESULT_QUALITY_H_

// Target against result: what the texts of an initiative say about how it was summed up. Rules over
// texts, no judgement: each finding comes with the passages or records that show it.

#include "analysis/result_outcome.h"
#include "analysis/text_reuse.h"
#include "corpus/record.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// From this share of its letters on, a result whose passages stand in its own target restates it.
inline constexpr double kRestatedShare = 0.6;

/// From this likeness on, a target is carried over from the earlier year.
inline constexpr double kCarriedOverLikeness = 0.8;

/// From this likeness on, a result is a copy of another one. Between the real reports' only copy
/// (1) and the next pair, which share no more than 定期的なミーティング (0.22), there is nothing.
inline constexpr double kCopiedLikeness = 0.8;

/// Shorter results (なし, 実施した) are alike by chance and are not compared with others'.
inline constexpr std::size_t kMinCopiedCharacters = 20;

/// Of a report with more different results, and of longer ones, only equal ones are copies.
inline constexpr std::size_t kMaxComparedResults = 1'000;
inline constexpr std::size_t kMaxComparedResultCharacters = 2'000;

/// Copies that are kept of a result, and targets of one department and year that are compared.
inline constexpr std::size_t kMaxCopiedResults = 20;
inline constexpr std::size_t kMaxComparedTargets = 100;

/// How much of a result stands in its own target.
struct ResultEcho {
  double share = 0;  ///< 0..1, of the result's letters.
  std::vector<SharedPassage> passages;

  [[nodiscard]] bool is_restated() const { return share >= kRestatedShare; }
};

/// The result of another department of the same report that says nearly the same.
struct CopiedResult {
  std::string id;
  double likeness = 0;  ///< kCopiedLikeness..1; 1 if and only if all letters are the same.
};

/// A target of the same department in its last earlier year.
struct CarriedOver {
  std::string id;
  int fiscal_year = 0;
  double likeness = 0;  ///< kCarriedOverLikeness..1.
  bool is_unchanged = false;
};

/// What is derived of one initiative.
struct ResultQuality {
  OutcomeFinding outcome;          ///< Of examples too.
  std::optional<ResultEcho> echo;  ///< Nothing without a reported result or a target.
  std::vector<ByteRange> figures;  ///< Of a reported result.
  /// Most alike first, equals by id; the first kMaxCopiedResults. Nobody can tell from the texts
  /// who copied, so each has the others.
  std::vector<CopiedResult> copied_results;
  std::size_t copied_result_count = 0;
  /// True if there is an earlier year of the same department to compare with.
  bool has_earlier_year = false;
  std::optional<CarriedOver> carried_over;
};

/// One for each of `records`, in their order; all empty for what is no initiative, but for the
/// outcome of examples.
///
/// Restated: share_of the result in shared_passages with its own target. Copied results:
/// kCopiedLikeness or more between the letters and digits of both, at least kMinCopiedCharacters,
/// of another department in the same file. Carried over: the target most alike (of equals the first
/// by id) among those of the same ward and canonical department in the last earlier year that has
/// any; at most kMaxComparedTargets are compared.
std::vector<ResultQuality> assess_results(std::span<const corpus::Record* const> records);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_RESULT_QUALITY_H_
