#include "corpus/written_year.h"

#include "corpus/utf8.h"

#include <fmt/format.h>

// How a year is read. The text is folded code point by code point (NFKC), each remembering the
// bytes it came from, and then read by a cursor:
//
//   span  = year [separator year]        separator: .. ~ 〜 - – から and the like
//   year  = [era] number [年度 | 年]      era: 令和 | 令 | R and so on
//   number = 元 | digits | kanji numerals (二〇二五, 三十一)
//
// In a span the second year may do without its era (令和2..7). In running text only a year that
// ends in 年度 counts, and its era must be written out or its digits be four.

namespace torikumi::corpus {
namespace {

bool folds_to_itself(char32_t value) {
  return value < 0x80 || (value >= 0x3041 && value <= 0x3096) ||
         (value >= 0x4E00 && value <= 0x9FFF);
}

bool is_digit(char32_t value) {
  return value >= U'0' && value <= U'9';
}

char32_t upper_case(char32_t value) {
  return value >= U'a' && value <= U'z' ? value - U'a' + U'A' : value;
}

}  // namespace

FoldedText folded(std::string_view text) {
  FoldedText out;
  const auto append = [&](char32_t value, const CodePoint& source) {
    out.text.push_back(value);
    out.byte_begins.push_back(source.byte_begin);
    out.byte_ends.push_back(source.byte_end);
  };
  for (const CodePoint& source : code_points(text)) {
    if (is_blank(source.value)) {
      append(U' ', source);
    } else if (folds_to_itself(source.value)) {
      append(source.value, source);
    } else {
      // Kept in a variable: `code_points` only borrows.
      const std::string character =
          width_folded(text.substr(source.byte_begin, source.byte_end - source.byte_begin));
      for (const CodePoint& point : code_points(character)) {
        append(point.value, source);
      }
    }
  }
  return out;
}

std::u32string FoldedText::without_spaces() const {
  std::u32string out = text;
  std::erase(out, U' ');
  return out;
}

void WrittenYear::take_era_of(const WrittenYear& first) {
  if (era == nullptr && digits < 4) {
    era = first.era;
    is_era_written_out = first.is_era_written_out;
  }
}

bool YearCursor::skip(std::u32string_view piece) {
  if (!text_.substr(at_).starts_with(piece)) {
    return false;
  }
  at_ += piece.size();
  return true;
}

void YearCursor::skip_blanks() {
  while (at_ < text_.size() && text_[at_] == U' ') {
    ++at_;
  }
}

std::optional<WrittenYear> YearCursor::year() {
  const std::size_t begin = at_;
  WrittenYear year;
  read_era(year);
  skip_blanks();
  if (!read_number(year)) {
    at_ = begin;
    return std::nullopt;
  }
  const std::size_t number_end = at_;
  skip_blanks();
  if (!skip(U"年")) {
    at_ = number_end;
    return year;
  }
  const std::size_t year_end = at_;
  skip_blanks();
  year.is_fiscal = skip(U"度");
  year.is_calendar = !year.is_fiscal;
  at_ = year.is_fiscal ? at_ : year_end;
  return year;
}

bool YearCursor::separator() {
  // NFKC has made ～ a ~ and ‥ two dots. ー is what a kana keyboard gives for a dash.
  constexpr std::array<std::u32string_view, 12> kSeparators{
      U"..", U"~", U"〜", U"-", U"‐", U"–", U"—", U"―", U"−", U"ー", U"から", U"、から"};
  const std::size_t begin = at_;
  skip_blanks();
  for (const std::u32string_view separator : kSeparators) {
    if (skip(separator)) {
      skip_blanks();
      return true;
    }
  }
  at_ = begin;
  return false;
}

void YearCursor::read_era(WrittenYear& year) {
  for (const Era& era : kEras) {
    if (skip(era.name)) {
      year.era = &era;
      year.is_era_written_out = true;
      return;
    }
  }
  for (const Era& era : kEras) {
    const bool is_kanji = skip(era.name.substr(0, 1));
    if (is_kanji || skip_letter(era.letter)) {
      year.era = &era;
      year.is_kanji = is_kanji;
      return;
    }
  }
}

bool YearCursor::skip_letter(char32_t letter) {
  const bool is_here = !is_at_end() && upper_case(text_[at_]) == letter;
  at_ += is_here ? 1 : 0;
  return is_here;
}

bool YearCursor::read_number(WrittenYear& year) {
  constexpr std::size_t kMostDigits = 6;  // Enough to see that a number is no year.
  if (year.era != nullptr && skip(U"元")) {
    year.number = 1;
    return true;
  }
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_digit(text_[at_]) && at_ - begin < kMostDigits) {
    year.number = year.number * 10 + static_cast<int>(text_[at_] - U'0');
    ++at_;
  }
  year.digits = at_ - begin;
  return year.digits > 0 || read_kanji_number(year);
}

// 二〇二五 by place, 三十一 by 十 and 百.
bool YearCursor::read_kanji_number(WrittenYear& year) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  constexpr std::size_t kMostNumerals = 6;
  const std::size_t begin = at_;
  int total = 0;
  int pending = 0;
  bool has_pending = false;
  for (; at_ < text_.size() && at_ - begin < kMostNumerals; ++at_) {
    const char32_t numeral = text_[at_] == U'零' ? U'〇' : text_[at_];
    if (const std::size_t digit = kDigits.find(numeral); digit != std::u32string_view::npos) {
      pending = pending * 10 + static_cast<int>(digit);
      has_pending = true;
    } else if (numeral == U'十' || numeral == U'百') {
      total += (has_pending ? pending : 1) * (numeral == U'十' ? 10 : 100);
      pending = 0;
      has_pending = false;
    } else {
      break;
    }
  }
  year.number = total + pending;
  year.is_kanji = year.is_kanji || at_ > begin;
  year.digits = at_ - begin;
  return year.digits > 0;
}

tl::unexpected<Error> refused_year(std::string_view text, const std::string& why,
                                   const char* hint) {
  return failure(ErrorKind::InvalidArgument,
                 fmt::format("\"{}\" is not a fiscal year: {}", text, why), {}, hint);
}

bool is_beyond_era(const WrittenYear& year) {
  return year.era != nullptr && year.number > year.era->last_number;
}

Result<int> western_year(const WrittenYear& year, std::string_view text, EraEnd era_end) {
  if (year.era == nullptr) {
    if (year.digits < 4) {
      return refused_year(text, "a year without era has four digits");
    }
    if (year.number < kFirstYear || year.number > kLastYear) {
      return refused_year(text,
                          fmt::format("years from {} to {} are known", kFirstYear, kLastYear));
    }
    return year.number;
  }
  if (year.number < 1) {
    return refused_year(text,
                        fmt::format("the years of {} begin with 元 (1)", year.era->name_utf8));
  }
  const bool has_ended = year.era != &kEras.back();
  const int counted = year.era->first_year + year.number - 1;
  // H99 is rather something else than a year.
  const bool is_counted_on = era_end == EraEnd::IsCountedOn && has_ended &&
                             year.is_era_written_out && counted <= kLastYear;
  if (is_beyond_era(year) && !is_counted_on) {
    return refused_year(text, fmt::format("{} {} {}", year.era->name_utf8,
                                          has_ended ? "ended with year" : "is known up to year",
                                          year.era->last_number));
  }
  return counted;
}

}  // namespace torikumi::corpus
