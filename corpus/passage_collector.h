#ifndef CORPUS_PASSAGE_COLLECTOR_H_
#define CORPUS_PASSAGE_COLLECTOR_H_

// Makes passages of the blocks of a document, each with the headings above it.

#include "corpus/document_block.h"
#include "corpus/reading_parts.h"
#include "corpus/record.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::corpus {

/// Follows the headings of a document and turns its text into passages.
///
/// Of one report, for one thread. `finish` is to be called after the last block.
class PassageCollector {
 public:
  enum class ListItems {
    AsBullets,
    AsPolicies,  ///< Items below a heading with 方針 are the ward's policies.
  };

  /// Borrows both for its life. Records go to `parts`.
  PassageCollector(const Report& report, ReadingParts& parts,
                   ListItems items = ListItems::AsBullets)
      : report_(report), parts_(parts), items_(items) {}

  /// Takes a heading, paragraph or list item; not a row.
  void add(const DocumentBlock& block);

  /// Takes `text` on `line` as a paragraph, as from a row of a table.
  void add_paragraph(int line, const std::string& text);

  /// Says that something else than a passage (a table) stands below the heading reached.
  void mark_content();

  /// The headings around what comes next, outermost first.
  [[nodiscard]] std::vector<std::string> headings() const;

  /// Ends the document; all records of it must be in `parts`. A heading that no record keeps,
  /// neither among its headings nor in the title of its source, is noted and counted as text that
  /// is not covered, once however often it is repeated.
  void finish();

 private:
  struct Level {
    std::string text;
    HeadingStyle style = HeadingStyle::Plain;
    int rank = 0;  // The smaller, the further out.
    int line = 0;
    bool has_content = false;
  };

  // Where the list of principles is: its heading at `depth - 1` of `levels_`, their names below.
  struct PrincipleList {
    std::size_t depth = 0;
    bool has_names = false;
    bool are_items = false;  // Items of a list, without names.
    HeadingStyle name_style = HeadingStyle::Plain;
  };

  void add_heading(const DocumentBlock& block);
  bool add_principle_name(const DocumentBlock& block);
  void mark_levels();
  void pop_to(std::size_t depth);
  void push(const DocumentBlock& block, int rank);
  [[nodiscard]] std::size_t parent_depth(HeadingStyle style, int rank) const;
  [[nodiscard]] int rank_of(HeadingStyle style) const;
  [[nodiscard]] PassageRole role_of(const DocumentBlock& block) const;
  void emit(int line, const std::string& text, std::optional<int> number, PassageRole role);

  const Report& report_;
  ReadingParts& parts_;
  ListItems items_;
  std::vector<Level> levels_;
  std::optional<PrincipleList> principles_;
  bool in_appendix_ = false;
  std::map<std::string, int> ended_headings_;  // Not made passages; the line of the first each.
  std::map<std::vector<std::string>, int> passages_below_;  // Given out below each set of headings.
};

}  // namespace torikumi::corpus

#endif  // CORPUS_PASSAGE_COLLECTOR_H_
