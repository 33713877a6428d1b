#include "searchd/practices/diffusion_grid.h"

#include "searchd/search/known_wards.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace torikumi::searchd {
namespace {

using corpus::RecordKind;

/// True for records that say what a ward did in a year.
bool tells_of_a_ward(const ColumnRow& row, const Filters& filters) {
  const bool is_wanted =
      filters.kinds.empty() ||
      std::find(filters.kinds.begin(), filters.kinds.end(), row.kind) != filters.kinds.end();
  return is_wanted && (row.kind == RecordKind::Initiative || row.kind == RecordKind::Example);
}

/// The wards of the municipalities of such records, without these themselves.
std::vector<corpus::Ward> rows_of(const Filters& filters, const IndexSnapshot& snapshot) {
  std::set<std::string> municipalities;
  const ColumnTable& columns = snapshot.columns();
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    if (tells_of_a_ward(columns.row(document), filters)) {
      municipalities.insert(snapshot.ward_at(columns.row(document).ward).municipality);
    }
  }
  std::vector<corpus::Ward> wards = known_wards_of(municipalities, snapshot);
  std::erase_if(wards, [&](const corpus::Ward& ward) {
    return ward.name.empty() || !accepts_ward(filters, ward.code, snapshot);
  });
  return wards;
}

/// The row of each ward of the column table, if it has one.
std::vector<std::optional<std::size_t>> row_by_place(const std::vector<corpus::Ward>& wards,
                                                     const ColumnTable& columns) {
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < wards.size(); ++row) {
    rows.emplace(wards[row].code, row);
  }
  std::vector<std::optional<std::size_t>> places(columns.ward_codes.size());
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (const auto row = rows.find(columns.ward_codes[place]); row != rows.end()) {
      places[place] = row->second;
    }
  }
  return places;
}

/// What records say of one ward and year, taken together.
struct HeldRecords {
  bool has_initiative = false;
  Documents having;
};

}  // namespace

DiffusionGrid diffusion_grid(const Documents& having, const Filters& filters,
                             const IndexSnapshot& snapshot) {
  const ColumnTable& columns = snapshot.columns();
  DiffusionGrid grid{
      .wards = rows_of(filters, snapshot), .diffusion = {}, .records = {}, .unplaced = 0};
  const auto rows = row_by_place(grid.wards, columns);
  std::map<std::pair<std::size_t, int>, HeldRecords> held;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (!tells_of_a_ward(row, filters)) {
      continue;
    }
    const bool has_it = std::binary_search(having.begin(), having.end(), document);
    if (!rows[row.ward] || row.fiscal_year == 0) {
      const bool is_of_a_ward = !snapshot.ward_at(row.ward).name.empty();
      grid.unplaced += has_it && (!is_of_a_ward || row.fiscal_year == 0) ? 1 : 0;
      continue;
    }
    HeldRecords& cell = held[{*rows[row.ward], row.fiscal_year}];
    cell.has_initiative = cell.has_initiative || row.kind == RecordKind::Initiative;
    if (has_it) {
      cell.having.push_back(document);
    }
  }
  std::vector<analysis::WardYear> observations;
  observations.reserve(held.size());
  for (const auto& [key, cell] : held) {
    observations.push_back({.ward = key.first,
                            .fiscal_year = key.second,
                            .held = cell.has_initiative ? analysis::ReportHeld::Whole
                                                        : analysis::ReportHeld::ExamplesOnly,
                            .has_it = !cell.having.empty()});
  }
  grid.diffusion = analysis::diffusion_of(observations, grid.wards.size());
  grid.records.assign(grid.wards.size(), std::vector<Documents>(grid.diffusion.years.size()));
  for (auto& [key, cell] : held) {
    const auto year = static_cast<std::size_t>(key.second - grid.diffusion.first_year);
    grid.records[key.first][year] = std::move(cell.having);
  }
  return grid;
}

}  // namespace torikumi::searchd
