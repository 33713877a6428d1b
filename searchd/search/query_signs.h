#ifndef SEARCHD_SEARCH_QUERY_SIGNS_H_
#define SEARCHD_SEARCH_QUERY_SIGNS_H_

// The signs and words of the query language, in every width. Internal to query.h.

#include "indexer/schema.h"
#include "searchd/search/query.h"

#include <optional>
#include <string>
#include <string_view>

namespace torikumi::searchd {

bool is_one_of(std::u32string_view points, char32_t point);

/// The quotes that end a phrase which `point` begins; empty if it begins none.
std::u32string_view closing_quotes(char32_t point);

/// Also what a Japanese keyboard gives for the minus key: ー.
bool is_minus(char32_t point);
bool is_comma(char32_t point);
bool is_bar(char32_t point);
bool is_colon(char32_t point);
bool is_tilde(char32_t point);

/// A blank, bracket or comma.
bool is_separator(char32_t point);

enum class QueryOperator { None, Or, And, Not };

/// `text` without characters that nobody sees and that come with copied text: zero-width blanks,
/// soft hyphens, marks of direction, variation selectors (Default_Ignorable_Code_Point of Unicode).
std::string without_invisible_characters(std::string_view text);

/// `word` without the marks with which a sentence ends (発券機？) and the # before a tag; as it is
/// if it consists of them only.
std::string_view without_sentence_marks(std::string_view word);

/// What `word` stands for if it is not part of an exclusion: OR, |, AND, &, NOT in any width, in
/// capital letters.
QueryOperator operator_of(std::string_view word);

/// The filter or the text that `name` before a colon means, in any width and case.
std::optional<QueryFilter::Field> filter_field_named(std::string_view name);
std::optional<indexer::TextField> text_field_named(std::string_view name);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_QUERY_SIGNS_H_
