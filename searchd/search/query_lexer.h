#ifndef SEARCHD_SEARCH_QUERY_LEXER_H_
#define SEARCHD_SEARCH_QUERY_LEXER_H_

// The line of a query taken apart into its pieces. Internal to query.h; what the pieces mean
// together is the parser's (query.cc).

#include "searchd/search/query.h"
#include "searchd/search/query_signs.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// One piece of a query.
struct QueryPiece {
  enum class Kind {
    Term,    ///< One word or phrase, which may be blank.
    Texts,   ///< Words and phrases of one text: 目標:x,y; alternatives.
    Filter,  ///< 区:x,y.
    Or,
    Not,  ///< Also a minus directly before the next piece.
  };
  Kind kind = Kind::Term;
  std::vector<QueryTerm> terms;     ///< Of Term: one. Of Texts: those that are not blank.
  indexer::TextField text_field{};  ///< Of Texts.
  QueryFilter::Field filter_field{};
  std::vector<std::string> values;  ///< Of Filter: those that are not empty.
};

/// Reads the pieces of one query from left to right. For one thread.
class QueryLexer {
 public:
  /// Both are borrowed; `notes` gets what is ignored or read otherwise.
  QueryLexer(std::string_view text, std::vector<std::string>& notes) : text_(text), notes_(notes) {}

  /// The next piece; nothing at the end.
  std::optional<QueryPiece> next();

 private:
  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char32_t peek() const;
  void skip();  ///< The character at the place.

  std::optional<QueryPiece> read_minus();
  std::optional<QueryPiece> read_word();
  std::optional<QueryPiece> read_field(std::string_view name, std::size_t behind_colon);
  QueryPiece read_phrase(std::u32string_view close);
  QueryPiece read_texts(indexer::TextField field);
  QueryPiece read_filter(QueryFilter::Field field);
  QueryTerm read_term_of(indexer::TextField field);
  QueryTerm read_quoted_term(std::u32string_view close);
  std::string read_quoted(std::u32string_view close);
  std::size_t read_near();
  std::string read_filter_value();
  [[nodiscard]] bool is_bar_before_value() const;
  QueryOperator operator_just_read(std::string_view word);
  [[nodiscard]] bool is_japanese_before(std::size_t at) const;
  [[nodiscard]] bool is_japanese_behind(std::size_t at) const;

  std::string_view text_;
  std::vector<std::string>& notes_;
  std::size_t at_ = 0;
  /// A minus or NOT stands before: what comes is no operator, -OR excludes the word OR.
  bool is_excluding_ = false;
};

/// `text` with every blank (line ends too) as U+0020, without those at its ends.
std::string with_plain_blanks(std::string_view text);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_QUERY_LEXER_H_
