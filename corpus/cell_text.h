#ifndef CORPUS_CELL_TEXT_H_
#define CORPUS_CELL_TEXT_H_

// The text of a table cell or of a printed line, freed from what the extraction left in it. The
// characters themselves are never rewritten: what people see is the report's own spelling.

#include <optional>
#include <string>
#include <string_view>

namespace torikumi::corpus {

/// `cell` without its markup: p, ul, ol, li, br, div and table tags become one \n, tags of type
/// (b, strong, span, …) and ** nothing, a tag cut off by the end of the text nothing; anything else
/// in angle brackets (<考え方>) is text. Blanks stay as they are.
std::string without_markup(std::string_view cell);

/// True if a paragraph tag in `cell` is opened and not closed, or if `cell` ends inside a tag: the
/// file was cut here.
bool has_unclosed_paragraph(std::string_view cell);

/// What a run of blanks inside a text stands for.
enum class Blanks {
  Layout,   ///< In a table cell: an end of a line that the extraction turned into a blank.
  Printed,  ///< In a printed line: a blank that was set as one.
};

/// `text` (without markup) with its blanks settled; paragraphs are separated by one \n, without
/// blanks around and none empty.
///
/// In both cases blanks in words that were set wide (共 通) go, and a blank between two Latin words
/// or numbers stays. In a cell a blank behind the end of a sentence, or before a list mark (①, (1),
/// ・, ※, the next number of 1 … 2 …), becomes a paragraph break, any other goes. In a printed line
/// a run of blanks becomes one, behind the end of a sentence none.
std::string settled_text(std::string_view text, Blanks blanks);

/// `settled_text(without_markup(cell), Blanks::Layout)`.
std::string clean_cell(std::string_view cell);

/// `first` and the line `second` that continues it: as one text, with a blank between Latin words.
std::string joined_lines(std::string_view first, std::string_view second);

/// True if `text` ends as a sentence does: with 。 or the like, also inside a closing bracket.
bool ends_sentence(std::string_view text);

/// A list mark and how many bytes it takes, blanks behind it included.
struct ListMark {
  int number = 0;
  std::size_t byte_count = 0;
};

/// The number with which `text` begins: ①, (1), （１）, 1. or 1 before a blank; 1 to 99, digits of
/// any width.
std::optional<ListMark> leading_list_mark(std::string_view text);

}  // namespace torikumi::corpus

#endif  // CORPUS_CELL_TEXT_H_
