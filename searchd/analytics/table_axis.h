#ifndef SEARCHD_ANALYTICS_TABLE_AXIS_H_
#define SEARCHD_ANALYTICS_TABLE_AXIS_H_

// The values by which a table is counted, in one dimension.

#include "indexer/schema.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// What a table can be counted by.
enum class TableDimension { Ward, FiscalYear, Department, Scene, Field };
inline constexpr std::array kTableDimensions{TableDimension::Ward, TableDimension::FiscalYear,
                                             TableDimension::Department, TableDimension::Scene,
                                             TableDimension::Field};

/// `ward`, `year`, `department`, `scene`, `field`: the name in the API.
std::string_view name_of(TableDimension dimension);
std::optional<TableDimension> table_dimension_named(std::string_view name);

/// One value of an axis.
struct AxisValue {
  std::string filter;                  ///< As the filter of a search takes it.
  std::string label;                   ///< For people.
  const corpus::Ward* ward = nullptr;  ///< On an axis of wards; owned by the axis.
  indexer::TextField field = indexer::TextField::Target;  ///< On an axis of texts.
};

/// All values of one dimension that a table has, also those without any record.
///
/// - Wards: those that `filters` let pass of the municipalities of which records of the kinds of
///   `filters` are held, whether there is a report of them or not; a municipality itself where it
///   has records of its own. As with the filter, it stands for its wards too.
/// - Fiscal years: those that pass, without a gap from the first held to the last.
/// - Departments and scenes: those of the records that pass; without "none", which no search lists.
/// - Texts: target and result, as far as `fields` (empty: both) allow.
///
/// Immutable; borrows nothing but what it was made from while it is made.
class TableAxis {
 public:
  TableAxis(TableDimension dimension, const Filters& filters,
            const std::vector<indexer::TextField>& fields, const IndexSnapshot& snapshot);
  TableAxis(TableAxis&&) = default;

  [[nodiscard]] TableDimension dimension() const { return dimension_; }
  [[nodiscard]] const std::vector<AxisValue>& values() const { return values_; }

  /// The places in values() that the record of `row` counts in: none, one, or more for two scenes
  /// or a municipality and its ward. Not for an axis of texts.
  [[nodiscard]] const std::vector<std::uint32_t>& places_of(const ColumnRow& row) const;

 private:
  void add_wards(const Filters& filters, const IndexSnapshot& snapshot);
  void add_years(const Filters& filters, const IndexSnapshot& snapshot);
  void add_departments(const RowFilter& filter, const ColumnTable& columns);
  void add_scenes(const Filters& filters);

  /// What is of `key` counts at `place`.
  void add_place(std::uint32_t key, std::uint32_t place);

  TableDimension dimension_;
  std::vector<corpus::Ward> wards_;  // What the values point to.
  std::vector<AxisValue> values_;
  /// By ward place, fiscal year, department place or bits of scenes.
  std::vector<std::vector<std::uint32_t>> places_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_TABLE_AXIS_H_
