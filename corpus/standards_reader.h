#ifndef CORPUS_STANDARDS_READER_H_
#define CORPUS_STANDARDS_READER_H_

// Reports of the kind Standards: the numbered norms of a municipality (区役所サービス基準).

#include "corpus/reading_parts.h"
#include "corpus/record.h"
#include "corpus/source_text.h"

#include <vector>

namespace torikumi::corpus {

/// The standards in the tables of `lines`; the text around them as passages, principles among them.
///
/// Scene and owner are printed once for a group of rows (merged cells); each row gets its own. A
/// cell that names as many owners as its group has rows names one for each row. The scope is that
/// of the section (〔各課に係る基準〕) around the table.
ReadingParts read_standards(const std::vector<SourceLine>& lines, const Report& report);

}  // namespace torikumi::corpus

#endif  // CORPUS_STANDARDS_READER_H_
