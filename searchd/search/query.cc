// What the pieces of the lexer mean together:
//
//   OR           joins the clause before and the one after into one with both as alternatives
//   NOT          excludes the term after it
//   filters      hold beside all clauses and are never excluded; those of one field are
//                alternatives with OR or without
//   words        of one text are alternatives of one clause, or excluded each

#include "searchd/search/query.h"

#include "corpus/utf8.h"
#include "searchd/search/notes.h"
#include "searchd/search/query_lexer.h"
#include "searchd/search/query_signs.h"

#include <fmt/format.h>

#include <utility>

namespace torikumi::searchd {
namespace {

using corpus::CodePoint;

/// Puts the pieces of one query together.
class Parser {
 public:
  Query parse(std::string_view text) {
    QueryLexer lexer(text, query_.notes);
    while (std::optional<QueryPiece> piece = lexer.next()) {
      add(*std::move(piece));
    }
    finish();
    return std::move(query_);
  }

 private:
  void add(QueryPiece piece) {
    const bool is_term =
        piece.kind == QueryPiece::Kind::Term || piece.kind == QueryPiece::Kind::Texts;
    if (is_term) {
      end_filters();
    }
    switch (piece.kind) {
      case QueryPiece::Kind::Term:
        add_term(std::move(piece.terms.front()));
        break;
      case QueryPiece::Kind::Texts:
        add_terms_of(piece.text_field, std::move(piece.terms));
        break;
      case QueryPiece::Kind::Filter:
        add_filters(piece.filter_field, std::move(piece.values));
        break;
      case QueryPiece::Kind::Or:
        join();
        break;
      case QueryPiece::Kind::Not:
        is_next_excluded_ = true;
        break;
    }
  }

  void join() {
    const bool can_join = !query_.clauses.empty() && !query_.clauses.back().is_excluded;
    if (last_filter_) {
      is_joining_filters_ = true;
    } else if (can_join) {
      is_joining_ = true;
    } else {
      note("「OR」の前に検索する言葉がないため、無視しました。");
    }
  }

  void add_terms_of(indexer::TextField field, std::vector<QueryTerm> terms) {
    const bool is_excluded = is_next_excluded_;
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

  void add_filters(QueryFilter::Field field, std::vector<std::string> values) {
    const bool is_excluded = std::exchange(is_next_excluded_, false);
    // Values of one field are alternatives anyway.
    const bool joins_other = std::exchange(is_joining_filters_, false) && last_filter_ != field;
    if (std::exchange(is_joining_, false) || joins_other) {
      note(fmt::format("「OR」は「{}:」の前に使えないため、無視しました。", label_of(field)));
    }
    if (values.empty()) {
      note(fmt::format("「{}:」の後に値がないため、無視しました。", label_of(field)));
    } else if (is_excluded) {
      note(fmt::format("「{}:」の条件は除外に使えないため、無視しました。", label_of(field)));
    } else {
      for (std::string& value : values) {
        add_filter(field, std::move(value));
      }
      last_filter_ = field;
    }
  }

  /// A word stands behind a filter: an OR between them joins nothing.
  void end_filters() {
    if (std::exchange(is_joining_filters_, false)) {
      note(fmt::format("「OR」は「{}:」の後の言葉に使えないため、無視しました。",
                       label_of(*last_filter_)));
    }
    last_filter_.reset();
  }

  void add_term(QueryTerm term) {
    const bool is_excluded = std::exchange(is_next_excluded_, false);
    bool is_joining = std::exchange(is_joining_, false);
    term.text = bounded(with_plain_blanks(term.text));
    if (!term.is_phrase) {
      term.text = std::string(without_sentence_marks(term.text));
    }
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
    if (is_joining_ || is_joining_filters_) {
      note("「OR」の後に言葉がないため、無視しました。");
    }
    if (is_next_excluded_) {
      note("「NOT」の後に言葉がないため、無視しました。");
    }
  }

  void note(std::string text) { add_note(query_.notes, std::move(text)); }

  bool is_next_excluded_ = false;
  bool is_joining_ = false;                        // An OR stands before the next term.
  std::optional<QueryFilter::Field> last_filter_;  // Of the filter just read, if it was one.
  bool is_joining_filters_ = false;                // An OR stands behind that.
  std::size_t term_count_ = 0;                     // Words and filters.
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text) {
  return Parser().parse(without_invisible_characters(text));
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
