#ifndef SEARCHD_SEARCH_FILTERS_H_
#define SEARCHD_SEARCH_FILTERS_H_

// Restrictions on which records count, resolved against what the index knows.

#include "corpus/error.h"
#include "corpus/fiscal_year.h"
#include "corpus/record.h"
#include "searchd/search/column_table.h"
#include "searchd/search/result_finding.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

class IndexSnapshot;

/// The dimensions of a record that are filtered and counted.
enum class Dimension { Ward, FiscalYear, Department, Scene, Kind };
inline constexpr std::array kAllDimensions{Dimension::Ward, Dimension::FiscalYear,
                                           Dimension::Department, Dimension::Scene,
                                           Dimension::Kind};

/// Values of one dimension are alternatives, dimensions are conditions; an empty list does not
/// restrict. `departments` and `department_texts` are alternatives of one dimension.
struct Filters {
  /// A municipality's code stands for it and all its wards; so does its name if no code of it is
  /// known.
  std::vector<std::string> ward_codes;
  std::vector<corpus::FiscalYearRange> fiscal_years;
  std::vector<std::string> departments;       ///< Canonical names, whole.
  std::vector<std::string> department_texts;  ///< Parts of names; blanks and width do not count.
  std::vector<corpus::Scene> scenes;
  std::vector<corpus::RecordKind> kinds;
  /// Properties, no values of one dimension: never counted, and each is required.
  std::vector<ResultFinding> findings;

  bool operator==(const Filters&) const = default;
};

/// The wards or municipalities that `text` (code or name, 区 being optional) may mean: those of the
/// index, else those that the registry knows. More than one if several cities have a ward of that
/// name, none if it is not known. The municipality of a ward of the index is known even if its own
/// code is not: then it has its name for a code.
std::vector<corpus::Ward> wards_meant_by(const std::string& text, const IndexSnapshot& snapshot);

/// The code of the one ward or municipality that `text` means. An Error{InvalidArgument} lists
/// those that it may mean or, for an unknown one, those of the index.
Result<std::string> resolve_ward(const std::string& text, const IndexSnapshot& snapshot);

/// The scene of a label or variant; an Error{InvalidArgument} lists the labels.
Result<corpus::Scene> resolve_scene(const std::string& text);

/// True if `filters` let records of this ward or municipality pass.
bool accepts_ward(const Filters& filters, const std::string& code, const IndexSnapshot& snapshot);

/// True if `filters` let records of this fiscal year pass.
bool accepts_year(const Filters& filters, int fiscal_year);

/// `filters` as tests over the rows of one index; cheap to ask for each document.
class RowFilter {
 public:
  RowFilter(const Filters& filters, const IndexSnapshot& snapshot);

  [[nodiscard]] bool accepts(Dimension dimension, const ColumnRow& row) const;
  [[nodiscard]] bool accepts(const ColumnRow& row) const;
  /// True if every dimension but `left_out` accepts the row.
  [[nodiscard]] bool accepts_but(Dimension left_out, const ColumnRow& row) const;

  /// True if the filters say anything about `dimension`.
  [[nodiscard]] bool restricts(Dimension dimension) const;

 private:
  std::vector<bool> wards_;        // By place; empty: all.
  std::vector<bool> departments_;  // By place; empty: all.
  std::vector<corpus::FiscalYearRange> fiscal_years_;
  std::uint8_t scene_bits_ = 0;  // 0: all.
  std::vector<bool> kinds_;      // By number; empty: all.
  std::vector<ResultFinding> findings_;

  [[nodiscard]] bool accepts_findings(const ColumnRow& row) const;
};

/// The filters that were chosen beside a query and those that stand in it; all must hold.
struct FilterStack {
  RowFilter chosen;
  RowFilter in_query;

  [[nodiscard]] bool accepts(const ColumnRow& row) const {
    return chosen.accepts(row) && in_query.accepts(row);
  }
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_FILTERS_H_
