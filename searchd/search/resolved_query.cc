#include "searchd/search/resolved_query.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace torikumi::searchd {
namespace {

template <typename T>
bool add_resolved(Result<T> value, std::vector<T>& values) {
  if (!value) {
    return false;
  }
  values.push_back(*std::move(value));
  return true;
}

bool add_filter(const QueryFilter& filter, const IndexSnapshot& snapshot, Filters& filters) {
  switch (filter.field) {
    case QueryFilter::Field::Ward:
      return add_resolved(resolve_ward(filter.text, snapshot.wards(), snapshot.resources().wards),
                          filters.ward_codes);
    case QueryFilter::Field::FiscalYear:
      return add_resolved(corpus::parse_fiscal_year_range(filter.text), filters.fiscal_years);
    case QueryFilter::Field::Department:
      filters.departments.push_back(filter.text);
      return true;
    case QueryFilter::Field::Scene:
      return add_resolved(resolve_scene(filter.text), filters.scenes);
  }
  return false;
}

std::string quoted_terms(const QueryClause& clause) {
  std::vector<std::string> terms;
  for (const QueryTerm& term : clause.alternatives) {
    terms.push_back(fmt::format("「{}」", term.text));
  }
  return fmt::format("{}", fmt::join(terms, "または"));
}

std::string ward_name(const std::string& code, const IndexSnapshot& snapshot) {
  const auto& held = snapshot.wards();
  const auto ward = std::find_if(held.begin(), held.end(),
                                 [&](const corpus::Ward& each) { return each.code == code; });
  if (ward != held.end()) {
    return ward->full_name();
  }
  const std::optional<corpus::Ward> known = snapshot.resources().wards.by_code(code);
  return known ? known->full_name() : code;
}

std::string year_text(const corpus::FiscalYearRange& range) {
  const std::string first = corpus::fiscal_year_label(range.first);
  return range.first == range.last ? first
                                   : first + "～" + corpus::fiscal_year_label(range.last);
}

void append_filter(std::vector<std::string>& parts, std::string_view name,
                   const std::vector<std::string>& values) {
  if (!values.empty()) {
    parts.push_back(fmt::format("{}: {}", name, fmt::join(values, "、")));
  }
}

}  // namespace

ResolvedQuery resolve(Query query, const IndexSnapshot& snapshot) {
  ResolvedQuery resolved{std::move(query), {}};
  for (const QueryFilter& filter : resolved.query.filters) {
    if (!add_filter(filter, snapshot, resolved.filters)) {
      resolved.query.clauses.push_back({{{filter.text, false}}, false});
      resolved.query.notes.push_back(
          fmt::format("「{0}:{1}」の{1}は{0}として分からないため、言葉として検索しました。",
                      label_of(filter.field), filter.text));
    }
  }
  return resolved;
}

std::string interpretation_of(const ResolvedQuery& resolved, const IndexSnapshot& snapshot) {
  std::vector<std::string> parts;
  for (const QueryClause& clause : resolved.query.clauses) {
    parts.push_back(quoted_terms(clause) + (clause.is_excluded ? "を含まない" : "を含む"));
  }
  std::vector<std::string> wards;
  for (const std::string& code : resolved.filters.ward_codes) {
    wards.push_back(ward_name(code, snapshot));
  }
  std::vector<std::string> years;
  for (const corpus::FiscalYearRange& range : resolved.filters.fiscal_years) {
    years.push_back(year_text(range));
  }
  std::vector<std::string> scenes;
  for (const corpus::Scene scene : resolved.filters.scenes) {
    scenes.emplace_back(corpus::label_of(scene));
  }
  append_filter(parts, "区", wards);
  append_filter(parts, "年度", years);
  append_filter(parts, "部署", resolved.filters.departments);
  append_filter(parts, "場面", scenes);
  return fmt::format("{}", fmt::join(parts, "／"));
}

}  // namespace torikumi::searchd
