#include "searchd/practices/department_timeline.h"

#include "tests/searchd/practices/practice_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;

corpus::Record numbered(corpus::Record record, int number) {
  record.number = number;
  return record;
}

const IndexSnapshot& snapshot() {
  static const PracticeIndex kIndex(
      {numbered(initiative_of("a", nakahara(), 2020, "総務課", "名札の着用を毎朝確かめます。"), 2),
       numbered(initiative_of("b", nakahara(), 2020, "総務課", "会議資料を画面で共有します。"), 1),
       initiative_of("c", nakahara(), 2021, "区民課", "番号発券機を置きます。"),
       initiative_of("d", nakahara(), 2023, "総務課", "名札の着用を毎朝確かめます。"),
       initiative_of("e", kawasaki(), 2022, "総務課", "名札の着用を毎朝確かめます。"),
       example_of("f", nakahara(), 2019, "名札を付けました。")},
      {});
  return kIndex.snapshot();
}

std::uint16_t place_of(const corpus::Ward& ward) {
  const std::vector<std::string>& codes = snapshot().columns().ward_codes;
  return static_cast<std::uint16_t>(std::find(codes.begin(), codes.end(), ward.code) -
                                    codes.begin());
}

std::uint32_t place_of(const std::string& department) {
  const std::vector<std::string>& names = snapshot().columns().departments;
  return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), department) -
                                    names.begin());
}

TEST(DepartmentTimelineTest, HasTheDepartmentsGoalsByYearAndNumber) {
  const DepartmentTimeline timeline =
      department_timeline(place_of(nakahara()), place_of("総務課"), snapshot());
  std::vector<std::string> ids;
  for (const TimelineGoal& goal : timeline.goals) {
    ids.push_back(goal.record.id);
    EXPECT_EQ(goal.outcome.outcome, analysis::ResultOutcome::Achieved);
    EXPECT_EQ(snapshot().columns().row(goal.document).fiscal_year, goal.record.fiscal_year);
  }
  EXPECT_THAT(ids, ElementsAre("b", "a", "d"));
  EXPECT_EQ(timeline.lifecycle.links[2].earlier, 1U);
  EXPECT_EQ(timeline.goals[2].trail, timeline.goals[1].trail);
  EXPECT_NE(timeline.goals[0].trail, timeline.goals[1].trail);
}

TEST(DepartmentTimelineTest, TellsYearsWithoutAGoalFromYearsWithoutAReport) {
  const DepartmentTimeline timeline =
      department_timeline(place_of(nakahara()), place_of("総務課"), snapshot());
  std::vector<int> years;
  std::vector<TimelineYearState> states;
  for (const TimelineYear& year : timeline.years) {
    years.push_back(year.fiscal_year);
    states.push_back(year.state);
  }
  EXPECT_THAT(years, ElementsAre(2020, 2021, 2022, 2023)) << "an example is no report";
  EXPECT_THAT(states, ElementsAre(TimelineYearState::Goals, TimelineYearState::NoGoals,
                                  TimelineYearState::NoReport, TimelineYearState::Goals));
}

TEST(DepartmentTimelineTest, KnowsTheDepartmentsOfAWard) {
  EXPECT_THAT(departments_of(place_of(nakahara()), snapshot().columns()),
              ElementsAre(place_of("区民課"), place_of("総務課")));
  EXPECT_THAT(departments_of(place_of(kawasaki()), snapshot().columns()),
              ElementsAre(place_of("総務課")));
}

}  // namespace
}  // namespace torikumi::searchd
