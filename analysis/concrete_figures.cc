#include "analysis/concrete_figures.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace torikumi::analysis {
namespace {

// Longer ones first where one begins with another: what is found first is taken. Normalised.
constexpr auto kUnits = std::to_array<std::string_view>(
    {"年度末",     "年度", "年間", "年",   "か月", "ヶ月", "ヵ月", "カ月", "月",   "日間",   "日",
     "週間",       "週",   "時間", "時",   "分",   "秒",   "回",   "度目", "件",   "名",     "人",
     "世帯",       "団体", "社",   "校",   "園",   "か所", "ヶ所", "ヵ所", "カ所", "箇所",   "個所",
     "ヵ国",       "か国", "ヶ国", "カ国", "言語", "種類", "項目", "事業", "講座", "講演",   "台",
     "部",         "枚",   "冊",   "本",   "通",   "個",   "点",   "基",   "頁",   "ページ", "%",
     "パーセント", "割",   "倍",   "円",   "千円", "万円"});

// Units that are the beginning of another word before these: 1人一人, 5部署, 第2本庁舎, 1日本.
struct Exception {
  std::string_view unit;
  std::string_view behind;
};
constexpr std::array kExceptions{Exception{"人", "一人"}, Exception{"人", "ひとり"},
                                 Exception{"人", "1人"},  Exception{"部", "署"},
                                 Exception{"点", "字"},   Exception{"本", "庁"},
                                 Exception{"日", "本"},   Exception{"分", "かり"}};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// Within a number, between two digits.
constexpr std::array<std::string_view, 6> kJoints{",", ".", "~", "-", "・", "〜"};

/// The end of the number that begins at `at`.
std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_digit(text[at])) {
      ++at;
      continue;
    }
    const auto joint = std::find_if(kJoints.begin(), kJoints.end(), [&](std::string_view each) {
      const std::size_t behind = at + each.size();
      return text.substr(at).starts_with(each) && behind < text.size() && is_digit(text[behind]);
    });
    if (joint == kJoints.end()) {
      break;
    }
    at += joint->size();
  }
  return at;
}

bool is_exception(std::string_view unit, std::string_view behind) {
  return std::any_of(kExceptions.begin(), kExceptions.end(), [&](const Exception& each) {
    return each.unit == unit && behind.starts_with(each.behind);
  });
}

/// The end of the unit that begins at `at`, if there is one.
std::optional<std::size_t> unit_end(std::string_view text, std::size_t at) {
  for (const std::string_view unit : kUnits) {
    if (text.substr(at).starts_with(unit) && !is_exception(unit, text.substr(at + unit.size()))) {
      return at + unit.size();
    }
  }
  return std::nullopt;
}

/// The era before a number, so that 令和8年2月 is shown whole.
std::size_t era_begin(std::string_view text, std::size_t number) {
  for (const std::string_view era : {std::string_view("令和"), std::string_view("平成")}) {
    if (text.substr(0, number).ends_with(era)) {
      return number - era.size();
    }
  }
  return number;
}

}  // namespace

std::vector<ByteRange> concrete_figures(std::string_view text) {
  const NormalizedText normalized = Normalizer().normalize(text);
  const std::string_view letters = normalized.text;
  std::vector<ByteRange> figures;  // In `letters`.
  std::size_t at = 0;
  while (at < letters.size()) {
    if (!is_digit(letters[at])) {
      ++at;
      continue;
    }
    const std::size_t end_of_number = number_end(letters, at);
    const std::optional<std::size_t> end = unit_end(letters, end_of_number);
    if (end) {
      if (!figures.empty() && figures.back().end == at) {
        figures.back().end = *end;
      } else {
        figures.push_back({era_begin(letters, at), *end});
      }
    }
    at = end.value_or(end_of_number);
  }
  for (ByteRange& figure : figures) {
    figure = normalized.source_range(figure.begin, figure.end);
  }
  return figures;
}

}  // namespace torikumi::analysis
