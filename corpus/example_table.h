#ifndef CORPUS_EXAMPLE_TABLE_H_
#define CORPUS_EXAMPLE_TABLE_H_

// Tables of practice examples (代表的な取組例): ward, year and a numbered list in one cell.

#include "corpus/document_block.h"
#include "corpus/reading_parts.h"
#include "corpus/record.h"
#include "corpus/ward_registry.h"

#include <string>
#include <vector>

namespace torikumi::corpus {

/// True if `row` is the header of such a table.
bool is_example_header(const DocumentBlock& row);

/// Appends the examples of one table to `parts`. `rows` are its rows, the header first; the ward
/// stands in the first of its rows or in each. Ward and year are those of the example; a year
/// without era is the one that lies in the twenty years up to the report. A reference to a
/// photograph at the end of an item ((写真)) is left out: there is none here. Items without number
/// are counted.
void read_examples(const std::vector<DocumentBlock>& rows, const Report& report,
                   const WardRegistry& wards, ReadingParts& parts);

}  // namespace torikumi::corpus

#endif  // CORPUS_EXAMPLE_TABLE_H_
