#include "searchd/analytics/standard_lists.h"

#include "analysis/standards/list_year.h"
#include "corpus/error.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/stored_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace torikumi::searchd {
namespace {

std::optional<int> known_year(int fiscal_year) {
  return fiscal_year == 0 ? std::nullopt : std::optional<int>(fiscal_year);
}

}  // namespace

std::vector<corpus::Record> records_of(const std::vector<DocumentNumber>& documents,
                                       const IndexSnapshot& snapshot) {
  std::vector<corpus::Record> records;
  try {
    const IndexSnapshot::Lease lease = snapshot.lease();
    for (const DocumentNumber document : documents) {
      records.push_back(stored_record(document, lease.worker().database));
    }
  } catch (const Xapian::Error& problem) {
    throw Error(ErrorKind::Damaged,
                fmt::format("cannot read generation {}: {} ({})", snapshot.generation_id(),
                            problem.get_msg(), problem.get_type()),
                {}, "run torikumi-indexer check, then build the index again");
  }
  return records;
}

bool concern(const Filters& filters, const std::string& municipality,
             const IndexSnapshot& snapshot) {
  const std::vector<corpus::Ward>& wards = snapshot.wards();
  return std::any_of(wards.begin(), wards.end(), [&](const corpus::Ward& ward) {
    return ward.municipality == municipality && accepts_ward(filters, ward.code, snapshot);
  });
}

StandardLists::StandardLists(const IndexSnapshot& snapshot) {
  std::map<std::pair<std::string, std::optional<int>>, std::vector<DocumentNumber>> lists;
  for (const DocumentNumber document : snapshot.coverage().standards()) {
    const ColumnRow& row = snapshot.columns().row(document);
    lists[{snapshot.ward_at(row.ward).municipality, known_year(row.fiscal_year)}].push_back(
        document);
  }
  for (auto& [key, standards] : lists) {
    lists_.push_back({key.first, key.second, std::move(standards)});
  }
}

const HeldStandardList* StandardLists::list_for(const std::string& municipality,
                                                int fiscal_year) const {
  std::vector<std::optional<int>> years;
  std::vector<const HeldStandardList*> lists;
  for (const HeldStandardList& list : lists_) {
    if (list.municipality == municipality) {
      years.push_back(list.fiscal_year);
      lists.push_back(&list);
    }
  }
  const auto place = analysis::list_place_for(known_year(fiscal_year), years);
  return place ? lists[*place] : nullptr;
}

}  // namespace torikumi::searchd
