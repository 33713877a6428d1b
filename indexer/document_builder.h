#ifndef INDEXER_DOCUMENT_BUILDER_H_
#define INDEXER_DOCUMENT_BUILDER_H_

// A record as a Xapian document. Internal to the indexer: the one header here that names Xapian.

#include "analysis/analyzer.h"
#include "corpus/record.h"

#include <xapian.h>

#include <cstddef>

namespace torikumi::indexer {

/// The document of `record` in the layout of schema.h; `report` is the place of its report in the
/// manifest. Uses `analyzer` for both texts.
Xapian::Document document_of(const corpus::Record& record, std::size_t report,
                             analysis::Analyzer& analyzer);

}  // namespace torikumi::indexer

#endif  // INDEXER_DOCUMENT_BUILDER_H_
