#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/practice_json.h"
#include "searchd/practices/department_timeline.h"
#include "searchd/search/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

constexpr std::size_t kMaxNamesInProblem = 200;

Problem problem_of(ProblemType type, std::string parameter, std::string detail, std::string hint,
                   std::vector<std::string> valid_values) {
  return {.type = type,
          .detail = std::move(detail),
          .parameter = std::move(parameter),
          .hint = std::move(hint),
          .valid_values = std::move(valid_values),
          .instance = {},
          .log_message = {}};
}

/// The place of the ward in the column table.
ApiResult<std::uint16_t> ward_from(const std::string& text, const IndexSnapshot& snapshot) {
  if (text.empty()) {
    return tl::unexpected(problem_of(
        ProblemType::MissingParameter, "ward", "a timeline is that of one department of one ward",
        "give the code or name of a ward", values_held("ward", snapshot)));
  }
  const Result<std::string> code = resolve_ward(text, snapshot);
  if (!code) {
    return tl::unexpected(problem_of(ProblemType::InvalidParameter, "ward", code.error().message,
                                     code.error().hint, values_held("ward", snapshot)));
  }
  const std::vector<std::string>& codes = snapshot.columns().ward_codes;
  const auto place = std::lower_bound(codes.begin(), codes.end(), *code);
  const auto number = static_cast<std::uint16_t>(place - codes.begin());
  if (place == codes.end() || *place != *code ||
      departments_of(number, snapshot.columns()).empty()) {
    return tl::unexpected(problem_of(
        ProblemType::InvalidParameter, "ward", fmt::format("no goals of \"{}\" are held", text),
        "wards with reports are in /wards", values_held("ward", snapshot)));
  }
  return number;
}

/// The place of the one department of `ward` that `text` names.
ApiResult<std::uint32_t> department_from(const std::string& text, std::uint16_t ward,
                                         const IndexSnapshot& snapshot) {
  const ColumnTable& columns = snapshot.columns();
  std::vector<std::string> known;
  for (const std::uint32_t place : departments_of(ward, columns)) {
    known.push_back(columns.departments[place]);
  }
  if (text.empty()) {
    known.resize(std::min(known.size(), kMaxNamesInProblem));
    return tl::unexpected(problem_of(ProblemType::MissingParameter, "department",
                                     "a timeline is that of one department of one ward",
                                     "give one of the departments of the ward", std::move(known)));
  }
  Filters filters;
  const bool is_name = std::find(known.begin(), known.end(), text) != known.end();
  (is_name ? filters.departments : filters.department_texts).push_back(text);
  const RowFilter filter(filters, snapshot);
  std::vector<std::uint32_t> meant;
  std::vector<std::string> names;
  for (const std::uint32_t place : departments_of(ward, columns)) {
    ColumnRow row;
    row.department = place;
    if (filter.accepts(row)) {
      meant.push_back(place);
      names.push_back(columns.departments[place]);
    }
  }
  if (meant.size() != 1) {
    std::vector<std::string>& offered = meant.empty() ? known : names;
    offered.resize(std::min(offered.size(), kMaxNamesInProblem));
    return tl::unexpected(problem_of(
        ProblemType::InvalidParameter, "department",
        fmt::format("\"{}\" is {} of the ward", text,
                    meant.empty() ? "no department" : "part of the names of several departments"),
        "give one of the valid values", std::move(offered)));
  }
  return meant.front();
}

std::string_view name_of(TimelineYearState state) {
  switch (state) {
    case TimelineYearState::Goals:
      return "goals";
    case TimelineYearState::NoGoals:
      return "no_goals";
    case TimelineYearState::NoReport:
      break;
  }
  return "no_report";
}

/// Writes one timeline.
class TimelineWriter {
 public:
  TimelineWriter(const DepartmentTimeline& timeline, const IndexSnapshot& snapshot)
      : timeline_(timeline), snapshot_(snapshot) {}

  [[nodiscard]] Json years() const {
    Json list = Json::array();
    std::size_t place = 0;
    for (const TimelineYear& year : timeline_.years) {
      Json goals = Json::array();
      for (; place < timeline_.goals.size() &&
             timeline_.goals[place].record.fiscal_year == year.fiscal_year;
           ++place) {
        goals.push_back(goal(place));
      }
      list.push_back({{"fiscal_year", year.fiscal_year},
                      {"fiscal_year_label", corpus::fiscal_year_label(year.fiscal_year)},
                      {"state", name_of(year.state)},
                      {"goals", std::move(goals)}});
    }
    return list;
  }

  [[nodiscard]] Json trails() const {
    Json list = Json::array();
    for (const analysis::GoalTrail& trail : timeline_.lifecycle.trails) {
      Json ids = Json::array();
      for (const std::size_t place : trail.goals) {
        ids.push_back(timeline_.goals[place].record.id);
      }
      list.push_back({{"first_year", year_of(trail.goals.front())},
                      {"latest_year", year_of(trail.goals.back())},
                      {"years", trail.goals.size()},
                      {"end", name_of(trail.end)},
                      {"ids", std::move(ids)}});
    }
    return list;
  }

  /// What the timeline cannot tell.
  [[nodiscard]] std::vector<std::string> notes() const {
    std::vector<std::string> notes;
    const std::vector<int>& held = timeline_.lifecycle.years;
    if (held.size() == 1) {
      notes.push_back(fmt::format(
          "この部署の目標は、{}の1年分だけを持っています。前後の年度がないため、年度をまたぐ流れは"
          "分かりません。",
          corpus::fiscal_year_label(held.front())));
    }
    if (held.size() > 1) {
      add_gaps(notes);
    }
    const auto& trails = timeline_.lifecycle.trails;
    if (std::any_of(trails.begin(), trails.end(), [](const analysis::GoalTrail& trail) {
          return trail.end == analysis::TrailEnd::Achieved;
        })) {
      notes.emplace_back(
          "「達成して終わった」は、達成したと書かれ、翌年度の目標にないものです。部署の基準になった"
          "かどうかは、報告書"
          "だけでは分かりません。");
    }
    if (timeline_.left_out > 0) {
      notes.push_back(
          fmt::format("古い年度の{}件は多すぎるため、入っていません。", timeline_.left_out));
    }
    return notes;
  }

  [[nodiscard]] CsvDocument csv() const {
    CsvDocument csv{
        {"fiscal_year", "id", "number", "target", "result", "outcome", "step", "earlier_id",
         "earlier_year", "likeness", "trail", "trail_end", "source_file", "source_line"},
        {}};
    for (std::size_t place = 0; place < timeline_.goals.size(); ++place) {
      const TimelineGoal& goal = timeline_.goals[place];
      const analysis::GoalLink& link = timeline_.lifecycle.links[place];
      csv.rows.push_back(
          {std::to_string(year_of(place)), goal.record.id,
           goal.record.number ? std::to_string(*goal.record.number) : "", goal.record.target,
           goal.record.result, std::string(name_of(goal.outcome.outcome)),
           std::string(name_of(link.step)),
           link.earlier ? timeline_.goals[*link.earlier].record.id : "",
           link.earlier ? std::to_string(year_of(*link.earlier)) : "",
           link.earlier ? fmt::format("{:.4f}", link.likeness) : "", std::to_string(goal.trail + 1),
           std::string(name_of(timeline_.lifecycle.trails[goal.trail].end)),
           goal.record.source.file, std::to_string(goal.record.source.line)});
    }
    return csv;
  }

 private:
  [[nodiscard]] int year_of(std::size_t place) const {
    return timeline_.goals[place].record.fiscal_year.value_or(0);
  }

  [[nodiscard]] Json goal(std::size_t place) const {
    const TimelineGoal& goal = timeline_.goals[place];
    const analysis::GoalLink& link = timeline_.lifecycle.links[place];
    Json record = corpus::to_json(goal.record);
    Json json;
    for (const char* key :
         {"id", "number", "scenes", "target", "result", "result_status", "source"}) {
      json[key] = std::move(record[key]);
    }
    json["outcome"] = name_of(goal.outcome.outcome);
    json["step"] = name_of(link.step);
    json["earlier"] = link.earlier ? Json{{"id", timeline_.goals[*link.earlier].record.id},
                                          {"fiscal_year", year_of(*link.earlier)},
                                          {"likeness", rounded(link.likeness)},
                                          {"unchanged", link.is_unchanged}}
                                   : Json(nullptr);
    json["trail"] = goal.trail;
    json["practices"] = practice_links_of(goal.document, snapshot_);
    return json;
  }

  /// The years between the department's first and last one of which it has no goals.
  void add_gaps(std::vector<std::string>& notes) const {
    const std::vector<int>& held = timeline_.lifecycle.years;
    for (const TimelineYear& year : timeline_.years) {
      if (year.fiscal_year < held.front() || year.fiscal_year > held.back()) {
        continue;
      }
      const std::string label = corpus::fiscal_year_label(year.fiscal_year);
      if (year.state == TimelineYearState::NoReport) {
        notes.push_back(label + "は報告書がないため、その前後の年度を直接比べています。");
      }
      if (year.state == TimelineYearState::NoGoals) {
        notes.push_back(
            label +
            "の報告書には、この部署の目標がありません。名称や組織が変わったためかもしれません。");
      }
    }
  }

  const DepartmentTimeline& timeline_;  // The caller's, as the snapshot.
  const IndexSnapshot& snapshot_;
};

}  // namespace

ApiResult<Answer> answer_department_timeline(const RouteRequest& request,
                                             const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  const ApiResult<std::uint16_t> ward = ward_from(parameters.text("ward"), snapshot);
  if (!ward) {
    return tl::unexpected(ward.error());
  }
  const ApiResult<std::uint32_t> department =
      department_from(parameters.text("department"), *ward, snapshot);
  if (!department) {
    return tl::unexpected(department.error());
  }
  const DepartmentTimeline timeline = department_timeline(*ward, *department, snapshot);
  const TimelineWriter writer(timeline, snapshot);
  return Answer{{{"ward", corpus::to_json(snapshot.ward_at(*ward))},
                 {"department", snapshot.columns().departments[*department]},
                 {"years", writer.years()},
                 {"trails", writer.trails()},
                 {"notes", writer.notes()}},
                writer.csv()};
}

}  // namespace torikumi::searchd
