#include "analysis/lifecycle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kLedger = "鍵の受け渡しを台帳に記録し、毎朝点検します。";
constexpr std::string_view kMachine = "待ち順が分かるよう、番号発券機を導入します。";
constexpr std::string_view kSample = "転入届の記入見本を記入台に置きます。";

YearlyGoal goal_of(int year, std::string_view target,
                   ResultOutcome outcome = ResultOutcome::Unknown) {
  return {.fiscal_year = year, .target = target, .outcome = outcome};
}

/// The name of each goal's step, in their order.
std::vector<std::string_view> steps_of(const Lifecycle& lifecycle) {
  std::vector<std::string_view> names;
  for (const GoalLink& link : lifecycle.links) {
    names.push_back(name_of(link.step));
  }
  return names;
}

struct PairCase {
  const char* name;
  std::string_view earlier;
  std::string_view later;
  ResultOutcome outcome;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const PairCase& row) {
  return out << row.later;
}

class GoalStepTest : public ::testing::TestWithParam<PairCase> {};

TEST_P(GoalStepTest, IsReadOffTwoYears) {
  const PairCase& row = GetParam();
  const Lifecycle lifecycle =
      lifecycle_of({goal_of(2021, row.earlier, row.outcome), goal_of(2022, row.later)});
  EXPECT_THAT(steps_of(lifecycle), ElementsAre("first_held", row.want));
  EXPECT_EQ(lifecycle.links[1].earlier.has_value(), row.want != "new");
  EXPECT_EQ(lifecycle.trails.size(), row.want == "new" ? 2U : 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Table, GoalStepTest,
    ::testing::Values(
        PairCase{"TheSameWords", kLedger, kLedger, ResultOutcome::Achieved, "carried_over"},
        PairCase{"OtherPunctuation", kLedger, "鍵の受け渡しを台帳に記録し毎朝点検します",
                 ResultOutcome::Achieved, "carried_over"},
        PairCase{"ALittleMore", kLedger,
                 "鍵の受け渡しを台帳に記録し、毎朝点検しますので、お声掛けください。",
                 ResultOutcome::Unknown, "carried_over"},
        PairCase{"OtherWords", kMachine, "番号発券機の画面を大きくし、待ち順を示します。",
                 ResultOutcome::Achieved, "continued"},
        PairCase{"AchievedAndGoingOn", kMachine,
                 "導入した番号発券機を引き続き活用し、待ち順を示します。", ResultOutcome::Achieved,
                 "became_norm"},
        PairCase{"GoingOnWithoutHavingAchieved", kMachine,
                 "番号発券機の導入を引き続き検討し、待ち順を示します。", ResultOutcome::NotAchieved,
                 "continued"},
        PairCase{"GoingOnAsBefore", "引き続き番号発券機の画面で待ち順を示します。",
                 "番号発券機を継続して使い、待ち順を示します。", ResultOutcome::Achieved,
                 "continued"},
        PairCase{"AnotherGoal", kMachine, kSample, ResultOutcome::Achieved, "new"},
        PairCase{"OnlyGrammarInCommon", "ていねいに、わかりやすくせつめいします。",
                 "ていねいに、わかりやすくごあんないします。", ResultOutcome::Unknown, "new"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(LifecycleTest, FollowsAGoalThroughTheYears) {
  const Lifecycle lifecycle =
      lifecycle_of({goal_of(2021, kLedger), goal_of(2021, kMachine), goal_of(2022, kMachine),
                    goal_of(2022, kLedger), goal_of(2023, kLedger)});
  EXPECT_THAT(lifecycle.years, ElementsAre(2021, 2022, 2023));
  ASSERT_EQ(lifecycle.trails.size(), 2U);
  EXPECT_THAT(lifecycle.trails[0].goals, ElementsAre(0U, 3U, 4U));
  EXPECT_THAT(lifecycle.trails[1].goals, ElementsAre(1U, 2U));
  EXPECT_EQ(lifecycle.links[3].earlier, 0U);
  EXPECT_TRUE(lifecycle.links[3].is_unchanged);
  EXPECT_DOUBLE_EQ(lifecycle.links[3].likeness, 1.0);
}

TEST(LifecycleTest, TellsHowATrailEnds) {
  const Lifecycle lifecycle =
      lifecycle_of({goal_of(2021, kLedger, ResultOutcome::Achieved), goal_of(2021, kMachine),
                    goal_of(2022, kSample, ResultOutcome::NotAchieved)});
  ASSERT_EQ(lifecycle.trails.size(), 3U);
  EXPECT_EQ(lifecycle.trails[0].end, TrailEnd::Achieved);
  EXPECT_EQ(lifecycle.trails[1].end, TrailEnd::Dropped);
  EXPECT_EQ(lifecycle.trails[2].end, TrailEnd::Open);
}

TEST(LifecycleTest, SeesAGoalReturnAfterAGap) {
  const Lifecycle lifecycle = lifecycle_of({goal_of(2021, kSample), goal_of(2022, kLedger),
                                            goal_of(2023, kSample), goal_of(2023, kLedger)});
  EXPECT_THAT(steps_of(lifecycle), ElementsAre("first_held", "new", "returned", "carried_over"));
  EXPECT_EQ(lifecycle.links[2].earlier, 0U);
  ASSERT_EQ(lifecycle.trails.size(), 2U);
  EXPECT_EQ(lifecycle.trails[0].end, TrailEnd::Open);
}

// A year of which nothing is held is no year without the goal.
TEST(LifecycleTest, TakesTheLastYearHeldForTheYearBefore) {
  const Lifecycle lifecycle = lifecycle_of({goal_of(2019, kLedger), goal_of(2023, kLedger)});
  EXPECT_THAT(steps_of(lifecycle), ElementsAre("first_held", "carried_over"));
}

TEST(LifecycleTest, GivesEachGoalToTheOneMostLikeIt) {
  const std::string_view near = "番号発券機の画面を大きくし、待ち順を示します。";
  const Lifecycle lifecycle =
      lifecycle_of({goal_of(2021, kMachine), goal_of(2022, near), goal_of(2022, kMachine)});
  EXPECT_EQ(lifecycle.links[2].earlier, 0U);
  EXPECT_EQ(lifecycle.links[1].step, GoalStep::New) << "the earlier goal is taken";
}

TEST(LifecycleTest, PutsEveryGoalIntoOneTrail) {
  std::vector<YearlyGoal> goals;
  for (const int year : {2020, 2021, 2023}) {
    for (const std::string_view target : {kLedger, kMachine, kSample, kLedger}) {
      goals.push_back(goal_of(year, target));
    }
  }
  const Lifecycle lifecycle = lifecycle_of(goals);
  std::vector<std::size_t> times(goals.size());
  for (const GoalTrail& trail : lifecycle.trails) {
    int year = 0;
    for (const std::size_t place : trail.goals) {
      EXPECT_LT(year, goals[place].fiscal_year);
      year = goals[place].fiscal_year;
      ++times[place];
    }
  }
  EXPECT_THAT(times, ::testing::Each(1U));
}

TEST(LifecycleTest, ComparesNothingWithinOneYear) {
  const Lifecycle lifecycle = lifecycle_of({goal_of(2021, kLedger), goal_of(2021, kLedger)});
  EXPECT_THAT(steps_of(lifecycle), ElementsAre("first_held", "first_held"));
  EXPECT_THAT(lifecycle.years, ElementsAre(2021));
  EXPECT_EQ(lifecycle.trails.size(), 2U);
}

TEST(LifecycleTest, IsEmptyWithoutGoals) {
  const Lifecycle lifecycle = lifecycle_of({});
  EXPECT_THAT(lifecycle.years, IsEmpty());
  EXPECT_THAT(lifecycle.trails, IsEmpty());
}

TEST(LifecycleTest, TakesGoalsBeyondTheBoundForNew) {
  std::vector<YearlyGoal> goals(2 * (kMaxComparedGoals + 1), goal_of(2021, kLedger));
  for (std::size_t i = kMaxComparedGoals + 1; i < goals.size(); ++i) {
    goals[i].fiscal_year = 2022;
  }
  const Lifecycle lifecycle = lifecycle_of(goals);
  EXPECT_EQ(lifecycle.links.back().step, GoalStep::New);
  EXPECT_EQ(lifecycle.trails.size(), kMaxComparedGoals + 2);
}

TEST(GoalLikenessTest, CountsPairsOfCharactersWithoutHiragana) {
  EXPECT_DOUBLE_EQ(goal_likeness("名札を付けます", "名札"), 1.0);
  EXPECT_DOUBLE_EQ(goal_likeness("名札 朝礼", "名札 電話"), 1.0 / 3) << "pairs reach over a blank";
  EXPECT_DOUBLE_EQ(goal_likeness("ＩＴ研修", "it研修"), 1.0);
  EXPECT_DOUBLE_EQ(goal_likeness("", "名札"), 0.0);
  EXPECT_DOUBLE_EQ(goal_likeness("ます", "ます"), 0.0);
}

}  // namespace
}  // namespace torikumi::analysis
