#include "searchd/practices/diffusion_grid.h"

#include "tests/searchd/practices/practice_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

corpus::Record of_kind(corpus::Record record, corpus::RecordKind kind) {
  record.kind = kind;
  return record;
}

corpus::Record without_year(corpus::Record record) {
  record.fiscal_year.reset();
  return record;
}

/// Examples of 2010 of both wards, reports of 2020 of both, of 2021 of one; a standard and a
/// passage, which are no reports.
const IndexSnapshot& snapshot() {
  static const PracticeIndex kIndex(
      {example_of("a", kawasaki(), 2010, "名札を付けました。"),
       example_of("b", nakahara(), 2010, "朝礼を開きました。"),
       initiative_of("c", kawasaki(), 2020, "総務課", "朝礼を開きます。"),
       initiative_of("d", nakahara(), 2020, "総務課", "名札を付けます。"),
       initiative_of("e", nakahara(), 2020, "区民課", "名札を新しくします。"),
       initiative_of("f", nakahara(), 2021, "総務課", "朝礼を開きます。"),
       of_kind(initiative_of("g", the_city(), 2022, "総務課", "名札を付けています。"),
               corpus::RecordKind::Standard),
       of_kind(initiative_of("h", tsurumi(), 2018, "総務課", "名札を付けています。"),
               corpus::RecordKind::Passage),
       initiative_of("i", the_city(), 2020, "総務課", "名札を付けます。"),
       without_year(initiative_of("j", nakahara(), 2020, "総務課", "名札を付けます。"))},
      {});
  return kIndex.snapshot();
}

const Documents kHaving{1, 4, 5, 7, 8, 9, 10};

/// The states of one ward of the grid, by name of the ward; nothing if it has no row.
std::vector<std::string> row_of(const DiffusionGrid& grid, const std::string& ward) {
  std::vector<std::string> names;
  for (std::size_t row = 0; row < grid.wards.size(); ++row) {
    if (grid.wards[row].name == ward) {
      for (const analysis::DiffusionState state : grid.diffusion.wards[row].states) {
        names.emplace_back(name_of(state));
      }
    }
  }
  return names;
}

TEST(DiffusionGridTest, TellsReportsFromListsOfExamples) {
  const DiffusionGrid grid = diffusion_grid(kHaving, {}, snapshot());
  EXPECT_EQ(grid.diffusion.first_year, 2010);
  EXPECT_EQ(grid.diffusion.last_year, 2021) << "a standard makes no report";
  EXPECT_EQ(row_of(grid, "川崎区").front(), "had_at_first");
  EXPECT_EQ(row_of(grid, "川崎区")[10], "dropped");
  EXPECT_EQ(row_of(grid, "川崎区")[11], "no_report");
  EXPECT_EQ(row_of(grid, "中原区").front(), "examples_only");
  EXPECT_EQ(row_of(grid, "中原区")[10], "had_at_first");
  EXPECT_EQ(row_of(grid, "中原区")[11], "dropped");
}

TEST(DiffusionGridTest, HasARowForEachWardOfTheMunicipalityAndNoOther) {
  const DiffusionGrid grid = diffusion_grid(kHaving, {}, snapshot());
  EXPECT_EQ(grid.wards.size(), 7U);
  EXPECT_THAT(row_of(grid, "鶴見区"), IsEmpty()) << "only a passage is held of that city";
  EXPECT_THAT(row_of(grid, "幸区"), ::testing::Each("no_report"));
}

TEST(DiffusionGridTest, CountsRecordsOfEachCellAndThoseInNone) {
  const DiffusionGrid grid = diffusion_grid(kHaving, {}, snapshot());
  std::size_t records = 0;
  for (const std::vector<Documents>& row : grid.records) {
    for (const Documents& cell : row) {
      records += cell.size();
    }
  }
  EXPECT_EQ(records, 3U);
  EXPECT_EQ(grid.unplaced, 2U) << "the city's own, and the one without a year";
}

TEST(DiffusionGridTest, LooksAtTheKindsAskedFor) {
  const DiffusionGrid grid = diffusion_grid(kHaving,
                                            {.ward_codes = {},
                                             .fiscal_years = {},
                                             .departments = {},
                                             .department_texts = {},
                                             .scenes = {},
                                             .kinds = {corpus::RecordKind::Initiative},
                                             .findings = {}},
                                            snapshot());
  EXPECT_EQ(grid.diffusion.first_year, 2020);
  EXPECT_THAT(row_of(grid, "川崎区"), ElementsAre("not_yet", "no_report"));
}

TEST(DiffusionGridTest, HasTheRowsAskedForAndAllYears) {
  Filters filters;
  filters.ward_codes = {nakahara().code};
  filters.fiscal_years = {{2021, 2021}};
  const DiffusionGrid grid = diffusion_grid(kHaving, filters, snapshot());
  ASSERT_EQ(grid.wards.size(), 1U);
  EXPECT_EQ(grid.unplaced, 2U);
  EXPECT_EQ(row_of(grid, "中原区").back(), "dropped");
}

TEST(DiffusionGridTest, ShowsWhatNobodyHas) {
  const DiffusionGrid grid = diffusion_grid({}, {}, snapshot());
  EXPECT_THAT(grid.diffusion.first_adopters, IsEmpty());
  EXPECT_EQ(row_of(grid, "中原区")[11], "not_yet");
}

}  // namespace
}  // namespace torikumi::searchd
