#ifndef CORPUS_WRITTEN_YEAR_H_
#define CORPUS_WRITTEN_YEAR_H_

// How a year is written, and what it means: for the readers of fiscal years, of whole texts and in
// running ones. Pure functions; free to call from any thread.

#include "corpus/error.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// The years that are known, western.
inline constexpr int kFirstYear = 1868;
inline constexpr int kLastYear = 2200;

/// An era (元号). Its year n is the western year `first_year` + n - 1.
struct Era {
  std::u32string_view name;
  std::string_view name_utf8;
  char32_t letter;
  int first_year;
  int last_number;          ///< The number of its last year.
  int first_labelled_year;  ///< First fiscal year that is called by it (see fiscal_year_label).
};

/// Rising.
inline constexpr std::array kEras{
    Era{U"明治", "明治", U'M', 1868, 45, 1868},
    Era{U"大正", "大正", U'T', 1912, 15, 1913},
    Era{U"昭和", "昭和", U'S', 1926, 64, 1927},
    Era{U"平成", "平成", U'H', 1989, 31, 1989},
    Era{U"令和", "令和", U'R', 2019, kLastYear - 2018, 2019},
};

/// Text as folded code points (NFKC each, blanks as U+0020) with the source bytes of each.
struct FoldedText {
  std::u32string text;
  std::vector<std::size_t> byte_begins;
  std::vector<std::size_t> byte_ends;

  [[nodiscard]] std::u32string without_spaces() const;
};

/// `text` is UTF-8; ill-formed bytes are read as utf8.h says.
FoldedText folded(std::string_view text);

/// A year as written.
struct WrittenYear {
  const Era* era = nullptr;  ///< Of kEras.
  bool is_era_written_out = false;
  bool is_kanji = false;  ///< The number, or the era cut to one kanji, is in kanji.
  int number = 0;
  std::size_t digits = 0;
  bool is_calendar = false;  ///< 年 follows.
  bool is_fiscal = false;    ///< 年度 follows.

  /// The last year of a range that begins with `first`: 令和2..7 means 令和7.
  void take_era_of(const WrittenYear& first);
};

/// Reads the pieces of a year in folded text, from left to right. Each reader moves on only if it
/// finds its piece.
class YearCursor {
 public:
  /// `text` must outlive the cursor.
  YearCursor(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }

  bool skip(std::u32string_view piece);
  void skip_blanks();
  std::optional<WrittenYear> year();
  bool separator();  ///< Of a range, with the blanks around it.

 private:
  void read_era(WrittenYear& year);
  bool skip_letter(char32_t letter);
  bool read_number(WrittenYear& year);
  bool read_kanji_number(WrittenYear& year);

  std::u32string_view text_;
  std::size_t at_;
};

/// Whether the years of an era go on behind its end (平成32 for 令和2).
enum class EraEnd { IsKept, IsCountedOn };

/// True for 平成32.
bool is_beyond_era(const WrittenYear& year);

/// The western year; an error that names `text` if there is none.
Result<int> western_year(const WrittenYear& year, std::string_view text,
                         EraEnd era_end = EraEnd::IsKept);

inline constexpr const char* kYearExample = "write it like 令和7年度, R7 or 2025";

/// The error that says why `text` is no year.
tl::unexpected<Error> refused_year(std::string_view text, const std::string& why,
                                   const char* hint = kYearExample);

}  // namespace torikumi::corpus

#endif  // CORPUS_WRITTEN_YEAR_H_
