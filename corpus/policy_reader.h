#ifndef CORPUS_POLICY_READER_H_
#define CORPUS_POLICY_READER_H_

// Reports of the kind Policy: a ward's policy (運営方針) as slides, whose reading order is lost.

#include "corpus/reading_parts.h"
#include "corpus/record.h"
#include "corpus/source_text.h"

#include <vector>

namespace torikumi::corpus {

/// The list items, paragraphs and headings of `lines` as passages, wrapped lines joined.
///
/// Nothing is attached to a passage that may belong elsewhere: a heading such as （１）… is a
/// passage of its own, once however often it is repeated, and among the headings of none; a year on
/// its own is in no record, which is noted and counted as not covered. A passage has a fiscal year
/// only if its own text names exactly one, or if a line with nothing but one year stands above it
/// without an empty line between. A year without era (29年度) is read by the years that title and
/// text name with era.
ReadingParts read_policy(const std::vector<SourceLine>& lines, const Report& report);

}  // namespace torikumi::corpus

#endif  // CORPUS_POLICY_READER_H_
