#ifndef ANALYSIS_DIFFUSION_H_
#define ANALYSIS_DIFFUSION_H_

// Who had something when: how a practice or theme spread over wards and years. Pure functions over
// what reports hold; free to call from any thread.
//
// Three kinds of not knowing are kept apart from "no":
// - nothing is held of a ward and year;
// - only a list of examples is held, a few practices that somebody chose: what is not among them
//   may well have been done, so that its absence counts for nothing, and its presence for a yes;
// - nothing is held of the years before a ward's first report: what that one has may be old.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// What is held of a ward and year.
enum class ReportHeld {
  ExamplesOnly,  ///< 事例のみ: a list of examples.
  Whole,         ///< A report of targets and results.
};

/// One ward and year of which something is held.
struct WardYear {
  std::size_t ward = 0;  ///< Below the number of wards.
  int fiscal_year = 0;
  ReportHeld held = ReportHeld::Whole;
  bool has_it = false;
};

/// What a ward and year says.
enum class DiffusionState {
  NoReport,      ///< Nothing is held.
  ExamplesOnly,  ///< Examples are held, and it is not among them: not known.
  NotYet,        ///< A report without it, and no earlier year has it.
  HadAtFirst,    ///< Has it, and no report of an earlier year is held: may be older.
  Adopted,       ///< Has it for the first time, after a report without it.
  Continued,     ///< Has it, as the last year that says yes or no has.
  Dropped,       ///< A report without it, though an earlier year has it.
  Readopted,     ///< Has it again, after a report without it.
};

/// `no_report`, `examples_only`, `not_yet`, `had_at_first`: the name in the API.
std::string_view name_of(DiffusionState state);

/// True for states of a year that has it.
bool has_it(DiffusionState state);

/// One ward's row of the grid.
struct WardHistory {
  std::vector<DiffusionState> states;  ///< One for each year of the grid.
  std::optional<int> first_report;     ///< Fiscal year of the first whole report.
  std::optional<int> first_with;       ///< First fiscal year that has it.
  std::optional<int> latest_with;
};

/// A ward that came to have it.
struct Adoption {
  std::size_t ward = 0;
  int fiscal_year = 0;
  int lag_years = 0;          ///< After the first adopters; at most so many if `had_at_first`.
  bool had_at_first = false;  ///< No report of an earlier year is held: may have had it before.

  bool operator==(const Adoption&) const = default;
};

/// A ward that had it, reported without it, and may have taken it up again.
struct Interruption {
  std::size_t ward = 0;
  int latest_with = 0;       ///< Last year that has it before it was dropped.
  int first_without = 0;     ///< First report without it behind that.
  std::optional<int> again;  ///< Next year that has it; none: dropped for good, as far as is held.

  bool operator==(const Interruption&) const = default;
};

/// One column of the grid, counted.
struct DiffusionYear {
  int fiscal_year = 0;
  std::size_t reporting = 0;          ///< Wards with a whole report.
  std::size_t examples_only = 0;      ///< Wards with examples only.
  std::size_t with_it = 0;            ///< Wards that have it, whatever is held of them.
  std::size_t with_it_reporting = 0;  ///< Of these, wards with a whole report.
  std::size_t came = 0;               ///< Adopted or had at first.
  std::size_t dropped = 0;            ///< Wards whose previous yes-or-no year had it.
};

/// The whole grid and what it says. Lists of wards rise by ward where nothing else is said.
struct Diffusion {
  int first_year = 0;
  int last_year = -1;  ///< Below first_year if nothing is held.
  std::vector<WardHistory> wards;
  std::vector<DiffusionYear> years;
  std::vector<Adoption> first_adopters;  ///< All wards of the first year; ties are ties.
  std::vector<Adoption> followers;       ///< By year, then ward.
  std::vector<Interruption> interruptions;
  std::vector<std::size_t> not_yet;  ///< With a whole report, and no year that has it.
  std::vector<std::size_t> unknown;  ///< Without a whole report, and no year that has it.
  /// Without a whole report of the first adopters' year or earlier, other than these: they may
  /// have had it before.
  std::vector<std::size_t> unknown_at_first;
};

/// The grid from the first to the last fiscal year of `observations`, for `ward_count` wards. Of
/// two observations of a ward and year a whole report counts before examples, and either's yes.
Diffusion diffusion_of(const std::vector<WardYear>& observations, std::size_t ward_count);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_DIFFUSION_H_
