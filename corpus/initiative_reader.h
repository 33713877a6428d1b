#ifndef CORPUS_INITIATIVE_READER_H_
#define CORPUS_INITIATIVE_READER_H_

// Reports of the kind TargetsAndResults: tables of numbered goals with their results.

#include "corpus/reading_parts.h"
#include "corpus/record.h"
#include "corpus/source_text.h"

#include <vector>

namespace torikumi::corpus {

/// The initiatives in the tables of `lines`, and the ward's policies and other text around the
/// tables as passages, in the order of the file.
///
/// Columns are found by the words of the header row, which each page repeats. The department of a
/// row without one is that of the row before; a row without department and number goes on with the
/// row before (a page break). The scene label is taken from the number's cell, a column of its own
/// or the start of the target. What cannot be kept is an Error, what is kept in spite of damage a
/// Warning: rows with too few cells, without number, cut off by the end of the file.
ReadingParts read_initiatives(const std::vector<SourceLine>& lines, const Report& report);

}  // namespace torikumi::corpus

#endif  // CORPUS_INITIATIVE_READER_H_
