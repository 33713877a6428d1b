#ifndef SEARCHD_SEARCH_HIGHLIGHTER_H_
#define SEARCHD_SEARCH_HIGHLIGHTER_H_

// Where a text holds what a query asks for, in the original text.

#include "analysis/analyzer.h"
#include "searchd/search/query_plan.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// The ranges of `text` (bytes, on character bounds, sorted, disjoint, touching ones joined) that
/// match a pattern of a clause that is not excluded and that is looked for in the text `field` of a
/// record; without `field`, any pattern.
std::vector<analysis::ByteRange> highlights(const QueryPlan& plan, std::string_view text,
                                            analysis::Analyzer& analyzer,
                                            std::optional<indexer::TextField> field = {});

/// A half-open range of code points.
struct CharacterRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const CharacterRange&) const = default;
};

/// The same ranges counted in code points of `text`.
std::vector<CharacterRange> in_characters(const std::vector<analysis::ByteRange>& ranges,
                                          std::string_view text);

/// An excerpt of a text.
struct Snippet {
  std::string text;       ///< Verbatim.
  std::size_t begin = 0;  ///< Code point of the whole text with which it begins.
  bool is_cut_before = false;
  bool is_cut_after = false;
  std::vector<CharacterRange> highlights;  ///< Against the beginning of the snippet.
};

/// The best run of whole sentences of at most about `max_characters`, the one with the most
/// highlighted text, the earliest of equals; the beginning if nothing is highlighted. A sentence
/// longer than that is cut around its first highlight.
Snippet best_snippet(std::string_view text, const std::vector<analysis::ByteRange>& highlights,
                     std::size_t max_characters);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_HIGHLIGHTER_H_
