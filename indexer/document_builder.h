#ifndef INDEXER_DOCUMENT_BUILDER_H_
#define INDEXER_DOCUMENT_BUILDER_H_

// A record as a Xapian document. Internal to the indexer: the one header here that names Xapian.

#include "analysis/analyzer.h"
#include "analysis/result_quality.h"
#include "corpus/record.h"

#include <xapian.h>

#include <cstddef>

namespace torikumi::indexer {

/// Both texts of a record, analyzed.
struct AnalyzedTexts {
  analysis::Analysis target;
  analysis::Analysis result;
};

AnalyzedTexts analyzed_texts(const corpus::Record& record, analysis::Analyzer& analyzer);

/// The document of `record` in the layout of schema.h; `report` is the place of its report in the
/// manifest, `texts` and `quality` are its own.
Xapian::Document document_of(const corpus::Record& record, std::size_t report,
                             const AnalyzedTexts& texts, const analysis::ResultQuality& quality);

}  // namespace torikumi::indexer

#endif  // INDEXER_DOCUMENT_BUILDER_H_
