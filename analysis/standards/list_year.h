#ifndef ANALYSIS_STANDARDS_LIST_YEAR_H_
#define ANALYSIS_STANDARDS_LIST_YEAR_H_

// With which year's list of standards a record is compared.

#include <cstddef>
#include <optional>
#include <span>

namespace torikumi::analysis {

/// The place in `list_years` of the list for a record of `record_year`: that year's own, else the
/// nearest (of two as near, the later one: a list writes down what had become usual before it). A
/// list without a year is taken only if there is no other; a record without a year goes to the
/// latest list. Nothing if there are no lists. `list_years` are the fiscal years of the lists of
/// one municipality, each once, in any order.
std::optional<std::size_t> list_place_for(std::optional<int> record_year,
                                          std::span<const std::optional<int>> list_years);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_LIST_YEAR_H_
