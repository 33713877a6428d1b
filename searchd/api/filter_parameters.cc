#include "searchd/api/filter_parameters.h"

#include "searchd/api/empty_subset.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

Problem invalid(const std::string& parameter, const Error& error, const IndexSnapshot& snapshot) {
  return {.type = ProblemType::InvalidParameter,
          .detail = error.message,
          .parameter = parameter,
          .hint = error.hint,
          .valid_values = values_held(parameter, snapshot),
          .instance = {},
          .log_message = {}};
}

/// Resolves each value of one parameter; the first failure is the answer.
template <typename T, typename Resolve>
ApiResult<std::vector<T>> resolved(const Parameters& parameters, const std::string& name,
                                   const IndexSnapshot& snapshot, Resolve resolve) {
  std::vector<T> values;
  for (const std::string& text : parameters.all(name)) {
    Result<T> value = resolve(text);
    if (!value) {
      return tl::unexpected(invalid(name, value.error(), snapshot));
    }
    values.push_back(*std::move(value));
  }
  return values;
}

}  // namespace

ApiResult<Filters> filters_from(const Parameters& parameters, const IndexSnapshot& snapshot) {
  auto wards = resolved<std::string>(parameters, "ward", snapshot, [&](const std::string& text) {
    return resolve_ward(text, snapshot);
  });
  if (!wards) {
    return tl::unexpected(std::move(wards).error());
  }
  auto years = resolved<corpus::FiscalYearRange>(
      parameters, "year", snapshot,
      [](const std::string& text) { return corpus::parse_fiscal_year_range(text); });
  if (!years) {
    return tl::unexpected(std::move(years).error());
  }
  auto scenes = resolved<corpus::Scene>(
      parameters, "scene", snapshot, [](const std::string& text) { return resolve_scene(text); });
  if (!scenes) {
    return tl::unexpected(std::move(scenes).error());
  }
  Filters filters{.ward_codes = *std::move(wards),
                  .fiscal_years = *std::move(years),
                  .departments = {},
                  .department_texts = {},
                  .scenes = *std::move(scenes),
                  .kinds = {},
                  .findings = {}};
  for (const std::string& name : parameters.all("flag")) {
    filters.findings.push_back(*result_finding_named(name));
  }
  for (std::string& text : parameters.all("department")) {
    const std::vector<std::string>& known = snapshot.columns().departments;
    const bool is_name = std::find(known.begin(), known.end(), text) != known.end();
    (is_name ? filters.departments : filters.department_texts).push_back(std::move(text));
  }
  return filters;
}

std::vector<indexer::TextField> fields_from(const Parameters& parameters) {
  std::vector<indexer::TextField> fields;
  for (const std::string& name : parameters.all("field")) {
    fields.push_back(name == "target" ? indexer::TextField::Target : indexer::TextField::Result);
  }
  return fields;
}

std::vector<corpus::RecordKind> kinds_from(const Parameters& parameters,
                                           std::vector<corpus::RecordKind> otherwise) {
  const std::vector<std::string> names = parameters.all("kind");
  if (names.empty()) {
    return otherwise;
  }
  if (std::find(names.begin(), names.end(), "all") != names.end()) {
    return {};
  }
  std::vector<corpus::RecordKind> kinds;
  kinds.reserve(names.size());
  for (const std::string& name : names) {
    kinds.push_back(*corpus::record_kind_named(name));
  }
  return kinds;
}

}  // namespace torikumi::searchd
