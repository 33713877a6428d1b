#ifndef CORPUS_FISCAL_YEAR_H_
#define CORPUS_FISCAL_YEAR_H_

// Japanese fiscal years (年度, April to March) in era and western form.

#include "corpus/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// First and last western fiscal year of a span; equal for a single year.
struct FiscalYearRange {
  int first = 0;
  int last = 0;

  bool operator==(const FiscalYearRange&) const = default;
};

/// The western year in which the fiscal year begins, from one of: 2025, 2025年度, 令和7年度,
/// 令和７,
/// 令7, R7, r07, 令和元年度, ㋿7, 平成30, H30, 昭和63, 大正14, 明治45; blanks and
/// 年/年度 are free, digits of any width and kanji numerals (令和七年, 二〇二五) too. 平成31年度
/// and 令和元年度 are both 2019. Refuses year 0, years beyond an era's end (平成32; 昭和65) and
/// anything else, saying what was seen. 1868 <= year <= 2200.
Result<int> parse_fiscal_year(std::string_view text);

/// A year as above, or a range: 2018..2020, 令和2..令和7, 令和2..7 (the era carries over),
/// 平成27～29年度, H27-29. Refuses a range that runs backwards.
Result<FiscalYearRange> parse_fiscal_year_range(std::string_view text);

/// Years as somebody wrote them, for a reader who mends rather than refuses.
struct WrittenFiscalYears {
  FiscalYearRange years;        ///< In order.
  bool runs_backwards = false;  ///< The later year was written first.
  bool counts_on = false;       ///< An era was counted on beyond its end: 平成32 for 令和2.

  bool operator==(const WrittenFiscalYears&) const = default;
};

/// Reads what parse_fiscal_year_range reads, and besides a range that runs backwards and years
/// beyond the end of an era that is written out, as documents from before its end write them
/// (平成32年度 is 2020).
Result<WrittenFiscalYears> read_fiscal_years(std::string_view text);

/// 令和7年度, 令和元年度, 平成20年度: the era in force on 1 April, except 2019, which is
/// 令和元年度. Beyond 1868 .. 2200 in western form.
std::string fiscal_year_label(int fiscal_year);

/// A mention of a fiscal year (a year followed by 年度) in running text.
struct FiscalYearMention {
  int fiscal_year = 0;
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;
};

/// The mentions of fiscal years with era or four digits in `text`, in order; ranges
/// (平成27～29年度) give one mention for each end.
std::vector<FiscalYearMention> fiscal_years_in(std::string_view text);

/// The years in a file or folder name: as `fiscal_years_in`, and also without 年度: 令和2, R2,
/// 2020, nakahara2020. A date (2021-03-31), a range that is not closed by 年度 (H27-29) and digits
/// within a longer code (141356, d82a2020) are none, nor is a year before 1947.
std::vector<FiscalYearMention> years_in_name(std::string_view name);

/// The fiscal year in which a date falls, if `text` is a date of year and month, perhaps with a
/// day: 平成24年3月 is in 2011, 2012年4月1日 in 2012. Nothing for any other text.
std::optional<int> fiscal_year_of_date(std::string_view text);

}  // namespace torikumi::corpus

#endif  // CORPUS_FISCAL_YEAR_H_
