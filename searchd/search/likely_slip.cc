#include "searchd/search/likely_slip.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"
#include "searchd/search/vocabulary.h"

#include <algorithm>
#include <array>
#include <utility>

namespace torikumi::searchd {
namespace {

// From how many characters, or sounds, on a slip is more likely than another word.
constexpr std::size_t kCharactersForAnEdit = 4;
constexpr std::size_t kHiraganaForAnEdit = 5;
constexpr std::size_t kSoundsForAlike = 3;
constexpr std::size_t kSoundsForALengthening = 4;
constexpr std::size_t kSoundsForAnEdit = 5;

constexpr unsigned kOtherLengthCost = 1;  // A wrong character is likelier than a missing one.

// Kanji that are taken for each other on a small screen, by a scanner or in a list of candidates:
// most share the part that gives them their sound.
constexpr auto kAlike = std::to_array<std::u32string_view>(
    {U"情惰清晴精請", U"未末",   U"土士",         U"日曰目", U"人入八",   U"千干于",
     U"大犬太",       U"己已巳", U"待侍持特時詩", U"複復腹", U"微徴",     U"緑縁録",
     U"券巻",         U"綱網",   U"講構購溝",     U"帳張",   U"検険験剣", U"問間開閉閣閒",
     U"輸輪論諭",     U"績積責", U"側測則",       U"受愛",   U"住往佳注", U"遣遺",
     U"拾捨給",       U"裁栽載", U"暖援緩",       U"官宮",   U"矢失",     U"侯候",
     U"貸貨賃",       U"便使",   U"委季",         U"折析",   U"徒従",     U"管菅館",
     U"体休",         U"木本",   U"白百",         U"名各",   U"牛午",     U"右石",
     U"料科",         U"教数",   U"員貝",         U"口囗ロ", U"力カ",     U"二ニ",
     U"夕タ",         U"工エ",   U"遇偶隅寓",     U"話活括", U"釈訳択沢", U"誤語",
     U"護獲穫",       U"屯頓鈍", U"版板販坂",     U"応広",   U"原源願",   U"義議儀",
     U"低底抵",       U"織識職", U"制製",         U"境鏡",   U"観歓勧",   U"経軽径",
     U"適滴摘敵",     U"提堤",   U"招紹昭",       U"揚場湯", U"訪防坊妨", U"福副幅",
     U"募墓暮",       U"編偏遍", U"票標漂",       U"設説",   U"幣弊",     U"距拒",
     U"環還",         U"談淡",   U"務努",         U"案安",   U"辺込",     U"申甲由"});

// Kana that are typed for each other by their sound, beside those that differ in voice or size.
constexpr auto kHeardAlike = std::to_array<std::u32string_view>({U"ハワ", U"ヘエ", U"ウオ"});

constexpr std::u32string_view kLengthenings = U"ウオツ";

bool is_kana(char32_t c) {
  return analysis::is_kana(c) || c == analysis::kProlongedSoundMark;
}

bool is_all_kana(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), is_kana);
}

template <std::size_t Size>
bool stand_together(const std::array<std::u32string_view, Size>& groups, char32_t a, char32_t b) {
  return std::any_of(groups.begin(), groups.end(), [&](std::u32string_view group) {
    return group.find(a) != std::u32string_view::npos && group.find(b) != std::u32string_view::npos;
  });
}

bool are_alike(char32_t a, char32_t b) {
  if (analysis::is_kana(a) && analysis::is_kana(b)) {
    const auto plain = [](char32_t c) {
      return coarse_reading(analysis::to_utf8(std::u32string(1, analysis::unvoiced_kana(c))));
    };
    return plain(a) == plain(b);
  }
  return stand_together(kAlike, a, b);
}

/// Two texts without what they begin and end with alike.
struct Difference {
  std::size_t begin = 0;
  std::u32string_view typed;
  std::u32string_view known;
};

Difference difference_of(std::u32string_view typed, std::u32string_view known) {
  const auto [first, other] = std::mismatch(typed.begin(), typed.end(), known.begin(), known.end());
  const auto begin = static_cast<std::size_t>(first - typed.begin());
  Difference difference{begin, typed.substr(begin), known.substr(begin)};
  while (!difference.typed.empty() && !difference.known.empty() &&
         difference.typed.back() == difference.known.back()) {
    difference.typed.remove_suffix(1);
    difference.known.remove_suffix(1);
  }
  return difference;
}

bool is_swap(const Difference& difference) {
  return difference.typed.size() == 2 && difference.known.size() == 2 &&
         difference.typed[0] == difference.known[1] && difference.typed[1] == difference.known[0];
}

/// Long enough for a wrong or missing character.
bool is_long(const TypedWord& typed) {
  const bool is_hiragana = std::all_of(typed.text.begin(), typed.text.end(), analysis::is_hiragana);
  return typed.text.size() >= (is_hiragana ? kHiraganaForAnEdit : kCharactersForAnEdit);
}

std::optional<unsigned> cost_of_other_length(const TypedWord& typed, const Difference& difference,
                                             std::size_t distance) {
  if (!is_long(typed)) {
    return std::nullopt;
  }
  const auto cost = static_cast<unsigned>(distance) * kEditCost + kOtherLengthCost;
  if (is_all_kana(difference.typed) && is_all_kana(difference.known)) {
    return cost;
  }
  // 個人報保護: a kanji is missing beside one that makes no word.
  const bool is_missing = difference.typed.empty() && difference.known.size() == 1;
  const bool is_all_known = std::find(typed.is_in_known_word.begin(), typed.is_in_known_word.end(),
                                      false) == typed.is_in_known_word.end();
  return is_missing && !is_all_known ? std::optional(cost) : std::nullopt;
}

std::optional<unsigned> cost_of_same_length(const TypedWord& typed, std::u32string_view known,
                                            std::size_t distance) {
  unsigned cost = 0;
  std::size_t differing = 0;
  std::size_t wrong_kanji = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (typed.text[i] == known[i]) {
      continue;
    }
    ++differing;
    if (are_alike(typed.text[i], known[i])) {
      cost += kAlikeCost;
      continue;
    }
    cost += kEditCost;
    const bool is_kana_slip = is_kana(typed.text[i]) && is_kana(known[i]);
    wrong_kanji += is_kana_slip ? 0U : 1U;
    if (!is_long(typed) || (!is_kana_slip && typed.is_in_known_word[i])) {
      return std::nullopt;
    }
  }
  return differing <= distance && wrong_kanji <= 1 ? std::optional(cost) : std::nullopt;
}

}  // namespace

TypedWord typed_word(std::u32string text, analysis::Analyzer& analyzer) {
  TypedWord word;
  const analysis::Analysis analysis = analyzer.analyze(analysis::to_utf8(text));
  for (const analysis::Token& token : analysis.tokens) {
    const std::size_t length = analysis::to_code_points(token.surface).size();
    word.is_in_known_word.insert(word.is_in_known_word.end(), length,
                                 token.is_in_dictionary && length > 1);
  }
  word.is_in_known_word.resize(text.size());
  word.is_in_dictionary = analysis.tokens.size() == 1 && analysis.tokens[0].is_in_dictionary;
  word.text = std::move(text);
  return word;
}

std::optional<unsigned> slip_cost(const TypedWord& typed, std::u32string_view known,
                                  std::size_t distance) {
  if (typed.is_in_dictionary) {
    return std::nullopt;
  }
  const Difference difference = difference_of(typed.text, known);
  if (typed.text.size() != known.size()) {
    return cost_of_other_length(typed, difference, distance);
  }
  if (is_swap(difference) && is_long(typed)) {
    return kEditCost;
  }
  return cost_of_same_length(typed, known, distance);
}

std::optional<unsigned> sound_slip_cost(std::u32string_view typed, std::u32string_view known,
                                        std::size_t distance, std::size_t sounds) {
  if (distance == 0) {
    return 0;
  }
  const Difference difference = difference_of(typed, known);
  const auto full = static_cast<unsigned>(distance) * kEditCost;
  const bool is_one_for_one = difference.typed.size() == 1 && difference.known.size() == 1;
  if (is_one_for_one && sounds >= kSoundsForAlike &&
      (are_alike(difference.typed[0], difference.known[0]) ||
       stand_together(kHeardAlike, difference.typed[0], difference.known[0]))) {
    return kAlikeCost;
  }
  const std::u32string_view one = difference.typed.empty() ? difference.known : difference.typed;
  const bool is_one_more =
      one.size() == 1 && (difference.typed.empty() || difference.known.empty());
  if (is_one_more && sounds >= kSoundsForALengthening &&
      kLengthenings.find(one[0]) != std::u32string_view::npos) {
    return kAlikeCost;
  }
  return sounds >= kSoundsForAnEdit ? std::optional(full) : std::nullopt;
}

}  // namespace torikumi::searchd
