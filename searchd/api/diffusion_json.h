#ifndef SEARCHD_API_DIFFUSION_JSON_H_
#define SEARCHD_API_DIFFUSION_JSON_H_

// Who had it when, in answers.

#include "searchd/api/evidence_query.h"
#include "searchd/api/route.h"
#include "searchd/practices/diffusion_grid.h"

#include <optional>

namespace torikumi::searchd {

/// The grid with the years that `filters` let pass as its columns, in JSON and as a table with a
/// row for each ward. `evidence`, if there is one, is the search that finds the records having it:
/// each cell is then given the search for its own, else their first ids.
Answer diffusion_answer(const DiffusionGrid& grid, const Filters& filters,
                        const std::optional<EvidenceQuery>& evidence,
                        const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_DIFFUSION_JSON_H_
