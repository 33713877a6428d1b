#ifndef CORPUS_RECORD_ID_H_
#define CORPUS_RECORD_ID_H_

// The ids of records: ASCII, safe in a URL, made from what a record is and not from what it says,
// so that a corrected text keeps its id on every machine.

#include "corpus/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace torikumi::corpus {

/// 141330-2020-i-9f86d081-1: ward, year, department (8 hexadecimal digits of the SHA-256 of its
/// canonical name) and number; number 0 for a goal that has none.
std::string initiative_id(const Report& report, const Department& department,
                          std::optional<int> number);

/// 141305-2024-s-11: municipality or ward, year and number.
std::string standard_id(const Report& report, int number);

/// 141313-2008-e-2: the ward and year of the example, not of the report that lists it.
std::string example_id(const Ward& ward, int fiscal_year, int number);

/// 141305-2011-p-9f86d081: ward and year of the report, and 8 hexadecimal digits over its title,
/// the headings around the passage and its 1-based place `ordinal` below them.
std::string passage_id(const Report& report, const std::vector<std::string>& headings, int ordinal);

/// Gives out each id once.
class IdRegister {
 public:
  /// `id` if it is new, else `id` with -2, -3, … behind it, whichever is new.
  std::string unique(const std::string& id);

 private:
  std::unordered_set<std::string> given_;
};

}  // namespace torikumi::corpus

#endif  // CORPUS_RECORD_ID_H_
