// Years in running text and in names: fiscal_years_in and years_in_name of fiscal_year.h.

#include "corpus/fiscal_year.h"
#include "corpus/written_year.h"

#include <utility>

namespace torikumi::corpus {
namespace {

bool is_digit(char32_t value) {
  return value >= U'0' && value <= U'9';
}

bool is_latin(char32_t value) {
  return (value >= U'A' && value <= U'Z') || (value >= U'a' && value <= U'z');
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
    YearCursor cursor(folded_.text, at);
    const std::optional<WrittenYear> first = cursor.year();
    if (!first || !is_year_of_text(*first)) {
      return at + 1;
    }
    const std::size_t first_end = cursor.at();
    if (!first->is_calendar && cursor.separator()) {
      const std::size_t last_begin = cursor.at();
      std::optional<WrittenYear> last = cursor.year();
      if (last && last->is_fiscal) {
        last->take_era_of(*first);
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

}  // namespace

std::vector<FiscalYearMention> fiscal_years_in(std::string_view text) {
  return YearFinder(text, YearFinder::Where::RunningText).mentions();
}

std::vector<FiscalYearMention> years_in_name(std::string_view name) {
  return YearFinder(name, YearFinder::Where::Name).mentions();
}

}  // namespace torikumi::corpus
