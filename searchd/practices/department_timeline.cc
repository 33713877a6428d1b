#include "searchd/practices/department_timeline.h"

#include "searchd/search/search_engine.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

bool is_dated_initiative(const ColumnRow& row) {
  return row.kind == corpus::RecordKind::Initiative && row.fiscal_year != 0;
}

/// The department's initiatives, latest years first, then in order of their ids.
std::vector<DocumentNumber> documents_of(std::uint16_t ward, std::uint32_t department,
                                         const ColumnTable& columns) {
  std::vector<DocumentNumber> documents;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (is_dated_initiative(row) && row.ward == ward && row.department == department) {
      documents.push_back(document);
    }
  }
  std::stable_sort(documents.begin(), documents.end(), [&](DocumentNumber a, DocumentNumber b) {
    return columns.row(a).fiscal_year > columns.row(b).fiscal_year;
  });
  return documents;
}

std::vector<TimelineYear> years_of(std::uint16_t ward, const std::vector<int>& with_goals,
                                   const ColumnTable& columns) {
  std::set<int> reported;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (is_dated_initiative(row) && row.ward == ward) {
      reported.insert(row.fiscal_year);
    }
  }
  std::vector<TimelineYear> years;
  for (int year = reported.empty() ? 1 : *reported.begin();
       year <= (reported.empty() ? 0 : *reported.rbegin()); ++year) {
    const bool has_goals = std::binary_search(with_goals.begin(), with_goals.end(), year);
    years.push_back({.fiscal_year = year,
                     .state = has_goals                 ? TimelineYearState::Goals
                              : reported.contains(year) ? TimelineYearState::NoGoals
                                                        : TimelineYearState::NoReport});
  }
  return years;
}

}  // namespace

std::vector<std::uint32_t> departments_of(std::uint16_t ward, const ColumnTable& columns) {
  std::set<std::uint32_t> departments;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (is_dated_initiative(row) && row.ward == ward && row.department != 0) {
      departments.insert(row.department);
    }
  }
  return {departments.begin(), departments.end()};
}

DepartmentTimeline department_timeline(std::uint16_t ward, std::uint32_t department,
                                       const IndexSnapshot& snapshot) {
  const ColumnTable& columns = snapshot.columns();
  std::vector<DocumentNumber> documents = documents_of(ward, department, columns);
  DepartmentTimeline timeline;
  if (documents.size() > kMaxTimelineGoals) {
    timeline.left_out = documents.size() - kMaxTimelineGoals;
    documents.resize(kMaxTimelineGoals);
  }
  std::vector<corpus::Record> records = records_at(documents, snapshot);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const analysis::OutcomeFinding outcome =
        analysis::outcome_of(records[i].result, records[i].result_status);
    timeline.goals.push_back({.document = documents[i],
                              .record = std::move(records[i]),
                              .outcome = outcome,
                              .trail = 0});
  }
  std::sort(timeline.goals.begin(), timeline.goals.end(),
            [](const TimelineGoal& a, const TimelineGoal& b) {
              return std::tie(a.record.fiscal_year, a.record.number, a.record.id) <
                     std::tie(b.record.fiscal_year, b.record.number, b.record.id);
            });
  std::vector<analysis::YearlyGoal> goals;
  for (const TimelineGoal& goal : timeline.goals) {
    goals.push_back({.fiscal_year = goal.record.fiscal_year.value_or(0),
                     .target = goal.record.target,
                     .outcome = goal.outcome.outcome});
  }
  timeline.lifecycle = analysis::lifecycle_of(goals);
  for (std::size_t trail = 0; trail < timeline.lifecycle.trails.size(); ++trail) {
    for (const std::size_t place : timeline.lifecycle.trails[trail].goals) {
      timeline.goals[place].trail = trail;
    }
  }
  timeline.years = years_of(ward, timeline.lifecycle.years, columns);
  return timeline;
}

}  // namespace torikumi::searchd
