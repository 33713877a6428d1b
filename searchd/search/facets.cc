#include "searchd/search/facets.h"

#include <algorithm>
#include <map>

#include "corpus/fiscal_year.h"

namespace torikumi::searchd {
namespace {

/// Places or numbers of the values of one dimension that a row has.
std::vector<std::uint32_t> values_of(Dimension dimension, const ColumnRow& row) {
  switch (dimension) {
    case Dimension::Ward:
      return {row.ward};
    case Dimension::FiscalYear:
      return row.fiscal_year == 0
                 ? std::vector<std::uint32_t>{}
                 : std::vector<std::uint32_t>{static_cast<std::uint32_t>(row.fiscal_year)};
    case Dimension::Department:
      return row.department == 0 ? std::vector<std::uint32_t>{}
                                 : std::vector<std::uint32_t>{row.department};
    case Dimension::Scene: {
      std::vector<std::uint32_t> scenes;
      for (std::uint32_t scene = 0; scene < corpus::kAllScenes.size(); ++scene) {
        if ((row.scene_bits >> scene & 1U) != 0) {
          scenes.push_back(scene);
        }
      }
      return scenes;
    }
    case Dimension::Kind:
      return {static_cast<std::uint32_t>(row.kind)};
  }
  return {};
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
    std::stable_sort(
        facet.values.begin(), facet.values.end(),
        [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  }
}

Facet facet_of(Dimension dimension, const std::vector<DocumentNumber>& documents,
               const FilterStack& filters, const IndexSnapshot& snapshot) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const DocumentNumber document : documents) {
    const ColumnRow& row = snapshot.columns().row(document);
    if (filters.accepts_but(dimension, row)) {
      for (const std::uint32_t value : values_of(dimension, row)) {
        ++counts[value];
      }
    }
  }
  Facet facet{dimension, {}};
  for (const auto& [value, count] : counts) {
    FacetValue entry = named(dimension, value, snapshot);
    entry.count = count;
    entry.is_selected = filters.restricts(dimension) &&
                        filters.accepts(dimension, row_with(dimension, value));
    facet.values.push_back(std::move(entry));
  }
  put_in_reading_order(facet);
  return facet;
}

}  // namespace

std::vector<Facet> facets_of(const std::vector<DocumentNumber>& documents,
                             const FilterStack& filters, const IndexSnapshot& snapshot) {
  std::vector<Facet> facets;
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
