#include "analysis/romaji.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace torikumi::analysis {
namespace {

constexpr std::string_view kVowels = "aiueo";

/// The kana of one beginning of a syllable, by the vowel that ends it; empty where there is none.
struct SyllableRow {
  std::string_view beginning;
  std::array<std::u32string_view, kVowels.size()> kana;
};

constexpr std::array kRows{
    SyllableRow{"", {U"ア", U"イ", U"ウ", U"エ", U"オ"}},
    SyllableRow{"k", {U"カ", U"キ", U"ク", U"ケ", U"コ"}},
    SyllableRow{"ky", {U"キャ", U"キィ", U"キュ", U"キェ", U"キョ"}},
    SyllableRow{"kw", {U"クァ", U"クィ", U"クゥ", U"クェ", U"クォ"}},
    SyllableRow{"q", {U"クァ", U"クィ", U"ク", U"クェ", U"クォ"}},
    SyllableRow{"g", {U"ガ", U"ギ", U"グ", U"ゲ", U"ゴ"}},
    SyllableRow{"gy", {U"ギャ", U"ギィ", U"ギュ", U"ギェ", U"ギョ"}},
    SyllableRow{"gw", {U"グァ", U"グィ", U"グゥ", U"グェ", U"グォ"}},
    SyllableRow{"s", {U"サ", U"シ", U"ス", U"セ", U"ソ"}},
    SyllableRow{"sh", {U"シャ", U"シ", U"シュ", U"シェ", U"ショ"}},
    SyllableRow{"sy", {U"シャ", U"シィ", U"シュ", U"シェ", U"ショ"}},
    SyllableRow{"z", {U"ザ", U"ジ", U"ズ", U"ゼ", U"ゾ"}},
    SyllableRow{"zy", {U"ジャ", U"ジィ", U"ジュ", U"ジェ", U"ジョ"}},
    SyllableRow{"j", {U"ジャ", U"ジ", U"ジュ", U"ジェ", U"ジョ"}},
    SyllableRow{"jy", {U"ジャ", U"ジィ", U"ジュ", U"ジェ", U"ジョ"}},
    SyllableRow{"t", {U"タ", U"チ", U"ツ", U"テ", U"ト"}},
    SyllableRow{"ty", {U"チャ", U"チィ", U"チュ", U"チェ", U"チョ"}},
    SyllableRow{"ts", {U"ツァ", U"ツィ", U"ツ", U"ツェ", U"ツォ"}},
    SyllableRow{"th", {U"テャ", U"ティ", U"テュ", U"テェ", U"テョ"}},
    SyllableRow{"tw", {U"トァ", U"トィ", U"トゥ", U"トェ", U"トォ"}},
    SyllableRow{"c", {U"カ", U"シ", U"ク", U"セ", U"コ"}},
    SyllableRow{"ch", {U"チャ", U"チ", U"チュ", U"チェ", U"チョ"}},
    SyllableRow{"cy", {U"チャ", U"チィ", U"チュ", U"チェ", U"チョ"}},
    SyllableRow{"d", {U"ダ", U"ヂ", U"ヅ", U"デ", U"ド"}},
    SyllableRow{"dy", {U"ヂャ", U"ヂィ", U"ヂュ", U"ヂェ", U"ヂョ"}},
    SyllableRow{"dh", {U"デャ", U"ディ", U"デュ", U"デェ", U"デョ"}},
    SyllableRow{"dw", {U"ドァ", U"ドィ", U"ドゥ", U"ドェ", U"ドォ"}},
    SyllableRow{"n", {U"ナ", U"ニ", U"ヌ", U"ネ", U"ノ"}},
    SyllableRow{"ny", {U"ニャ", U"ニィ", U"ニュ", U"ニェ", U"ニョ"}},
    SyllableRow{"h", {U"ハ", U"ヒ", U"フ", U"ヘ", U"ホ"}},
    SyllableRow{"hy", {U"ヒャ", U"ヒィ", U"ヒュ", U"ヒェ", U"ヒョ"}},
    SyllableRow{"f", {U"ファ", U"フィ", U"フ", U"フェ", U"フォ"}},
    SyllableRow{"fy", {U"フャ", U"フィ", U"フュ", U"フェ", U"フョ"}},
    SyllableRow{"b", {U"バ", U"ビ", U"ブ", U"ベ", U"ボ"}},
    SyllableRow{"by", {U"ビャ", U"ビィ", U"ビュ", U"ビェ", U"ビョ"}},
    SyllableRow{"p", {U"パ", U"ピ", U"プ", U"ペ", U"ポ"}},
    SyllableRow{"py", {U"ピャ", U"ピィ", U"ピュ", U"ピェ", U"ピョ"}},
    SyllableRow{"m", {U"マ", U"ミ", U"ム", U"メ", U"モ"}},
    SyllableRow{"my", {U"ミャ", U"ミィ", U"ミュ", U"ミェ", U"ミョ"}},
    SyllableRow{"y", {U"ヤ", U"イ", U"ユ", U"イェ", U"ヨ"}},
    SyllableRow{"r", {U"ラ", U"リ", U"ル", U"レ", U"ロ"}},
    SyllableRow{"ry", {U"リャ", U"リィ", U"リュ", U"リェ", U"リョ"}},
    SyllableRow{"w", {U"ワ", U"ウィ", U"ウ", U"ウェ", U"ヲ"}},
    SyllableRow{"v", {U"ヴァ", U"ヴィ", U"ヴ", U"ヴェ", U"ヴォ"}},
    SyllableRow{"vy", {U"ヴャ", U"ヴィ", U"ヴュ", U"ヴェ", U"ヴョ"}},
    SyllableRow{"x", {U"ァ", U"ィ", U"ゥ", U"ェ", U"ォ"}},
    SyllableRow{"xy", {U"ャ", U"ィ", U"ュ", U"ェ", U"ョ"}},
    SyllableRow{"xk", {U"ヵ", U"", U"", U"ヶ", U""}},
    SyllableRow{"xt", {U"", U"", U"ッ", U"", U""}},
    SyllableRow{"xts", {U"", U"", U"ッ", U"", U""}},
    SyllableRow{"xw", {U"ヮ", U"", U"", U"", U""}},
    SyllableRow{"l", {U"ァ", U"ィ", U"ゥ", U"ェ", U"ォ"}},
    SyllableRow{"ly", {U"ャ", U"ィ", U"ュ", U"ェ", U"ョ"}},
    SyllableRow{"lk", {U"ヵ", U"", U"", U"ヶ", U""}},
    SyllableRow{"lt", {U"", U"", U"ッ", U"", U""}},
    SyllableRow{"lts", {U"", U"", U"ッ", U"", U""}},
    SyllableRow{"lw", {U"ヮ", U"", U"", U"", U""}},
};

bool is_letter(char byte) {
  return byte >= 'a' && byte <= 'z';
}

bool is_vowel(char byte) {
  return kVowels.find(byte) != std::string_view::npos;
}

bool is_consonant(char byte) {
  return is_letter(byte) && !is_vowel(byte);
}

/// Letters read from the front of a text, and the kana that they spell.
struct Reading {
  std::size_t letters = 0;  ///< 0: nothing can be read.
  std::u32string_view kana;
};

Reading syllable_at(std::string_view text) {
  const std::size_t vowel = text.find_first_of(kVowels);
  if (vowel == std::string_view::npos) {
    return {};
  }
  const auto* const row = std::find_if(kRows.begin(), kRows.end(), [&](const SyllableRow& each) {
    return each.beginning == text.substr(0, vowel);
  });
  if (row == kRows.end()) {
    return {};
  }
  const std::u32string_view kana = row->kana.at(kVowels.find(text[vowel]));
  return kana.empty() ? Reading{} : Reading{vowel + 1, kana};
}

/// ン, where a letter other than the vowel behind it makes it certain.
Reading syllabic_n_at(std::string_view text) {
  if (text.starts_with("xn") || text.starts_with("n'")) {
    return {2, U"ン"};
  }
  const char second = text.size() > 1 ? text[1] : '\0';
  const char third = text.size() > 2 ? text[2] : '\0';
  if (text[0] == 'n' && second == 'n') {
    const bool begins_syllable = is_vowel(third) || third == 'y';
    return {begins_syllable ? 1U : 2U, U"ン"};
  }
  if (text[0] == 'n' && is_consonant(second) && second != 'y') {
    return {1, U"ン"};
  }
  const bool is_before_lip_sound = second == 'b' || second == 'p' || second == 'm';
  return text[0] == 'm' && is_before_lip_sound ? Reading{1, U"ン"} : Reading{};
}

Reading doubled_at(std::string_view text) {
  const bool is_doubled = text.size() > 1 && is_consonant(text[0]) && text[0] == text[1];
  return is_doubled || text.starts_with("tch") ? Reading{1, U"ッ"} : Reading{};
}

Reading reading_at(std::string_view text) {
  if (text.front() == '-') {
    return {1, U"ー"};
  }
  for (const auto read : {syllabic_n_at, doubled_at, syllable_at}) {
    if (const Reading reading = read(text); reading.letters > 0) {
      return reading;
    }
  }
  return {};
}

/// The kana with which the syllables begin that begin with `letters`.
std::vector<std::string> kana_after(std::string_view letters) {
  std::vector<std::string> next;
  const auto add = [&](std::u32string_view kana) {
    const std::string first = to_utf8(kana.substr(0, 1));
    if (!first.empty() && std::find(next.begin(), next.end(), first) == next.end()) {
      next.push_back(first);
    }
  };
  for (const SyllableRow& row : kRows) {
    if (row.beginning.starts_with(letters)) {
      std::for_each(row.kana.begin(), row.kana.end(), add);
    }
  }
  if (letters == "n") {
    add(U"ン");
  }
  return next;
}

/// The letters, hyphens and apostrophes at the front of `text`.
std::string_view latin_run(std::string_view text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), [](char byte) {
    return is_letter(byte) || byte == '-' || byte == '\'';
  });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Appends the kana of a Latin run. False if it spells none. What is left over is given back by
/// `left`.
bool read_run(std::string_view run, std::u32string& katakana, std::string_view& left) {
  while (!run.empty()) {
    const Reading reading = reading_at(run);
    if (reading.letters == 0) {
      left = run;
      return !kana_after(run).empty();
    }
    katakana += reading.kana;
    run.remove_prefix(reading.letters);
  }
  return true;
}

}  // namespace

std::optional<KanaInput> kana_input(std::string_view text) {
  std::u32string katakana;
  std::string_view left;
  while (!text.empty()) {
    const std::string_view run = latin_run(text);
    if (!run.empty()) {
      if (!read_run(run, katakana, left)) {
        return std::nullopt;
      }
      text.remove_prefix(run.size());
      if (left == "n" && !text.empty()) {
        katakana += U'ン';  // かn個: the conversion went on.
        left = {};
      }
      if (!left.empty() && !text.empty()) {
        return std::nullopt;
      }
      continue;
    }
    const std::size_t end =
        std::min(text.find_first_of("abcdefghijklmnopqrstuvwxyz-'"), text.size());
    for (const char32_t c : to_code_points(text.substr(0, end))) {
      if (!is_kana(c) && c != kProlongedSoundMark) {
        return std::nullopt;
      }
      katakana.push_back(to_katakana(c));
    }
    text.remove_prefix(end);
  }
  return KanaInput{to_utf8(katakana), left.empty() ? std::vector<std::string>() : kana_after(left)};
}

std::optional<std::string> katakana_of_romaji(std::string_view text) {
  if (text.empty() || latin_run(text).size() != text.size()) {
    return std::nullopt;
  }
  std::u32string katakana;
  std::string_view left;
  if (!read_run(text, katakana, left) || (!left.empty() && left != "n")) {
    return std::nullopt;
  }
  return to_utf8(katakana) + (left.empty() ? "" : "ン");
}

}  // namespace torikumi::analysis
