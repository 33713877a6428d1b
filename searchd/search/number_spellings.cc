#include "searchd/search/number_spellings.h"

#include "corpus/fiscal_year.h"
#include "corpus/text_scan.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::array<std::string_view, 10> kKanjiDigits{"〇", "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
constexpr std::array<std::pair<std::string_view, int>, 3> kKanjiUnits{
    {{"千", 1000}, {"百", 100}, {"十", 10}}};
constexpr std::size_t kMaxDigits = 4;

/// An era whose letter is written for it.
struct EraLetter {
  std::string_view name;
  std::string_view letter;
  int first_year;
};
constexpr int kFirstHeiseiYear = 1989;
constexpr int kFirstReiwaYear = 2019;
constexpr std::array kEraLetters{EraLetter{"昭和", "S", 1926},
                                 EraLetter{"平成", "H", kFirstHeiseiYear},
                                 EraLetter{"令和", "R", kFirstReiwaYear}};

int value_of_kanji_digit(std::string_view character) {
  const auto* const found = std::find(kKanjiDigits.begin(), kKanjiDigits.end(), character);
  return found == kKanjiDigits.end() ? -1 : static_cast<int>(found - kKanjiDigits.begin());
}

int value_of_kanji_unit(std::string_view character) {
  const auto* const found = std::find_if(kKanjiUnits.begin(), kKanjiUnits.end(),
                                         [&](const auto& unit) { return unit.first == character; });
  return found == kKanjiUnits.end() ? 0 : found->second;
}

/// 2024 as 二千二十四; 0 as 〇.
std::string kanji_number(int number) {
  if (number == 0) {
    return std::string(kKanjiDigits[0]);
  }
  std::string text;
  for (const auto& [name, unit] : kKanjiUnits) {
    const int digit = number / unit;
    number %= unit;
    if (digit > 1) {
      text += kKanjiDigits.at(static_cast<std::size_t>(digit));
    }
    if (digit > 0) {
      text += name;
    }
  }
  if (number > 0) {
    text += kKanjiDigits.at(static_cast<std::size_t>(number));
  }
  return text;
}

/// The value of a run of kanji numerals: 二千二十四 (by units) or 二〇二四 (by places).
std::optional<int> value_of_kanji(const std::vector<std::string_view>& run) {
  const bool has_units = std::any_of(run.begin(), run.end(), [](std::string_view character) {
    return value_of_kanji_unit(character) > 0;
  });
  if (!has_units && run.size() > kMaxDigits) {
    return std::nullopt;
  }
  int total = 0;
  int digit = 0;
  int last_unit = 10'000;
  for (const std::string_view character : run) {
    const int unit = value_of_kanji_unit(character);
    if (unit > 0) {
      if (unit >= last_unit) {
        return std::nullopt;
      }
      total += (digit == 0 ? 1 : digit) * unit;
      digit = 0;
      last_unit = unit;
    } else {
      digit = (has_units ? 0 : digit * 10) + value_of_kanji_digit(character);
    }
  }
  return total + digit;
}

/// The characters of `text`, and the end of the run from `at` on of those that `is_part` accepts.
using Characters = std::vector<std::string_view>;

Characters characters_of(std::string_view text) {
  Characters characters;
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    characters.push_back(text.substr(point.byte_begin, point.byte_end - point.byte_begin));
  }
  return characters;
}

int digit_of(std::string_view character) {
  return corpus::digit_value(corpus::code_point_at(character, 0).value);
}

bool is_kanji_numeral(std::string_view character) {
  return value_of_kanji_digit(character) >= 0 || value_of_kanji_unit(character) > 0;
}

bool is_digit(std::string_view character) {
  return digit_of(character) >= 0;
}

bool is_numeral(std::string_view character) {
  return is_digit(character) || is_kanji_numeral(character);
}

/// `text` with each run of numerals that `is_part` accepts replaced by `rewrite` of it, if it can.
template <typename IsPart, typename Rewrite>
std::string rewritten(std::string_view text, IsPart is_part, Rewrite rewrite) {
  const Characters characters = characters_of(text);
  std::string result;
  for (std::size_t at = 0; at < characters.size();) {
    Characters run;
    // 3千 is one number of two writings: neither part of it stands alone.
    const bool is_mixed = at > 0 && is_numeral(characters[at - 1]);
    while (at < characters.size() && !is_mixed && is_part(characters[at])) {
      run.push_back(characters[at++]);
    }
    if (run.empty()) {
      result += characters[at++];
    } else if (const std::optional<std::string> other = rewrite(run)) {
      result += *other;
    } else {
      for (const std::string_view character : run) {
        result += character;
      }
    }
  }
  return result;
}

std::string with_kanji_numerals(std::string_view text) {
  return rewritten(text, is_digit, [](const Characters& run) -> std::optional<std::string> {
    if (run.size() > kMaxDigits) {
      return std::nullopt;
    }
    int number = 0;
    for (const std::string_view character : run) {
      number = number * 10 + digit_of(character);
    }
    return kanji_number(number);
  });
}

std::string with_digits(std::string_view text) {
  return rewritten(text, is_kanji_numeral, [](const Characters& run) -> std::optional<std::string> {
    const std::optional<int> value = value_of_kanji(run);
    return value ? std::optional(std::to_string(*value)) : std::nullopt;
  });
}

constexpr std::size_t kThousandsDigits = 3;

/// True if the characters from `at` on are three digits and no more.
bool is_thousands_group(const Characters& characters, std::size_t at) {
  const std::size_t end = at + kThousandsDigits;
  return end <= characters.size() &&
         std::all_of(characters.begin() + static_cast<std::ptrdiff_t>(at),
                     characters.begin() + static_cast<std::ptrdiff_t>(end), is_digit) &&
         (end == characters.size() || !is_digit(characters[end]));
}

/// 12,345 as 12345.
std::string without_thousands_commas(std::string_view text) {
  const Characters characters = characters_of(text);
  std::string result;
  for (std::size_t at = 0; at < characters.size(); ++at) {
    const bool is_comma = characters[at] == "," || characters[at] == "，";
    const bool is_behind_digit = at > 0 && is_digit(characters[at - 1]);
    if (!is_comma || !is_behind_digit || !is_thousands_group(characters, at + 1)) {
      result += characters[at];
    }
  }
  return result;
}

/// 12345 as 12,345; numbers of up to nine digits that do not begin with 0.
std::string with_thousands_commas(std::string_view text) {
  constexpr std::size_t kMaxGrouped = 9;
  return rewritten(text, is_digit, [](const Characters& run) -> std::optional<std::string> {
    if (run.size() > kMaxGrouped || digit_of(run.front()) == 0) {
      return std::nullopt;
    }
    std::string grouped;
    for (std::size_t i = 0; i < run.size(); ++i) {
      grouped += i > 0 && (run.size() - i) % kThousandsDigits == 0 ? "," : "";
      grouped += run[i];
    }
    return grouped;
  });
}

/// True if `text` is nothing but a number.
bool is_bare_number(std::string_view text) {
  const Characters characters = characters_of(text);
  return std::all_of(characters.begin(), characters.end(), is_numeral);
}

std::vector<std::string> fiscal_year_spellings(std::string_view text) {
  const std::optional<int> year = fiscal_year_of(text);
  if (!year) {
    return {};
  }
  const std::string label = corpus::fiscal_year_label(*year);
  constexpr std::string_view kLastCharacter = "度";
  std::vector<std::string> spellings{label, label.substr(0, label.size() - kLastCharacter.size()),
                                     std::to_string(*year) + "年度"};
  for (const EraLetter& era : kEraLetters) {
    if (label.starts_with(era.name) && *year >= era.first_year) {
      const int number = *year - era.first_year + 1;
      spellings.push_back(fmt::format("{}{}", era.letter, number));
      if (number > 1) {
        spellings.push_back(fmt::format("{}{}年度", era.name, kanji_number(number)));
      }
    }
  }
  if (*year >= kFirstReiwaYear) {
    spellings.push_back(fmt::format("平成{}年度", *year - kFirstHeiseiYear + 1));
  }
  return spellings;
}

}  // namespace

std::optional<int> fiscal_year_of(std::string_view text) {
  // A bare number is a number; R2 and 令2 are years.
  if (is_bare_number(text)) {
    return std::nullopt;
  }
  const Result<corpus::WrittenFiscalYears> read = corpus::read_fiscal_years(text);
  const bool is_one = read && read->years.first == read->years.last;
  return is_one ? std::optional(read->years.first) : std::nullopt;
}

std::vector<std::string> number_spellings(std::string_view text) {
  std::vector<std::string> spellings = fiscal_year_spellings(text);
  if (spellings.empty()) {
    const std::string digits = with_digits(without_thousands_commas(text));
    spellings = {with_kanji_numerals(without_thousands_commas(text)), digits,
                 with_thousands_commas(digits)};
  }
  std::vector<std::string> others;
  for (std::string& spelling : spellings) {
    if (spelling != text && std::find(others.begin(), others.end(), spelling) == others.end()) {
      others.push_back(std::move(spelling));
    }
  }
  return others;
}

}  // namespace torikumi::searchd
