// The language, in the order in which a piece of input is tried:
//
//   blank        separates; so do brackets and commas
//   OR, |        joins the clause before and the one after into one with both as alternatives
//   AND          nothing: all clauses must hold anyway
//   -x, NOT x    excludes x, if x follows at once
//   区:x,y       a filter with one value or more; each may be quoted
//   目標:x,y     words or phrases of one text, alternatives if there are several
//   "x" 「x」    a phrase, up to the closing quote of the same kind or the end
//   "x y"~8      the words of the phrase near each other
//   x            a word, up to the next blank or opening quote
//
// Every sign may be full-width. A minus typed with a Japanese keyboard is often a prolonged sound
// mark (ー), with which no word begins.

#include "searchd/search/query.h"

#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace torikumi::searchd {
namespace {

using corpus::CodePoint;

/// Quotes that belong together: any of `open` begins a phrase and any of `close` ends it.
struct QuoteKind {
  std::u32string_view open;
  std::u32string_view close;
};

// Keyboards and word processors mix the double quotes.
constexpr std::u32string_view kDoubleQuotes = U"\"＂“”„‟";
constexpr std::array kQuoteKinds{QuoteKind{kDoubleQuotes, kDoubleQuotes}, QuoteKind{U"「", U"」"},
                                 QuoteKind{U"『", U"』"}, QuoteKind{U"｢", U"｣"}};

struct FieldName {
  std::string_view name;
  QueryFilter::Field field;
};

constexpr std::array kFieldNames{FieldName{"区", QueryFilter::Field::Ward},
                                 FieldName{"ward", QueryFilter::Field::Ward},
                                 FieldName{"年度", QueryFilter::Field::FiscalYear},
                                 FieldName{"year", QueryFilter::Field::FiscalYear},
                                 FieldName{"部署", QueryFilter::Field::Department},
                                 FieldName{"department", QueryFilter::Field::Department},
                                 FieldName{"場面", QueryFilter::Field::Scene},
                                 FieldName{"scene", QueryFilter::Field::Scene}};

struct TextFieldName {
  std::string_view name;
  indexer::TextField field;
};

constexpr std::array kTextFieldNames{TextFieldName{"目標", indexer::TextField::Target},
                                     TextFieldName{"target", indexer::TextField::Target},
                                     TextFieldName{"結果", indexer::TextField::Result},
                                     TextFieldName{"result", indexer::TextField::Result}};

bool is_one_of(std::u32string_view points, char32_t point) {
  return points.find(point) != std::u32string_view::npos;
}

/// The quotes that end a phrase which `point` begins; empty if it begins none.
std::u32string_view closing_quotes(char32_t point) {
  for (const QuoteKind& kind : kQuoteKinds) {
    if (is_one_of(kind.open, point)) {
      return kind.close;
    }
  }
  return {};
}

bool is_minus(char32_t point) {
  return is_one_of(U"-－−‐‑ーｰ", point);
}

bool is_comma(char32_t point) {
  return is_one_of(U",，、", point);
}

bool is_bar(char32_t point) {
  return point == U'|' || point == U'｜';
}

bool is_colon(char32_t point) {
  return point == U':' || point == U'：';
}

bool is_tilde(char32_t point) {
  return is_one_of(U"~～〜", point);
}

/// The value of a digit, also a full-width one.
std::optional<std::size_t> digit_value(char32_t point) {
  for (const char32_t zero : {U'0', U'０'}) {
    if (point >= zero && point <= zero + 9) {
      return point - zero;
    }
  }
  return std::nullopt;
}

bool is_separator(char32_t point) {
  return corpus::is_blank(point) || is_one_of(U"()（）", point) || is_comma(point);
}

enum class Operator { None, Or, And, Not };

Operator operator_of(std::string_view word) {
  const std::string folded = corpus::width_folded(word);
  if (folded == "OR" || folded == "|" || folded == "||") {
    return Operator::Or;
  }
  if (folded == "AND" || folded == "&" || folded == "&&") {
    return Operator::And;
  }
  return folded == "NOT" ? Operator::Not : Operator::None;
}

/// `text` with every blank (line ends too) as U+0020, without those at its ends.
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

/// Reads one query from left to right.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Query parse() {
    while (!is_at_end()) {
      read_piece();
    }
    finish();
    return std::move(query_);
  }

 private:
  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] CodePoint peek() const { return corpus::code_point_at(text_, at_); }

  void read_piece() {
    const CodePoint point = peek();
    if (is_separator(point.value)) {
      at_ = point.byte_end;
    } else if (is_bar(point.value)) {
      at_ = point.byte_end;
      apply(Operator::Or);
    } else if (is_minus(point.value)) {
      at_ = point.byte_end;
      read_minus();
    } else if (const std::u32string_view close = closing_quotes(point.value); !close.empty()) {
      read_phrase(close);
    } else {
      read_word();
    }
  }

  void read_phrase(std::u32string_view close) {
    const bool touches_before = at_ > 0 && goes_on_at(corpus::code_point_before(text_, at_).value);
    QueryTerm term = read_quoted_term(close);
    const bool touches_behind = !is_at_end() && goes_on_at(peek().value);
    term.is_in_sentence = term.near_words == 0 && (touches_before || touches_behind);
    add_term(std::move(term));
  }

  /// A phrase from its opening quote on, with the distance behind it.
  QueryTerm read_quoted_term(std::u32string_view close) {
    at_ = peek().byte_end;
    QueryTerm term;
    term.text = read_quoted(close);
    term.is_phrase = true;
    term.near_words = read_near();
    return term;
  }

  /// ~8 directly behind a phrase; 0, and nothing is read, if there is none.
  std::size_t read_near() {
    if (is_at_end() || !is_tilde(peek().value)) {
      return 0;
    }
    std::size_t end = peek().byte_end;
    std::optional<std::size_t> words;
    while (end < text_.size()) {
      const CodePoint point = corpus::code_point_at(text_, end);
      const std::optional<std::size_t> digit = digit_value(point.value);
      if (!digit) {
        break;
      }
      words = std::min(words.value_or(0) * 10 + *digit, kMaxNearWords + 1);
      end = point.byte_end;
    }
    if (!words) {
      return 0;
    }
    at_ = end;
    if (*words > kMaxNearWords) {
      note(fmt::format("「~」の語数は、{}語までとしました。", kMaxNearWords));
    }
    return std::clamp<std::size_t>(*words, 1, kMaxNearWords);
  }

  /// True for a character that belongs to a word.
  static bool goes_on_at(char32_t point) {
    return !is_separator(point) && !is_bar(point) && !is_minus(point) && !is_colon(point) &&
           closing_quotes(point).empty();
  }

  void read_minus() {
    if (is_at_end() || is_separator(peek().value) || is_bar(peek().value)) {
      note("「-」のすぐ後に言葉がないため、無視しました。");
      return;
    }
    is_next_excluded_ = true;
  }

  /// Up to one of `close`, which is taken; to the end of the input if there is none.
  std::string read_quoted(std::u32string_view close) {
    const std::size_t begin = at_;
    while (!is_at_end()) {
      const CodePoint point = peek();
      at_ = point.byte_end;
      if (is_one_of(close, point.value)) {
        return std::string(text_.substr(begin, point.byte_begin - begin));
      }
    }
    note("閉じる引用符がないため、最後までを一つの語句として検索しました。");
    return std::string(text_.substr(begin));
  }

  void read_word() {
    const std::size_t begin = at_;
    while (!is_at_end()) {
      const CodePoint point = peek();
      if (is_separator(point.value) || is_bar(point.value) ||
          !closing_quotes(point.value).empty()) {
        break;
      }
      if (is_colon(point.value) && read_field(text_.substr(begin, at_ - begin), point.byte_end)) {
        return;
      }
      at_ = point.byte_end;
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    const Operator word_operator = is_next_excluded_ ? Operator::None : operator_of(word);
    if (word_operator != Operator::None) {
      apply(word_operator);
    } else {
      add_term({std::string(word), false});
    }
  }

  /// Reads a filter, or words of one text, if `name` is the name of a field; else says no and
  /// reads nothing.
  bool read_field(std::string_view name, std::size_t behind_colon) {
    std::string folded = corpus::width_folded(name);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const FieldName& row : kFieldNames) {
      if (folded == row.name) {
        at_ = behind_colon;
        read_filter_values(row.field);
        return true;
      }
    }
    for (const TextFieldName& row : kTextFieldNames) {
      if (folded == row.name) {
        at_ = behind_colon;
        read_terms_of(row.field);
        return true;
      }
    }
    return false;
  }

  /// Words and phrases behind the colon of a text, separated by commas without blanks.
  void read_terms_of(indexer::TextField field) {
    const bool is_excluded = is_next_excluded_;
    std::vector<QueryTerm> terms{read_term_of(field)};
    while (!is_at_end() && is_comma(peek().value)) {
      at_ = peek().byte_end;
      terms.push_back(read_term_of(field));
    }
    std::erase_if(terms,
                  [](const QueryTerm& term) { return with_plain_blanks(term.text).empty(); });
    if (terms.empty()) {
      is_next_excluded_ = false;
      is_joining_ = false;
      note(fmt::format("「{}:」の後に言葉がないため、無視しました。", label_of(field)));
    }
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i > 0) {
        (is_excluded ? is_next_excluded_ : is_joining_) = true;
      }
      add_term(std::move(terms[i]));
    }
  }

  QueryTerm read_term_of(indexer::TextField field) {
    QueryTerm term;
    const std::u32string_view close =
        is_at_end() ? std::u32string_view() : closing_quotes(peek().value);
    if (!close.empty()) {
      term = read_quoted_term(close);
    } else {
      const std::size_t begin = at_;
      while (!is_at_end() && !is_separator(peek().value) && !is_bar(peek().value) &&
             closing_quotes(peek().value).empty()) {
        at_ = peek().byte_end;
      }
      term.text = std::string(text_.substr(begin, at_ - begin));
    }
    term.field = field;
    return term;
  }

  /// Values behind a colon, separated by commas without blanks.
  void read_filter_values(QueryFilter::Field field) {
    const bool is_excluded = std::exchange(is_next_excluded_, false);
    if (std::exchange(is_joining_, false)) {
      note(fmt::format("「OR」は「{}:」の前に使えないため、無視しました。", label_of(field)));
    }
    std::vector<std::string> values{read_filter_value()};
    while (!is_at_end() && is_comma(peek().value)) {
      at_ = peek().byte_end;
      values.push_back(read_filter_value());
    }
    std::erase(values, std::string());
    if (values.empty()) {
      note(fmt::format("「{}:」の後に値がないため、無視しました。", label_of(field)));
    } else if (is_excluded) {
      note(fmt::format("「{}:」の条件は除外に使えないため、無視しました。", label_of(field)));
    } else {
      for (std::string& value : values) {
        add_filter(field, std::move(value));
      }
    }
  }

  std::string read_filter_value() {
    if (is_at_end()) {
      return {};
    }
    if (const std::u32string_view close = closing_quotes(peek().value); !close.empty()) {
      at_ = peek().byte_end;
      return with_plain_blanks(read_quoted(close));
    }
    const std::size_t begin = at_;
    while (!is_at_end() && !corpus::is_blank(peek().value) && !is_comma(peek().value) &&
           !is_bar(peek().value)) {
      at_ = peek().byte_end;
    }
    return without_closing_bracket(text_.substr(begin, at_ - begin));
  }

  /// Of (区:中原区) the bracket belongs to the query, of 部署:支援課(分館) to the name.
  static std::string without_closing_bracket(std::string_view value) {
    const std::string folded = corpus::width_folded(value);
    const bool closes_outer = folded.ends_with(')') && folded.find('(') == std::string::npos;
    return std::string(
        closes_outer ? value.substr(0, corpus::code_point_before(value, value.size()).byte_begin)
                     : value);
  }

  void apply(Operator word_operator) {
    if (word_operator == Operator::Not) {
      is_next_excluded_ = true;
    } else if (word_operator == Operator::Or) {
      const bool can_join = !query_.clauses.empty() && !query_.clauses.back().is_excluded;
      if (can_join) {
        is_joining_ = true;
      } else {
        note("「OR」の前に検索する言葉がないため、無視しました。");
      }
    }
  }

  void add_term(QueryTerm term) {
    const bool is_excluded = std::exchange(is_next_excluded_, false);
    bool is_joining = std::exchange(is_joining_, false);
    term.text = bounded(with_plain_blanks(term.text));
    if (term.text.empty()) {
      note("空の語句は、無視しました。");
      return;
    }
    if (!has_room()) {
      return;
    }
    if (is_joining && is_excluded) {
      note("「OR」の後の除外は、「OR」のない除外として扱いました。");
      is_joining = false;
    }
    if (is_joining) {
      query_.clauses.back().alternatives.push_back(std::move(term));
    } else {
      query_.clauses.push_back({{std::move(term)}, is_excluded});
    }
  }

  void add_filter(QueryFilter::Field field, std::string value) {
    if (has_room()) {
      query_.filters.push_back({field, bounded(std::move(value))});
    }
  }

  /// Counts one more word; false, with a note, if there are too many.
  bool has_room() {
    if (term_count_ == kMaxQueryTerms) {
      note(fmt::format("言葉が多すぎるため、初めの{}個だけで検索しました。", kMaxQueryTerms));
      return false;
    }
    ++term_count_;
    return true;
  }

  std::string bounded(std::string term) {
    if (term.size() <= kMaxTermBytes) {
      return term;
    }
    note("長すぎる語句は、初めの部分だけで検索しました。");
    std::size_t end = 0;
    for (const CodePoint& point : corpus::code_points(term)) {
      if (point.byte_end > kMaxTermBytes) {
        break;
      }
      end = point.byte_end;
    }
    return term.substr(0, end);
  }

  void finish() {
    if (is_joining_) {
      note("「OR」の後に言葉がないため、無視しました。");
    }
    if (is_next_excluded_) {
      note("「NOT」の後に言葉がないため、無視しました。");
    }
  }

  void note(std::string text) {
    if (std::find(query_.notes.begin(), query_.notes.end(), text) == query_.notes.end()) {
      query_.notes.push_back(std::move(text));
    }
  }

  std::string_view text_;  // Borrowed from the caller of parse_query.
  std::size_t at_ = 0;
  bool is_next_excluded_ = false;
  bool is_joining_ = false;     // An OR stands before the next term.
  std::size_t term_count_ = 0;  // Words and filters.
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text) {
  return Parser(text).parse();
}

std::string_view label_of(QueryFilter::Field field) {
  switch (field) {
    case QueryFilter::Field::Ward:
      return "区";
    case QueryFilter::Field::FiscalYear:
      return "年度";
    case QueryFilter::Field::Department:
      return "部署";
    case QueryFilter::Field::Scene:
      return "場面";
  }
  return {};
}

std::string_view label_of(indexer::TextField field) {
  return field == indexer::TextField::Target ? "目標" : "結果";
}

}  // namespace torikumi::searchd
