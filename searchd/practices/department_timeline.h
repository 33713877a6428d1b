#ifndef SEARCHD_PRACTICES_DEPARTMENT_TIMELINE_H_
#define SEARCHD_PRACTICES_DEPARTMENT_TIMELINE_H_

// The goals of one department, year by year.

#include "analysis/lifecycle.h"
#include "analysis/result_outcome.h"
#include "corpus/record.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::searchd {

/// Of a department with more initiatives, those of its latest years are taken.
inline constexpr std::size_t kMaxTimelineGoals = 2'000;

struct TimelineGoal {
  DocumentNumber document = 0;
  corpus::Record record;
  analysis::OutcomeFinding outcome;
  std::size_t trail = 0;  ///< Place in Lifecycle::trails.
};

/// What is held of a fiscal year.
enum class TimelineYearState {
  Goals,     ///< Goals of the department.
  NoGoals,   ///< A report of the ward without a goal of it.
  NoReport,  ///< No report of the ward.
};

struct TimelineYear {
  int fiscal_year = 0;
  TimelineYearState state = TimelineYearState::NoReport;
};

struct DepartmentTimeline {
  std::vector<TimelineGoal> goals;  ///< By year, number, id.
  analysis::Lifecycle lifecycle;    ///< Of `goals`, by their places.
  std::vector<TimelineYear> years;  ///< All from the first to the last report of the ward.
  std::size_t left_out = 0;         ///< Initiatives above kMaxTimelineGoals.
};

/// The departments that have initiatives of a known year in the ward at place `ward` of the column
/// table, rising by place.
std::vector<std::uint32_t> departments_of(std::uint16_t ward, const ColumnTable& columns);

/// The timeline of the department at place `department` in that ward. Throws Error{Damaged} if the
/// index cannot be read.
DepartmentTimeline department_timeline(std::uint16_t ward, std::uint32_t department,
                                       const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PRACTICES_DEPARTMENT_TIMELINE_H_
