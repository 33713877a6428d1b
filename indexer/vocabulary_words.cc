#include "indexer/vocabulary_words.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

namespace torikumi::indexer {
namespace {

using analysis::PartOfSpeech;
using analysis::Token;

constexpr std::size_t kMaxKanaOfPlainVerb = 3;

/// The last kana of a dictionary form and of its continuative form (五段).
constexpr std::array<std::pair<char32_t, char32_t>, 9> kEndings{{{U'ウ', U'イ'},
                                                                 {U'ク', U'キ'},
                                                                 {U'グ', U'ギ'},
                                                                 {U'ス', U'シ'},
                                                                 {U'ツ', U'チ'},
                                                                 {U'ヌ', U'ニ'},
                                                                 {U'ブ', U'ビ'},
                                                                 {U'ム', U'ミ'},
                                                                 {U'ル', U'リ'}}};

bool is_kana_text(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return analysis::is_kana(c) || c == analysis::kProlongedSoundMark;
  });
}

std::u32string katakana(std::u32string text) {
  std::transform(text.begin(), text.end(), text.begin(), analysis::to_katakana);
  return text;
}

bool is_word_character(char32_t c) {
  return analysis::is_japanese_letter(c) || c == U'-' || u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool is_writable(const std::u32string& surface) {
  return std::all_of(surface.begin(), surface.end(), is_word_character) &&
         std::any_of(surface.begin(), surface.end(),
                     [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; });
}

bool is_inflected(const Token& token) {
  return token.part_of_speech == PartOfSpeech::Verb ||
         token.part_of_speech == PartOfSpeech::Adjective;
}

/// Of a word without a dictionary reading: kana and Latin letters read as themselves.
std::string own_reading(const std::u32string& surface) {
  const bool is_plain = std::none_of(surface.begin(), surface.end(), analysis::is_kanji);
  return is_plain ? analysis::to_utf8(katakana(surface)) : std::string();
}

std::string reading_of(const Token& token) {
  return token.reading.empty() ? own_reading(analysis::to_code_points(token.surface))
                               : token.reading;
}

/// The reading of the dictionary form. A family key ends with the continuative reading.
std::string base_reading(const Token& token) {
  const std::u32string base = analysis::to_code_points(token.base);
  if (is_kana_text(base)) {
    return analysis::to_utf8(katakana(base));
  }
  const std::size_t plus = token.family.rfind('+');
  return plus == std::string::npos
             ? std::string()
             : dictionary_reading(token.base, std::string_view(token.family).substr(plus + 1));
}

bool is_word(const Token& token, const std::u32string& surface) {
  if (!token.is_content || token.part_of_speech == PartOfSpeech::Number || !is_writable(surface)) {
    return false;
  }
  const bool is_kana = is_kana_text(surface);
  return !is_kana || (surface.size() > 1 && !(token.part_of_speech == PartOfSpeech::Verb &&
                                              surface.size() <= kMaxKanaOfPlainVerb));
}

VocabularyWord word_of(const Token& token) {
  const bool is_verb = is_inflected(token);
  return {.surface = is_verb ? token.base : token.surface,
          .reading = is_verb ? base_reading(token) : reading_of(token),
          .families = token.family,
          .word_count = 1,
          .is_in_dictionary = token.is_in_dictionary};
}

bool may_stand_in_compound(const Token& token) {
  switch (token.part_of_speech) {
    case PartOfSpeech::Noun:
    case PartOfSpeech::Unknown:
    case PartOfSpeech::Prefix:
    case PartOfSpeech::Number:
      return true;
    default:
      return false;
  }
}

bool are_neighbours(const Token& left, const Token& right) {
  return right.position == left.position + 1 && right.source.begin == left.source.end;
}

/// `run_begin` is where the longest run around it begins.
bool may_begin(const std::vector<Token>& tokens, std::size_t at, std::size_t run_begin) {
  const Token& token = tokens[at];
  const bool is_content_or_prefix =
      token.is_content || token.part_of_speech == PartOfSpeech::Prefix;
  if (!is_content_or_prefix || token.part_of_speech == PartOfSpeech::Number) {
    return false;
  }
  return at == run_begin || token.part_of_speech == PartOfSpeech::Prefix ||
         analysis::to_code_points(token.surface).size() > 1;
}

bool may_end(const Token& token) {
  return token.is_content && token.part_of_speech != PartOfSpeech::Number &&
         token.part_of_speech != PartOfSpeech::Prefix;
}

/// Adds the compounds that begin with the token at `begin` and end before `run_end`.
void add_compounds(const std::vector<Token>& tokens, std::size_t begin, std::size_t run_end,
                   std::vector<VocabularyWord>& words) {
  VocabularyWord compound;
  bool has_reading = true;
  const std::size_t end = std::min(run_end, begin + kMaxCompoundWords);
  for (std::size_t at = begin; at < end; ++at) {
    const Token& token = tokens[at];
    if (!is_writable(analysis::to_code_points(token.surface)) &&
        token.part_of_speech != PartOfSpeech::Number) {
      return;
    }
    const std::string reading = reading_of(token);
    has_reading = has_reading && !reading.empty();
    compound.surface += token.surface;
    compound.reading = has_reading ? compound.reading + reading : std::string();
    compound.families += (at == begin ? "" : " ") + token.family;
    compound.word_count = at - begin + 1;
    compound.is_in_dictionary = compound.is_in_dictionary && token.is_in_dictionary;
    if (at > begin && may_end(token)) {
      words.push_back(compound);
    }
  }
}

}  // namespace

std::string dictionary_reading(std::string_view base, std::string_view continuative) {
  const std::u32string written = katakana(analysis::to_code_points(base));
  std::u32string reading = analysis::to_code_points(continuative);
  if (written.size() < 2 || reading.empty()) {
    return std::string(continuative);
  }
  const char32_t last = written.back();
  const char32_t before = written[written.size() - 2];
  const auto* const ending = std::find_if(kEndings.begin(), kEndings.end(),
                                          [&](const auto& each) { return each.first == last; });
  if (ending == kEndings.end()) {
    return std::string(continuative);  // An adjective, or no verb.
  }
  if (last == U'ル' && before == U'ス' && reading.back() == U'シ') {
    reading.back() = U'ス';  // 対する, タイシ
    reading.push_back(U'ル');
  } else if (written == U"来ル" && reading == U"キ") {
    reading = U"クル";
  } else if (reading.back() == ending->second && before != U'リ') {
    reading.back() = last;
  } else if (last == U'ル') {
    reading.push_back(U'ル');  // 一段: 調べる, シラベ; 借りる, カリ
  }
  return analysis::to_utf8(reading);
}

std::vector<VocabularyWord> vocabulary_words(const std::vector<Token>& tokens) {
  std::vector<VocabularyWord> words;
  std::size_t run_begin = 0;
  std::size_t run_end = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (is_word(token,
                analysis::to_code_points(is_inflected(token) ? token.base : token.surface))) {
      words.push_back(word_of(token));
    }
    if (at >= run_end) {
      run_begin = at;
      run_end = at;
      while (run_end < tokens.size() && may_stand_in_compound(tokens[run_end]) &&
             (run_end == at || are_neighbours(tokens[run_end - 1], tokens[run_end]))) {
        ++run_end;
      }
      run_end = std::max(run_end, at + 1);
    }
    if (may_stand_in_compound(token) && may_begin(tokens, at, run_begin)) {
      add_compounds(tokens, at, run_end, words);
    }
  }
  return words;
}

}  // namespace torikumi::indexer
