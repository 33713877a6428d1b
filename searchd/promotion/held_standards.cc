#include "searchd/promotion/held_standards.h"

#include "corpus/error.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/stored_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace torikumi::searchd {

HeldStandards held_standards(const IndexSnapshot& snapshot) {
  HeldStandards held;
  const ColumnTable& columns = snapshot.columns();
  try {
    const IndexSnapshot::Lease lease = snapshot.lease();
    for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
      const ColumnRow& row = columns.row(document);
      if (row.kind == corpus::RecordKind::Standard && row.fiscal_year != 0) {
        held[snapshot.ward_at(row.ward).municipality][row.fiscal_year].push_back(
            {document - 1U, stored_record(document, lease.worker().database)});
      }
    }
  } catch (const Xapian::Error& problem) {
    throw Error(ErrorKind::Damaged,
                fmt::format("cannot read generation {}: {} ({})", snapshot.generation_id(),
                            problem.get_msg(), problem.get_type()),
                {}, "run torikumi-indexer check, then build the index again");
  }
  for (auto& [municipality, years] : held) {
    for (auto& [year, standards] : years) {
      std::stable_sort(standards.begin(), standards.end(),
                       [](const HeldStandard& a, const HeldStandard& b) {
                         return a.record.number < b.record.number;
                       });
    }
  }
  return held;
}

const std::pair<const int, StandardsOfYear>* last_list(const HeldStandards& held,
                                                       const std::string& municipality,
                                                       std::optional<int> until_year) {
  const auto years = held.find(municipality);
  if (years == held.end()) {
    return nullptr;
  }
  const auto behind = until_year ? years->second.upper_bound(*until_year) : years->second.end();
  return behind == years->second.begin() ? nullptr : &*std::prev(behind);
}

}  // namespace torikumi::searchd
