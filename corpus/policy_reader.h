#ifndef CORPUS_POLICY_READER_H_
#define CORPUS_POLICY_READER_H_

// Reports of the kind Policy: a ward's policy (運営方針) as slides, whose reading order is lost.

#include "corpus/reading_parts.h"
#include "corpus/record.h"
#include "corpus/source_text.h"

#include <vector>

namespace torikumi::corpus {

/// The list items and paragraphs of `lines` as passages, wrapped lines joined.
///
/// Nothing is attached to a passage that may belong elsewhere: headings such as （１）… and years
/// on their own are neither passages nor headings of any. A passage has a fiscal year only if its
/// own text names exactly one, or if a line with nothing but one year stands above it without an
/// empty line between. A year without era (29年度) is read by the years that title and text name
/// with era.
ReadingParts read_policy(const std::vector<SourceLine>& lines, const Report& report);

}  // namespace torikumi::corpus

#endif  // CORPUS_POLICY_READER_H_
