// The language, in the order in which a piece of input is tried:
//
//   blank        separates; so do brackets and commas
//   OR, |        joins the clause before and the one after into one with both as alternatives
//   AND          nothing: all clauses must hold anyway
//   -x, NOT x    excludes x, if x follows at once
//   区:x ward:x  a filter; x may be quoted
//   "x" 「x」    a phrase, up to the closing quote of the same kind or the end
//   x            a word, up to the next blank or opening quote
//
// Every sign may be full-width.

#include "searchd/search/query.h"

#include "corpus/utf8.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace torikumi::searchd {
namespace {

using corpus::CodePoint;

struct QuotePair {
  char32_t open;
  char32_t close;
};

constexpr std::array kQuotes{QuotePair{U'"', U'"'},   QuotePair{U'＂', U'＂'},
                             QuotePair{U'“', U'”'},   QuotePair{U'「', U'」'},
                             QuotePair{U'『', U'』'}, QuotePair{U'”', U'”'}};

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

std::optional<char32_t> closing_quote(char32_t point) {
  for (const QuotePair& pair : kQuotes) {
    if (pair.open == point) {
      return pair.close;
    }
  }
  return std::nullopt;
}

bool is_minus(char32_t point) {
  return point == U'-' || point == U'－' || point == U'−' || point == U'‐' || point == U'‑';
}

bool is_colon(char32_t point) {
  return point == U':' || point == U'：';
}

bool is_separator(char32_t point) {
  return corpus::is_blank(point) || point == U'(' || point == U')' || point == U'（' ||
         point == U'）' || point == U',' || point == U'，' || point == U'、';
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

/// Reads one query from left to right.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Query parse() {
    while (at_ < text_.size()) {
      read_piece();
    }
    finish();
    return std::move(query_);
  }

 private:
  [[nodiscard]] CodePoint peek() const { return corpus::code_point_at(text_, at_); }

  void read_piece() {
    const CodePoint point = peek();
    if (is_separator(point.value)) {
      at_ = point.byte_end;
      return;
    }
    if (point.value == U'|' || point.value == U'｜') {
      at_ = point.byte_end;
      apply(Operator::Or);
      return;
    }
    if (is_minus(point.value)) {
      at_ = point.byte_end;
      read_minus();
      return;
    }
    if (const std::optional<char32_t> close = closing_quote(point.value)) {
      at_ = point.byte_end;
      add_term({read_quoted(*close), true});
      return;
    }
    read_word();
  }

  void read_minus() {
    const bool excludes = at_ < text_.size() && !is_separator(peek().value);
    if (!excludes) {
      note("「-」のすぐ後に言葉がないため、無視しました。");
      return;
    }
    is_next_excluded_ = true;
  }

  /// Up to `close`, which is taken; to the end of the input if it is missing.
  std::string read_quoted(char32_t close) {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint point = peek();
      at_ = point.byte_end;
      if (point.value == close) {
        return std::string(text_.substr(begin, point.byte_begin - begin));
      }
    }
    note("閉じる引用符がないため、最後までを一つの語句として検索しました。");
    return std::string(text_.substr(begin));
  }

  void read_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint point = peek();
      if (is_separator(point.value) || closing_quote(point.value) || point.value == U'|' ||
          point.value == U'｜') {
        break;
      }
      if (is_colon(point.value) && read_filter(text_.substr(begin, at_ - begin), point.byte_end)) {
        return;
      }
      at_ = point.byte_end;
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (const Operator word_operator = operator_of(word); word_operator != Operator::None) {
      apply(word_operator);
      return;
    }
    add_term({std::string(word), false});
  }

  /// A filter, if `name` is the name of a field and something stands behind the colon.
  bool read_filter(std::string_view name, std::size_t behind_colon) {
    const std::string folded = corpus::width_folded(name);
    for (const FieldName& row : kFieldNames) {
      if (folded == row.name) {
        at_ = behind_colon;
        add_filter(row.field);
        return true;
      }
    }
    return false;
  }

  void add_filter(QueryFilter::Field field) {
    std::string value;
    if (at_ < text_.size()) {
      const CodePoint point = peek();
      if (const std::optional<char32_t> close = closing_quote(point.value)) {
        at_ = point.byte_end;
        value = read_quoted(*close);
      } else {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !corpus::is_blank(peek().value)) {
          at_ = peek().byte_end;
        }
        value = std::string(text_.substr(begin, at_ - begin));
      }
    }
    const std::string_view trimmed = corpus::trimmed(value);
    if (trimmed.empty()) {
      note(fmt::format("「{}:」の後に値がないため、無視しました。", label_of(field)));
    } else if (is_next_excluded_) {
      note(fmt::format("「{}:」の条件は除外に使えないため、無視しました。", label_of(field)));
    } else {
      query_.filters.push_back({field, std::string(trimmed)});
    }
    is_next_excluded_ = false;
  }

  void apply(Operator word_operator) {
    if (word_operator == Operator::Not) {
      is_next_excluded_ = true;
    } else if (word_operator == Operator::Or) {
      const bool can_join = !query_.clauses.empty() && !query_.clauses.back().is_excluded;
      if (can_join) {
        is_joining_ = true;
      } else {
        note("「OR」の前に言葉がないため、無視しました。");
      }
    }
  }

  void add_term(QueryTerm term) {
    const bool is_excluded = std::exchange(is_next_excluded_, false);
    const bool is_joining = std::exchange(is_joining_, false);
    const std::string_view trimmed = corpus::trimmed(term.text);
    if (trimmed.empty()) {
      return;
    }
    if (++term_count_ > kMaxQueryTerms) {
      return;
    }
    term.text = bounded(trimmed);
    if (is_joining && !is_excluded) {
      query_.clauses.back().alternatives.push_back(std::move(term));
      return;
    }
    query_.clauses.push_back({{std::move(term)}, is_excluded});
  }

  std::string bounded(std::string_view term) {
    if (term.size() <= kMaxTermBytes) {
      return std::string(term);
    }
    note("長すぎる語句は、初めの部分だけで検索しました。");
    return std::string(term.substr(0, corpus::code_point_before(term, kMaxTermBytes).byte_begin));
  }

  void finish() {
    if (is_joining_) {
      note("「OR」の後に言葉がないため、無視しました。");
    }
    if (term_count_ > kMaxQueryTerms) {
      note(fmt::format("言葉が多すぎるため、初めの{}個だけで検索しました。", kMaxQueryTerms));
    }
  }

  void note(std::string text) {
    for (const std::string& known : query_.notes) {
      if (known == text) {
        return;
      }
    }
    query_.notes.push_back(std::move(text));
  }

  std::string_view text_;  // Borrowed from the caller of parse_query.
  std::size_t at_ = 0;
  bool is_next_excluded_ = false;
  bool is_joining_ = false;  // An OR stands before the next term.
  std::size_t term_count_ = 0;
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

}  // namespace torikumi::searchd
