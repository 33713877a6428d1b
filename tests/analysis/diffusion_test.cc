#include "analysis/diffusion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

std::ostream& operator<<(std::ostream& out, const Adoption& each) {
  return out << "ward " << each.ward << " in " << each.fiscal_year << ", lag " << each.lag_years
             << (each.had_at_first ? ", had at first" : "");
}

std::ostream& operator<<(std::ostream& out, const Interruption& each) {
  return out << "ward " << each.ward << ": " << each.latest_with << ", not " << each.first_without
             << ", again " << each.again.value_or(0);
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// One row for each ward, one letter for each year from 2020 on: `+` a report with it, `-` one
/// without, `e` examples without it, `E` examples with it, `.` nothing held.
std::vector<WardYear> observations(const std::vector<std::string_view>& rows) {
  std::vector<WardYear> list;
  for (std::size_t ward = 0; ward < rows.size(); ++ward) {
    for (std::size_t i = 0; i < rows[ward].size(); ++i) {
      const char letter = rows[ward][i];
      if (letter != '.') {
        const bool is_examples = letter == 'e' || letter == 'E';
        list.push_back({.ward = ward,
                        .fiscal_year = 2020 + static_cast<int>(i),
                        .held = is_examples ? ReportHeld::ExamplesOnly : ReportHeld::Whole,
                        .has_it = letter == '+' || letter == 'E'});
      }
    }
  }
  return list;
}

Diffusion diffusion_over(const std::vector<std::string_view>& rows) {
  return diffusion_of(observations(rows), rows.size());
}

struct RowCase {
  const char* name;
  std::string_view row;
  std::string_view want;  ///< Names of the states, parted by one blank.
};
std::ostream& operator<<(std::ostream& out, const RowCase& row) {
  return out << row.row;
}

class DiffusionRowTest : public ::testing::TestWithParam<RowCase> {};

TEST_P(DiffusionRowTest, SaysWhatEachYearSays) {
  const Diffusion diffusion = diffusion_over({GetParam().row});
  std::string names;
  for (const DiffusionState state : diffusion.wards.front().states) {
    names += (names.empty() ? "" : " ") + std::string(name_of(state));
  }
  EXPECT_EQ(names, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DiffusionRowTest,
    ::testing::Values(RowCase{"Never", "--", "not_yet not_yet"},
                      RowCase{"InTheFirstReport", "++", "had_at_first continued"},
                      RowCase{"AfterAReportWithout", "-+", "not_yet adopted"},
                      RowCase{"OverAYearThatIsNotHeld", "+.+", "had_at_first no_report continued"},
                      RowCase{"AfterAYearThatIsNotHeld", "-.+", "not_yet no_report adopted"},
                      RowCase{"Dropped", "+--", "had_at_first dropped dropped"},
                      RowCase{"TakenUpAgain", "-+-+", "not_yet adopted dropped readopted"},
                      RowCase{"DroppedTwice", "+-+-", "had_at_first dropped readopted dropped"},
                      RowCase{"ExamplesWithoutItSayNothing", "e+", "examples_only had_at_first"},
                      RowCase{"ExamplesWithoutItDropNothing", "+e+",
                              "had_at_first examples_only continued"},
                      RowCase{"ExamplesWithIt", "E+", "had_at_first continued"},
                      RowCase{"ExamplesWithItAfterAReport", "-E", "not_yet adopted"},
                      RowCase{"ExamplesTakeItUpAgain", "+-E", "had_at_first dropped readopted"},
                      RowCase{"AReportDropsWhatExamplesHad", "E-", "had_at_first dropped"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(DiffusionTest, NamesFirstAdoptersTogetherAndFollowersWithTheirLag) {
  const Diffusion diffusion = diffusion_over({"--+", "+++", "-+-", "---", "-++", "+--", ".--"});
  EXPECT_THAT(diffusion.first_adopters,
              ElementsAre(Adoption{1, 2020, 0, true}, Adoption{5, 2020, 0, true}));
  EXPECT_THAT(diffusion.followers,
              ElementsAre(Adoption{2, 2021, 1, false}, Adoption{4, 2021, 1, false},
                          Adoption{0, 2022, 2, false}));
  EXPECT_THAT(diffusion.not_yet, ElementsAre(3U, 6U));
}

TEST(DiffusionTest, TellsAFollowersLagOnlyAsABoundWithoutAnEarlierReport) {
  const Diffusion diffusion = diffusion_over({"-+.", "..+"});
  EXPECT_THAT(diffusion.first_adopters, ElementsAre(Adoption{0, 2021, 0, false}));
  EXPECT_THAT(diffusion.followers, ElementsAre(Adoption{1, 2022, 1, true}));
}

TEST(DiffusionTest, ListsWhoMayHaveHadItBeforeTheFirstAdopters) {
  const Diffusion diffusion = diffusion_over({"-+.", "..+", "e.-", "-..", "...", ".-+"});
  EXPECT_THAT(diffusion.unknown_at_first, ElementsAre(1U, 2U, 4U));
}

TEST(DiffusionTest, KeepsNotYetApartFromNotKnown) {
  const Diffusion diffusion = diffusion_over({"+.", "-.", "e.", "..", "E."});
  EXPECT_THAT(diffusion.not_yet, ElementsAre(1U));
  EXPECT_THAT(diffusion.unknown, ElementsAre(2U, 3U));
}

TEST(DiffusionTest, ListsWhoDroppedItAndWhoTookItUpAgain) {
  const Diffusion diffusion = diffusion_over({"+.--", "+-.+", "+++.", "+-+-"});
  EXPECT_THAT(diffusion.interruptions,
              ElementsAre(Interruption{0, 2020, 2022, {}}, Interruption{1, 2020, 2021, 2023},
                          Interruption{3, 2020, 2021, 2022}, Interruption{3, 2022, 2023, {}}));
}

TEST(DiffusionTest, CountsEachYear) {
  const Diffusion diffusion = diffusion_over({"+-", "-+", "e+", "E-", ".-"});
  ASSERT_EQ(diffusion.years.size(), 2U);
  const DiffusionYear& first = diffusion.years[0];
  EXPECT_EQ(first.fiscal_year, 2020);
  EXPECT_EQ(first.reporting, 2U);
  EXPECT_EQ(first.examples_only, 2U);
  EXPECT_EQ(first.with_it, 2U);
  EXPECT_EQ(first.with_it_reporting, 1U);
  EXPECT_EQ(first.came, 2U);
  EXPECT_EQ(first.dropped, 0U);
  const DiffusionYear& second = diffusion.years[1];
  EXPECT_EQ(second.reporting, 5U);
  EXPECT_EQ(second.with_it, 2U);
  EXPECT_EQ(second.came, 2U);
  EXPECT_EQ(second.dropped, 2U);
}

TEST(DiffusionTest, CountsEveryWardOnceInEveryYear) {
  const std::vector<std::string_view> rows{"+-+e", "..-+", "eE-.", "----", "+..-"};
  const Diffusion diffusion = diffusion_over(rows);
  for (std::size_t i = 0; i < diffusion.years.size(); ++i) {
    std::size_t with_it = 0;
    for (const WardHistory& history : diffusion.wards) {
      with_it += has_it(history.states[i]) ? 1U : 0U;
    }
    EXPECT_EQ(diffusion.years[i].with_it, with_it) << i;
  }
  EXPECT_EQ(diffusion.first_adopters.size() + diffusion.followers.size() +
                diffusion.not_yet.size() + diffusion.unknown.size(),
            rows.size());
}

TEST(DiffusionTest, IsEmptyWithoutObservations) {
  const Diffusion diffusion = diffusion_of({}, 2);
  EXPECT_LT(diffusion.last_year, diffusion.first_year);
  EXPECT_THAT(diffusion.years, IsEmpty());
  EXPECT_THAT(diffusion.first_adopters, IsEmpty());
  EXPECT_THAT(diffusion.unknown_at_first, IsEmpty());
  EXPECT_THAT(diffusion.unknown, ElementsAre(0U, 1U));
}

TEST(DiffusionTest, HasNoFirstAdopterOfWhatNobodyHas) {
  const Diffusion diffusion = diffusion_over({"--", "e-"});
  EXPECT_THAT(diffusion.first_adopters, IsEmpty());
  EXPECT_THAT(diffusion.followers, IsEmpty());
  EXPECT_THAT(diffusion.unknown_at_first, IsEmpty());
}

TEST(DiffusionTest, TakesAReportBeforeExamplesOfTheSameYear) {
  const Diffusion diffusion =
      diffusion_of({{.ward = 0, .fiscal_year = 2020, .held = ReportHeld::ExamplesOnly},
                    {.ward = 0, .fiscal_year = 2020, .held = ReportHeld::Whole}},
                   1);
  EXPECT_THAT(diffusion.wards.front().states, ElementsAre(DiffusionState::NotYet));
  EXPECT_EQ(diffusion.years.front().examples_only, 0U);
}

}  // namespace
}  // namespace torikumi::analysis
