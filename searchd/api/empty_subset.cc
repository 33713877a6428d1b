#include "searchd/api/empty_subset.h"

#include "corpus/scene.h"
#include "searchd/search/result_finding.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

struct FilterDimension {
  Dimension dimension;
  std::string_view parameter;
};

/// In the order in which they are blamed; flags come before all.
constexpr std::array kBlamed{
    FilterDimension{Dimension::Department, "department"},
    FilterDimension{Dimension::Scene, "scene"}, FilterDimension{Dimension::FiscalYear, "year"},
    FilterDimension{Dimension::Ward, "ward"}, FilterDimension{Dimension::Kind, "kind"}};

std::vector<std::string> values_in(Dimension dimension, const ColumnRow& row,
                                   const IndexSnapshot& snapshot) {
  switch (dimension) {
    case Dimension::Ward:
      return {snapshot.ward_at(row.ward).full_name()};
    case Dimension::FiscalYear:
      return {std::to_string(row.fiscal_year)};
    case Dimension::Department:
      return {snapshot.columns().departments[row.department]};
    case Dimension::Scene: {
      std::vector<std::string> labels;
      for (const corpus::Scene scene : corpus::kAllScenes) {
        if ((row.scene_bits >> static_cast<unsigned>(scene) & 1U) != 0) {
          labels.emplace_back(corpus::label_of(scene));
        }
      }
      return labels;
    }
    case Dimension::Kind:
      return {std::string(corpus::name_of(row.kind))};
  }
  return {};
}

/// The values of `dimension` that the rows for which `is_wanted` holds have, in order.
template <typename Wanted>
std::vector<std::string> values_where(Dimension dimension, const IndexSnapshot& snapshot,
                                      const Wanted& is_wanted) {
  std::set<std::string> values;
  const ColumnTable& columns = snapshot.columns();
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (is_wanted(row)) {
      for (std::string& value : values_in(dimension, row, snapshot)) {
        values.insert(std::move(value));
      }
    }
  }
  values.erase("");
  values.erase("0");  // An unknown year.
  return {values.begin(), values.end()};
}

Problem nothing_to_count(std::string_view parameter, std::string detail, std::string hint,
                         std::vector<std::string> values) {
  return {.type = ProblemType::InvalidParameter,
          .detail = std::move(detail),
          .parameter = std::string(parameter),
          .hint = std::move(hint),
          .valid_values = std::move(values),
          .instance = {},
          .log_message = {}};
}

Problem filtered_out(std::string_view parameter, std::vector<std::string> values) {
  std::string hint =
      values.empty() ? "leave filters out" : "use one of the valid values or leave the filter out";
  return nothing_to_count(parameter, "no record fits all filters, so there is nothing to count",
                          std::move(hint), std::move(values));
}

/// The findings of the records that pass all filters but `flag`, by name.
std::vector<std::string> flags_held(Filters filters, const IndexSnapshot& snapshot) {
  filters.findings.clear();
  const RowFilter filter(filters, snapshot);
  std::vector<std::string> names;
  const std::vector<ColumnRow>& rows = snapshot.columns().rows;
  for (const ResultFinding finding : kAllResultFindings) {
    if (std::any_of(rows.begin() + 1, rows.end(), [&](const ColumnRow& row) {
          return holds(finding, row) && filter.accepts(row);
        })) {
      names.emplace_back(name_of(finding));
    }
  }
  return names;
}

/// Ids of the themes that find something beside the filters and q of `query`.
std::vector<std::string> themes_held(RecordQuery query, const IndexSnapshot& snapshot) {
  const RecordFinder finder(snapshot);
  std::vector<std::string> ids;
  for (const analysis::Theme& theme : snapshot.resources().themes.all()) {
    query.themes = {&theme};
    if (!finder.find(query).documents.empty()) {
      ids.push_back(theme.id);
    }
  }
  return ids;
}

}  // namespace

std::optional<Problem> empty_filters(const Parameters& parameters, const Filters& filters,
                                     const IndexSnapshot& snapshot) {
  const RowFilter filter(filters, snapshot);
  const std::vector<ColumnRow>& rows = snapshot.columns().rows;
  const auto passes = [&](const ColumnRow& row) { return filter.accepts(row); };
  if (rows.size() <= 1 || std::any_of(rows.begin() + 1, rows.end(), passes)) {
    return std::nullopt;
  }
  if (!filters.findings.empty()) {
    if (std::vector<std::string> flags = flags_held(filters, snapshot); !flags.empty()) {
      return filtered_out("flag", std::move(flags));
    }
  }
  std::string_view given;  // Any that restricts, if no single one is to blame.
  for (const auto& [dimension, parameter] : kBlamed) {
    if (!filter.restricts(dimension) || !parameters.knows(parameter)) {
      continue;
    }
    given = given.empty() ? parameter : given;
    std::vector<std::string> values = values_where(
        dimension, snapshot,
        [&, blamed = dimension](const ColumnRow& row) { return filter.accepts_but(blamed, row); });
    if (!values.empty()) {
      return filtered_out(parameter, std::move(values));
    }
  }
  const auto is_of_kind = [&](const ColumnRow& row) {
    return filter.accepts(Dimension::Kind, row);
  };
  for (const auto& [dimension, parameter] : kBlamed) {
    const bool lets_pass =
        std::any_of(rows.begin() + 1, rows.end(), [&, blamed = dimension](const ColumnRow& row) {
          return filter.accepts(blamed, row) && is_of_kind(row);
        });
    if (!lets_pass && parameters.knows(parameter)) {
      return filtered_out(parameter, values_where(dimension, snapshot, is_of_kind));
    }
  }
  return filtered_out(given.empty() ? "q" : given, {});
}

Problem empty_subset(const Parameters& parameters, const RecordQuery& query,
                     const IndexSnapshot& snapshot) {
  if (std::optional<Problem> problem = empty_filters(parameters, query.filters, snapshot)) {
    return *std::move(problem);
  }
  if (!query.themes.empty()) {
    if (std::vector<std::string> ids = themes_held(query, snapshot); !ids.empty()) {
      return nothing_to_count(
          "theme", "the theme finds no record among these, so there is nothing to count",
          "use one of the valid values or leave a condition out", std::move(ids));
    }
  }
  return nothing_to_count(
      "q", "the query finds no record among these, so there is nothing to count",
      "leave out a condition; /api/v1/search with the same parameters shows what each one finds",
      {});
}

std::vector<std::string> values_held(std::string_view parameter, const IndexSnapshot& snapshot) {
  std::vector<std::string> values;
  if (parameter == "ward") {
    for (const corpus::Ward& ward : snapshot.wards()) {
      values.push_back(ward.full_name());
    }
  } else if (parameter == "year") {
    for (const std::int16_t year : snapshot.columns().fiscal_years) {
      values.push_back(std::to_string(year));
    }
  } else if (parameter == "scene") {
    for (const corpus::Scene scene : corpus::kAllScenes) {
      values.emplace_back(corpus::label_of(scene));
    }
  }
  return values;
}

}  // namespace torikumi::searchd
