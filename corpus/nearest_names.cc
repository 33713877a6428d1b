#include "corpus/nearest_names.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kMaxNameCharacters = 100;

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (const CodePoint& point : code_points(text)) {
    characters.push_back(point.value);
  }
  return characters;
}

bool is_near(std::string_view a, std::string_view b, std::size_t distance) {
  if (a.starts_with(b) || b.starts_with(a)) {
    return true;
  }
  const std::size_t longer = std::max(character_count(a), character_count(b));
  return distance <= std::max<std::size_t>(1, longer / 3);
}

}  // namespace

// Optimal string alignment (Boytsov 2011, section 2.3) by rows: current[j] is the distance of a's
// first i characters to b's first j; before and previous are the rows of i - 2 and i - 1.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string from = characters_of(a);
  const std::u32string to = characters_of(b);
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> previous(to.size() + 1);
  std::vector<std::size_t> current(to.size() + 1);
  std::iota(current.begin(), current.end(), 0);
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::swap(before, previous);
    std::swap(previous, current);
    current[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
  }
  return current[to.size()];
}

std::vector<std::string> nearest_names(std::string_view name, const std::vector<std::string>& names,
                                       std::size_t limit) {
  if (name.empty() || character_count(name) > kMaxNameCharacters) {
    return {};
  }
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : names) {
    const std::size_t distance = edit_distance(name, candidate);
    if (!candidate.empty() && is_near(name, candidate, distance)) {
      near.emplace_back(distance, candidate);
    }
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  near.resize(std::min(near.size(), limit));
  std::vector<std::string> nearest;
  nearest.reserve(near.size());
  for (auto& [distance, candidate] : near) {
    nearest.push_back(std::move(candidate));
  }
  return nearest;
}

}  // namespace torikumi::corpus
