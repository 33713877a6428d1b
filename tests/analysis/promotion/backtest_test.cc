#include "analysis/promotion/backtest.h"

#include "tests/analysis/promotion/made_up_practices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

NewStandard new_standard(int number, std::size_t saying_members) {
  return {.record = 900U + static_cast<std::size_t>(number),
          .number = number,
          .text = "筆談ボードを置いています。",
          .saying_members = saying_members};
}

PracticeFacts in_two_wards(std::string id, std::size_t first_record, int last_year = 2021) {
  return practice(std::move(id),
                  {member(first_record, "a", 2020), member(first_record + 1, "b", last_year)});
}

/// Practices: 0 in three wards, 1 in two, 2 in one, 3 stated by an old standard.
BackTestStep step() {
  BackTestStep made;
  made.until_year = 2021;
  made.next_year = 2022;
  made.practices = {
      practice("p0", {member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)}),
      in_two_wards("p1", 11),
      practice("p2", {member(21, "a", 2020), member(22, "a", 2021)}),
      practice("p3", {member(31, "a", 2020), member(32, "b", 2021)}, {near_standard(4, 2, 0)}),
  };
  made.to_new_standards.resize(made.practices.size());
  return made;
}

BackTestResult tested(const BackTestStep& made) {
  return back_test(made, five_wards(), {});
}

TEST(BackTestTest, FindsTheRankOfWhatBecameAStandard) {
  BackTestStep made = step();
  made.to_new_standards[1] = {near_standard(7, 1, 1)};
  made.new_standards = {new_standard(7, 2)};
  const BackTestResult result = tested(made);
  ASSERT_EQ(result.standards.size(), 1U);
  EXPECT_EQ(result.standards[0].rank, 2U);
  EXPECT_EQ(result.standards[0].practice, 1U);
  EXPECT_FALSE(result.standards[0].miss);
  EXPECT_THAT(result.not_adopted, ElementsAre(1));
  EXPECT_EQ(result.precision_at(1), (Proportion{0, 1}));
  EXPECT_EQ(result.precision_at(10), (Proportion{1, 2}));
  EXPECT_EQ(result.recall_at(1), (Proportion{0, 1}));
  EXPECT_EQ(result.recall_at(2), (Proportion{1, 1}));
}

TEST(BackTestTest, AThirdOfTheMembersIsNotEnoughForAStandard) {
  BackTestStep made = step();
  made.to_new_standards[0] = {near_standard(7, 1, 0)};
  made.new_standards = {new_standard(7, 1)};
  EXPECT_EQ(tested(made).standards[0].miss, Miss::NoPractice);
}

TEST(BackTestTest, SaysWhyAStandardWasMissed) {
  BackTestStep made = step();
  made.to_new_standards[2] = {near_standard(8, 2, 0)};
  made.to_new_standards[3] = {near_standard(9, 2, 0)};
  made.new_standards = {new_standard(5, 0), new_standard(6, 1), new_standard(8, 2),
                        new_standard(9, 2)};
  std::vector<std::string> reasons;
  for (const ForetoldStandard& standard : tested(made).standards) {
    reasons.emplace_back(name_of(standard.miss.value()));
  }
  EXPECT_THAT(reasons, ElementsAre("no_evidence", "no_practice", "below_gate", "stated"));
}

TEST(BackTestTest, ACandidateStandsForThoseOnItsSentences) {
  BackTestStep made = step();
  made.practices.push_back(practice("p4", {member(1, "a", 2020), member(2, "b", 2021)}));
  made.to_new_standards.push_back({near_standard(7, 2, 0)});
  made.new_standards = {new_standard(7, 2)};
  const BackTestResult result = tested(made);
  EXPECT_EQ(result.standards[0].rank, 1U);
  EXPECT_THAT(result.not_adopted, ElementsAre(2));
}

TEST(BackTestTest, TheBestOfSeveralCountsAndNoneIsWrong) {
  BackTestStep made = step();
  made.to_new_standards[0] = {near_standard(7, 3, 0)};
  made.to_new_standards[1] = {near_standard(7, 2, 0)};
  made.new_standards = {new_standard(7, 5)};
  const BackTestResult result = tested(made);
  EXPECT_EQ(result.standards[0].rank, 1U);
  EXPECT_THAT(result.not_adopted, IsEmpty());
  EXPECT_EQ(result.precision_at(10), (Proportion{2, 2}));
}

TEST(BackTestTest, NothingIsForetoldFromNothing) {
  BackTestStep made;
  made.new_standards = {new_standard(7, 0)};
  const BackTestResult result = back_test(made, {}, {});
  EXPECT_EQ(result.standards[0].miss, Miss::NoEvidence);
  EXPECT_EQ(result.precision_at(10), (Proportion{0, 0}));
  EXPECT_EQ(result.recall_at(10), (Proportion{0, 1}));
}

TEST(BackTestTest, LaterReportsAreNotKnown) {
  const std::vector<WardReports> wards = reports_until(five_wards(), 2020);
  EXPECT_THAT(wards[0].initiative_years, ElementsAre(2020));
  EXPECT_THAT(wards[2].initiative_years, IsEmpty());
  EXPECT_THAT(wards[3].example_years, ElementsAre(2010));
}

}  // namespace
}  // namespace torikumi::analysis
