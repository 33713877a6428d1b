// The pieces, in the order in which a place of the input is tried:
//
//   blank        separates; so do brackets and commas
//   |            OR
//   -x           excludes x, if x follows at once
//   "x" 「x」    a phrase, up to the closing quote of the same kind or the end
//   "x y"~8      the words of the phrase near each other
//   区:x,y       a filter with one value or more; each may be quoted
//   目標:x,y     words or phrases of one text
//   OR AND NOT   operators, if they stand alone; in small letters between Japanese words only
//   x            a word, up to the next blank or opening quote
//
// Every sign may be full-width. A minus typed with a Japanese keyboard is often a prolonged sound
// mark (ー), with which no word begins.

#include "searchd/search/query_lexer.h"

#include "analysis/japanese_characters.h"
#include "corpus/text_scan.h"
#include "corpus/utf8.h"
#include "searchd/search/notes.h"
#include "searchd/search/query_signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

using corpus::CodePoint;

/// True for a character that ends a word.
bool ends_word(char32_t point) {
  return is_separator(point) || is_bar(point) || !closing_quotes(point).empty();
}

/// True for a character that belongs to a word.
bool goes_on_at(char32_t point) {
  return !ends_word(point) && !is_minus(point) && !is_colon(point);
}

/// Of (区:中原区) the bracket belongs to the query, of 部署:支援課(分館) to the name.
std::string without_closing_bracket(std::string_view value) {
  const std::string folded = corpus::width_folded(value);
  const bool closes_outer = folded.ends_with(')') && folded.find('(') == std::string::npos;
  return std::string(
      closes_outer ? value.substr(0, corpus::code_point_before(value, value.size()).byte_begin)
                   : value);
}

/// True if the comma at `at` parts the thousands of a number: 1,000.
bool is_within_number(std::string_view text, std::size_t at) {
  constexpr int kThousandsDigits = 3;
  const CodePoint comma = corpus::code_point_at(text, at);
  const bool parts_thousands = comma.value == U',' || comma.value == U'，';
  if (!parts_thousands || at == 0 ||
      corpus::digit_value(corpus::code_point_before(text, at).value) < 0) {
    return false;
  }
  int digits = 0;
  for (std::size_t next = comma.byte_end; next < text.size() && digits <= kThousandsDigits;) {
    const CodePoint point = corpus::code_point_at(text, next);
    if (corpus::digit_value(point.value) < 0) {
      break;
    }
    ++digits;
    next = point.byte_end;
  }
  return digits == kThousandsDigits;
}

std::string in_capitals(std::string_view word) {
  std::string folded = corpus::width_folded(word);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return folded;
}

QueryPiece piece_of(QueryTerm term) {
  QueryPiece piece;
  piece.terms.push_back(std::move(term));
  return piece;
}

QueryPiece piece_of(QueryPiece::Kind kind) {
  QueryPiece piece;
  piece.kind = kind;
  return piece;
}

}  // namespace

std::string with_plain_blanks(std::string_view text) {
  const std::string_view trimmed = corpus::trimmed(text);
  std::string plain;
  for (const CodePoint& point : corpus::code_points(trimmed)) {
    if (corpus::is_blank(point.value)) {
      plain += ' ';
    } else {
      plain += trimmed.substr(point.byte_begin, point.byte_end - point.byte_begin);
    }
  }
  return plain;
}

char32_t QueryLexer::peek() const {
  return corpus::code_point_at(text_, at_).value;
}

void QueryLexer::skip() {
  at_ = corpus::code_point_at(text_, at_).byte_end;
}

std::optional<QueryPiece> QueryLexer::next() {
  while (!is_at_end()) {
    const char32_t point = peek();
    std::optional<QueryPiece> piece;
    if (is_separator(point)) {
      skip();
    } else if (is_bar(point)) {
      skip();
      piece = piece_of(QueryPiece::Kind::Or);
    } else if (is_minus(point)) {
      skip();
      piece = read_minus();
    } else if (const std::u32string_view close = closing_quotes(point); !close.empty()) {
      piece = read_phrase(close);
    } else {
      piece = read_word();
    }
    if (piece) {
      is_excluding_ = piece->kind == QueryPiece::Kind::Not ||
                      (is_excluding_ && piece->kind == QueryPiece::Kind::Or);
      return piece;
    }
  }
  return std::nullopt;
}

std::optional<QueryPiece> QueryLexer::read_minus() {
  if (is_at_end() || is_separator(peek()) || is_bar(peek())) {
    add_note(notes_, "「-」のすぐ後に言葉がないため、無視しました。");
    return std::nullopt;
  }
  return piece_of(QueryPiece::Kind::Not);
}

QueryPiece QueryLexer::read_phrase(std::u32string_view close) {
  const bool touches_before = at_ > 0 && goes_on_at(corpus::code_point_before(text_, at_).value);
  QueryTerm term = read_quoted_term(close);
  const bool touches_behind = !is_at_end() && goes_on_at(peek());
  term.is_in_sentence = term.near_words == 0 && (touches_before || touches_behind);
  return piece_of(std::move(term));
}

/// A phrase from its opening quote on, with the distance behind it.
QueryTerm QueryLexer::read_quoted_term(std::u32string_view close) {
  skip();
  QueryTerm term;
  term.text = read_quoted(close);
  term.is_phrase = true;
  term.near_words = read_near();
  return term;
}

/// Up to one of `close`, which is taken; to the end of the input if there is none.
std::string QueryLexer::read_quoted(std::u32string_view close) {
  const std::size_t begin = at_;
  while (!is_at_end()) {
    const CodePoint point = corpus::code_point_at(text_, at_);
    at_ = point.byte_end;
    if (is_one_of(close, point.value)) {
      return std::string(text_.substr(begin, point.byte_begin - begin));
    }
  }
  add_note(notes_, "閉じる引用符がないため、最後までを一つの語句として検索しました。");
  return std::string(text_.substr(begin));
}

/// ~8 directly behind a phrase; 0, and nothing is read, if there is none.
std::size_t QueryLexer::read_near() {
  if (is_at_end() || !is_tilde(peek())) {
    return 0;
  }
  std::size_t end = corpus::code_point_at(text_, at_).byte_end;
  std::optional<std::size_t> words;
  while (end < text_.size()) {
    const CodePoint point = corpus::code_point_at(text_, end);
    const int digit = corpus::digit_value(point.value);
    if (digit < 0) {
      break;
    }
    words = std::min(words.value_or(0) * 10 + static_cast<std::size_t>(digit), kMaxNearWords + 1);
    end = point.byte_end;
  }
  if (!words) {
    return 0;
  }
  at_ = end;
  if (*words > kMaxNearWords) {
    add_note(notes_, fmt::format("「~」の語数は、{}語までとしました。", kMaxNearWords));
  }
  return std::clamp<std::size_t>(*words, 1, kMaxNearWords);
}

/// A word, or what it turns out to be: a filter, words of a text, an operator. Nothing for AND.
std::optional<QueryPiece> QueryLexer::read_word() {
  const std::size_t begin = at_;
  while (!is_at_end() && (!ends_word(peek()) || is_within_number(text_, at_))) {
    const std::size_t word_end = at_;
    const bool is_at_colon = is_colon(peek());
    skip();
    if (is_at_colon) {
      if (auto piece = read_field(text_.substr(begin, word_end - begin), at_)) {
        return piece;
      }
    }
  }
  const std::string_view word = text_.substr(begin, at_ - begin);
  switch (operator_just_read(word)) {
    case QueryOperator::Or:
      return piece_of(QueryPiece::Kind::Or);
    case QueryOperator::Not:
      return piece_of(QueryPiece::Kind::Not);
    case QueryOperator::And:
      return std::nullopt;
    case QueryOperator::None:
      break;
  }
  return piece_of(QueryTerm{.text = std::string(word)});
}

/// What the word that has just been read stands for. People type or for OR: between Japanese words
/// that is no word of the search.
QueryOperator QueryLexer::operator_just_read(std::string_view word) {
  if (is_excluding_) {
    return QueryOperator::None;
  }
  const QueryOperator exact = operator_of(word);
  if (exact != QueryOperator::None) {
    return exact;
  }
  const std::string capital = in_capitals(word);
  const QueryOperator meant = operator_of(capital);
  if (meant == QueryOperator::None || !is_japanese_before(at_ - word.size()) ||
      !is_japanese_behind(at_)) {
    return QueryOperator::None;
  }
  add_note(notes_,
           fmt::format("「{0}」は「{1}」として扱いました。言葉として検索するには引用符で囲みます。",
                       word, capital));
  return meant;
}

/// True if the last character before `at` that is no blank is of a Japanese word or phrase.
bool QueryLexer::is_japanese_before(std::size_t at) const {
  const std::string_view before = corpus::trimmed(text_.substr(0, at));
  if (before.empty()) {
    return false;
  }
  const char32_t point = corpus::code_point_before(before, before.size()).value;
  return analysis::is_japanese_letter(point) || is_one_of(U"」』｣", point);
}

bool QueryLexer::is_japanese_behind(std::size_t at) const {
  const std::string_view behind = corpus::trimmed(text_.substr(at));
  if (behind.empty()) {
    return false;
  }
  const char32_t point = corpus::code_point_at(behind, 0).value;
  return analysis::is_japanese_letter(point) || is_one_of(U"「『｢", point);
}

/// A filter, or words of one text, if `name` is the name of a field; else nothing is read.
std::optional<QueryPiece> QueryLexer::read_field(std::string_view name, std::size_t behind_colon) {
  if (const std::optional<QueryFilter::Field> field = filter_field_named(name)) {
    at_ = behind_colon;
    return read_filter(*field);
  }
  if (const std::optional<indexer::TextField> field = text_field_named(name)) {
    at_ = behind_colon;
    return read_texts(*field);
  }
  return std::nullopt;
}

/// Words and phrases behind the colon of a text, separated by commas without blanks.
QueryPiece QueryLexer::read_texts(indexer::TextField field) {
  QueryPiece piece = piece_of(QueryPiece::Kind::Texts);
  piece.text_field = field;
  piece.terms.push_back(read_term_of(field));
  while (!is_at_end() && is_comma(peek())) {
    skip();
    piece.terms.push_back(read_term_of(field));
  }
  std::erase_if(piece.terms,
                [](const QueryTerm& term) { return with_plain_blanks(term.text).empty(); });
  return piece;
}

QueryTerm QueryLexer::read_term_of(indexer::TextField field) {
  QueryTerm term;
  const std::u32string_view close = is_at_end() ? std::u32string_view() : closing_quotes(peek());
  if (!close.empty()) {
    term = read_quoted_term(close);
  } else {
    const std::size_t begin = at_;
    while (!is_at_end() && (!ends_word(peek()) || is_within_number(text_, at_))) {
      skip();
    }
    term.text = std::string(text_.substr(begin, at_ - begin));
  }
  term.field = field;
  return term;
}

/// Values behind a colon, separated by commas without blanks.
QueryPiece QueryLexer::read_filter(QueryFilter::Field field) {
  QueryPiece piece = piece_of(QueryPiece::Kind::Filter);
  piece.filter_field = field;
  piece.values.push_back(read_filter_value());
  while (!is_at_end() && (is_comma(peek()) || is_bar_before_value())) {
    skip();
    piece.values.push_back(read_filter_value());
  }
  std::erase(piece.values, std::string());
  return piece;
}

/// True at the bar of 区:中原区|川崎区, not at that of 区:中原区|区:川崎区 or of 区:中原区 | 電話.
bool QueryLexer::is_bar_before_value() const {
  if (!is_bar(peek())) {
    return false;
  }
  const std::size_t begin = corpus::code_point_at(text_, at_).byte_end;
  std::size_t at = begin;
  while (at < text_.size()) {
    const CodePoint point = corpus::code_point_at(text_, at);
    if (is_colon(point.value)) {
      const std::string_view name = text_.substr(begin, at - begin);
      return !filter_field_named(name) && !text_field_named(name);
    }
    if (ends_word(point.value)) {
      break;
    }
    at = point.byte_end;
  }
  return at > begin ||
         (at < text_.size() && !closing_quotes(corpus::code_point_at(text_, at).value).empty());
}

std::string QueryLexer::read_filter_value() {
  if (is_at_end()) {
    return {};
  }
  if (const std::u32string_view close = closing_quotes(peek()); !close.empty()) {
    skip();
    return with_plain_blanks(read_quoted(close));
  }
  const std::size_t begin = at_;
  while (!is_at_end() && !corpus::is_blank(peek()) && !is_comma(peek()) && !is_bar(peek())) {
    skip();
  }
  return without_closing_bracket(text_.substr(begin, at_ - begin));
}

}  // namespace torikumi::searchd
