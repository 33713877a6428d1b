#ifndef ANALYSIS_LIFECYCLE_H_
#define ANALYSIS_LIFECYCLE_H_

// What became of a department's goals over the years: which came back unchanged, which were reached
// and are stated as what is done anyway, which ended. Pure functions over texts; free to call from
// any thread.

#include "analysis/result_outcome.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// From this share of common pairs of characters on, two targets of a department are the same goal
/// (goal_likeness). Among the 64 pairs of goals that one department of the real reports sets in
/// one year, which are different goals, none has more than 0.28; the made-up history of the tests
/// has 0.5 and more for the same goal, and 0.4 once for another one.
inline constexpr double kSameGoalLikeness = 0.45;

/// Of one department and year so many goals are compared; more are taken for new.
inline constexpr std::size_t kMaxComparedGoals = 100;

/// One goal of the department.
struct YearlyGoal {
  int fiscal_year = 0;
  std::string_view target;  ///< The caller's.
  ResultOutcome outcome = ResultOutcome::Unknown;
};

/// How a goal stands to the department's years before.
enum class GoalStep {
  FirstHeld,    ///< Of the first year held: since when it has been there is not known.
  New,          ///< Like no earlier goal of the department.
  CarriedOver,  ///< The last year's goal in nearly the same words (kCarriedOverLikeness).
  BecameNorm,   ///< The last year's goal was achieved, and this one goes on with it (引き続き).
  Continued,    ///< The last year's goal in other words.
  Returned,     ///< Like a goal of an earlier year that the last year did not have.
};

/// `first_held`, `new`, `carried_over`: the name in the API.
std::string_view name_of(GoalStep step);

/// A goal's step, and the goal before it.
struct GoalLink {
  GoalStep step = GoalStep::New;
  std::optional<std::size_t> earlier;  ///< Its place; nothing for FirstHeld and New.
  double likeness = 0;                 ///< goal_likeness with that one.
  bool is_unchanged = false;           ///< Both have the same letters and digits.
};

/// How a trail stands at its end.
enum class TrailEnd {
  Open,      ///< It goes to the last year held: what comes then is not known.
  Achieved,  ///< The last goal was achieved, and the next year does not have it: it may have become
             ///< the department's norm.
  Dropped,   ///< The next year does not have it, and it was not said to be achieved.
};

/// `open`, `achieved`, `dropped`: the name in the API.
std::string_view name_of(TrailEnd end);

/// One goal through the years.
struct GoalTrail {
  std::vector<std::size_t> goals;  ///< Places, in order of their years, one of a year.
  TrailEnd end = TrailEnd::Open;
};

struct Lifecycle {
  std::vector<int> years;         ///< With a goal of the department, rising.
  std::vector<GoalLink> links;    ///< One for each goal, in their order.
  std::vector<GoalTrail> trails;  ///< By their first goal: year, then place. Each goal is in one.
};

/// How much two targets have in common, 0..1: of the different pairs of neighbouring characters
/// without hiragana, twice the common ones by all of both (Dice). Hiragana is grammar; what
/// kanji, katakana, Latin letters and digits say is what the goal is about. Letters and digits
/// in normalised form, blanks and punctuation left out; 0 if one has no such pair.
double goal_likeness(std::string_view target, std::string_view other);

/// The trails of the goals of one department. Each year's goals are set against those of the last
/// year that has any, most alike first, each to one at most; those left over against trails that
/// ended before. The order of `goals` decides between equals.
Lifecycle lifecycle_of(const std::vector<YearlyGoal>& goals);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_LIFECYCLE_H_
