#include "analysis/standards/list_year.h"

#include <cstdlib>

namespace torikumi::analysis {
namespace {

/// True if the list of year `a` is to be taken rather than that of `b` for `record_year`.
bool is_nearer(std::optional<int> a, std::optional<int> b, std::optional<int> record_year) {
  if (!a || !b || !record_year) {
    return a > b;  // No year is less than any.
  }
  const int distance_a = std::abs(*a - *record_year);
  const int distance_b = std::abs(*b - *record_year);
  return distance_a != distance_b ? distance_a < distance_b : *a > *b;
}

}  // namespace

std::optional<std::size_t> list_place_for(std::optional<int> record_year,
                                          std::span<const std::optional<int>> list_years) {
  std::optional<std::size_t> nearest;
  for (std::size_t place = 0; place < list_years.size(); ++place) {
    if (!nearest || is_nearer(list_years[place], list_years[*nearest], record_year)) {
      nearest = place;
    }
  }
  return nearest;
}

}  // namespace torikumi::analysis
