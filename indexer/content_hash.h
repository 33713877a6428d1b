#ifndef INDEXER_CONTENT_HASH_H_
#define INDEXER_CONTENT_HASH_H_

// One number for what an index says: equal for equal content, whenever and wherever it was built.

#include "analysis/analyzer.h"
#include "corpus/record.h"

#include <memory>
#include <string>

namespace torikumi::indexer {

/// SHA-256 over the schema version, the analyzer's identity (without paths) and every record in
/// order of its id, without the names of the files (Source::file): a report that was renamed or
/// read from another folder is still the same content. Not copyable; one thread.
class ContentHash {
 public:
  explicit ContentHash(const analysis::AnalyzerIdentity& identity);
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;

  /// Adds one record. REQUIRES: its id is above that of the one added before.
  void add(const corpus::Record& record);

  /// The hash in hex. After it nothing can be added.
  std::string finish();

 private:
  void add_part(const std::string& text);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::indexer

#endif  // INDEXER_CONTENT_HASH_H_
