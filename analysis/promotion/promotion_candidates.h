#ifndef ANALYSIS_PROMOTION_PROMOTION_CANDIDATES_H_
#define ANALYSIS_PROMOTION_PROMOTION_CANDIDATES_H_

// Which practices of a municipality could become standards, in which order, and how far the reports
// bear it out. Pure functions; free to call from any thread. docs/promotion.md explains the order
// to its readers.

#include "analysis/promotion/practice_facts.h"
#include "analysis/statistics/proportion.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// A standard that at least this share of the members, and at least kStatedMembers of them, state
/// or raise says what the practice does. A third, not half: on the real reports the links find
/// about two of three sentences that a reader finds.
inline constexpr double kStatedShare = 1.0 / 3;
inline constexpr std::size_t kStatedMembers = 2;

/// Of two candidates that share more than this part of the smaller one's sentences one is listed.
inline constexpr double kSameEvidenceShare = 0.5;

/// So many departments make half of the part that counts them.
inline constexpr double kHalfDepartments = 5;

/// Fewer wards with the practice, or with initiatives of the time, than this say little.
inline constexpr std::size_t kFewWards = 3;

/// From this number of years before the last report on, a practice is old.
inline constexpr int kOldYears = 5;

/// What a candidate would be: the guideline's cases, and a ward's own standard for all wards.
enum class CandidateKind {
  NewItem,       ///< No standard says it.
  Extension,     ///< On a higher level than a city-wide standard.
  WardStandard,  ///< One ward's own standard (各区独自基準) says it.
};

/// What the order of candidates is made of, the most important first.
enum class RankPart { Wards, Departments, Persistence, Recency, Results };
inline constexpr std::array kAllRankParts{RankPart::Wards, RankPart::Departments,
                                          RankPart::Persistence, RankPart::Recency,
                                          RankPart::Results};

/// Why one should not be too sure of a candidate.
enum class SurenessLimit {
  ExamplesOnly,  ///< Only lists of examples have it, no report of targets and results.
  FewWards,      ///< Fewer than kFewWards wards have it.
  OneYear,       ///< Reports of one year have it.
  Old,           ///< Last seen kOldYears or more before the last report.
  FewResults,    ///< Less than half of the results say that it was achieved.
  FewReports,    ///< Initiatives of fewer than kFewWards wards are held since it was first seen.
};

enum class Sureness { Low, Medium, High };

/// Names in the API: `new_item`, `wards`, `examples_only`, `low`.
std::string_view name_of(CandidateKind kind);
std::string_view name_of(RankPart part);
std::string_view name_of(SurenessLimit limit);
std::string_view name_of(Sureness sureness);

struct PromotionOptions {
  std::size_t min_wards = 2;  ///< 1 or more; fewer wards make no candidate.
  /// By RankPart; 0 or more, not all 0. Only their proportions matter.
  std::array<double, kAllRankParts.size()> weights{40, 15, 10, 10, 25};
  double half_life_years = 10;  ///< Above 0; of recency.
};

/// One part of a candidate's rank. `value` is 0..1:
///   Wards        lower bound of the Wilson interval of hits/base: wards with it of these and the
///                wards that reported initiatives, and not it, since the year it was first seen
///   Departments  hits / (hits + kHalfDepartments): different departments that are named, and one
///                for each ward whose members name none, as in lists of examples
///   Persistence  the same bound for years with it of years with any report since first seen
///   Recency      0.5 ^ ((last year of any report − last year seen) / half_life_years)
///   Results      hits/base: members whose result says achieved and whose sentence tells of a thing
///                that was made, of those whose sentence was read
struct PartOfRank {
  RankPart part = RankPart::Wards;
  double value = 0;
  double weight = 0;  ///< 0..1; the weights of all parts sum to 1.
  Proportion counts;  ///< As above; for Departments base is 0, for Recency both are 0.
  double lead = 0;    ///< weight · (value − mean value of all candidates).
};

struct Candidate {
  std::size_t practice = 0;  ///< Place in the list of practices.
  CandidateKind kind = CandidateKind::NewItem;
  double score = 0;                                      ///< 0..1: the sum of weight · value.
  std::array<PartOfRank, kAllRankParts.size()> parts{};  ///< By RankPart.
  std::vector<std::size_t> wards;                        ///< Places; rising.
  std::vector<std::string> departments;                  ///< ward code + blank + name; sorted.
  std::vector<int> years;                                ///< Rising; never empty.
  bool has_nameless_departments = false;                 ///< Some member names none.
  std::size_t members = 0;
  std::size_t achieved = 0;          ///< Members whose result says achieved.
  std::size_t initiatives = 0;       ///< Members that are no examples.
  int last_report = 0;               ///< Last fiscal year of any report.
  std::vector<std::size_t> missing;  ///< Wards that reported initiatives since then, and not it.
  std::vector<std::size_t> stopped;  ///< Of `wards`: reported initiatives later, and not it.
  /// Wards of which only examples are held since then: somebody chose these, so that it is not
  /// among them says nothing.
  std::vector<std::size_t> examples_only;
  std::vector<std::size_t> earlier_only;    ///< Wards that reported only before it was first seen.
  std::vector<std::size_t> without_report;  ///< Wards of which no report is held.
  std::size_t wards_with_initiatives = 0;   ///< Since it was first seen, with it or without.
  /// The one that it extends, or a ward's own that says it, else the nearest; if there is any.
  std::optional<NearStandard> nearest;
  std::vector<std::size_t> related;  ///< Practices that rest on the same sentences; not listed.
  Sureness sureness = Sureness::Low;
  std::vector<SurenessLimit> limits;

  [[nodiscard]] const PartOfRank& part(RankPart name) const {
    return parts.at(static_cast<std::size_t>(name));
  }
};

/// Why a practice is no candidate.
enum class NoCandidate { NoYear, TooFewWards, Stated, SameEvidence };

/// `no_year`, `too_few_wards`, `stated`, `same_evidence`
std::string_view name_of(NoCandidate reason);

struct Rejection {
  std::size_t practice = 0;
  NoCandidate reason = NoCandidate::TooFewWards;
  std::optional<NearStandard> standard;  ///< Stated: the city-wide standard that says it.
  std::size_t other = 0;                 ///< SameEvidence: the practice that is listed instead.
};

struct Promotion {
  std::vector<Candidate> candidates;  ///< Best first; equals by wards, departments and id.
  std::vector<Rejection> rejected;    ///< In order of practices.
};

/// True if `standard` says what a practice of `members` members does (kStatedShare).
bool says_practice(const NearStandard& standard, std::size_t members);

/// The candidates among `practices` of one municipality whose wards are `wards`. A practice is one
/// if at least `min_wards` wards have it and no city-wide standard says it (kStatedShare). Of
/// those that rest on the same sentences only the best is listed. The order is that of `score`, so
/// that whoever has parts and weights can work it out again.
Promotion promotion_candidates(std::span<const PracticeFacts> practices,
                               std::span<const WardReports> wards, const PromotionOptions& options);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PROMOTION_PROMOTION_CANDIDATES_H_
