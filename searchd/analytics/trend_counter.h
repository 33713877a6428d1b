#ifndef SEARCHD_ANALYTICS_TREND_COUNTER_H_
#define SEARCHD_ANALYTICS_TREND_COUNTER_H_

// How often something stands in the records of each year, against how many records there are.

#include "analysis/statistics/proportion.h"
#include "analysis/statistics/trend_test.h"
#include "searchd/analytics/record_set.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torikumi::searchd {

/// What a trend is called, and why.
enum class TrendState {
  Emerging,       ///< The share rises, q below kTrendLevel.
  Fading,         ///< It falls, q below kTrendLevel.
  Steady,         ///< No change beyond chance is seen.
  TooFewRecords,  ///< Fewer than kMinTrendRecords.
  TooFewYears,    ///< Two years with records.
  OneYear,        ///< All records are of one year: no trend.
  NoRecords,      ///< Nothing was found.
};
/// `emerging`, `too_few_years` …: the code in the API.
std::string_view name_of(TrendState state);

inline constexpr double kTrendLevel = 0.05;
inline constexpr std::size_t kMinTrendYears = 3;
inline constexpr std::uint32_t kMinTrendRecords = 5;

/// One year of a series. A year between the first and the last one without any report is there too,
/// with a base of 0.
struct TrendYear {
  int year = 0;
  analysis::Proportion records;       ///< Records that hold it, of all.
  std::uint32_t wards = 0;            ///< Wards with it.
  std::uint32_t wards_reporting = 0;  ///< Wards with any record; 0: no report of this year.
};

/// The latest report of a ward against the one before it.
struct WardChange {
  std::uint16_t ward = 0;  ///< Place in the column table.
  int year = 0;
  int previous_year = 0;
  analysis::Proportion now;
  analysis::Proportion before;
};

/// All changes together.
struct PooledChange {
  analysis::Proportion now;
  analysis::Proportion before;
  double difference = 0;        ///< Ratio now − ratio before.
  analysis::Interval interval;  ///< Of the difference, 95 %.
  double p_value = 1;           ///< Fisher's test, mid-p, two-sided.
};

struct TrendSeries {
  std::uint32_t records = 0;  ///< Of a known year.
  std::optional<int> first_year;
  std::optional<int> latest_year;
  std::vector<TrendYear> years;  ///< Rising, none left out between the first and last of the base.
  analysis::Trend trend;
  double q_value = 1;               ///< p_value of the trend, unless it is one of many.
  std::vector<WardChange> changes;  ///< By ward; only wards with two reports or more.
  std::optional<PooledChange> change;
  std::uint32_t wards = 0;              ///< Wards with it in any year.
  double largest_ward_share = 0;        ///< Of its records, 0..1: near 1, one ward carries it.
  std::uint32_t years_with = 0;         ///< Since first seen, years with it …
  std::uint32_t years_since_first = 0;  ///< … of the years with reports.
  bool has_same_wards = true;           ///< As TrendCounter::has_same_wards.
  bool has_same_kinds = true;           ///< As TrendCounter::has_same_kinds.
  bool is_new = false;  ///< In the latest year for the first time, kMinRateBase records before it.
  TrendState state = TrendState::NoRecords;
  std::string reason;  ///< Japanese, one sentence.
};

/// The records of the years against which all series of one request are counted.
///
/// Immutable; free to share between threads. Borrows the column table.
class TrendCounter {
 public:
  /// `population`: the records that filters let pass, whatever they say. Those without a year do
  /// not count.
  TrendCounter(const Documents& population, const ColumnTable& columns);

  /// `holding`: those of the population that hold something. State and reason are as for a single
  /// test (q = p).
  [[nodiscard]] TrendSeries series_of(const Documents& holding) const;

  /// Only the test, for `hits` by place of the year in `reported_years`.
  [[nodiscard]] analysis::Trend trend_of(const std::vector<std::uint32_t>& hits) const {
    return test_.trend_of(hits);
  }

  /// Years with records, rising.
  [[nodiscard]] const std::vector<int>& reported_years() const { return reported_years_; }

  /// Place of `year` in reported_years(); nothing if it has no record.
  [[nodiscard]] std::optional<std::size_t> place_of(int year) const;

  /// True if the same wards report in every year: else a change may be one of wards.
  [[nodiscard]] bool has_same_wards() const;

  /// True if every year has the same kinds of records: else a change may be one of kinds, whose
  /// texts differ in length and in how they were chosen.
  [[nodiscard]] bool has_same_kinds() const { return has_same_kinds_; }

  /// Records of the population without a known year.
  [[nodiscard]] std::uint32_t undated() const { return undated_; }

 private:
  using Counts = std::map<std::pair<std::uint16_t, int>, std::uint32_t>;  // By ward and year.

  void add_years(const Counts& hits, TrendSeries& series) const;
  void add_changes(const Counts& hits, TrendSeries& series) const;
  static void add_spread(const Counts& hits, TrendSeries& series);

  const ColumnTable& columns_;
  Counts bases_;
  std::vector<int> reported_years_;
  std::vector<std::uint32_t> year_bases_;  // By place of the year.
  std::uint32_t undated_ = 0;
  bool has_same_kinds_ = true;
  analysis::TrendTest test_;
};

/// Sets state and reason of `series` from its q_value.
void classify(TrendSeries& series);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_TREND_COUNTER_H_
