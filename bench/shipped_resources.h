#ifndef BENCH_SHIPPED_RESOURCES_H_
#define BENCH_SHIPPED_RESOURCES_H_

// What the daemon searches with, for programs that measure.

#include "corpus/data_directory.h"
#include "indexer/version.h"
#include "searchd/search/snapshot_source.h"

#include <memory>

namespace torikumi::bench {

/// The dictionary, synonyms and wards that ship with the programs. Throws Error if they are not
/// where the programs look for them.
inline std::shared_ptr<const searchd::SearchResources> shipped_resources() {
  const auto data = data_directory();
  const auto lexicon =
      std::make_shared<const analysis::Lexicon>(analysis::Lexicon::Options::defaults());
  analysis::Analyzer analyzer(lexicon);
  return std::make_shared<const searchd::SearchResources>(searchd::SearchResources{
      .lexicon = lexicon,
      .synonyms = analysis::SynonymTable::load(data / "synonyms.tsv", analyzer),
      .wards = corpus::WardRegistry::load(data / "wards.csv"),
      .identity = kVersion});
}

}  // namespace torikumi::bench

#endif  // BENCH_SHIPPED_RESOURCES_H_
