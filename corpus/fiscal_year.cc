#include "corpus/fiscal_year.h"

#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

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

constexpr int kFirstYear = 1868;
constexpr int kLastYear = 2200;
constexpr const char* kExample = "write it like 令和7年度, R7 or 2025";
constexpr const char* kRangeExample = "write it like 令和2..令和7, H27-29 or 2018..2020";

/// An era (元号). Its year n is the western year `first_year` + n - 1.
struct Era {
  std::u32string_view name;
  std::string_view name_utf8;
  char32_t letter;
  int first_year;
  int last_number;          ///< The number of its last year.
  int first_labelled_year;  ///< First fiscal year that is called by it (see fiscal_year_label).
};

constexpr std::array kEras{
    Era{U"明治", "明治", U'M', 1868, 45, 1868},
    Era{U"大正", "大正", U'T', 1912, 15, 1913},
    Era{U"昭和", "昭和", U'S', 1926, 64, 1927},
    Era{U"平成", "平成", U'H', 1989, 31, 1989},
    Era{U"令和", "令和", U'R', 2019, kLastYear - 2018, 2019},
};

// --- Folding -------------------------------------------------------------------------------------

/// Text as folded code points with the source bytes of each.
struct FoldedText {
  std::u32string text;
  std::vector<std::size_t> byte_begins;
  std::vector<std::size_t> byte_ends;
};

bool folds_to_itself(char32_t value) {
  return value < 0x80 || (value >= 0x3041 && value <= 0x3096) ||
         (value >= 0x4E00 && value <= 0x9FFF);
}

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

// --- Reading -------------------------------------------------------------------------------------

bool is_digit(char32_t value) {
  return value >= U'0' && value <= U'9';
}

char32_t upper_case(char32_t value) {
  return value >= U'a' && value <= U'z' ? value - U'a' + U'A' : value;
}

/// A year as written.
struct WrittenYear {
  const Era* era = nullptr;
  bool is_era_written_out = false;
  bool is_kanji = false;  ///< The number, or the era cut to one kanji, is in kanji.
  int number = 0;
  std::size_t digits = 0;
  bool is_calendar = false;  ///< 年 follows.
  bool is_fiscal = false;    ///< 年度 follows.
};

/// Reads the pieces of a year from left to right. Each reader moves on only if it finds its piece.
class Cursor {
 public:
  Cursor(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }

  bool skip(std::u32string_view piece) {
    if (!text_.substr(at_).starts_with(piece)) {
      return false;
    }
    at_ += piece.size();
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == U' ') {
      ++at_;
    }
  }

  std::optional<WrittenYear> year() {
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

  bool separator() {
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

 private:
  void read_era(WrittenYear& year) {
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

  bool skip_letter(char32_t letter) {
    const bool is_here = !is_at_end() && upper_case(text_[at_]) == letter;
    at_ += is_here ? 1 : 0;
    return is_here;
  }

  bool read_number(WrittenYear& year) {
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
  bool read_kanji_number(WrittenYear& year) {
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

  std::u32string_view text_;
  std::size_t at_;
};

// --- Meaning -------------------------------------------------------------------------------------

tl::unexpected<Error> refused(std::string_view text, const std::string& why,
                              const char* hint = kExample) {
  return failure(ErrorKind::InvalidArgument,
                 fmt::format("\"{}\" is not a fiscal year: {}", text, why), {}, hint);
}

/// Whether the years of an era go on behind its end.
enum class EraEnd { IsKept, IsCountedOn };

bool is_beyond_era(const WrittenYear& year) {
  return year.era != nullptr && year.number > year.era->last_number;
}

Result<int> western_year(const WrittenYear& year, std::string_view text,
                         EraEnd era_end = EraEnd::IsKept) {
  if (year.era == nullptr) {
    if (year.digits < 4) {
      return refused(text, "a year without era has four digits");
    }
    if (year.number < kFirstYear || year.number > kLastYear) {
      return refused(text, fmt::format("years from {} to {} are known", kFirstYear, kLastYear));
    }
    return year.number;
  }
  if (year.number < 1) {
    return refused(text, fmt::format("the years of {} begin with 元 (1)", year.era->name_utf8));
  }
  const bool has_ended = year.era != &kEras.back();
  const int counted = year.era->first_year + year.number - 1;
  // H99 is rather something else than a year.
  const bool is_counted_on = era_end == EraEnd::IsCountedOn && has_ended &&
                             year.is_era_written_out && counted <= kLastYear;
  if (is_beyond_era(year) && !is_counted_on) {
    return refused(text, fmt::format("{} {} {}", year.era->name_utf8,
                                     has_ended ? "ended with year" : "is known up to year",
                                     year.era->last_number));
  }
  return counted;
}

std::u32string without_spaces(const FoldedText& text) {
  std::u32string out = text.text;
  std::erase(out, U' ');
  return out;
}

// --- Running text --------------------------------------------------------------------------------

bool is_latin(char32_t value) {
  return upper_case(value) >= U'A' && upper_case(value) <= U'Z';
}

bool is_ascii_word(char32_t value) {
  return is_latin(value) || is_digit(value);
}

/// Finds the years in one text.
class YearFinder {
 public:
  enum class Where {
    RunningText,  ///< Only what 年度 closes counts.
    Name,         ///< A file or folder name; see years_in_name.
  };

  YearFinder(std::string_view text, Where where)
      : source_(text), where_(where), folded_(folded(text)) {}

  std::vector<FiscalYearMention> mentions() {
    for (std::size_t at = 0; at < folded_.text.size();) {
      at = may_begin_at(at) ? next_after(at) : at + 1;
    }
    return std::move(mentions_);
  }

 private:
  // Not in the middle of a number, of a Latin word or of a code of both.
  [[nodiscard]] bool may_begin_at(std::size_t at) const {
    const std::u32string& text = folded_.text;
    const char32_t here = text[at];
    if (!is_ascii_word(here)) {
      return true;
    }
    if (at > 0 && text[at - 1] == U'.' && at > 1 && is_digit(text[at - 2])) {
      return false;
    }
    constexpr std::size_t kLongestWord = 32;  // A longer one is a code; looking on would cost time.
    std::size_t word_begin = at;
    bool has_digit = false;
    while (word_begin > 0 && is_ascii_word(text[word_begin - 1]) &&
           at - word_begin < kLongestWord) {
      --word_begin;
      has_digit = has_digit || is_digit(text[word_begin]);
    }
    has_digit = has_digit || at - word_begin == kLongestWord;
    return word_begin == at || (is_digit(here) && !has_digit);
  }

  // Adds the year or the two of a range that begin at `at`; the place to go on from.
  std::size_t next_after(std::size_t at) {
    Cursor cursor(folded_.text, at);
    const std::optional<WrittenYear> first = cursor.year();
    if (!first || !is_year_of_text(*first)) {
      return at + 1;
    }
    const std::size_t first_end = cursor.at();
    if (!first->is_calendar && cursor.separator()) {
      const std::size_t last_begin = cursor.at();
      std::optional<WrittenYear> last = cursor.year();
      if (last && last->is_fiscal) {
        if (last->era == nullptr && last->digits < 4) {
          last->era = first->era;
        }
        add(*first, at, first_end);
        add(*last, last_begin, cursor.at());
        return cursor.at();
      }
      if (last && last->era == nullptr && !first->is_fiscal) {
        return end_of_numbers(cursor.at());
      }
    }
    if (first->is_fiscal || (where_ == Where::Name && ends_as_name(*first, first_end))) {
      add(*first, at, first_end);
    }
    return first_end;
  }

  // Behind the rest of a date such as 2021-03-31.
  [[nodiscard]] std::size_t end_of_numbers(std::size_t at) const {
    while (at < folded_.text.size() && (is_digit(folded_.text[at]) || folded_.text[at] == U'-')) {
      ++at;
    }
    return at;
  }

  // A single kanji of an era begins too many other words to be taken without 年度.
  [[nodiscard]] bool is_year_of_text(const WrittenYear& year) const {
    if (year.era == nullptr) {
      return year.digits == 4;
    }
    return year.is_era_written_out || year.is_fiscal ||
           (where_ == Where::Name && year.digits <= 2 && !year.is_kanji);
  }

  [[nodiscard]] bool ends_as_name(const WrittenYear& year, std::size_t end) const {
    const char32_t after = end < folded_.text.size() ? folded_.text[end] : U' ';
    const bool is_date = year.is_calendar && is_digit(after);
    return !is_date && !is_ascii_word(after);
  }

  void add(const WrittenYear& year, std::size_t begin, std::size_t end) {
    // No ward report is older than the Local Autonomy Act; M3 in a file name is no year of 明治.
    constexpr int kFirstYearOfNames = 1947;
    const Result<int> western = western_year(year, source_);
    if (western && (where_ == Where::RunningText || *western >= kFirstYearOfNames)) {
      mentions_.push_back({*western, folded_.byte_begins[begin], folded_.byte_ends[end - 1]});
    }
  }

  std::string_view source_;
  Where where_;
  FoldedText folded_;
  std::vector<FiscalYearMention> mentions_;
};

// --- Whole texts ---------------------------------------------------------------------------------

Result<WrittenYear> whole_year(std::string_view text) {
  const std::u32string compact = without_spaces(folded(text));
  if (compact.empty()) {
    return failure(ErrorKind::InvalidArgument, "the fiscal year is empty", {}, kExample);
  }
  Cursor cursor(compact, 0);
  const std::optional<WrittenYear> year = cursor.year();
  if (!year) {
    return refused(text, "there is no number where the year should be");
  }
  if (!cursor.is_at_end()) {
    return refused(text, "something else stands behind the year");
  }
  return *year;
}

struct WrittenRange {
  WrittenYear first;
  WrittenYear last;
};

Result<WrittenRange> whole_range(std::string_view text) {
  const std::u32string compact = without_spaces(folded(text));
  Cursor cursor(compact, 0);
  const std::optional<WrittenYear> first = cursor.year();
  if (!first || !cursor.separator()) {
    return whole_year(text).map([](const WrittenYear& year) { return WrittenRange{year, year}; });
  }
  std::optional<WrittenYear> last = cursor.year();
  if (!last || !cursor.is_at_end()) {
    return refused(text, "a range is two years", kRangeExample);
  }
  if (last->era == nullptr && last->digits < 4) {
    last->era = first->era;
    last->is_era_written_out = first->is_era_written_out;
  }
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
    return refused(text, "the range runs backwards", kRangeExample);
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

std::vector<FiscalYearMention> fiscal_years_in(std::string_view text) {
  return YearFinder(text, YearFinder::Where::RunningText).mentions();
}

std::vector<FiscalYearMention> years_in_name(std::string_view name) {
  return YearFinder(name, YearFinder::Where::Name).mentions();
}

std::optional<int> fiscal_year_of_date(std::string_view text) {
  constexpr int kApril = 4;
  constexpr int kDecember = 12;
  const std::u32string compact = without_spaces(folded(text));
  Cursor cursor(compact, 0);
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
