// A passage of L >= K characters, K being kMinPassageCharacters, holds L − K + 1 >= L / K sequences
// of K characters, and passages do not overlap. So the sequences of both texts that stand in the
// other one are at least likeness · (characters of both) / K: pairs with fewer cannot be alike
// enough, and are passed over without looking for passages.

#include "analysis/like_texts.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace torikumi::analysis {
namespace {

/// How often each sequence of kMinPassageCharacters stands in a text, which is borrowed.
using SequenceCounts = std::unordered_map<std::u32string_view, std::uint32_t>;

SequenceCounts sequences_of(const ComparableText& text) {
  const std::u32string_view characters = text.characters();
  SequenceCounts counts;
  for (std::size_t at = 0; at + kMinPassageCharacters <= characters.size(); ++at) {
    ++counts[characters.substr(at, kMinPassageCharacters)];
  }
  return counts;
}

/// A text that holds a sequence.
struct Holder {
  std::size_t place = 0;
  std::uint32_t count = 0;
};

}  // namespace

std::vector<LikePair> like_pairs(const std::vector<ComparableText>& texts, double min_likeness) {
  std::unordered_map<std::u32string_view, std::vector<Holder>> holders;
  std::vector<LikePair> pairs;
  for (std::size_t right = 0; right < texts.size(); ++right) {
    std::vector<std::size_t> common(right);
    for (const auto& [sequence, count] : sequences_of(texts[right])) {
      std::vector<Holder>& known = holders[sequence];
      for (const Holder& holder : known) {
        common[holder.place] += holder.count + count;
      }
      known.push_back({right, count});
    }
    for (std::size_t left = 0; left < right; ++left) {
      const double needed = min_likeness *
                            static_cast<double>(texts[left].size() + texts[right].size()) /
                            static_cast<double>(kMinPassageCharacters);
      if (common[left] == 0 || static_cast<double>(common[left]) < needed) {
        continue;
      }
      const double alike = likeness(texts[left], texts[right]);
      if (alike >= min_likeness) {
        pairs.push_back({left, right, alike});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const LikePair& a, const LikePair& b) {
    return std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
  return pairs;
}

}  // namespace torikumi::analysis
