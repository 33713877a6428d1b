#ifndef INDEXER_CONTENT_HASH_H_
#define INDEXER_CONTENT_HASH_H_

// One number for what an index says: equal for equal content, whenever and wherever it was built.

#include <memory>
#include <string>

#include "analysis/analyzer.h"

namespace torikumi::indexer {

/// SHA-256 over the schema version, the analyzer's identity (without paths) and the stored data of
/// every document in order. Move-only; one thread.
class ContentHash {
 public:
  explicit ContentHash(const analysis::AnalyzerIdentity& identity);
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;

  /// Adds one document's data; its bounds count.
  void add(const std::string& data);

  /// The hash in hex. After it nothing can be added.
  std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::indexer

#endif  // INDEXER_CONTENT_HASH_H_
