#include "corpus/fiscal_year.h"

#include "corpus/written_year.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace torikumi::corpus {
namespace {

constexpr const char* kRangeExample = "write it like 令和2..令和7, H27-29 or 2018..2020";

Result<WrittenYear> whole_year(std::string_view text) {
  const std::u32string compact = folded(text).without_spaces();
  if (compact.empty()) {
    return failure(ErrorKind::InvalidArgument, "the fiscal year is empty", {}, kYearExample);
  }
  YearCursor cursor(compact, 0);
  const std::optional<WrittenYear> year = cursor.year();
  if (!year) {
    return refused_year(text, "there is no number where the year should be");
  }
  if (!cursor.is_at_end()) {
    return refused_year(text, "something else stands behind the year");
  }
  return *year;
}

struct WrittenRange {
  WrittenYear first;
  WrittenYear last;
};

Result<WrittenRange> whole_range(std::string_view text) {
  const std::u32string compact = folded(text).without_spaces();
  YearCursor cursor(compact, 0);
  const std::optional<WrittenYear> first = cursor.year();
  if (!first || !cursor.separator()) {
    return whole_year(text).map([](const WrittenYear& year) { return WrittenRange{year, year}; });
  }
  std::optional<WrittenYear> last = cursor.year();
  if (!last || !cursor.is_at_end()) {
    return refused_year(text, "a range is two years", kRangeExample);
  }
  last->take_era_of(*first);
  return WrittenRange{*first, *last};
}

Result<WrittenFiscalYears> read_years(std::string_view text, EraEnd era_end) {
  const Result<WrittenRange> written = whole_range(text);
  if (!written) {
    return tl::unexpected(written.error());
  }
  const Result<int> first = western_year(written->first, text, era_end);
  const Result<int> last = western_year(written->last, text, era_end);
  if (!first || !last) {
    return tl::unexpected(first ? last.error() : first.error());
  }
  return WrittenFiscalYears{
      .years = {std::min(*first, *last), std::max(*first, *last)},
      .runs_backwards = *first > *last,
      .counts_on = is_beyond_era(written->first) || is_beyond_era(written->last)};
}

}  // namespace

Result<int> parse_fiscal_year(std::string_view text) {
  const Result<WrittenYear> year = whole_year(text);
  return year ? western_year(*year, text) : tl::unexpected(year.error());
}

Result<FiscalYearRange> parse_fiscal_year_range(std::string_view text) {
  const Result<WrittenFiscalYears> written = read_years(text, EraEnd::IsKept);
  if (!written) {
    return tl::unexpected(written.error());
  }
  if (written->runs_backwards) {
    return refused_year(text, "the range runs backwards", kRangeExample);
  }
  return written->years;
}

Result<WrittenFiscalYears> read_fiscal_years(std::string_view text) {
  return read_years(text, EraEnd::IsCountedOn);
}

// The era in force on 1 April gives the name: 1912 is 明治45年度 although 大正 began in July. 2019
// is the exception: the government called the whole of it 令和元年度 (元号を改める政令等,
// 2019-04-02).
std::string fiscal_year_label(int fiscal_year) {
  if (fiscal_year < kFirstYear || fiscal_year > kLastYear) {
    return fmt::format("{}年度", fiscal_year);
  }
  const Era* era = &kEras.front();
  for (const Era& candidate : kEras) {
    era = candidate.first_labelled_year <= fiscal_year ? &candidate : era;
  }
  const int number = fiscal_year - era->first_year + 1;
  return number == 1 ? fmt::format("{}元年度", era->name_utf8)
                     : fmt::format("{}{}年度", era->name_utf8, number);
}

std::optional<int> fiscal_year_of_date(std::string_view text) {
  constexpr int kApril = 4;
  constexpr int kDecember = 12;
  const std::u32string compact = folded(text).without_spaces();
  YearCursor cursor(compact, 0);
  const std::optional<WrittenYear> year = cursor.year();
  const std::optional<WrittenYear> month = cursor.year();
  if (!year || !year->is_calendar || !month || month->era != nullptr || !cursor.skip(U"月")) {
    return std::nullopt;
  }
  const std::optional<WrittenYear> day = cursor.year();
  if ((day && !cursor.skip(U"日")) || !cursor.is_at_end() || month->number < 1 ||
      month->number > kDecember) {
    return std::nullopt;
  }
  const Result<int> western = western_year(*year, text);
  if (!western) {
    return std::nullopt;
  }
  return month->number < kApril ? *western - 1 : *western;
}

}  // namespace torikumi::corpus
