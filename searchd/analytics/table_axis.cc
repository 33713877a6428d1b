#include "searchd/analytics/table_axis.h"

#include "corpus/fiscal_year.h"
#include "searchd/analytics/record_set.h"
#include "searchd/search/known_wards.h"

#include <algorithm>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

struct DimensionName {
  TableDimension dimension;
  std::string_view name;
};

constexpr std::array kNames{
    DimensionName{TableDimension::Ward, "ward"}, DimensionName{TableDimension::FiscalYear, "year"},
    DimensionName{TableDimension::Department, "department"},
    DimensionName{TableDimension::Scene, "scene"}, DimensionName{TableDimension::Field, "field"}};

/// Calls `use` for each row of the kinds that `filters` want.
template <typename Use>
void for_each_of_kinds(const Filters& filters, const IndexSnapshot& snapshot, Use use) {
  Filters kinds;
  kinds.kinds = filters.kinds;
  const RowFilter wanted(kinds, snapshot);
  const ColumnTable& columns = snapshot.columns();
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (wanted.accepts(row)) {
      use(row);
    }
  }
}

std::uint32_t key_of(TableDimension dimension, const ColumnRow& row) {
  switch (dimension) {
    case TableDimension::Ward:
      return row.ward;
    case TableDimension::FiscalYear:
      return static_cast<std::uint32_t>(row.fiscal_year);
    case TableDimension::Department:
      return row.department;
    case TableDimension::Scene:
      return row.scene_bits;
    case TableDimension::Field:
      break;
  }
  return 0;
}

}  // namespace

std::string_view name_of(TableDimension dimension) {
  return kNames.at(static_cast<std::size_t>(dimension)).name;
}

std::optional<TableDimension> table_dimension_named(std::string_view name) {
  for (const DimensionName& row : kNames) {
    if (row.name == name) {
      return row.dimension;
    }
  }
  return std::nullopt;
}

TableAxis::TableAxis(TableDimension dimension, const Filters& filters,
                     const std::vector<indexer::TextField>& fields, const IndexSnapshot& snapshot)
    : dimension_(dimension) {
  switch (dimension) {
    case TableDimension::Ward:
      add_wards(filters, snapshot);
      break;
    case TableDimension::FiscalYear:
      add_years(filters, snapshot);
      break;
    case TableDimension::Department:
      add_departments(RowFilter(filters, snapshot), snapshot.columns());
      break;
    case TableDimension::Scene:
      add_scenes(filters);
      break;
    case TableDimension::Field:
      for (const indexer::TextField field : indexer::kTextFields) {
        const std::vector<indexer::TextField> searched = searched_fields(fields);
        if (std::find(searched.begin(), searched.end(), field) != searched.end()) {
          const bool is_target = field == indexer::TextField::Target;
          values_.push_back({.filter = is_target ? "target" : "result",
                             .label = is_target ? "目標" : "実施結果",
                             .field = field});
        }
      }
      break;
  }
}

const std::vector<std::uint32_t>& TableAxis::places_of(const ColumnRow& row) const {
  static const std::vector<std::uint32_t> kNone;
  const std::uint32_t key = key_of(dimension_, row);
  return key < places_.size() ? places_[key] : kNone;
}

void TableAxis::add_place(std::uint32_t key, std::uint32_t place) {
  if (key >= places_.size()) {
    places_.resize(key + 1);
  }
  places_[key].push_back(place);
}

void TableAxis::add_wards(const Filters& filters, const IndexSnapshot& snapshot) {
  std::set<std::uint16_t> held;
  for_each_of_kinds(filters, snapshot, [&](const ColumnRow& row) { held.insert(row.ward); });
  std::set<std::string> municipalities;
  std::set<std::string> codes;
  for (const std::uint16_t place : held) {
    municipalities.insert(snapshot.ward_at(place).municipality);
    codes.insert(snapshot.ward_at(place).code);
  }
  for (corpus::Ward& ward : known_wards_of(municipalities, snapshot)) {
    const bool is_wanted = !ward.name.empty() || codes.contains(ward.code);
    if (is_wanted && accepts_ward(filters, ward.code, snapshot)) {
      wards_.push_back(std::move(ward));
    }
  }
  for (std::uint32_t place = 0; place < wards_.size(); ++place) {
    const corpus::Ward& ward = wards_[place];
    values_.push_back({.filter = ward.code, .label = ward.full_name(), .ward = &ward});
    Filters this_ward;
    this_ward.ward_codes = {ward.code};
    for (const std::uint16_t other : held) {
      if (accepts_ward(this_ward, snapshot.ward_at(other).code, snapshot)) {
        add_place(other, place);
      }
    }
  }
}

void TableAxis::add_years(const Filters& filters, const IndexSnapshot& snapshot) {
  std::set<int> held;
  for_each_of_kinds(filters, snapshot, [&](const ColumnRow& row) {
    if (row.fiscal_year != 0) {
      held.insert(row.fiscal_year);
    }
  });
  for (int year = held.empty() ? 0 : *held.begin(); !held.empty() && year <= *held.rbegin();
       ++year) {
    if (accepts_year(filters, year)) {
      add_place(static_cast<std::uint32_t>(year), static_cast<std::uint32_t>(values_.size()));
      values_.push_back({.filter = std::to_string(year), .label = corpus::fiscal_year_label(year)});
    }
  }
}

void TableAxis::add_departments(const RowFilter& filter, const ColumnTable& columns) {
  std::set<std::uint32_t> held;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (row.department != 0 && filter.accepts(row)) {
      held.insert(row.department);
    }
  }
  for (const std::uint32_t place : held) {
    const std::string& name = columns.departments[place];
    add_place(place, static_cast<std::uint32_t>(values_.size()));
    values_.push_back({.filter = name, .label = name});
  }
}

void TableAxis::add_scenes(const Filters& filters) {
  std::vector<unsigned> bits;
  for (const corpus::Scene scene : corpus::kAllScenes) {
    const bool is_wanted =
        filters.scenes.empty() ||
        std::find(filters.scenes.begin(), filters.scenes.end(), scene) != filters.scenes.end();
    if (is_wanted) {
      const std::string label(corpus::label_of(scene));
      bits.push_back(1U << static_cast<unsigned>(scene));
      values_.push_back({.filter = label, .label = label});
    }
  }
  constexpr std::uint32_t kAllBits = 0xFF;
  for (std::uint32_t key = 0; key <= kAllBits; ++key) {
    for (std::uint32_t place = 0; place < bits.size(); ++place) {
      if ((key & bits[place]) != 0) {
        add_place(key, place);
      }
    }
  }
}

}  // namespace torikumi::searchd
