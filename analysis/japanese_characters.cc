#include "analysis/japanese_characters.h"

#include <string_view>

namespace torikumi::analysis {
namespace {

constexpr std::u32string_view kPlain = U"うかきくけこさしすせそたちつてとはひふへほ";
constexpr std::u32string_view kVoiced = U"ゔがぎぐげござじずぜぞだぢづでどばびぶべぼ";
constexpr std::u32string_view kSemiVoiced = U"ぱぴぷぺぽ";
constexpr std::u32string_view kSemiVoicedPlain = U"はひふへほ";
static_assert(kPlain.size() == kVoiced.size());

/// The character of `to` that stands where `c` stands in `from` (both hiragana), for either kana.
std::optional<char32_t> counterpart(std::u32string_view from, std::u32string_view to, char32_t c) {
  const char32_t shift = is_katakana(c) ? 0x60 : 0;
  const auto at = from.find(c - shift);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(to[at] + shift);
}

}  // namespace

std::optional<char32_t> voiced_kana(char32_t c) {
  return counterpart(kPlain, kVoiced, c);
}

char32_t unvoiced_kana(char32_t c) {
  if (const auto plain = counterpart(kVoiced, kPlain, c)) {
    return *plain;
  }
  return counterpart(kSemiVoiced, kSemiVoicedPlain, c).value_or(c);
}

}  // namespace torikumi::analysis
