// Each series (a theme or q) is matched once for each text that is a column, and once for all
// together. Its documents and those of the base are then dealt out to the cells of every table by
// the places that their rows have on the axes.

#include "searchd/analytics/frequency.h"

#include "searchd/analytics/occurrences.h"
#include "searchd/search/attribute_names.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/matcher.h"
#include "searchd/search/query.h"
#include "searchd/search/resolved_query.h"
#include "searchd/search/theme_queries.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <bit>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using Fields = std::vector<indexer::TextField>;

/// What one series finds in some texts.
struct Found {
  Documents documents;                     // After all filters.
  std::vector<std::uint32_t> occurrences;  // Of each; empty if not counted.
};

struct Series {
  QueryPlan plan;
  Filters filters;  // Those that stand in q.
};

/// The cells of a table as one row of numbers.
class CellGrid {
 public:
  explicit CellGrid(std::vector<const TableAxis*> axes) : axes_(std::move(axes)) {
    for (const TableAxis* axis : axes_) {
      size_ *= axis->values().size();
    }
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Calls `use` with the number of each cell that `row` counts in; `field` is the place on an axis
  /// of texts.
  template <typename Use>
  void for_each_cell(const ColumnRow& row, std::uint32_t field, const Use& use) const {
    visit(row, field, 0, 0, use);
  }

  /// The places on the axes of one cell.
  [[nodiscard]] std::vector<std::uint32_t> values_of(std::size_t cell) const {
    std::vector<std::uint32_t> values(axes_.size());
    for (std::size_t i = axes_.size(); i-- > 0;) {
      const std::size_t length = axes_[i]->values().size();
      values[i] = static_cast<std::uint32_t>(cell % length);
      cell /= length;
    }
    return values;
  }

  [[nodiscard]] const std::vector<const TableAxis*>& axes() const { return axes_; }

 private:
  template <typename Use>
  void visit(const ColumnRow& row, std::uint32_t field, std::size_t axis, std::size_t cell,
             const Use& use) const {
    if (axis == axes_.size()) {
      use(cell);
      return;
    }
    const std::size_t begin = cell * axes_[axis]->values().size();
    if (axes_[axis]->dimension() == TableDimension::Field) {
      visit(row, field, axis + 1, begin + field, use);
      return;
    }
    for (const std::uint32_t place : axes_[axis]->places_of(row)) {
      visit(row, field, axis + 1, begin + place, use);
    }
  }

  std::vector<const TableAxis*> axes_;  // Of the Frequency that is made.
  std::size_t size_ = 1;
};

/// Answers one request.
class FrequencyCounter {
 public:
  FrequencyCounter(const FrequencyRequest& request, const IndexSnapshot& snapshot)
      : request_(request), snapshot_(snapshot), lease_(snapshot.lease()) {}

  Result<Frequency> count() {
    for (const TableDimension dimension : request_.by) {
      result_.axes.emplace_back(dimension, request_.filters, request_.fields, snapshot_);
    }
    add_series();
    if (auto problem = too_many_cells()) {
      return tl::unexpected(*std::move(problem));
    }
    for (const Series& series : series_) {
      const bool is_as_before = !bases_.empty() && series.filters == Filters{};
      bases_.push_back(is_as_before ? bases_.back()
                                    : std::make_shared<const Documents>(base_of(series)));
    }
    add_tables();
    add_shares();
    return std::move(result_);
  }

 private:
  void add_series() {
    for (const analysis::Theme* theme : request_.themes) {
      series_.push_back({plan_theme(*theme, lease_.worker().analyzer), {}});
    }
    if (!request_.q.empty()) {
      ResolvedQuery resolved = resolve(parse_query(request_.q), snapshot_);
      const QueryPlan plan = plan_of_query(resolved.query);
      result_.notes = resolved.query.notes;
      result_.notes.insert(result_.notes.end(), plan.notes.begin(), plan.notes.end());
      series_.push_back({plan, std::move(resolved.filters)});
    }
  }

  [[nodiscard]] QueryPlan plan_of_query(const Query& query) const {
    return plan_query(
        query, {.analyzer = lease_.worker().analyzer,
                .synonyms = snapshot_.resources().synonyms,
                .vocabulary = &snapshot_.vocabulary(),
                .attributes_named =
                    [this](const std::string& word) { return attributes_named(word, snapshot_); },
                .with_synonyms = request_.with_synonyms});
  }

  [[nodiscard]] std::optional<Error> too_many_cells() const {
    std::size_t cells = series_.size();
    std::string lengths = fmt::format("{} themes", series_.size());
    for (const TableAxis& axis : result_.axes) {
      cells *= axis.values().size();
      lengths += fmt::format(" × {} of {}", axis.values().size(), name_of(axis.dimension()));
    }
    if (cells <= kMaxFrequencyCells) {
      return std::nullopt;
    }
    return Error(ErrorKind::TooLarge,
                 fmt::format("the table has {} cells ({}), more than {}", cells, lengths,
                             kMaxFrequencyCells),
                 "by",
                 "name one theme or a few (theme=…), a ward or city, a range of years or a "
                 "department, or leave a dimension out of by");
  }

  /// All records that the filters beside and in the series let pass.
  [[nodiscard]] Documents base_of(const Series& series) const {
    const FilterStack filters{{request_.filters, snapshot_}, {series.filters, snapshot_}};
    Documents documents;
    const ColumnTable& columns = snapshot_.columns();
    for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
      if (filters.accepts(columns.row(document))) {
        documents.push_back(document);
      }
    }
    return documents;
  }

  /// What a series finds in `fields`; matched once and kept.
  const Found& found_in(std::size_t series, const Fields& fields) {
    const auto known = found_.find({series, fields});
    if (known != found_.end()) {
      return known->second;
    }
    const Xapian::Database& database = lease_.worker().database;
    const QueryPlan& plan = series_[series].plan;
    Documents matching;
    for (const Match& match : matches_of(plan, fields, false, database)) {
      matching.push_back(match.document);
    }
    std::sort(matching.begin(), matching.end());
    Found found{common(matching, *bases_[series]), {}};
    found.occurrences.resize(found.documents.size());
    for (const indexer::TextField field : fields) {
      const auto counts = result_.counts_occurrences ? occurrences_in(plan, field, found.documents,
                                                                      database, position_budget_)
                                                     : std::nullopt;
      result_.counts_occurrences = counts.has_value();
      for (std::size_t i = 0; counts && i < counts->size(); ++i) {
        found.occurrences[i] += (*counts)[i];
      }
    }
    return found_.emplace(std::pair(series, fields), std::move(found)).first->second;
  }

  /// One table for each part of the dimensions, those of most dimensions first.
  void add_tables() {
    const auto count = static_cast<unsigned>(request_.by.size());
    std::vector<unsigned> parts;
    for (unsigned part = 0; part < 1U << count; ++part) {
      parts.push_back(part);
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](unsigned a, unsigned b) { return std::popcount(a) > std::popcount(b); });
    for (const unsigned part : parts) {
      FrequencyTable& table = result_.tables.emplace_back();
      std::vector<const TableAxis*> axes;
      for (unsigned i = 0; i < count; ++i) {
        if ((part >> i & 1U) != 0) {
          table.by.push_back(request_.by[i]);
          axes.push_back(&result_.axes[i]);
        }
      }
      fill(table, CellGrid(std::move(axes)));
    }
  }

  void fill(FrequencyTable& table, const CellGrid& grid) {
    const std::vector<bool> reported = cells_with_report(grid);
    std::vector<std::uint32_t> bases;
    for (std::size_t series = 0; series < series_.size(); ++series) {
      if (series == 0 || bases_[series] != bases_[series - 1]) {
        bases = base_counts(grid, *bases_[series]);
      }
      const std::size_t begin = table.cells.size();
      for (std::size_t cell = 0; cell < grid.size(); ++cell) {
        FrequencyCell& added = table.cells.emplace_back();
        added.series = series;
        added.values = grid.values_of(cell);
        added.has_report = reported[cell];
        added.base = bases[cell];
      }
      const auto cell_at = [&](std::size_t cell) -> FrequencyCell& {
        return table.cells[begin + cell];
      };
      count_matches(series, grid, cell_at);
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> base_counts(const CellGrid& grid,
                                                       const Documents& documents) const {
    std::vector<std::uint32_t> counts(grid.size());
    const auto columns = static_cast<std::uint32_t>(field_columns(grid).size());
    for (std::uint32_t column = 0; column < columns; ++column) {
      for (const DocumentNumber document : documents) {
        grid.for_each_cell(snapshot_.columns().row(document), column,
                           [&](std::size_t cell) { ++counts[cell]; });
      }
    }
    return counts;
  }

  template <typename CellAt>
  void count_matches(std::size_t series, const CellGrid& grid, const CellAt& cell_at) {
    using Department = std::pair<std::uint16_t, std::uint32_t>;  // With its ward.
    std::vector<std::set<Department>> departments(grid.size());
    std::vector<std::uint32_t> occurrences(grid.size());
    const std::vector<Fields> columns = field_columns(grid);
    for (std::uint32_t column = 0; column < columns.size(); ++column) {
      const Found& found = found_in(series, columns[column]);
      for (std::size_t i = 0; i < found.documents.size(); ++i) {
        const ColumnRow& row = snapshot_.columns().row(found.documents[i]);
        grid.for_each_cell(row, column, [&](std::size_t cell) {
          ++cell_at(cell).initiatives;
          occurrences[cell] += found.occurrences[i];
          if (row.department != 0) {
            departments[cell].emplace(row.ward, row.department);
          }
        });
      }
    }
    for (std::size_t cell = 0; cell < grid.size(); ++cell) {
      cell_at(cell).departments = static_cast<std::uint32_t>(departments[cell].size());
      cell_at(cell).occurrences = occurrences[cell];
    }
  }

  /// The texts to search for each place of an axis of texts; without one, all together.
  [[nodiscard]] std::vector<Fields> field_columns(const CellGrid& grid) const {
    for (const TableAxis* axis : grid.axes()) {
      if (axis->dimension() == TableDimension::Field) {
        std::vector<Fields> columns;
        for (const AxisValue& value : axis->values()) {
          columns.push_back({value.field});
        }
        return columns;
      }
    }
    return {searched_fields(request_.fields)};
  }

  /// The cells for whose ward and year a report of the kinds that are counted is held, whatever
  /// its departments and scenes.
  [[nodiscard]] std::vector<bool> cells_with_report(const CellGrid& grid) const {
    Filters place_and_time;
    place_and_time.ward_codes = request_.filters.ward_codes;
    place_and_time.fiscal_years = request_.filters.fiscal_years;
    place_and_time.kinds = request_.filters.kinds;
    const RowFilter filter(place_and_time, snapshot_);
    // By place on the axes of wards and years, as far as the table has them.
    std::set<std::pair<std::uint32_t, std::uint32_t>> reported;
    const ColumnTable& columns = snapshot_.columns();
    for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
      const ColumnRow& row = columns.row(document);
      if (!filter.accepts(row)) {
        continue;
      }
      for (const std::uint32_t ward : places_on(grid, TableDimension::Ward, row)) {
        for (const std::uint32_t year : places_on(grid, TableDimension::FiscalYear, row)) {
          reported.emplace(ward, year);
        }
      }
    }
    std::vector<bool> cells(grid.size());
    for (std::size_t cell = 0; cell < grid.size(); ++cell) {
      const std::vector<std::uint32_t> values = grid.values_of(cell);
      std::uint32_t ward = 0;
      std::uint32_t year = 0;
      for (std::size_t i = 0; i < values.size(); ++i) {
        const TableDimension dimension = grid.axes()[i]->dimension();
        ward = dimension == TableDimension::Ward ? values[i] : ward;
        year = dimension == TableDimension::FiscalYear ? values[i] : year;
      }
      cells[cell] = reported.contains({ward, year});
    }
    return cells;
  }

  /// Where `row` stands on the axis of a dimension; at 0 if the table does not have it.
  static const std::vector<std::uint32_t>& places_on(const CellGrid& grid, TableDimension dimension,
                                                     const ColumnRow& row) {
    static const std::vector<std::uint32_t> kFirst{0};
    for (const TableAxis* axis : grid.axes()) {
      if (axis->dimension() == dimension) {
        return axis->places_of(row);
      }
    }
    return kFirst;
  }

  /// The last table holds the whole of each series. What could not be counted whole is left out.
  void add_shares() {
    const std::vector<FrequencyCell> wholes = result_.tables.back().cells;
    for (FrequencyTable& table : result_.tables) {
      for (FrequencyCell& cell : table.cells) {
        const std::uint32_t whole = wholes[cell.series].initiatives;
        cell.share = whole == 0 ? 0 : static_cast<double>(cell.initiatives) / whole;
        if (!result_.counts_occurrences) {
          cell.occurrences.reset();
        }
      }
    }
  }

  const FrequencyRequest& request_;
  const IndexSnapshot& snapshot_;
  IndexSnapshot::Lease lease_;
  std::vector<Series> series_;
  /// By series; themes, which have no filters and stand first, share one.
  std::vector<std::shared_ptr<const Documents>> bases_;
  std::map<std::pair<std::size_t, Fields>, Found> found_;
  std::size_t position_budget_ = kMaxPositionLists;
  Frequency result_;
};

}  // namespace

const TableAxis& Frequency::axis(TableDimension dimension) const {
  return *std::find_if(axes.begin(), axes.end(),
                       [&](const TableAxis& axis) { return axis.dimension() == dimension; });
}

Result<Frequency> frequency(const FrequencyRequest& request, const IndexSnapshot& snapshot) {
  try {
    return FrequencyCounter(request, snapshot).count();
  } catch (const Xapian::Error& problem) {
    throw Error(ErrorKind::Damaged,
                fmt::format("cannot read generation {}: {} ({})", snapshot.generation_id(),
                            problem.get_msg(), problem.get_type()),
                {}, "run torikumi-indexer check, then build the index again");
  }
}

}  // namespace torikumi::searchd
