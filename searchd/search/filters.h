#ifndef SEARCHD_SEARCH_FILTERS_H_
#define SEARCHD_SEARCH_FILTERS_H_

// Restrictions on which records count, resolved against what the index knows.

#include "corpus/error.h"
#include "corpus/fiscal_year.h"
#include "corpus/record.h"
#include "searchd/search/column_table.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// The dimensions of a record that are filtered and counted.
enum class Dimension { Ward, FiscalYear, Department, Scene, Kind };

/// Values of one dimension are alternatives, dimensions are conditions; an empty list does not
/// restrict. A department matches if its canonical name contains the text (blanks and width
/// folded).
struct Filters {
  std::vector<std::string> ward_codes;  ///< A municipality's code stands for it and all its wards.
  std::vector<corpus::FiscalYearRange> fiscal_years;
  std::vector<std::string> departments;
  std::vector<corpus::Scene> scenes;
  std::vector<corpus::RecordKind> kinds;

  bool operator==(const Filters&) const = default;
};

/// The code of the ward or municipality that `text` (code or name) means: one that the index holds,
/// else one of `registry`. An Error{InvalidArgument} lists the wards of the index, or, for a name
/// that several cities have, those.
Result<std::string> resolve_ward(const std::string& text, const std::vector<corpus::Ward>& held,
                                 const corpus::WardRegistry& registry);

/// The scene of a label or variant; an Error lists the labels.
Result<corpus::Scene> resolve_scene(const std::string& text);

/// `filters` as tests over the rows of one table; cheap to ask for each document.
///
/// Borrows the table.
class RowFilter {
 public:
  /// `wards` of the index by their code, to know which ones belong to a municipality.
  RowFilter(const Filters& filters, const ColumnTable& columns,
            const std::vector<corpus::Ward>& wards);

  [[nodiscard]] bool accepts(Dimension dimension, const ColumnRow& row) const;

  /// True if the filters say anything about `dimension`.
  [[nodiscard]] bool restricts(Dimension dimension) const;

 private:
  std::vector<bool> wards_;        // By place; empty: all.
  std::vector<bool> departments_;  // By place; empty: all.
  std::vector<corpus::FiscalYearRange> fiscal_years_;
  std::uint8_t scene_bits_ = 0;  // 0: all.
  std::vector<bool> kinds_;      // By number; empty: all.
};

inline constexpr std::array kAllDimensions{Dimension::Ward, Dimension::FiscalYear,
                                           Dimension::Department, Dimension::Scene,
                                           Dimension::Kind};

/// The filters that were chosen beside a query and those that stand in it; all must hold.
struct FilterStack {
  RowFilter chosen;
  RowFilter in_query;

  [[nodiscard]] bool accepts(Dimension dimension, const ColumnRow& row) const;
  [[nodiscard]] bool accepts(const ColumnRow& row) const;
  /// True if every dimension but `left_out` accepts the row.
  [[nodiscard]] bool accepts_but(Dimension left_out, const ColumnRow& row) const;
  [[nodiscard]] bool restricts(Dimension dimension) const;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_FILTERS_H_
