#include "searchd/search/typed_reading.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace torikumi::searchd {
namespace {

/// In UTF-8. A kanji reads as one kana at least.
constexpr std::size_t kBytesOfKana = 3;

/// Fewer sounds are too many words at once.
constexpr std::size_t kMinSounds = 3;

/// What stands behind a noun, the longest first. Not ヨリ and ナド, with which words end.
constexpr std::array<std::string_view, 21> kParticles{
    "ニツイテ", "トシテ", "ニオケル", "ニヨル", "カラノ", "マデノ", "デハ",
    "ニハ",     "トハ",   "デノ",     "ヘノ",   "カラ",   "マデ",   "ヲ",
    "ノ",       "ニ",     "ガ",       "ハ",     "デ",     "ヘ",     "ト"};

constexpr std::u32string_view kSmallKana = U"ァィゥェォャュョヮ";

}  // namespace

std::vector<std::string> reading_prefixes(const analysis::KanaInput& input) {
  std::vector<std::string> prefixes;
  for (const std::string& kana : input.next) {
    prefixes.push_back(input.katakana + kana);
  }
  return prefixes.empty() ? std::vector<std::string>{input.katakana} : prefixes;
}

HalfConverted half_converted(std::string_view word) {
  const std::u32string characters = analysis::to_code_points(word);
  const auto last_kanji =
      std::find_if(characters.rbegin(), characters.rend(), analysis::is_kanji).base();
  const std::u32string head(characters.begin(), last_kanji);
  const std::u32string tail(last_kanji, characters.end());
  const std::optional<analysis::KanaInput> input = analysis::kana_input(analysis::to_utf8(tail));
  if (head.empty() || tail.empty() || !input) {
    return {};
  }
  return {analysis::to_utf8(head), reading_prefixes(*input)};
}

std::vector<Vocabulary::Spelling> spellings_of(const HalfConverted& word,
                                               const Vocabulary& vocabulary) {
  std::vector<Vocabulary::Spelling> found;
  const std::size_t head_size = corpus::character_count(word.written);
  for (const Vocabulary::Spelling& spelling : vocabulary.spellings_with_prefix(word.written)) {
    const bool is_read =
        std::any_of(word.readings.begin(), word.readings.end(), [&](const std::string& reading) {
          return spelling.reading.find(reading, head_size * kBytesOfKana) != std::string_view::npos;
        });
    if (is_read) {
      found.push_back(spelling);
    }
  }
  return found;
}

std::size_t sounds_in(std::string_view katakana) {
  const std::u32string kana = analysis::to_code_points(katakana);
  return static_cast<std::size_t>(std::count_if(kana.begin(), kana.end(), [](char32_t c) {
    return kSmallKana.find(c) == std::u32string_view::npos;
  }));
}

std::vector<std::string> without_particle(std::string_view katakana) {
  std::vector<std::string> words;
  for (const std::string_view particle : kParticles) {
    if (katakana.ends_with(particle)) {
      std::string word(katakana.substr(0, katakana.size() - particle.size()));
      if (sounds_in(word) >= kMinSounds) {
        words.push_back(std::move(word));
      }
    }
  }
  return words;
}

std::string without_polite_prefix(std::string_view katakana) {
  constexpr std::array<std::string_view, 2> kPrefixes{"オ", "ゴ"};
  for (const std::string_view prefix : kPrefixes) {
    if (katakana.starts_with(prefix)) {
      std::string word(katakana.substr(prefix.size()));
      return sounds_in(word) >= kMinSounds ? word : std::string();
    }
  }
  return {};
}

}  // namespace torikumi::searchd
