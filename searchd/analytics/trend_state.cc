// What may be called a trend: analysis::TrendTest on three years or more, and a false discovery
// rate below kTrendLevel. Everything else says in words why it is none.

#include "searchd/analytics/trend_counter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace torikumi::searchd {
namespace {

std::size_t reported_years(const TrendSeries& series) {
  return static_cast<std::size_t>(
      std::count_if(series.years.begin(), series.years.end(),
                    [](const TrendYear& year) { return year.records.base > 0; }));
}

TrendState state_of(const TrendSeries& series) {
  const std::size_t years = reported_years(series);
  if (series.records == 0) {
    return TrendState::NoRecords;
  }
  if (years < 2) {
    return TrendState::OneYear;
  }
  if (years < kMinTrendYears) {
    return TrendState::TooFewYears;
  }
  if (series.trend.method != analysis::TrendMethod::None && series.q_value < kTrendLevel) {
    return series.trend.slope > 0 ? TrendState::Emerging : TrendState::Fading;
  }
  return series.records < kMinTrendRecords ? TrendState::TooFewRecords : TrendState::Steady;
}

/// 0.030, but no false zero.
std::string q_text(double q_value) {
  return q_value < 0.001 ? std::string("0.001未満") : fmt::format("{:.3f}", q_value);
}

std::string reason_of(const TrendSeries& series) {
  const double per_100 = 100 * std::abs(series.trend.slope);
  switch (series.state) {
    case TrendState::NoRecords:
      return "条件に合う記録がありません。";
    case TrendState::OneYear:
      return "1か年の報告書しかないため、増えているか減っているかは分かりません。";
    case TrendState::TooFewYears:
      return fmt::format(
          "報告書が{}か年分しかないため、増減の傾向は判断できません（3か年分から判断します）。",
          reported_years(series));
    case TrendState::TooFewRecords:
      return fmt::format("全部で{}件と少ないため、増減の傾向は判断できません。", series.records);
    case TrendState::Emerging:
      return fmt::format(
          "100件あたり毎年約{:.1f}件ずつ増えています。偶然では説明しにくい差です（q値 {}）。",
          per_100, q_text(series.q_value));
    case TrendState::Fading:
      return fmt::format(
          "100件あたり毎年約{:.1f}件ずつ減っています。偶然では説明しにくい差です（q値 {}）。",
          per_100, q_text(series.q_value));
    case TrendState::Steady:
      return fmt::format("年度による差は偶然の範囲で、増減の傾向は見られません（q値 {}）。",
                         q_text(series.q_value));
  }
  return {};
}

}  // namespace

void classify(TrendSeries& series) {
  series.state = state_of(series);
  series.reason = reason_of(series);
  const bool is_change = series.state == TrendState::Emerging || series.state == TrendState::Fading;
  if (is_change && !series.has_same_wards) {
    series.reason += "ただし年度によって報告書のある区が違うため、区の違いによる差も含まれます。";
  }
  if (is_change && !series.has_same_kinds) {
    series.reason +=
        "年度によって記録の種類（取組、事例など）も違うため、書かれ方の違いによる差も含まれます。";
  }
  if (series.is_new && series.records > 0) {
    series.reason += fmt::format("{}年度に初めて現れました。それより前の報告書にはありません。",
                                 *series.first_year);
  }
}

}  // namespace torikumi::searchd
