#include "searchd/search/vocabulary_patterns.h"

#include "analysis/japanese_characters.h"
#include "analysis/romaji.h"
#include "analysis/spelling_family.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"
#include "searchd/search/pattern_reader.h"
#include "searchd/search/typed_reading.h"

#include <algorithm>
#include <tuple>
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
  // ごあんない means 案内 as ご案内 does.
  if (origin == PatternOrigin::Reading && pattern.sequence.size() > 1 &&
      (pattern.sequence.front() == "オ" || pattern.sequence.front() == "ゴ")) {
    pattern.sequence.erase(pattern.sequence.begin());
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

/// What was typed by its sound.
struct TypedReading {
  std::string whole;                  ///< Katakana; empty if the last kana is not finished.
  std::vector<std::string> prefixes;  ///< What its reading may begin with.
};

bool is_in_kana(const Analysis& typed) {
  return std::all_of(typed.units.begin(), typed.units.end(), is_kana);
}

/// The reading of kana, of kana that end in letters (こじんj), and of romaji; nothing of anything
/// else, and of Latin letters that are a word of the corpus.
TypedReading reading_of(const Analysis& typed, const Vocabulary& vocabulary) {
  const std::vector<CharacterUnit>& units = typed.units;
  const std::string text = text_of(units, 0, units.size());
  const bool is_latin = units.size() == 1 && !is_kana(units[0]) && text.size() >= kMinRomaji;
  const bool is_unfinished = units.size() > 1 && !is_kana(units.back()) &&
                             std::all_of(units.begin(), units.end() - 1, is_kana);
  const bool may_be_read =
      is_in_kana(typed) || ((is_latin || is_unfinished) && !vocabulary.contains(text));
  const auto input = may_be_read ? analysis::kana_input(text) : std::nullopt;
  if (!input) {
    return {};
  }
  TypedReading reading{input->next.empty() ? input->katakana : std::string(),
                       reading_prefixes(*input)};
  if (is_latin) {
    reading.whole = analysis::katakana_of_romaji(text).value_or(std::string());
  }
  return reading;
}

void append_read_as(std::vector<VocabularyMatch>& words, std::string_view reading,
                    const Vocabulary& vocabulary) {
  if (corpus::character_count(reading) >= kMinReading) {
    append(words, vocabulary.with_reading(reading, kMaxExact), kExactReadingWeight,
           PatternOrigin::Reading);
  }
}

/// The most frequent of `entries`, of which only the beginning was typed.
void append_beginnings(std::vector<VocabularyMatch>& words,
                       std::vector<const Vocabulary::Entry*> entries) {
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
    return std::tie(b->records, a->surface, a->families) <
           std::tie(a->records, b->surface, b->families);
  });
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  entries.resize(std::min(entries.size(), kMaxBeginnings));
  append(words, entries, kReadingBeginningWeight, PatternOrigin::Reading, false);
}

void append_begun(std::vector<VocabularyMatch>& words, const std::vector<std::string>& prefixes,
                  const Vocabulary& vocabulary) {
  std::vector<const Vocabulary::Entry*> entries;
  for (const std::string& prefix : prefixes) {
    if (corpus::character_count(prefix) >= kMinReadingBeginning) {
      const auto more = vocabulary.with_reading_prefix(prefix, kMaxBeginnings);
      entries.insert(entries.end(), more.begin(), more.end());
    }
  }
  append_beginnings(words, std::move(entries));
}

/// What stands behind the last kanji of `typed` is no ending of a sentence: じょ of 個人じょ, but
/// not で of 窓口で. Three kana and more are taken for a word in any case, for the corpus must have
/// it.
bool has_unconverted_end(const Analysis& typed, std::string_view written) {
  constexpr std::size_t kLongEnd = 3;
  std::size_t at = 0;
  auto token = typed.tokens.begin();
  for (; token != typed.tokens.end() && at < written.size(); ++token) {
    at += token->surface.size();
  }
  if (at != written.size()) {
    return false;  // 取組み
  }
  const auto kana =
      static_cast<std::size_t>(std::count_if(typed.units.rbegin(), typed.units.rend(), is_kana));
  return kana >= kLongEnd || !is_kana(typed.units.back()) ||
         std::any_of(token, typed.tokens.end(), [](const analysis::Token& each) {
           return each.is_content && each.part_of_speech != analysis::PartOfSpeech::Functional;
         });
}

/// 個人じょ, 個人j: the words of the corpus that begin with the kanji and go on as it is read.
void append_half_converted(std::vector<VocabularyMatch>& words, const Analysis& typed,
                           const Vocabulary& vocabulary) {
  const HalfConverted half = half_converted(text_of(typed.units, 0, typed.units.size()));
  if (half.written.empty() || !has_unconverted_end(typed, half.written)) {
    return;
  }
  std::string head;  // How the kanji are read.
  std::size_t at = 0;
  for (const analysis::Token& token : typed.tokens) {
    if (at < half.written.size()) {
      head += token.reading;
    }
    at += token.surface.size();
  }
  std::vector<const Vocabulary::Entry*> entries;
  for (const Vocabulary::Spelling& spelling : spellings_of(half, vocabulary)) {
    const bool goes_on = std::any_of(
        half.readings.begin(), half.readings.end(),
        [&](const std::string& reading) { return spelling.reading.starts_with(head + reading); });
    if (goes_on) {
      entries.push_back(spelling.entry);
    }
  }
  append_beginnings(words, std::move(entries));
}

/// Leaves out what begins with a whole word or compound that stands before it: where ツイッター is
/// found, ツイッター掲載 neither finds more nor may count for it again.
void drop_longer_forms(std::vector<VocabularyMatch>& words) {
  std::vector<VocabularyMatch> kept;
  for (VocabularyMatch& word : words) {
    const std::vector<std::string>& sequence = word.pattern.sequence;
    const bool is_longer_form =
        std::any_of(kept.begin(), kept.end(), [&](const VocabularyMatch& other) {
          const std::vector<std::string>& begin = other.pattern.sequence;
          return begin.size() < sequence.size() &&
                 std::equal(begin.begin(), begin.end(), sequence.begin());
        });
    if (!is_longer_form) {
      kept.push_back(std::move(word));
    }
  }
  words = std::move(kept);
}

}  // namespace

std::vector<VocabularyMatch> words_read_as(const Analysis& typed, const Vocabulary& vocabulary) {
  const TypedReading reading = reading_of(typed, vocabulary);
  std::vector<VocabularyMatch> words;
  append_read_as(words, reading.whole, vocabulary);
  if (is_hiragana_only(typed) && words.empty()) {
    append_read_as(words, without_polite_prefix(reading.whole), vocabulary);
    for (const std::string& word : without_particle(reading.whole)) {
      append_read_as(words, word, vocabulary);
    }
  }
  append_begun(words, reading.prefixes, vocabulary);
  append_half_converted(words, typed, vocabulary);
  drop_longer_forms(words);
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
