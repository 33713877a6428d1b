#include "corpus/nearest_name.h"

#include <algorithm>
#include <vector>

#include <unicode/utf8.h>

namespace torikumi {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, point);
    points.push_back(static_cast<char32_t>(point));
  }
  return points;
}

std::size_t allowed_edits(std::size_t length) {
  return std::clamp<std::size_t>(length / 3, 1, 3);
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  // Three rows of the table: the one being filled, the one above and the one above that (for swaps).
  std::vector<std::size_t> two_above(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    above[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
    std::swap(two_above, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> known) {
  const std::u32string wanted = code_points(name);
  std::optional<std::string> nearest;
  std::size_t smallest = 0;
  for (const std::string& candidate : known) {
    const std::u32string points = code_points(candidate);
    const std::size_t distance = edit_distance(wanted, points);
    const bool is_near = distance <= allowed_edits(std::max(wanted.size(), points.size()));
    if (is_near && (!nearest || distance < smallest)) {
      nearest = candidate;
      smallest = distance;
    }
  }
  return nearest;
}

}  // namespace torikumi
