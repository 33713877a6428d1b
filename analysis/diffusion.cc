#include "analysis/diffusion.h"

#include <algorithm>
#include <array>

namespace torikumi::analysis {
namespace {

constexpr std::array<std::string_view, 8> kStateNames{"no_report",    "examples_only", "not_yet",
                                                      "had_at_first", "adopted",       "continued",
                                                      "dropped",      "readopted"};

/// What is held of one ward and year, observations taken together.
struct Held {
  bool is_whole = false;
  bool is_examples = false;
  bool has_it = false;
};

using HeldYears = std::vector<Held>;  // Of one ward, one for each year of the grid.

/// Follows one ward through the years. What examples do not show changes nothing.
class WardWalk {
 public:
  explicit WardWalk(std::size_t ward) : ward_(ward) {}

  void enter(int year, const Held& held) {
    history_.states.push_back(state_of(held));
    if (held.has_it) {
      history_.first_with = history_.first_with.value_or(year);
      history_.latest_with = year;
      if (is_interrupted_) {
        interruptions_.back().again = year;
      }
      is_interrupted_ = false;
    } else if (held.is_whole && history_.latest_with && !is_interrupted_) {
      interruptions_.push_back({.ward = ward_,
                                .latest_with = *history_.latest_with,
                                .first_without = year,
                                .again = {}});
      is_interrupted_ = true;
    }
    if (held.is_whole) {
      history_.first_report = history_.first_report.value_or(year);
    }
  }

  [[nodiscard]] const WardHistory& history() const { return history_; }
  [[nodiscard]] const std::vector<Interruption>& interruptions() const { return interruptions_; }

 private:
  // `history_` is of the years before.
  [[nodiscard]] DiffusionState state_of(const Held& held) const {
    if (held.has_it) {
      if (is_interrupted_) {
        return DiffusionState::Readopted;
      }
      if (history_.first_with) {
        return DiffusionState::Continued;
      }
      return history_.first_report ? DiffusionState::Adopted : DiffusionState::HadAtFirst;
    }
    if (held.is_whole) {
      return history_.first_with ? DiffusionState::Dropped : DiffusionState::NotYet;
    }
    return held.is_examples ? DiffusionState::ExamplesOnly : DiffusionState::NoReport;
  }

  std::size_t ward_;
  WardHistory history_;
  std::vector<Interruption> interruptions_;
  bool is_interrupted_ = false;  // The last year that says yes or no says no, after a yes.
};

void count(const Held& held, DiffusionState state, DiffusionYear& year) {
  year.reporting += held.is_whole ? 1 : 0;
  year.examples_only += held.is_examples && !held.is_whole ? 1 : 0;
  year.with_it += held.has_it ? 1 : 0;
  year.with_it_reporting += held.has_it && held.is_whole ? 1 : 0;
  year.came += state == DiffusionState::Adopted || state == DiffusionState::HadAtFirst ? 1 : 0;
}

Adoption adoption_of(std::size_t ward, const WardHistory& history, int first_year) {
  const int year = *history.first_with;
  return {.ward = ward,
          .fiscal_year = year,
          .lag_years = year - first_year,
          .had_at_first = !history.first_report || *history.first_report >= year};
}

/// Sets everything that is read off the rows.
void sum_up(Diffusion& diffusion) {
  std::optional<int> first;
  for (const WardHistory& history : diffusion.wards) {
    if (history.first_with) {
      first = std::min(first.value_or(*history.first_with), *history.first_with);
    }
  }
  for (std::size_t ward = 0; ward < diffusion.wards.size(); ++ward) {
    const WardHistory& history = diffusion.wards[ward];
    if (history.first_with) {
      const Adoption adoption = adoption_of(ward, history, *first);
      (adoption.lag_years == 0 ? diffusion.first_adopters : diffusion.followers)
          .push_back(adoption);
    } else {
      (history.first_report ? diffusion.not_yet : diffusion.unknown).push_back(ward);
    }
    const bool is_known_then = history.first_report && first && *history.first_report <= *first;
    if (first && history.first_with != first && !is_known_then) {
      diffusion.unknown_at_first.push_back(ward);
    }
  }
  std::stable_sort(
      diffusion.followers.begin(), diffusion.followers.end(),
      [](const Adoption& a, const Adoption& b) { return a.fiscal_year < b.fiscal_year; });
  for (const Interruption& each : diffusion.interruptions) {
    ++diffusion.years[static_cast<std::size_t>(each.first_without - diffusion.first_year)].dropped;
  }
}

}  // namespace

std::string_view name_of(DiffusionState state) {
  return kStateNames.at(static_cast<std::size_t>(state));
}

bool has_it(DiffusionState state) {
  return state == DiffusionState::HadAtFirst || state == DiffusionState::Adopted ||
         state == DiffusionState::Continued || state == DiffusionState::Readopted;
}

Diffusion diffusion_of(const std::vector<WardYear>& observations, std::size_t ward_count) {
  Diffusion diffusion;
  if (!observations.empty()) {
    const auto [first, last] = std::minmax_element(
        observations.begin(), observations.end(),
        [](const WardYear& a, const WardYear& b) { return a.fiscal_year < b.fiscal_year; });
    diffusion.first_year = first->fiscal_year;
    diffusion.last_year = last->fiscal_year;
  }
  const auto year_count = static_cast<std::size_t>(diffusion.last_year - diffusion.first_year + 1);
  std::vector<HeldYears> held(ward_count, HeldYears(year_count));
  for (const WardYear& each : observations) {
    Held& cell = held[each.ward][static_cast<std::size_t>(each.fiscal_year - diffusion.first_year)];
    cell.is_whole = cell.is_whole || each.held == ReportHeld::Whole;
    cell.is_examples = cell.is_examples || each.held == ReportHeld::ExamplesOnly;
    cell.has_it = cell.has_it || each.has_it;
  }
  diffusion.years.resize(year_count);
  for (std::size_t i = 0; i < year_count; ++i) {
    diffusion.years[i].fiscal_year = diffusion.first_year + static_cast<int>(i);
  }
  for (std::size_t ward = 0; ward < ward_count; ++ward) {
    WardWalk walk(ward);
    for (std::size_t i = 0; i < year_count; ++i) {
      walk.enter(diffusion.years[i].fiscal_year, held[ward][i]);
      count(held[ward][i], walk.history().states.back(), diffusion.years[i]);
    }
    diffusion.wards.push_back(walk.history());
    diffusion.interruptions.insert(diffusion.interruptions.end(), walk.interruptions().begin(),
                                   walk.interruptions().end());
  }
  sum_up(diffusion);
  return diffusion;
}

}  // namespace torikumi::analysis
