#ifndef SEARCHD_SEARCH_QUERY_H_
#define SEARCHD_SEARCH_QUERY_H_

// What a person asks for, parsed: values without any text analysis yet.

#include "indexer/schema.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// One searched word or quoted phrase.
struct QueryTerm {
  std::string text;        ///< As typed, without quotes, blanks as U+0020; not empty.
  bool is_phrase = false;  ///< In quotes: this exact sequence of characters, no other spellings.
  /// Of a phrase, if not 0: its words in any spelling and order, all within so many words.
  std::size_t near_words = 0;
  std::optional<indexer::TextField> field = {};  ///< The text that must hold it; none: either.
  /// The quotes touch other text (『方針』の改定は): marks of a sentence rather than of a search.
  bool is_in_sentence = false;
  /// The name of a ward, a fiscal year or an office (names_apart.h): it must hold of every record.
  bool is_name = false;

  bool operator==(const QueryTerm&) const = default;
};

/// True if the term is written with an operator of the language other than quotes, which people
/// mean as they wrote it.
inline bool is_restricted(const QueryTerm& term) {
  return term.near_words > 0 || term.field.has_value();
}

/// One condition: any of the alternatives is found (or, excluded, none of them is).
struct QueryClause {
  std::vector<QueryTerm> alternatives;  ///< At least one; more than one for `a OR b`.
  bool is_excluded = false;

  bool operator==(const QueryClause&) const = default;
};

/// A filter written into the query: 区:中原区, 年度:令和2.
struct QueryFilter {
  enum class Field { Ward, FiscalYear, Department, Scene };
  Field field = Field::Ward;
  std::string text;  ///< As typed behind the colon; not yet resolved.

  bool operator==(const QueryFilter&) const = default;
};

/// All clauses and filters must hold. A query without clauses matches every record.
struct Query {
  std::vector<QueryClause> clauses;
  std::vector<QueryFilter> filters;
  std::vector<std::string> notes;  ///< Japanese: what of the input was ignored or read otherwise.

  bool operator==(const Query&) const = default;
};

/// Bounds of a query, words and filters together; what goes beyond them is ignored with a note,
/// never an error.
inline constexpr std::size_t kMaxQueryTerms = 64;
inline constexpr std::size_t kMaxTermBytes = 1'000;

/// The widest `near`: paragraphs stand further apart, so that no match reaches from one to another.
inline constexpr std::size_t kMaxNearWords = 50;

/// Parses the query language of docs/query-language.md. Never fails: any bytes are a query. Linear
/// in the length of `text`.
Query parse_query(std::string_view text);

/// The word for a filter field as people type it (区, 年度, 部署, 場面).
std::string_view label_of(QueryFilter::Field field);

/// The word for a text as people type it (目標, 結果).
std::string_view label_of(indexer::TextField field);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_QUERY_H_
