#ifndef CORPUS_GUIDELINE_READER_H_
#define CORPUS_GUIDELINE_READER_H_

// Reports of the kind Guideline: sections of text, with an appendix of practice examples.

#include "corpus/reading_parts.h"
#include "corpus/record.h"
#include "corpus/source_text.h"
#include "corpus/ward_registry.h"

#include <vector>

namespace torikumi::corpus {

/// The paragraphs, list items and table rows of `lines` as passages with the headings around them,
/// principles and definitions of scenes among them, and the examples of its tables.
///
/// Left out: the table of contents, headings without text, captions of images, and, with a Note,
/// tables of people's names (氏名), which are personal data.
ReadingParts read_guideline(const std::vector<SourceLine>& lines, const Report& report,
                            const WardRegistry& wards);

}  // namespace torikumi::corpus

#endif  // CORPUS_GUIDELINE_READER_H_
