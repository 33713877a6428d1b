#include "analysis/lifecycle.h"

#include "analysis/normalizer.h"
#include "analysis/result_quality.h"
#include "analysis/text_reuse.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace torikumi::analysis {
namespace {

constexpr std::array<std::string_view, 6> kStepNames{"first_held",  "new",       "carried_over",
                                                     "became_norm", "continued", "returned"};
constexpr std::array<std::string_view, 3> kEndNames{"open", "achieved", "dropped"};

/// Words with which a target says that it goes on with what is done already.
constexpr std::array<std::string_view, 11> kGoingOn{"引き続き", "引続き",   "ひきつづき", "継続",
                                                    "今後も",   "今年度も", "本年度も",   "昨年度",
                                                    "前年度",   "定着",     "これまで"};

using Pair = std::pair<char32_t, char32_t>;
using Pairs = std::vector<Pair>;  // Sorted, each once.

bool is_hiragana(char32_t character) {
  return character >= U'ぁ' && character <= U'ゟ';
}

Pairs pairs_of(const ComparableText& text) {
  const std::u32string& characters = text.characters();
  Pairs pairs;
  for (std::size_t i = 1; i < characters.size(); ++i) {
    if (!is_hiragana(characters[i - 1]) && !is_hiragana(characters[i])) {
      pairs.emplace_back(characters[i - 1], characters[i]);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

double dice(const Pairs& a, const Pairs& b) {
  if (a.empty() || b.empty()) {
    return 0;
  }
  Pairs common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

bool says_it_goes_on(std::string_view target) {
  const std::string text = Normalizer().normalize(target).text;
  return std::any_of(kGoingOn.begin(), kGoingOn.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// Puts the goals of one department, year by year, into trails.
class TrailBuilder {
 public:
  explicit TrailBuilder(const std::vector<YearlyGoal>& goals) : goals_(goals) {
    lifecycle_.links.resize(goals.size());
    for (std::size_t place = 0; place < goals.size(); ++place) {
      texts_.emplace_back(goals[place].target);
      pairs_.push_back(pairs_of(texts_.back()));
      by_year_[goals[place].fiscal_year].push_back(place);
    }
  }

  Lifecycle build() {
    for (const auto& [year, places] : by_year_) {
      enter(places);
      lifecycle_.years.push_back(year);
    }
    for (GoalTrail& trail : lifecycle_.trails) {
      const YearlyGoal& last = goals_[trail.goals.back()];
      if (last.fiscal_year != lifecycle_.years.back()) {
        trail.end =
            last.outcome == ResultOutcome::Achieved ? TrailEnd::Achieved : TrailEnd::Dropped;
      }
    }
    return std::move(lifecycle_);
  }

 private:
  /// A goal and a trail that it may go on with.
  struct Candidate {
    double likeness = 0;
    std::size_t trail = 0;
    std::size_t goal = 0;
  };

  void enter(const std::vector<std::size_t>& places) {
    const bool is_first = lifecycle_.years.empty();
    std::set<std::size_t> left(places.begin(), places.end());
    if (!is_first) {
      join(left, /*is_last_year=*/true);
      join(left, /*is_last_year=*/false);
    }
    for (const std::size_t place : left) {
      lifecycle_.links[place].step = is_first ? GoalStep::FirstHeld : GoalStep::New;
      lifecycle_.trails.push_back({.goals = {place}, .end = TrailEnd::Open});
    }
  }

  /// Joins goals of `left` to trails that reach the last year, or to those that ended before it,
  /// and takes them out of it.
  void join(std::set<std::size_t>& left, bool is_last_year) {
    std::vector<Candidate> candidates = candidates_of(left, is_last_year);
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
    std::set<std::size_t> taken;
    for (const Candidate& each : candidates) {
      if (left.contains(each.goal) && taken.insert(each.trail).second) {
        link(each, is_last_year);
        left.erase(each.goal);
      }
    }
  }

  [[nodiscard]] std::vector<Candidate> candidates_of(const std::set<std::size_t>& left,
                                                     bool is_last_year) const {
    std::vector<Candidate> candidates;
    std::size_t trails_compared = 0;
    for (std::size_t trail = 0; trail < lifecycle_.trails.size(); ++trail) {
      const std::size_t last = lifecycle_.trails[trail].goals.back();
      const int last_year = lifecycle_.years.back();
      const int year = goals_[last].fiscal_year;
      if (is_last_year ? year != last_year : year >= last_year) {
        continue;
      }
      if (trails_compared++ == kMaxComparedGoals) {
        break;
      }
      std::size_t compared = 0;
      for (auto goal = left.begin(); goal != left.end() && compared < kMaxComparedGoals;
           ++goal, ++compared) {
        const double likeness = dice(pairs_[last], pairs_[*goal]);
        if (likeness >= kSameGoalLikeness) {
          candidates.push_back({likeness, trail, *goal});
        }
      }
    }
    return candidates;
  }

  void link(const Candidate& candidate, bool is_last_year) {
    GoalTrail& trail = lifecycle_.trails[candidate.trail];
    const std::size_t earlier = trail.goals.back();
    GoalLink& link = lifecycle_.links[candidate.goal];
    link.earlier = earlier;
    link.likeness = candidate.likeness;
    link.is_unchanged = texts_[earlier].characters() == texts_[candidate.goal].characters();
    link.step = is_last_year ? step_from(earlier, candidate.goal, link) : GoalStep::Returned;
    trail.goals.push_back(candidate.goal);
  }

  [[nodiscard]] GoalStep step_from(std::size_t earlier, std::size_t goal,
                                   const GoalLink& link) const {
    if (link.is_unchanged) {
      return GoalStep::CarriedOver;
    }
    const bool goes_on =
        says_it_goes_on(goals_[goal].target) && !says_it_goes_on(goals_[earlier].target);
    if (goes_on && goals_[earlier].outcome == ResultOutcome::Achieved) {
      return GoalStep::BecameNorm;
    }
    return likeness(texts_[earlier], texts_[goal]) >= kCarriedOverLikeness ? GoalStep::CarriedOver
                                                                           : GoalStep::Continued;
  }

  const std::vector<YearlyGoal>& goals_;  // The caller's.
  std::vector<ComparableText> texts_;     // One for each goal, as the pairs.
  std::vector<Pairs> pairs_;
  std::map<int, std::vector<std::size_t>> by_year_;
  Lifecycle lifecycle_;
};

}  // namespace

std::string_view name_of(GoalStep step) {
  return kStepNames.at(static_cast<std::size_t>(step));
}

std::string_view name_of(TrailEnd end) {
  return kEndNames.at(static_cast<std::size_t>(end));
}

double goal_likeness(std::string_view target, std::string_view other) {
  return dice(pairs_of(ComparableText(target)), pairs_of(ComparableText(other)));
}

Lifecycle lifecycle_of(const std::vector<YearlyGoal>& goals) {
  return TrailBuilder(goals).build();
}

}  // namespace torikumi::analysis
