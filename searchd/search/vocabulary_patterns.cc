#include "searchd/search/vocabulary_patterns.h"

#include "analysis/japanese_characters.h"
#include "analysis/romaji.h"
#include "analysis/spelling_family.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"
#include "searchd/search/pattern_reader.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Analysis;
using analysis::CharacterUnit;

constexpr std::size_t kMinReading = 2;           // Kana.
constexpr std::size_t kMinReadingBeginning = 3;  // Kana.
constexpr std::size_t kMinRomaji = 4;            // Letters.
constexpr std::size_t kMaxExact = 8;
constexpr std::size_t kMaxBeginnings = 10;
constexpr std::size_t kMinFrontPart = 4;  // Characters.
constexpr std::size_t kMinBackPart = 3;
constexpr std::size_t kMaxCompound = 30;

char32_t first_of(const CharacterUnit& unit) {
  return corpus::code_point_at(unit.text, 0).value;
}

bool is_kana(const CharacterUnit& unit) {
  const char32_t point = first_of(unit);
  return analysis::is_kana(point) || point == analysis::kProlongedSoundMark;
}

bool is_letter(const CharacterUnit& unit) {
  return analysis::is_japanese_letter(first_of(unit));
}

bool is_part_of_compound(const analysis::Token& token) {
  using analysis::PartOfSpeech;
  return token.part_of_speech == PartOfSpeech::Noun ||
         token.part_of_speech == PartOfSpeech::Prefix ||
         token.part_of_speech == PartOfSpeech::Unknown;
}

TextPattern pattern_of(const Vocabulary::Entry& entry, double weight, PatternOrigin origin) {
  TextPattern pattern{TextPattern::Family::Words, {}, weight, 0, origin};
  const std::string families(entry.families);
  for (std::size_t at = 0; at <= families.size();) {
    const std::size_t end = std::min(families.find(' ', at), families.size());
    pattern.sequence.push_back(families.substr(at, end - at));
    at = end + 1;
  }
  return pattern;
}

void append(std::vector<VocabularyMatch>& to, const std::vector<const Vocabulary::Entry*>& entries,
            double weight, PatternOrigin origin, bool is_whole = true) {
  for (const Vocabulary::Entry* entry : entries) {
    TextPattern pattern = pattern_of(*entry, weight, origin);
    const bool is_new = std::none_of(to.begin(), to.end(), [&](const VocabularyMatch& known) {
      return known.pattern.matches_like(pattern);
    });
    if (is_new) {
      to.push_back({std::string(entry->surface), std::move(pattern), is_whole});
    }
  }
}

std::string text_of(const std::vector<CharacterUnit>& units, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    text += units[i].text;
  }
  return text;
}

/// The katakana of what was typed in kana or, if it is no word of the corpus, in romaji; empty
/// for anything else.
std::string reading_of(const std::vector<CharacterUnit>& units, const Vocabulary& vocabulary) {
  std::string reading;
  if (std::all_of(units.begin(), units.end(), is_kana)) {
    for (const CharacterUnit& unit : units) {
      analysis::append_utf8(reading, analysis::to_katakana(first_of(unit)));
    }
    return reading;
  }
  const bool may_be_romaji = units.size() == 1 && units[0].text.size() >= kMinRomaji &&
                             !vocabulary.contains(units[0].text);
  const auto input = may_be_romaji ? analysis::kana_input(units[0].text) : std::nullopt;
  return input ? input->katakana : std::string();
}

}  // namespace

std::vector<VocabularyMatch> words_read_as(const Analysis& typed, const Vocabulary& vocabulary) {
  const std::string reading = reading_of(typed.units, vocabulary);
  const std::size_t length = corpus::character_count(reading);
  if (length < kMinReading) {
    return {};
  }
  std::vector<VocabularyMatch> words;
  append(words, vocabulary.with_reading(reading, kMaxExact), kExactReadingWeight,
         PatternOrigin::Reading);
  if (length >= kMinReadingBeginning) {
    append(words, vocabulary.with_reading_prefix(reading, kMaxBeginnings), kReadingBeginningWeight,
           PatternOrigin::Reading, false);
  }
  return words;
}

std::vector<VocabularyMatch> words_parted_otherwise(const Analysis& typed,
                                                    const Vocabulary& vocabulary) {
  constexpr std::size_t kMinKanji = 2;
  const TokenSpan span = trimmed_span(typed.tokens);
  std::string families;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    families += families.empty() ? "" : " ";
    families += typed.tokens[i].family;
  }
  const std::string joined = analysis::joined_family(families);
  const std::u32string skeleton = analysis::to_code_points(joined.substr(0, joined.find('+')));
  if (static_cast<std::size_t>(
          std::count_if(skeleton.begin(), skeleton.end(), analysis::is_kanji)) < kMinKanji) {
    return {};
  }
  std::vector<VocabularyMatch> words;
  for (const Vocabulary::Entry* entry : vocabulary.with_joined_family(joined)) {
    if (entry->families != families) {
      append(words, {entry}, 1.0, PatternOrigin::Word);
    }
  }
  return words;
}

std::vector<VocabularyMatch> parts_of_compound(const Analysis& typed,
                                               const Vocabulary& vocabulary) {
  const std::vector<CharacterUnit>& units = typed.units;
  const std::size_t size = units.size();
  const bool is_compound =
      std::all_of(typed.tokens.begin(), typed.tokens.end(), is_part_of_compound);
  if (size > kMaxCompound || !is_compound || !std::all_of(units.begin(), units.end(), is_letter)) {
    return {};
  }
  std::vector<VocabularyMatch> parts;
  // 発券機 stands for 番号発券機 where 番号 is a word of the records too; 競馬サービス asks for
  // something else than サービス.
  const auto is_known = [&](std::size_t begin, std::size_t end) {
    return !vocabulary.with_surface(text_of(units, begin, end)).empty();
  };
  const auto add = [&](std::size_t begin, std::size_t end) {
    const auto entries = vocabulary.with_surface(text_of(units, begin, end));
    append(parts, entries, kCompoundPartWeight, PatternOrigin::Compound);
    return !entries.empty();
  };
  for (std::size_t end = size; end-- > kMinFrontPart;) {
    if (add(0, end)) {
      break;
    }
  }
  for (std::size_t begin = 1; begin + kMinBackPart <= size; ++begin) {
    if (is_known(0, begin) && add(begin, size)) {
      break;
    }
  }
  return parts;
}

}  // namespace torikumi::searchd
