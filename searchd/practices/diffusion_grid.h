#ifndef SEARCHD_PRACTICES_DIFFUSION_GRID_H_
#define SEARCHD_PRACTICES_DIFFUSION_GRID_H_

// Who had it when, over the wards and years of an index.

#include "analysis/diffusion.h"
#include "corpus/ward_registry.h"
#include "searchd/analytics/record_set.h"

#include <cstddef>
#include <vector>

namespace torikumi::searchd {

/// The grid of ward × fiscal year.
struct DiffusionGrid {
  std::vector<corpus::Ward> wards;  ///< Its rows, by code.
  analysis::Diffusion diffusion;    ///< Wards are places in `wards`.
  /// The records that have it, by ward and year (its place from Diffusion::first_year on).
  std::vector<std::vector<Documents>> records;
  std::size_t unplaced = 0;  ///< Records that have it without a year or of no ward; in no cell.
};

/// The grid of the records `having` (rising). Its rows are the wards that `filters` let pass of the
/// municipalities of which initiatives or examples are held, whether anything is held of them or
/// not; its columns all years from the first to the last such record. The kinds of `filters` say
/// which of both are held: initiatives make a report, examples alone a list of examples. Nothing
/// else of `filters` is looked at: what was before the years that are shown decides what these say.
DiffusionGrid diffusion_grid(const Documents& having, const Filters& filters,
                             const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PRACTICES_DIFFUSION_GRID_H_
