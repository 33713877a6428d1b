#include "searchd/search/pattern_reader.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"
#include "searchd/search/number_spellings.h"
#include "searchd/search/query.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Analysis;
using analysis::CharacterUnit;
using analysis::PartOfSpeech;
using analysis::Token;

constexpr std::size_t kMinReadingCharacters = 3;
constexpr std::size_t kMaxCompoundWords = 4;
constexpr std::string_view kParticleOfCompounds = "ノ";  // 個人情報の保護

bool is_between_words(const Token& token) {
  return token.part_of_speech == PartOfSpeech::Functional ||
         token.part_of_speech == PartOfSpeech::Symbol;
}

/// お and ご before a word, which the texts write or leave out: お問い合わせ, ご意見.
bool is_polite_prefix(const Token& token) {
  return token.part_of_speech == PartOfSpeech::Prefix &&
         (token.family == "オ" || token.family == "ゴ" || token.reading == "ゴ");
}

bool is_hiragana_unit(const CharacterUnit& unit) {
  const char32_t point = corpus::code_point_at(unit.text, 0).value;
  return analysis::is_hiragana(point) || point == analysis::kProlongedSoundMark;
}

/// One piece of hiragana that is rather the beginning of a word than what the dictionary makes of
/// it: あん as a form of ある, or a particle.
bool is_doubtful_word(const Analysis& text) {
  constexpr std::size_t kShort = 2;
  if (text.tokens.size() != 1 || text.units.size() > kShort || !is_hiragana_only(text)) {
    return false;
  }
  const Token& token = text.tokens.front();
  return is_between_words(token) || !token.is_content || token.surface != token.base;
}

}  // namespace

bool is_hiragana_only(const Analysis& text) {
  return std::all_of(text.units.begin(), text.units.end(), is_hiragana_unit);
}

bool is_sign(const CharacterUnit& unit) {
  const char32_t point = corpus::code_point_at(unit.text, 0).value;
  const bool is_ascii_word = (point >= U'0' && point <= U'9') || (point >= U'a' && point <= U'z');
  const bool is_in_sign_block =
      point < 0x80 || (point >= 0x2000 && point <= 0x303F) || (point >= 0xFF00 && point <= 0xFFEF);
  return is_in_sign_block && !is_ascii_word && !analysis::is_japanese_letter(point);
}

TokenSpan trimmed_span(const std::vector<Token>& tokens) {
  auto first = std::find_if_not(tokens.begin(), tokens.end(), is_between_words);
  if (first != tokens.end() && first + 1 != tokens.end() && is_polite_prefix(*first)) {
    ++first;
  }
  const auto last = std::find_if_not(tokens.rbegin(), tokens.rend(), is_between_words).base();
  if (first >= last) {
    return {};
  }
  return {static_cast<std::size_t>(first - tokens.begin()),
          static_cast<std::size_t>(last - tokens.begin())};
}

std::vector<TextPattern> character_patterns(const Analysis& text, double weight) {
  if (std::all_of(text.units.begin(), text.units.end(), is_sign)) {
    return {};
  }
  TextPattern pattern{TextPattern::Family::Characters, {}, weight, 0, PatternOrigin::Characters};
  for (const CharacterUnit& unit : text.units) {
    pattern.sequence.push_back(unit.text);
  }
  return {std::move(pattern)};
}

std::vector<TextPattern> word_patterns(const Analysis& text, double weight) {
  const TokenSpan span =
      is_hiragana_only(text) ? TokenSpan{0, text.tokens.size()} : trimmed_span(text.tokens);
  if (span.begin == span.end || is_doubtful_word(text)) {
    return {};
  }
  TextPattern pattern{TextPattern::Family::Words, {}, weight, 0, PatternOrigin::Word};
  for (std::size_t i = span.begin; i < span.end; ++i) {
    pattern.sequence.push_back(text.tokens[i].family);
  }
  return {std::move(pattern)};
}

std::vector<TextPattern> near_patterns(const Analysis& text, double weight) {
  const TokenSpan span = trimmed_span(text.tokens);
  if (span.end != text.tokens.size() || is_hiragana_only(text)) {
    return {};  // 窓口の混雑は…: the beginning of a sentence, no compound.
  }
  TextPattern pattern{TextPattern::Family::Words, {}, weight, 0, PatternOrigin::Compound};
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const Token& token = text.tokens[i];
    if (token.family == kParticleOfCompounds) {
      continue;
    }
    const bool is_repeated = std::find(pattern.sequence.begin(), pattern.sequence.end(),
                                       token.family) != pattern.sequence.end();
    if (is_between_words(token) || !token.is_content ||
        token.part_of_speech == PartOfSpeech::Number || is_repeated) {
      return {};
    }
    pattern.sequence.push_back(token.family);
  }
  if (pattern.sequence.size() < 2 || pattern.sequence.size() > kMaxCompoundWords) {
    return {};
  }
  pattern.window = pattern.sequence.size() + kNearSlack;
  return {std::move(pattern)};
}

std::vector<TextPattern> typed_near_patterns(const Analysis& text, std::size_t window,
                                             double weight) {
  std::vector<const Token*> words;
  for (const Token& token : text.tokens) {
    const bool is_repeated = std::any_of(words.begin(), words.end(), [&](const Token* word) {
      return word->family == token.family;
    });
    if (!is_between_words(token) && !is_polite_prefix(token) && !is_repeated) {
      words.push_back(&token);
    }
  }
  if (words.empty() || words.size() > kMaxTypedNearWords) {
    return {};
  }
  const std::size_t own_words = words.back()->position - words.front()->position + 1;
  if (own_words > kMaxNearWords) {
    return {};
  }
  TextPattern pattern{TextPattern::Family::Words, {}, weight, 0, PatternOrigin::Word};
  for (const Token* word : words) {
    pattern.sequence.push_back(word->family);
  }
  pattern.window = words.size() == 1 ? 0 : std::max(window, own_words);
  return {std::move(pattern)};
}

std::vector<TextPattern> reading_patterns(const Analysis& text, double weight) {
  const bool is_kana = text.units.size() >= kMinReadingCharacters && is_hiragana_only(text);
  if (!is_kana) {
    return {};
  }
  std::string katakana;
  for (const CharacterUnit& unit : text.units) {
    analysis::append_utf8(katakana,
                          analysis::to_katakana(corpus::code_point_at(unit.text, 0).value));
  }
  return {TextPattern{
      TextPattern::Family::Reading, {std::move(katakana)}, weight, 0, PatternOrigin::Reading}};
}

void append_new(std::vector<TextPattern>& to, std::vector<TextPattern> from) {
  for (TextPattern& pattern : from) {
    const bool is_new = std::none_of(to.begin(), to.end(), [&](const TextPattern& known) {
      return known.matches_like(pattern);
    });
    if (is_new) {
      to.push_back(std::move(pattern));
    }
  }
}

std::vector<TextPattern> patterns_of_word(std::string_view text, double weight,
                                          analysis::Analyzer& analyzer) {
  const Analysis analysis = analyzer.analyze(text);
  std::vector<TextPattern> patterns = word_patterns(analysis, weight);
  append_new(patterns, character_patterns(analysis, weight * kCharacterWeight));
  append_new(patterns, reading_patterns(analysis, weight * kReadingWeight));
  append_new(patterns, near_patterns(analysis, weight * kNearWeight));
  for (const std::string& spelling : number_spellings(text)) {
    const Analysis other = analyzer.analyze(spelling);
    std::vector<TextPattern> numbers = word_patterns(other, weight * kNumberWeight);
    append_new(numbers, character_patterns(other, weight * kCharacterWeight));
    for (TextPattern& pattern : numbers) {
      pattern.origin = PatternOrigin::Number;
    }
    append_new(patterns, std::move(numbers));
  }
  return patterns;
}

}  // namespace torikumi::searchd
