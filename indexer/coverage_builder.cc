#include "indexer/coverage_builder.h"

#include "analysis/standards/standard_coverage.h"
#include "corpus/data_directory.h"

namespace torikumi::indexer {

CoverageBuilder::CoverageBuilder(analysis::Analyzer& analyzer)
    : related_(analysis::related_word_files(), analyzer),
      raising_(analysis::RaisingWords::load(data_directory() / "raising_words.tsv")),
      comparison_(related_, raising_) {}

void CoverageBuilder::add(std::size_t place, const corpus::Record& record,
                          const AnalyzedTexts& texts) {
  comparison_.add(place, record, texts.target, texts.result);
}

StoredCoverage CoverageBuilder::finish() {
  comparison_.finish();
  return {.strong_score = comparison_.measure().strong_score,
          .weak_score = comparison_.measure().weak_score,
          .links = analysis::standard_links(comparison_)};
}

}  // namespace torikumi::indexer
