#ifndef CORPUS_QUOTED_CELLS_H_
#define CORPUS_QUOTED_CELLS_H_

// Cells that a spreadsheet put in quotation marks because of the line ends in them.

#include "corpus/source_text.h"

#include <deque>
#include <string>
#include <vector>

namespace torikumi::corpus {

/// Lines in which no row is torn inside a quoted cell. Lines stay valid for its life.
struct UnquotedLines {
  std::deque<std::string> texts;  ///< Of the lines that were changed.
  std::vector<SourceLine> lines;
};

/// `lines`, with each row that has cells in quotation marks as one line without them: tabs and line
/// ends inside a cell become a blank, two quotation marks one. A cell is quoted if a mark begins it
/// and another one ends it, at most 200 lines below; any other mark is text.
UnquotedLines without_cell_quotes(const std::vector<SourceLine>& lines);

}  // namespace torikumi::corpus

#endif  // CORPUS_QUOTED_CELLS_H_
