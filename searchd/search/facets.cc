#include "searchd/search/facets.h"

#include "corpus/fiscal_year.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Calls `use` with the place or number of each value that `row` has in `dimension`.
template <typename Use>
void for_each_value(Dimension dimension, const ColumnRow& row, Use use) {
  switch (dimension) {
    case Dimension::Ward:
      use(row.ward);
      break;
    case Dimension::FiscalYear:
      if (row.fiscal_year != 0) {
        use(static_cast<std::uint32_t>(row.fiscal_year));
      }
      break;
    case Dimension::Department:
      if (row.department != 0) {
        use(row.department);
      }
      break;
    case Dimension::Scene:
      for (std::uint32_t scene = 0; scene < corpus::kAllScenes.size(); ++scene) {
        if ((row.scene_bits >> scene & 1U) != 0) {
          use(scene);
        }
      }
      break;
    case Dimension::Kind:
      use(static_cast<std::uint32_t>(row.kind));
      break;
  }
}

/// A row that has only this value, to ask a filter about it.
ColumnRow row_with(Dimension dimension, std::uint32_t value) {
  ColumnRow row;
  switch (dimension) {
    case Dimension::Ward:
      row.ward = static_cast<std::uint16_t>(value);
      break;
    case Dimension::FiscalYear:
      row.fiscal_year = static_cast<std::int16_t>(value);
      break;
    case Dimension::Department:
      row.department = value;
      break;
    case Dimension::Scene:
      row.scene_bits = static_cast<std::uint8_t>(1U << value);
      break;
    case Dimension::Kind:
      row.kind = static_cast<corpus::RecordKind>(value);
      break;
  }
  return row;
}

FacetValue named(Dimension dimension, std::uint32_t value, const IndexSnapshot& snapshot) {
  switch (dimension) {
    case Dimension::Ward: {
      const corpus::Ward& ward = snapshot.ward_at(static_cast<std::uint16_t>(value));
      return {ward.code, ward.full_name()};
    }
    case Dimension::FiscalYear:
      return {std::to_string(value), corpus::fiscal_year_label(static_cast<int>(value))};
    case Dimension::Department: {
      const std::string& name = snapshot.columns().departments[value];
      return {name, name};
    }
    case Dimension::Scene: {
      const std::string label(corpus::label_of(static_cast<corpus::Scene>(value)));
      return {label, label};
    }
    case Dimension::Kind: {
      const auto kind = static_cast<corpus::RecordKind>(value);
      return {std::string(corpus::name_of(kind)), std::string(label_of(kind))};
    }
  }
  return {};
}

void put_in_reading_order(Facet& facet) {
  if (facet.dimension == Dimension::FiscalYear) {
    std::reverse(facet.values.begin(), facet.values.end());
  }
  if (facet.dimension == Dimension::Department || facet.dimension == Dimension::Scene) {
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  }
}

/// Places or numbers of all values of `dimension` in the index.
std::vector<std::uint32_t> all_values_of(Dimension dimension, const ColumnTable& columns) {
  if (dimension == Dimension::FiscalYear) {
    return {columns.fiscal_years.begin(), columns.fiscal_years.end()};
  }
  std::size_t count = 0;
  switch (dimension) {
    case Dimension::Ward:
      count = columns.ward_codes.size();
      break;
    case Dimension::Department:
      count = columns.departments.size();
      break;
    case Dimension::Scene:
      count = corpus::kAllScenes.size();
      break;
    default:
      count = kAllRecordKinds.size();
  }
  std::vector<std::uint32_t> values;
  values.reserve(count);
  const std::uint32_t first = dimension == Dimension::Department ? 1 : 0;  // "None" is no value.
  for (std::uint32_t value = first; value < count; ++value) {
    values.push_back(value);
  }
  return values;
}

/// Hits by place or number of the value.
using ValueCounts = std::map<std::uint32_t, std::size_t>;

/// The hits of a municipality with those of its wards, since choosing it finds both.
ValueCounts with_wards_in_municipalities(const ValueCounts& own, const IndexSnapshot& snapshot) {
  const auto ward_at = [&](std::uint32_t place) -> const corpus::Ward& {
    return snapshot.ward_at(static_cast<std::uint16_t>(place));
  };
  std::map<std::string_view, std::size_t> count_by_municipality;
  for (const auto& [place, count] : own) {
    count_by_municipality[ward_at(place).municipality] += count;
  }
  ValueCounts counts = own;
  for (auto& [place, count] : counts) {
    const corpus::Ward& ward = ward_at(place);
    if (ward.name.empty() && !ward.municipality.empty()) {
      count = count_by_municipality[ward.municipality];
    }
  }
  return counts;
}

Facet facet_of(Dimension dimension, const std::vector<DocumentNumber>& documents,
               const FilterStack& filters, const IndexSnapshot& snapshot) {
  ValueCounts counts;
  for (const DocumentNumber document : documents) {
    const ColumnRow& row = snapshot.columns().row(document);
    if (filters.chosen.accepts_but(dimension, row) && filters.in_query.accepts(row)) {
      for_each_value(dimension, row, [&](std::uint32_t value) { ++counts[value]; });
    }
  }
  std::set<std::uint32_t> selected;
  if (filters.chosen.restricts(dimension)) {
    for (const std::uint32_t value : all_values_of(dimension, snapshot.columns())) {
      if (filters.chosen.accepts(dimension, row_with(dimension, value))) {
        selected.insert(value);
        counts.emplace(value, 0);
      }
    }
  }
  if (dimension == Dimension::Ward) {
    counts = with_wards_in_municipalities(counts, snapshot);
  }
  Facet facet{dimension, {}};
  facet.values.reserve(counts.size());
  for (const auto& [value, count] : counts) {
    FacetValue entry = named(dimension, value, snapshot);
    entry.count = count;
    entry.is_selected = selected.contains(value);
    facet.values.push_back(std::move(entry));
  }
  put_in_reading_order(facet);
  return facet;
}

}  // namespace

std::vector<Facet> facets_of(const std::vector<DocumentNumber>& documents,
                             const FilterStack& filters, const IndexSnapshot& snapshot) {
  std::vector<Facet> facets;
  facets.reserve(kAllDimensions.size());
  for (const Dimension dimension : kAllDimensions) {
    facets.push_back(facet_of(dimension, documents, filters, snapshot));
  }
  return facets;
}

std::string_view name_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Ward:
      return "ward";
    case Dimension::FiscalYear:
      return "year";
    case Dimension::Department:
      return "department";
    case Dimension::Scene:
      return "scene";
    case Dimension::Kind:
      return "kind";
  }
  return {};
}

std::string_view label_of(corpus::RecordKind kind) {
  switch (kind) {
    case corpus::RecordKind::Initiative:
      return "取組";
    case corpus::RecordKind::Example:
      return "事例";
    case corpus::RecordKind::Standard:
      return "基準";
    case corpus::RecordKind::Passage:
      return "資料";
  }
  return {};
}

}  // namespace torikumi::searchd
