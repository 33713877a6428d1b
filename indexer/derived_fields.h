#ifndef INDEXER_DERIVED_FIELDS_H_
#define INDEXER_DERIVED_FIELDS_H_

// What is derived of an initiative, as the index stores it.

#include "analysis/result_quality.h"
#include "corpus/record.h"

#include <cstdint>
#include <string>

namespace torikumi::indexer {

/// The bits of ValueSlot::ResultFlags for `quality`.
std::uint8_t result_flags(const analysis::ResultQuality& quality);

/// One line of JSON for ValueSlot::Derived: {outcome, result_echo, copied_results, quantities,
/// carried_over_from}, each null where there is nothing to say and otherwise with its `rule`;
/// ranges count the code points of the record's texts. docs/api.md has the keys.
std::string derived_json(const corpus::Record& record, const analysis::ResultQuality& quality);

}  // namespace torikumi::indexer

#endif  // INDEXER_DERIVED_FIELDS_H_
