#ifndef SEARCHD_SEARCH_COLUMN_TABLE_H_
#define SEARCHD_SEARCH_COLUMN_TABLE_H_

// The filterable properties of every document, in memory: what filters, facets and analytics count
// on.

#include "corpus/record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// Number of a document in the index, from 1.
using DocumentNumber = std::uint32_t;

inline constexpr std::array kAllRecordKinds{
    corpus::RecordKind::Initiative, corpus::RecordKind::Example, corpus::RecordKind::Standard,
    corpus::RecordKind::Passage};

/// One row: a few bytes a document. Wards and departments are places in the table's lists.
struct ColumnRow {
  corpus::RecordKind kind = corpus::RecordKind::Initiative;
  corpus::ResultStatus result_status = corpus::ResultStatus::Missing;
  std::uint8_t scene_bits = 0;    ///< Bit n: Scene number n.
  std::uint8_t result_flags = 0;  ///< Bits of indexer::ResultFlag, and the outcome.
  std::uint16_t ward = 0;         ///< Place in `ward_codes`.
  std::int16_t fiscal_year = 0;   ///< 0: not known.
  std::uint32_t report = 0;       ///< Place in the manifest.
  std::uint32_t department = 0;   ///< Place in `departments`; 0 is "none".
};

/// Immutable once loaded; free to share between threads.
struct ColumnTable {
  std::vector<ColumnRow> rows;             ///< By document number; row 0 is not used.
  std::vector<std::string> ward_codes;     ///< Sorted.
  std::vector<std::string> departments;    ///< [0] is empty, the others sorted.
  std::vector<std::int16_t> fiscal_years;  ///< Those that occur, rising, without 0.

  [[nodiscard]] const ColumnRow& row(DocumentNumber document) const { return rows[document]; }
  [[nodiscard]] std::size_t document_count() const { return rows.empty() ? 0 : rows.size() - 1; }
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_COLUMN_TABLE_H_
