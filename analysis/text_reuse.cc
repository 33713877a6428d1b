#include "analysis/text_reuse.h"

#include "corpus/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <unordered_map>

namespace torikumi::analysis {
namespace {

// Keeps texts that repeat themselves from costing the square of their length.
constexpr std::size_t kMaxPlaces = 8;

using Places = std::unordered_map<std::u32string_view, std::vector<std::uint32_t>>;

/// Where each sequence of kMinPassageCharacters begins in `characters`, which is borrowed.
Places places_in(std::u32string_view characters) {
  Places places;
  for (std::size_t at = 0; at + kMinPassageCharacters <= characters.size(); ++at) {
    std::vector<std::uint32_t>& known = places[characters.substr(at, kMinPassageCharacters)];
    if (known.size() < kMaxPlaces) {
      known.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return places;
}

std::size_t common_length(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

std::size_t characters_in(const std::vector<SharedPassage>& passages) {
  return std::accumulate(
      passages.begin(), passages.end(), std::size_t{0},
      [](std::size_t sum, const SharedPassage& passage) { return sum + passage.characters; });
}

}  // namespace

ComparableText::ComparableText(std::string_view source) {
  const NormalizedText normalized = Normalizer().normalize(source);
  for (const NormalizedText::Unit& unit : normalized.units) {
    const char32_t character = corpus::code_point_at(normalized.text, unit.begin).value;
    if (u_isalnum(static_cast<UChar32>(character)) != 0) {
      characters_ += character;
      sources_.push_back({unit.source_begin, unit.source_end});
    }
    if (characters_.size() == kMaxComparedCharacters) {
      break;
    }
  }
}

ByteRange ComparableText::source_range(std::size_t begin, std::size_t end) const {
  return {sources_[begin].begin, sources_[end - 1].end};
}

std::vector<SharedPassage> shared_passages(const ComparableText& text,
                                           const ComparableText& other) {
  const std::u32string_view left = text.characters();
  const std::u32string_view right = other.characters();
  const Places places = places_in(right);
  std::vector<SharedPassage> passages;
  std::size_t at = 0;
  while (at + kMinPassageCharacters <= left.size()) {
    const auto known = places.find(left.substr(at, kMinPassageCharacters));
    if (known == places.end()) {
      ++at;
      continue;
    }
    std::size_t length = 0;
    std::size_t where = 0;
    for (const std::uint32_t place : known->second) {
      const std::size_t common = common_length(left.substr(at), right.substr(place));
      if (common > length) {
        length = common;
        where = place;
      }
    }
    passages.push_back(
        {text.source_range(at, at + length), other.source_range(where, where + length), length});
    at += length;
  }
  return passages;
}

double share_of(const ComparableText& text, const std::vector<SharedPassage>& passages) {
  return text.size() == 0
             ? 0.0
             : static_cast<double>(characters_in(passages)) / static_cast<double>(text.size());
}

double likeness(const ComparableText& a, const ComparableText& b) {
  const std::size_t both = a.size() + b.size();
  if (both == 0) {
    return 0.0;
  }
  const std::size_t shared =
      characters_in(shared_passages(a, b)) + characters_in(shared_passages(b, a));
  return static_cast<double>(shared) / static_cast<double>(both);
}

}  // namespace torikumi::analysis
