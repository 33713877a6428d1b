#ifndef INDEXER_PRACTICES_BUILDER_H_
#define INDEXER_PRACTICES_BUILDER_H_

// Groups the records of an index while they are written.

#include "analysis/practices/practice_corpus.h"
#include "analysis/synonyms.h"
#include "corpus/record.h"
#include "indexer/document_builder.h"
#include "indexer/practices_file.h"

#include <cstddef>
#include <vector>

namespace torikumi::indexer {

/// Collects what records do and finds their practices: of all records and, once more each, of those
/// up to some fiscal years. One thread.
class PracticesBuilder {
 public:
  /// `until_years` are fiscal years, each once; records without a year belong to the set of all
  /// records only. `synonyms` say which words mean the same.
  PracticesBuilder(std::vector<int> until_years, analysis::SynonymTable synonyms);
  PracticesBuilder(const PracticesBuilder&) = delete;
  PracticesBuilder& operator=(const PracticesBuilder&) = delete;

  /// `place` of `record` in the order of the index, from 0, and its texts. Standards and passages
  /// are no members of practices; they only tell how common words are.
  void add(std::size_t place, const corpus::Record& record, const AnalyzedTexts& texts);

  /// The set of all records first, then rising by year.
  [[nodiscard]] std::vector<StoredPractices> finish() const;

 private:
  std::vector<int> until_years_;  // Rising.
  analysis::SynonymTable synonyms_;
  analysis::PracticeCorpus corpus_;  // Borrows synonyms_.
};

}  // namespace torikumi::indexer

#endif  // INDEXER_PRACTICES_BUILDER_H_
