#include "searchd/analytics/trend_counter.h"

#include "analysis/statistics/two_by_two.h"
#include "searchd/search/column_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// So many records of a ward and year, the first `hits` of which hold the thing.
struct Batch {
  std::uint16_t ward = 0;
  int year = 0;
  std::uint32_t base = 0;
  std::uint32_t hits = 0;
  corpus::RecordKind kind = corpus::RecordKind::Initiative;
};

/// A column table of batches, and which of its documents hold the thing.
class Batches {
 public:
  explicit Batches(const std::vector<Batch>& batches) {
    columns_.rows.emplace_back();
    for (const Batch& batch : batches) {
      for (std::uint32_t i = 0; i < batch.base; ++i) {
        ColumnRow row;
        row.ward = batch.ward;
        row.fiscal_year = static_cast<std::int16_t>(batch.year);
        row.kind = batch.kind;
        if (i < batch.hits) {
          holding_.push_back(static_cast<DocumentNumber>(columns_.rows.size()));
        }
        columns_.rows.push_back(row);
      }
    }
    all_.resize(columns_.document_count());
    std::iota(all_.begin(), all_.end(), DocumentNumber{1});
  }

  [[nodiscard]] TrendCounter counter() const { return {all_, columns_}; }
  [[nodiscard]] TrendSeries series() const { return counter().series_of(holding_); }

 private:
  ColumnTable columns_;
  Documents all_;
  Documents holding_;
};

struct StateCase {
  const char* name;
  std::vector<Batch> batches;
  TrendState want;
  const char* reason;
};
std::ostream& operator<<(std::ostream& out, const StateCase& row) {
  return out << row.name;
}

class TrendStateTest : public ::testing::TestWithParam<StateCase> {};

TEST_P(TrendStateTest, SaysWhatCanBeSaid) {
  const TrendSeries series = Batches(GetParam().batches).series();
  EXPECT_EQ(name_of(series.state), name_of(GetParam().want));
  EXPECT_THAT(series.reason, HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Table, TrendStateTest,
    ::testing::Values(
        StateCase{"OneReport", {{0, 2020, 50, 5}}, TrendState::OneYear, "1か年の報告書しかない"},
        StateCase{"Nothing", {{0, 2020, 50, 0}, {0, 2021, 50, 0}}, TrendState::NoRecords, "記録が"},
        StateCase{"TwoYears",
                  {{0, 2020, 50, 1}, {0, 2021, 50, 40}},
                  TrendState::TooFewYears,
                  "2か年分しかない"},
        StateCase{"Rising",
                  {{0, 2019, 40, 2}, {0, 2020, 40, 8}, {0, 2021, 40, 16}},
                  TrendState::Emerging,
                  "増えています"},
        StateCase{"Falling",
                  {{0, 2019, 40, 16}, {0, 2020, 40, 8}, {0, 2021, 40, 2}},
                  TrendState::Fading,
                  "減っています"},
        StateCase{"Steady",
                  {{0, 2019, 40, 8}, {0, 2020, 40, 9}, {0, 2021, 40, 8}},
                  TrendState::Steady,
                  "偶然の範囲"},
        StateCase{"Few",
                  {{0, 2019, 40, 1}, {0, 2020, 40, 1}, {0, 2021, 40, 1}},
                  TrendState::TooFewRecords,
                  "全部で3件"}),
    [](const auto& row) { return row.param.name; });

TEST(TrendCounterTest, ARateThatOnlyFollowsTheBaseIsNoTrend) {
  const TrendSeries series =
      Batches({{0, 2019, 10, 2}, {0, 2020, 50, 10}, {0, 2021, 100, 20}}).series();
  EXPECT_EQ(series.state, TrendState::Steady);
  EXPECT_NEAR(series.trend.slope, 0, 1e-12);
}

TEST(TrendCounterTest, AYearWithoutAReportIsNotZero) {
  const TrendSeries series =
      Batches({{0, 2018, 20, 4}, {0, 2020, 30, 0}, {1, 2020, 5, 1}}).series();
  ASSERT_EQ(series.years.size(), 3U);
  EXPECT_EQ(series.years[0].records, (analysis::Proportion{4, 20}));
  EXPECT_EQ(series.years[1].records, (analysis::Proportion{0, 0}));
  EXPECT_EQ(series.years[1].wards_reporting, 0U);
  EXPECT_EQ(series.years[2].records, (analysis::Proportion{1, 35}));
  EXPECT_EQ(series.years[2].wards, 1U);
  EXPECT_EQ(series.years[2].wards_reporting, 2U);
  EXPECT_EQ(series.first_year, 2018);
  EXPECT_EQ(series.latest_year, 2020);
}

TEST(TrendCounterTest, ChangesAreOfTheSameWard) {
  const TrendSeries series = Batches({{0, 2018, 20, 1},
                                      {0, 2019, 20, 2},
                                      {0, 2021, 30, 9},
                                      {1, 2021, 40, 40},
                                      {2, 2017, 10, 5},
                                      {2, 2018, 10, 0}})
                                 .series();
  ASSERT_EQ(series.changes.size(), 2U);
  EXPECT_EQ(series.changes[0].ward, 0U);
  EXPECT_EQ(series.changes[0].previous_year, 2019);
  EXPECT_EQ(series.changes[0].year, 2021);
  EXPECT_EQ(series.changes[0].before, (analysis::Proportion{2, 20}));
  EXPECT_EQ(series.changes[0].now, (analysis::Proportion{9, 30}));
  EXPECT_EQ(series.changes[1].ward, 2U);
  ASSERT_TRUE(series.change.has_value());
  EXPECT_EQ(series.change->now, (analysis::Proportion{9, 40}));
  EXPECT_EQ(series.change->before, (analysis::Proportion{7, 30}));
  EXPECT_DOUBLE_EQ(series.change->difference, 9.0 / 40 - 7.0 / 30);
  EXPECT_DOUBLE_EQ(series.change->p_value, analysis::fisher_p_value({9, 31, 7, 23}, 0.5));
  EXPECT_EQ(series.wards, 3U);
  EXPECT_DOUBLE_EQ(series.largest_ward_share, 40.0 / 57);
}

TEST(TrendCounterTest, WithoutAnEarlierReportThereIsNoChange) {
  EXPECT_FALSE(Batches({{0, 2020, 50, 5}, {1, 2021, 30, 9}}).series().change.has_value());
}

TEST(TrendCounterTest, NewIsWhatTheLatestYearHasFirst) {
  EXPECT_TRUE(Batches({{0, 2019, 10, 0}, {0, 2020, 30, 3}}).series().is_new);
  EXPECT_FALSE(Batches({{0, 2019, 9, 0}, {0, 2020, 30, 3}}).series().is_new);  // Too few before.
  EXPECT_FALSE(Batches({{0, 2019, 10, 1}, {0, 2020, 30, 3}}).series().is_new);
  EXPECT_FALSE(Batches({{0, 2020, 30, 3}}).series().is_new);
  EXPECT_FALSE(Batches({{0, 2019, 10, 0}, {0, 2020, 30, 3}, {0, 2021, 30, 0}}).series().is_new);
}

TEST(TrendCounterTest, PersistenceIsSinceTheFirstYear) {
  const TrendSeries series =
      Batches({{0, 2017, 10, 0}, {0, 2018, 10, 1}, {0, 2020, 10, 0}, {0, 2021, 10, 1}}).series();
  EXPECT_EQ(series.years_with, 2U);
  EXPECT_EQ(series.years_since_first, 3U);  // 2019 has no report.
}

TEST(TrendCounterTest, AChangeOfWardsIsSaid) {
  const std::vector<Batch> other_wards{{0, 2019, 40, 2}, {1, 2020, 40, 8}, {2, 2021, 40, 16}};
  EXPECT_FALSE(Batches(other_wards).counter().has_same_wards());
  EXPECT_THAT(Batches(other_wards).series().reason, HasSubstr("区が違う"));
  const std::vector<Batch> same_wards{{0, 2019, 40, 2}, {0, 2020, 40, 8}, {0, 2021, 40, 16}};
  EXPECT_TRUE(Batches(same_wards).counter().has_same_wards());
  EXPECT_THAT(Batches(same_wards).series().reason, Not(HasSubstr("区が違う")));
}

TEST(TrendCounterTest, AChangeOfKindsIsSaid) {
  constexpr auto kExample = corpus::RecordKind::Example;
  const std::vector<Batch> other_kinds{
      {0, 2019, 40, 2, kExample}, {0, 2020, 40, 8, kExample}, {0, 2021, 40, 16}};
  EXPECT_FALSE(Batches(other_kinds).counter().has_same_kinds());
  EXPECT_THAT(Batches(other_kinds).series().reason, HasSubstr("種類"));
  const std::vector<Batch> both_kinds{{0, 2019, 40, 2},
                                      {0, 2019, 9, 0, kExample},
                                      {0, 2020, 40, 8},
                                      {0, 2020, 9, 0, kExample},
                                      {0, 2021, 9, 0, kExample},
                                      {0, 2021, 40, 16},
                                      {0, 0, 3, 0, corpus::RecordKind::Standard}};
  EXPECT_TRUE(Batches(both_kinds).counter().has_same_kinds());
  EXPECT_THAT(Batches(both_kinds).series().reason, Not(HasSubstr("種類")));
}

TEST(TrendCounterTest, RecordsWithoutAYearDoNotCount) {
  const Batches batches({{0, 0, 7, 7}, {0, 2020, 10, 2}});
  EXPECT_EQ(batches.counter().undated(), 7U);
  EXPECT_THAT(batches.counter().reported_years(), ElementsAre(2020));
  EXPECT_EQ(batches.series().records, 2U);
}

TEST(TrendCounterTest, OfNothingIsNothing) {
  const TrendSeries series = Batches({}).series();
  EXPECT_EQ(series.state, TrendState::NoRecords);
  EXPECT_TRUE(series.years.empty());
}

}  // namespace
}  // namespace torikumi::searchd
