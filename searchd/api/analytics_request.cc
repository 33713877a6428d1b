#include "searchd/api/analytics_request.h"

#include "corpus/scene.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/theme_parameters.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace torikumi::searchd {
namespace {

/// True for the name of a 95 % interval.
bool is_interval(std::string_view key) {
  return key.ends_with("ci95");
}

}  // namespace

ApiResult<RecordQuery> record_query_from(const Parameters& parameters,
                                         const IndexSnapshot& snapshot) {
  ApiResult<Filters> filters = filters_from(parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  auto themes = themes_from(parameters, snapshot);
  if (!themes) {
    return tl::unexpected(std::move(themes).error());
  }
  RecordQuery query;
  query.q = parameters.text("q");
  query.themes = *std::move(themes);
  query.filters = *std::move(filters);
  query.filters.kinds = kinds_from(parameters, {corpus::RecordKind::Initiative});
  for (const std::string& name : parameters.all("field")) {
    query.fields.push_back(name == "target" ? indexer::TextField::Target
                                            : indexer::TextField::Result);
  }
  query.with_synonyms = parameters.text("synonyms") != "off";
  return query;
}

Json query_json(const Parameters& parameters, const RecordSet& set) {
  return {{"q", parameters.text("q")},
          {"interpretation", set.interpretation},
          {"synonyms", parameters.text("synonyms")}};
}

double rounded(double value) {
  constexpr double kDigits = 1e4;
  return std::round(value * kDigits) / kDigits;
}

Json rate_per_100(analysis::Proportion proportion) {
  return proportion.base < analysis::kMinRateBase ? Json(nullptr)
                                                  : Json(rounded(100 * proportion.ratio()));
}

Json interval_per_100(analysis::Proportion proportion) {
  return proportion.base < analysis::kMinRateBase
             ? Json(nullptr)
             : json_of(analysis::wilson_interval(proportion), 100);
}

Json json_of(const analysis::Interval& interval, double factor) {
  return Json::array({rounded(factor * interval.low), rounded(factor * interval.high)});
}

std::string csv_cell(const Json& value) {
  if (value.is_null()) {
    return {};
  }
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<std::string> csv_cells(const Json& object, std::span<const std::string_view> keys) {
  std::vector<std::string> cells;
  for (const std::string_view key : keys) {
    const Json& value = object.at(std::string(key));
    if (is_interval(key)) {
      cells.push_back(value.is_null() ? std::string() : csv_cell(value.at(0)));
      cells.push_back(value.is_null() ? std::string() : csv_cell(value.at(1)));
    } else {
      cells.push_back(csv_cell(value));
    }
  }
  return cells;
}

std::vector<std::string> csv_columns(std::span<const std::string_view> keys) {
  std::vector<std::string> columns;
  for (const std::string_view key : keys) {
    if (is_interval(key)) {
      columns.push_back(std::string(key) + "_low");
      columns.push_back(std::string(key) + "_high");
    } else {
      columns.emplace_back(key);
    }
  }
  return columns;
}

}  // namespace torikumi::searchd
