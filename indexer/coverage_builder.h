#ifndef INDEXER_COVERAGE_BUILDER_H_
#define INDEXER_COVERAGE_BUILDER_H_

// Compares the records of an index with its standards while they are written.

#include "analysis/analyzer.h"
#include "analysis/standards/raising_words.h"
#include "analysis/standards/related_words.h"
#include "analysis/standards/standard_comparison.h"
#include "corpus/record.h"
#include "indexer/coverage_file.h"
#include "indexer/document_builder.h"

#include <cstddef>

namespace torikumi::indexer {

/// Collects the texts and links them at the end. One thread.
class CoverageBuilder {
 public:
  /// Reads the word lists that ship with the programs; `analyzer` must outlive this object. Throws
  /// Error for a list that is missing or malformed.
  explicit CoverageBuilder(analysis::Analyzer& analyzer);
  CoverageBuilder(const CoverageBuilder&) = delete;
  CoverageBuilder& operator=(const CoverageBuilder&) = delete;

  /// `place` of `record` in the order of the index, from 0, rising; and its texts, analyzed.
  void add(std::size_t place, const corpus::Record& record, const AnalyzedTexts& texts);

  /// After it no more can be added.
  StoredCoverage finish();

  /// The compared texts, for other questions about them; complete after `finish`.
  [[nodiscard]] const analysis::StandardComparison& comparison() const { return comparison_; }

 private:
  analysis::RelatedWords related_;
  analysis::RaisingWords raising_;
  analysis::StandardComparison comparison_;
};

}  // namespace torikumi::indexer

#endif  // INDEXER_COVERAGE_BUILDER_H_
