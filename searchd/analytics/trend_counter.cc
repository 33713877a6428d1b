#include "searchd/analytics/trend_counter.h"

#include "analysis/statistics/two_by_two.h"

#include <algorithm>
#include <set>

namespace torikumi::searchd {
namespace {

std::vector<analysis::YearBase> bases_of(const Documents& population, const ColumnTable& columns) {
  std::map<int, std::uint32_t> counts;
  for (const DocumentNumber document : population) {
    if (columns.row(document).fiscal_year != 0) {
      ++counts[columns.row(document).fiscal_year];
    }
  }
  std::vector<analysis::YearBase> bases;
  bases.reserve(counts.size());
  for (const auto& [year, count] : counts) {
    bases.push_back({year, count});
  }
  return bases;
}

std::uint32_t count_in(const std::map<std::pair<std::uint16_t, int>, std::uint32_t>& counts,
                       std::uint16_t ward, int year) {
  const auto found = counts.find({ward, year});
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

std::string_view name_of(TrendState state) {
  switch (state) {
    case TrendState::Emerging:
      return "emerging";
    case TrendState::Fading:
      return "fading";
    case TrendState::Steady:
      return "steady";
    case TrendState::TooFewRecords:
      return "too_few_records";
    case TrendState::TooFewYears:
      return "too_few_years";
    case TrendState::OneYear:
      return "one_year";
    case TrendState::NoRecords:
      break;
  }
  return "no_records";
}

TrendCounter::TrendCounter(const Documents& population, const ColumnTable& columns)
    : columns_(columns), test_(bases_of(population, columns)) {
  std::map<int, std::uint32_t> by_year;
  std::map<int, std::set<corpus::RecordKind>> kinds;
  for (const DocumentNumber document : population) {
    const ColumnRow& row = columns.row(document);
    if (row.fiscal_year == 0) {
      ++undated_;
      continue;
    }
    ++bases_[{row.ward, row.fiscal_year}];
    ++by_year[row.fiscal_year];
    kinds[row.fiscal_year].insert(row.kind);
  }
  has_same_kinds_ = std::all_of(kinds.begin(), kinds.end(), [&](const auto& year) {
    return year.second == kinds.begin()->second;
  });
  for (const auto& [year, count] : by_year) {
    reported_years_.push_back(year);
    year_bases_.push_back(count);
  }
}

std::optional<std::size_t> TrendCounter::place_of(int year) const {
  const auto found = std::lower_bound(reported_years_.begin(), reported_years_.end(), year);
  return found != reported_years_.end() && *found == year
             ? std::optional(static_cast<std::size_t>(found - reported_years_.begin()))
             : std::nullopt;
}

bool TrendCounter::has_same_wards() const {
  std::set<std::uint16_t> wards;
  for (const auto& [key, count] : bases_) {
    wards.insert(key.first);
  }
  return bases_.size() == wards.size() * reported_years_.size();
}

TrendSeries TrendCounter::series_of(const Documents& holding) const {
  Counts hits;
  std::vector<std::uint32_t> by_year(reported_years_.size());
  TrendSeries series;
  for (const DocumentNumber document : holding) {
    const ColumnRow& row = columns_.row(document);
    if (const std::optional<std::size_t> place = place_of(row.fiscal_year)) {
      ++hits[{row.ward, row.fiscal_year}];
      ++by_year[*place];
      ++series.records;
    }
  }
  add_years(hits, series);
  add_changes(hits, series);
  add_spread(hits, series);
  series.trend = test_.trend_of(by_year);
  series.q_value = series.trend.p_value;
  series.has_same_wards = has_same_wards();
  series.has_same_kinds = has_same_kinds_;
  classify(series);
  return series;
}

void TrendCounter::add_years(const Counts& hits, TrendSeries& series) const {
  if (reported_years_.empty()) {
    return;
  }
  std::uint32_t base_before = 0;
  for (int year = reported_years_.front(); year <= reported_years_.back(); ++year) {
    TrendYear entry;
    entry.year = year;
    if (const std::optional<std::size_t> place = place_of(year)) {
      entry.records.base = year_bases_[*place];
      for (const auto& [key, count] : bases_) {
        entry.wards_reporting += key.second == year ? 1 : 0;
      }
      for (const auto& [key, count] : hits) {
        if (key.second == year) {
          entry.records.hits += count;
          ++entry.wards;
        }
      }
    }
    if (entry.records.hits > 0) {
      series.first_year = series.first_year.value_or(year);
      series.latest_year = year;
      series.is_new =
          series.first_year == reported_years_.back() && base_before >= analysis::kMinRateBase;
      ++series.years_with;
    }
    if (series.first_year && entry.wards_reporting > 0) {
      ++series.years_since_first;
    }
    base_before += entry.records.base;
    series.years.push_back(entry);
  }
}

void TrendCounter::add_changes(const Counts& hits, TrendSeries& series) const {
  // By ward, then year: the last of a ward is its latest report.
  for (auto it = bases_.begin(); it != bases_.end(); ++it) {
    const auto next = std::next(it);
    const bool is_latest = next == bases_.end() || next->first.first != it->first.first;
    if (!is_latest || it == bases_.begin() || std::prev(it)->first.first != it->first.first) {
      continue;
    }
    const auto& [ward, year] = it->first;
    const auto& [same_ward, previous_year] = std::prev(it)->first;
    series.changes.push_back(
        {.ward = ward,
         .year = year,
         .previous_year = previous_year,
         .now = {count_in(hits, ward, year), it->second},
         .before = {count_in(hits, same_ward, previous_year), std::prev(it)->second}});
  }
  if (series.changes.empty()) {
    return;
  }
  PooledChange pooled;
  for (const WardChange& change : series.changes) {
    pooled.now.hits += change.now.hits;
    pooled.now.base += change.now.base;
    pooled.before.hits += change.before.hits;
    pooled.before.base += change.before.base;
  }
  pooled.difference = pooled.now.ratio() - pooled.before.ratio();
  pooled.interval = analysis::difference_interval(pooled.now, pooled.before);
  pooled.p_value = analysis::fisher_p_value(analysis::TwoByTwo::of(pooled.now, pooled.before), 0.5);
  series.change = pooled;
}

void TrendCounter::add_spread(const Counts& hits, TrendSeries& series) {
  std::map<std::uint16_t, std::uint32_t> by_ward;
  for (const auto& [key, count] : hits) {
    by_ward[key.first] += count;
  }
  std::uint32_t largest = 0;
  for (const auto& [ward, count] : by_ward) {
    largest = std::max(largest, count);
  }
  series.wards = static_cast<std::uint32_t>(by_ward.size());
  series.largest_ward_share =
      series.records == 0 ? 0.0 : static_cast<double>(largest) / series.records;
}

}  // namespace torikumi::searchd
