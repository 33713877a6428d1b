#ifndef SEARCHD_ANALYTICS_FREQUENCY_H_
#define SEARCHD_ANALYTICS_FREQUENCY_H_

// How often themes and queries stand in the records, by ward, fiscal year, department, scene and
// text.

#include "analysis/themes.h"
#include "corpus/error.h"
#include "searchd/analytics/record_set.h"
#include "searchd/analytics/table_axis.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

struct FrequencyRequest {
  std::vector<const analysis::Theme*> themes;  ///< Borrowed; may be empty if there is a `q`.
  std::string q;                               ///< Counted behind the themes; empty: nothing.
  bool with_synonyms = true;                   ///< Of `q`; themes have none.
  std::vector<TableDimension> by;              ///< Each at most once.
  Filters filters;                             ///< An empty list of kinds means all kinds.
  std::vector<indexer::TextField> fields;      ///< In which words must stand; empty: both.
};

/// One number of a table and what belongs to it.
struct FrequencyCell {
  std::size_t series = 0;             ///< Place in `themes`, or their number for `q`.
  std::vector<std::uint32_t> values;  ///< Place on the axis of each dimension of the table.
  /// False: no report of the kinds that are counted is held for the ward and year of the cell.
  bool has_report = false;
  std::uint32_t initiatives = 0;             ///< Records that match.
  std::optional<std::uint32_t> occurrences;  ///< Places in them (occurrences.h); if counted.
  std::uint32_t departments = 0;  ///< Different ones of these records; in another ward: another.
  std::uint32_t base = 0;         ///< All records of the cell.
  double share = 0;  ///< Part of the series' records in the whole table, 0..1; 0 if there is none.
};

/// All cells by some of the dimensions: series by series, the last dimension fastest.
struct FrequencyTable {
  std::vector<TableDimension> by;
  std::vector<FrequencyCell> cells;
};

struct Frequency {
  std::vector<TableAxis> axes;  ///< One for each dimension of the request, in its order.
  /// First the table by all dimensions; then by every part of them, the largest first: totals of
  /// rows and columns, and last the one without dimensions. A record in two cells (of two scenes)
  /// counts once in a total.
  std::vector<FrequencyTable> tables;
  bool counts_occurrences = true;  ///< False: there were too many places to count.
  std::vector<std::string> notes;  ///< Japanese; of `q`.

  [[nodiscard]] const TableAxis& axis(TableDimension dimension) const;
};

/// More cells (totals not counted) are refused.
inline constexpr std::size_t kMaxFrequencyCells = 20'000;

/// Counts on posting lists and the column table; no record is read. A record matches as it does in
/// a search that is not relaxed. Error{TooLarge}, naming `by`, for too many cells. Throws
/// Error{Damaged} if the index cannot be read.
Result<Frequency> frequency(const FrequencyRequest& request, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_FREQUENCY_H_
