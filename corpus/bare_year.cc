#include "corpus/bare_year.h"

#include "corpus/text_scan.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace torikumi::corpus {
namespace {

struct Era {
  int year_before_first;  // 1988 for 平成: its year n is 1988 + n.
  int last_number;
};

constexpr std::array kEras{Era{1867, 45}, Era{1911, 15}, Era{1925, 64}, Era{1988, 31},
                           Era{2018, 182}};
constexpr std::string_view kFiscalYear = "年度";

struct BareMention {
  int number = 0;
  std::size_t byte_begin = 0;
};

// Every 年度 with one or two digits in front.
std::vector<BareMention> bare_mentions(std::string_view text) {
  std::vector<BareMention> mentions;
  for (std::size_t at = text.find(kFiscalYear); at != std::string_view::npos;
       at = text.find(kFiscalYear, at + kFiscalYear.size())) {
    BareMention mention{0, at};
    int digits = 0;
    for (int scale = 1; mention.byte_begin > 0; scale *= 10) {
      const CodePoint before = code_point_before(text, mention.byte_begin);
      const int digit = digit_value(before.value);
      if (digit < 0 || digits == 3) {
        break;
      }
      mention.number += digit * scale;
      mention.byte_begin = before.byte_begin;
      ++digits;
    }
    if (digits == 1 || digits == 2) {
      mentions.push_back(mention);
    }
  }
  return mentions;
}

struct NamedYears {
  std::vector<int> years;
  bool unclear = false;  // A year is named that nobody can know.
};

NamedYears named_years(std::string_view text, const FiscalYearRange& span) {
  NamedYears named;
  const auto with_era = fiscal_years_in(text);
  for (const FiscalYearMention& mention : with_era) {
    named.years.push_back(mention.fiscal_year);
  }
  for (const BareMention& mention : bare_mentions(text)) {
    const bool counted = std::any_of(with_era.begin(), with_era.end(), [&](const auto& known) {
      return mention.byte_begin >= known.byte_begin && mention.byte_begin < known.byte_end;
    });
    if (counted) {
      continue;
    }
    const auto year = fiscal_year_without_era(mention.number, span);
    if (year) {
      named.years.push_back(*year);
    }
    named.unclear = named.unclear || !year;
  }
  return named;
}

}  // namespace

std::optional<int> fiscal_year_without_era(int number, const FiscalYearRange& span) {
  std::optional<int> found;
  for (const Era& era : kEras) {
    const int year = era.year_before_first + number;
    if (number < 1 || number > era.last_number || year < span.first || year > span.last) {
      continue;
    }
    if (found && *found != year) {
      return std::nullopt;
    }
    found = year;
  }
  return found;
}

std::optional<int> only_fiscal_year_in(std::string_view text, const FiscalYearRange& span) {
  const NamedYears named = named_years(text, span);
  if (named.unclear || named.years.empty()) {
    return std::nullopt;
  }
  const int first = named.years.front();
  const bool all_equal =
      std::all_of(named.years.begin(), named.years.end(), [&](int year) { return year == first; });
  return all_equal ? std::optional(first) : std::nullopt;
}

bool names_fiscal_year(std::string_view text) {
  const NamedYears named = named_years(text, {0, 0});
  return named.unclear || !named.years.empty();
}

}  // namespace torikumi::corpus
