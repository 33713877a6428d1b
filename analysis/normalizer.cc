// The steps, in order. Each keeps the source bytes behind every character.
//
//  1. UTF-8 is decoded; ill-formed sequences become U+FFFD.
//  2. List numbers (① ⑴ ❶) become digits between blanks, so that 20①お知らせ does not read 201.
//  3. Single characters are folded: radicals, old kanji (區), name variants, dashes, waves, quotes,
//     blanks (character_folding.cc). A NUL and other control characters are blanks.
//  4. NFKC with case folding and without default ignorables (variation selectors, zero-width
//     characters), by ICU, segment by segment. A blank parts digits that would run together
//     (10² becomes 10 2). Voiced marks that found no kana are dropped.
//  5. Blanks: a run becomes one; none between two Japanese letters (対 面), at either end, or
//     beside a line end. Runs of line ends become one.
//  6. Iteration marks of kana are written out; a hyphen between katakana is a ー, a ー without
//     kana before it a hyphen; runs of ー become one. 々 stays: MeCab's words hold it.
//  7. Commas that part thousands are dropped: 1,000 becomes 1000; 1,2,300 and 1,0000 stay.
//
// What is dropped inside a word (a selector, a second ー, a comma) belongs to the source range of
// the character before it.

#include "analysis/normalizer.h"

#include "analysis/character_folding.h"
#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"
#include "corpus/error.h"
#include "corpus/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace torikumi::analysis {
namespace {

/// A character and the source bytes behind it.
struct Piece {
  char32_t character;
  std::uint32_t source_begin;
  std::uint32_t source_end;
};

/// ICU sorts combining marks by insertion, which is quadratic; Unicode's stream-safe format
/// (UAX #15, section 13) allows 30 of them, no language has that many.
constexpr std::size_t kMaxSegmentCharacters = 32;

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_combining_voiced_mark(char32_t c) {
  return c == 0x3099 || c == 0x309A;
}

const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status) || normalizer == nullptr) {
    throw Error(ErrorKind::Internal, "ICU has no data for NFKC", "",
                "install the package libicu72 again");
  }
  return *normalizer;
}

/// True for letters that no normalisation changes and that take no part in one before them.
bool is_settled(char32_t c) {
  return (c >= U'a' && c <= U'z') || is_digit(c) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (is_kana(c) && c < 0x3100) || c == kProlongedSoundMark || c == U'、' || c == U'。' ||
         c == U' ' || c == U'\n';
}

bool begins_segment(char32_t c) {
  return is_settled(c) || nfkc_casefold().hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
}

/// Steps 1 to 4.
class CharacterNormalizer {
 public:
  std::vector<Piece> pieces_of(std::string_view source);

 private:
  void take(const Piece& piece);
  void add_list_number(int number, const Piece& sign);
  void finish_segment();
  void emit(std::u32string_view characters, bool parts_digits);

  std::vector<Piece> segment_;
  std::vector<Piece> pieces_;
  bool last_parts_digits_ = false;  // The last piece is the digit of something like ².
};

std::vector<Piece> CharacterNormalizer::pieces_of(std::string_view source) {
  pieces_.reserve(source.size() / 2);
  for (const corpus::CodePoint& next : corpus::code_points(source)) {
    take({next.value, static_cast<std::uint32_t>(next.byte_begin),
          static_cast<std::uint32_t>(next.byte_end)});
  }
  finish_segment();
  return std::move(pieces_);
}

void CharacterNormalizer::take(const Piece& piece) {
  if (const auto number = list_number(piece.character)) {
    finish_segment();
    add_list_number(*number, piece);
    return;
  }
  const char32_t folded = folded_character(piece.character);
  if (segment_.size() >= kMaxSegmentCharacters || begins_segment(folded)) {
    finish_segment();
  }
  segment_.push_back({folded, piece.source_begin, piece.source_end});
}

void CharacterNormalizer::add_list_number(int number, const Piece& sign) {
  const auto add = [&](char32_t c) { pieces_.push_back({c, sign.source_begin, sign.source_end}); };
  add(U' ');
  for (const char digit : std::to_string(number)) {
    add(static_cast<unsigned char>(digit));
  }
  add(U' ');
}

void CharacterNormalizer::finish_segment() {
  if (segment_.empty()) {
    return;
  }
  const char32_t first = segment_.front().character;
  if (segment_.size() == 1 && is_settled(first)) {
    emit({&first, 1}, false);
  } else {
    icu::UnicodeString text;
    for (const Piece& piece : segment_) {
      text.append(static_cast<UChar32>(piece.character));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString normalized = nfkc_casefold().normalize(text, status);
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::Internal, std::string("ICU cannot normalise: ") + u_errorName(status));
    }
    std::u32string characters;
    for (std::int32_t i = 0; i < normalized.length(); i = normalized.moveIndex32(i, 1)) {
      characters.push_back(static_cast<char32_t>(normalized.char32At(i)));
    }
    const bool is_number = u_charType(static_cast<UChar32>(first)) == U_DECIMAL_DIGIT_NUMBER;
    emit(characters, !is_number);
  }
  segment_.clear();
}

/// Adds what the segment became. `parts_digits`: its digits were not written as digits.
void CharacterNormalizer::emit(std::u32string_view characters, bool parts_digits) {
  const std::uint32_t begin = segment_.front().source_begin;
  const std::uint32_t end = segment_.back().source_end;
  if (!characters.empty() && is_digit(characters.front()) && !pieces_.empty() &&
      is_digit(pieces_.back().character) && (parts_digits || last_parts_digits_)) {
    pieces_.push_back({U' ', begin, end});
  }
  const std::size_t count_before = pieces_.size();
  for (const char32_t c : characters) {
    if (!is_combining_voiced_mark(c)) {
      // Again: what NFKC takes apart may hold signs to be folded (ŉ gives ʼn).
      pieces_.push_back({folded_character(c), begin, end});
    }
  }
  if (pieces_.size() == count_before) {
    if (!pieces_.empty()) {
      pieces_.back().source_end = end;
    }
    return;
  }
  last_parts_digits_ = parts_digits;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\n';
}

/// Step 5.
std::vector<Piece> with_single_blanks(const std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  result.reserve(pieces.size());
  for (std::size_t at = 0; at < pieces.size();) {
    if (!is_space(pieces[at].character)) {
      result.push_back(pieces[at++]);
      continue;
    }
    std::size_t end = at;
    bool has_line_end = false;
    while (end < pieces.size() && is_space(pieces[end].character)) {
      has_line_end = has_line_end || pieces[end].character == U'\n';
      ++end;
    }
    const bool is_at_an_end = result.empty() || end == pieces.size();
    const bool parts_letters = !is_at_an_end && !has_line_end &&
                               is_japanese_letter(result.back().character) &&
                               is_japanese_letter(pieces[end].character);
    if (!is_at_an_end && !parts_letters) {
      // The source between its neighbours; if there is none, the list number that asked for it.
      const std::uint32_t begin = result.back().source_end;
      const std::uint32_t next = pieces[end].source_begin;
      const char32_t blank = has_line_end ? U'\n' : U' ';
      result.push_back(begin < next ? Piece{blank, begin, next}
                                    : Piece{blank, pieces[at].source_begin, pieces[at].source_end});
    }
    at = end;
  }
  return result;
}

/// What the iteration mark at `at` stands for. A run of n marks repeats the n kana before it
/// (いろゝゝ = いろいろ), or the last one if there are not so many.
char32_t repeated_kana(const std::vector<Piece>& pieces, std::size_t at,
                       const std::vector<Piece>& written) {
  const char32_t mark = pieces[at].character;
  std::size_t run_begin = at;
  while (run_begin > 0 && is_kana_iteration_mark(pieces[run_begin - 1].character)) {
    --run_begin;
  }
  std::size_t run_end = at;
  while (run_end < pieces.size() && is_kana_iteration_mark(pieces[run_end].character)) {
    ++run_end;
  }
  const std::size_t reach = run_end - run_begin;
  const bool repeats_group =
      reach <= written.size() &&
      std::all_of(written.end() - static_cast<std::ptrdiff_t>(reach), written.end(),
                  [](const Piece& piece) { return is_kana(piece.character); });
  const char32_t kana = written[written.size() - (repeats_group ? reach : 1)].character;
  const bool is_voiced_mark = mark == 0x309E || mark == 0x30FE;
  const char32_t plain = unvoiced_kana(kana);
  return is_voiced_mark ? voiced_kana(plain).value_or(kana) : plain;
}

/// Step 6.
std::vector<Piece> with_marks_written_out(const std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  result.reserve(pieces.size());
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece piece = pieces[at];
    const char32_t before = result.empty() ? U' ' : result.back().character;
    const char32_t after = at + 1 < pieces.size() ? pieces[at + 1].character : U' ';
    if (is_kana_iteration_mark(piece.character) && is_kana(before)) {
      piece.character = repeated_kana(pieces, at, result);
    } else if (piece.character == U'-' && (is_katakana(before) || before == kProlongedSoundMark) &&
               (is_katakana(after) || after == kProlongedSoundMark)) {
      piece.character = kProlongedSoundMark;
    } else if (piece.character == kProlongedSoundMark && !is_kana(before) &&
               before != kProlongedSoundMark) {
      piece.character = U'-';
    }
    if (piece.character == kProlongedSoundMark && before == kProlongedSoundMark) {
      // Source bytes that it shares with the next piece (an accent on it) stay with that one.
      const bool is_shared =
          at + 1 < pieces.size() && pieces[at + 1].source_begin == piece.source_begin;
      result.back().source_end = is_shared ? result.back().source_end : piece.source_end;
    } else {
      result.push_back(piece);
    }
  }
  return result;
}

/// The end of the digits that begin at `at`.
std::size_t digits_end(const std::vector<Piece>& pieces, std::size_t at) {
  while (at < pieces.size() && is_digit(pieces[at].character)) {
    ++at;
  }
  return at;
}

/// The end of the number with commas between its thousands that begins at `at`; `at` if there is
/// none.
std::size_t grouped_number_end(const std::vector<Piece>& pieces, std::size_t at) {
  constexpr std::size_t kGroup = 3;
  const bool goes_on =
      at > 0 && (is_digit(pieces[at - 1].character) || pieces[at - 1].character == U',' ||
                 pieces[at - 1].character == U'.');
  std::size_t end = digits_end(pieces, at);
  if (goes_on || end == at || end - at > kGroup || pieces[at].character == U'0') {
    return at;
  }
  const std::size_t first_group_end = end;
  while (end < pieces.size() && pieces[end].character == U',') {
    const std::size_t group_end = digits_end(pieces, end + 1);
    if (group_end - end - 1 != kGroup) {
      // A comma of a sentence (1,000, or) is followed by no digit.
      return group_end == end + 1 && end > first_group_end ? end : at;
    }
    end = group_end;
  }
  return end > first_group_end ? end : at;
}

/// Step 7.
std::vector<Piece> without_commas_in_numbers(std::vector<Piece> pieces) {
  std::vector<Piece> result;
  result.reserve(pieces.size());
  for (std::size_t at = 0; at < pieces.size();) {
    const std::size_t end = std::max(grouped_number_end(pieces, at), at + 1);
    for (; at < end; ++at) {
      if (pieces[at].character == U',' && !result.empty() && is_digit(result.back().character) &&
          at + 1 < end) {
        result.back().source_end = pieces[at].source_end;
      } else {
        result.push_back(pieces[at]);
      }
    }
  }
  return result;
}

}  // namespace

ByteRange NormalizedText::source_range(std::size_t begin, std::size_t end) const {
  const auto unit_at = [this](std::size_t byte) {
    return std::lower_bound(units.begin(), units.end(), byte,
                            [](const Unit& unit, std::size_t at) { return unit.begin < at; });
  };
  const auto first = unit_at(begin);
  if (begin >= end) {
    const std::size_t place = first != units.end() ? first->source_begin
                              : units.empty()      ? 0
                                                   : units.back().source_end;
    return {.begin = place, .end = place};
  }
  return {.begin = first->source_begin, .end = std::prev(unit_at(end))->source_end};
}

NormalizedText Normalizer::normalize(std::string_view source) const {
  const std::vector<Piece> pieces = without_commas_in_numbers(
      with_marks_written_out(with_single_blanks(CharacterNormalizer().pieces_of(source))));
  NormalizedText normalized;
  normalized.text.reserve(source.size());
  normalized.units.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    normalized.units.push_back({.begin = static_cast<std::uint32_t>(normalized.text.size()),
                                .source_begin = piece.source_begin,
                                .source_end = piece.source_end});
    append_utf8(normalized.text, piece.character);
  }
  return normalized;
}

}  // namespace torikumi::analysis
