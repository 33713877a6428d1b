// How a verb's continuative reading is found. A dictionary gives the reading of the form that was
// met (取り組ん, トリクン), the dictionary form (取り組む) and the type of inflection (五段・マ行).
// The base without its last kana is the stem (取り組); what the surface has behind the stem is its
// ending (ん), written in kana, so the same number of kana at the end of the reading is the ending
// too, and what is left is the reading of the stem (トリク). The ending that the type has in the
// continuative form follows it (ミ): トリクミ. Where the kana do not agree (an old euphonic form, a
// suppletive verb) the reading of the surface is taken as it is.

#include "analysis/spelling_family.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace torikumi::analysis {
namespace {

using namespace std::string_view_literals;

/// What follows the stem in one type of inflection.
struct Inflection {
  std::string_view type;            ///< Beginning of 活用型, in IPAdic or UniDic.
  std::u32string_view base_ending;  ///< Of the dictionary form.
  std::u32string_view continuative_ending;
};

/// 来る alone changes the sound of its stem: キ, ク, コ.
constexpr std::string_view kComing = "カ変・来ル";

// Rows with ・ are IPAdic's, rows with - UniDic's.
constexpr std::array kInflections{
    Inflection{"五段・カ行", U"ク", U"キ"},    Inflection{"五段・ガ行", U"グ", U"ギ"},
    Inflection{"五段・サ行", U"ス", U"シ"},    Inflection{"五段・タ行", U"ツ", U"チ"},
    Inflection{"五段・ナ行", U"ヌ", U"ニ"},    Inflection{"五段・バ行", U"ブ", U"ビ"},
    Inflection{"五段・マ行", U"ム", U"ミ"},    Inflection{"五段・ラ行", U"ル", U"リ"},
    Inflection{"五段・ワ行", U"ウ", U"イ"},    Inflection{"一段", U"ル", U""},
    Inflection{"サ変・−スル", U"スル", U"シ"}, Inflection{"サ変・−ズル", U"ズル", U"ジ"},
    Inflection{"サ変・スル", U"スル", U"シ"},  Inflection{"形容詞", U"イ", U"イ"},
    Inflection{"五段-カ行", U"ク", U"キ"},     Inflection{"五段-ガ行", U"グ", U"ギ"},
    Inflection{"五段-サ行", U"ス", U"シ"},     Inflection{"五段-タ行", U"ツ", U"チ"},
    Inflection{"五段-ナ行", U"ヌ", U"ニ"},     Inflection{"五段-バ行", U"ブ", U"ビ"},
    Inflection{"五段-マ行", U"ム", U"ミ"},     Inflection{"五段-ラ行", U"ル", U"リ"},
    Inflection{"五段-ワア行", U"ウ", U"イ"},   Inflection{"上一段", U"ル", U""},
    Inflection{"下一段", U"ル", U""},          Inflection{kComing, U"ル", U""},
};

bool ends_with(std::u32string_view text, std::u32string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::u32string katakana(std::string_view text) {
  std::u32string code_points = to_code_points(text);
  std::transform(code_points.begin(), code_points.end(), code_points.begin(), to_katakana);
  return code_points;
}

const Inflection* inflection_of(std::string_view type, std::u32string_view base) {
  const auto* const found =
      std::find_if(kInflections.begin(), kInflections.end(), [&](const Inflection& inflection) {
        return type.substr(0, inflection.type.size()) == inflection.type &&
               ends_with(base, inflection.base_ending);
      });
  return found == kInflections.end() ? nullptr : found;
}

/// A form of a verb or an adjective, in katakana.
struct Form {
  std::size_t stem_size;  ///< Characters of the base before its ending.
  std::u32string ending;  ///< Of the surface, behind the stem.
  std::u32string_view continuative_ending;
};

std::optional<Form> form_of(const InflectedWord& word) {
  const std::u32string base = katakana(word.base);
  const Inflection* inflection = inflection_of(word.inflection, base);
  if (inflection == nullptr) {
    return std::nullopt;
  }
  const std::size_t stem_size = base.size() - inflection->base_ending.size();
  if (stem_size == 0 && inflection->continuative_ending.empty()) {
    return std::nullopt;  // IPAdic's colloquial verb る is an ending alone: no continuative form.
  }
  const std::u32string surface = katakana(word.surface);
  if (surface.substr(0, stem_size) != base.substr(0, stem_size)) {
    return std::nullopt;
  }
  return Form{stem_size, surface.substr(stem_size), inflection->continuative_ending};
}

std::u32string continuative_reading(const InflectedWord& word) {
  std::u32string reading = katakana(word.reading);
  const std::optional<Form> form = form_of(word);
  if (form && ends_with(reading, form->ending)) {
    reading.resize(reading.size() - form->ending.size());
    if (word.inflection == kComing && !reading.empty()) {
      reading.back() = U'キ';
    }
    reading += form->continuative_ending;
  }
  return reading;
}

/// The base in its continuative form and in katakana: わかっ (base わかる) gives ワカリ.
std::u32string continuative_base(const InflectedWord& word) {
  std::u32string base = katakana(word.base);
  if (const std::optional<Form> form = form_of(word)) {
    base.resize(form->stem_size);
    base += form->continuative_ending;
  }
  return base;
}

// Nouns that are written without okurigana by rule, whatever verb they come from (送り仮名の付け方,
// cabinet notice of 1973, rule 4, exceptions): 係 is an office and 係る another word.
constexpr std::u32string_view kNounsWithoutOkurigana =
    U"謡虞趣氷印頂帯畳卸煙恋志次隣富恥話光舞折係掛組肥並巻割";

bool is_noun_without_okurigana(std::u32string_view skeleton) {
  return skeleton.size() == 1 &&
         kNounsWithoutOkurigana.find(skeleton.front()) != std::u32string_view::npos;
}

/// The characters of `spelling` that its family shares: those that are no kana. Of a word that must
/// not meet such a noun also the kana behind its kanji, as the ending of its continuative form:
/// 係る and 係り give 係リ.
std::u32string skeleton_of(std::u32string_view spelling, std::u32string_view ending) {
  std::u32string skeleton;
  std::copy_if(spelling.begin(), spelling.end(), std::back_inserter(skeleton),
               [](char32_t c) { return !is_kana(c) && c != kProlongedSoundMark; });
  if (is_noun_without_okurigana(skeleton)) {
    skeleton += ending;
  }
  return skeleton;
}

/// The kana behind the last kanji of `spelling`, in katakana.
std::u32string okurigana_of(std::u32string_view spelling) {
  const auto begin = std::find_if_not(spelling.rbegin(), spelling.rend(), is_kana).base();
  std::u32string okurigana(begin, spelling.end());
  std::transform(okurigana.begin(), okurigana.end(), okurigana.begin(), to_katakana);
  return okurigana;
}

/// Sounds that are written in two ways, as katakana.
constexpr std::array kSounds{
    std::pair{U"ヴァ"sv, U"バ"sv},   std::pair{U"ヴィ"sv, U"ビ"sv},
    std::pair{U"ヴェ"sv, U"ベ"sv},   std::pair{U"ヴォ"sv, U"ボ"sv},
    std::pair{U"ヴ"sv, U"ブ"sv},     std::pair{U"ウィ"sv, U"ウイ"sv},
    std::pair{U"ウェ"sv, U"ウエ"sv}, std::pair{U"ウォ"sv, U"ウオ"sv},
};

std::u32string with_one_spelling_of_sounds(std::u32string_view text) {
  constexpr std::u32string_view kFirstKana = U"ヴウ";
  std::u32string folded;
  for (std::size_t at = text.find_first_of(kFirstKana); at != std::u32string_view::npos;
       at = text.find_first_of(kFirstKana)) {
    folded += text.substr(0, at);
    text.remove_prefix(at);
    const auto* const sound = std::find_if(kSounds.begin(), kSounds.end(), [&](const auto& pair) {
      return text.substr(0, pair.first.size()) == pair.first;
    });
    const bool is_found = sound != kSounds.end();
    folded += is_found ? sound->second : text.substr(0, 1);
    text.remove_prefix(is_found ? sound->first.size() : 1);
  }
  return folded.append(text);
}

std::u32string folded(std::u32string_view katakana_text) {
  constexpr std::size_t kShortestStem = 3;
  std::u32string text = with_one_spelling_of_sounds(katakana_text);
  if (text.size() > kShortestStem && text.back() == kProlongedSoundMark) {
    text.pop_back();
  }
  return text;
}

bool has_kanji(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_kanji);
}

/// `okurigana` is that of the continuative form.
std::string key_of(std::u32string_view base, std::u32string_view okurigana,
                   std::u32string_view reading) {
  return to_utf8(skeleton_of(base, okurigana)) + "+" + to_utf8(folded(reading));
}

}  // namespace

std::string family_key(const InflectedWord& word) {
  const std::u32string base = to_code_points(word.base);
  if (has_kanji(base) && !word.reading.empty()) {
    return key_of(base, okurigana_of(continuative_base(word)), continuative_reading(word));
  }
  return to_utf8(folded(continuative_base(word)));
}

std::string family_key(std::string_view spelling, std::string_view reading) {
  const std::u32string base = to_code_points(spelling);
  return has_kanji(base) ? key_of(base, okurigana_of(base), katakana(reading))
                         : folded_kana(spelling);
}

std::string joined_family(std::string_view families) {
  std::string skeleton;
  std::string reading;
  while (!families.empty()) {
    const std::size_t end = std::min(families.find(' '), families.size());
    const std::string_view family = families.substr(0, end);
    const std::size_t plus = family.find('+');
    if (plus != std::string_view::npos && plus > 0) {
      skeleton += family.substr(0, plus);
      reading += family.substr(plus + 1);
    } else {
      skeleton += to_utf8(skeleton_of(to_code_points(family), {}));
      reading += family;
    }
    families.remove_prefix(std::min(end + 1, families.size()));
  }
  return skeleton + "+" + reading;
}

std::string folded_kana(std::string_view text) {
  return to_utf8(folded(katakana(text)));
}

std::string inflected_reading(const InflectedWord& word, std::string_view continuative_reading) {
  std::u32string reading = katakana(continuative_reading);
  const std::optional<Form> form = form_of(word);
  if (form && ends_with(reading, form->continuative_ending)) {
    reading.resize(reading.size() - form->continuative_ending.size());
    reading += form->ending;
  }
  return to_utf8(reading);
}

}  // namespace torikumi::analysis
