#ifndef TESTS_SEARCHD_SEARCH_INDEX_H_
#define TESTS_SEARCHD_SEARCH_INDEX_H_

// Real indexes over records that a test makes. The sentences are ours.

#include "corpus/record.h"
#include "indexer/generation_store.h"
#include "searchd/search/index_snapshot.h"
#include "searchd/search/search_engine.h"
#include "tests/support/test_files.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// Lexicon, synonyms and wards that ship with the programs, loaded once.
std::shared_ptr<const SearchResources> shared_resources();

/// An initiative of 川崎市中原区 for 2020 in まちづくり推進部 総務課, with these two texts.
corpus::Record initiative(std::string id, std::string target, std::string result = {});

corpus::Ward nakahara();  ///< 川崎市中原区
corpus::Ward kawasaki();  ///< 川崎市川崎区
corpus::Ward tsurumi();   ///< 大阪市鶴見区
corpus::Ward the_city();  ///< 川崎市

/// Makes `records`, in order of their ids, the current generation of `index_folder`.
indexer::Generation publish(const std::filesystem::path& index_folder,
                            std::vector<corpus::Record> records);

/// The same with another identity of the analyzer in the manifest.
indexer::Generation publish_as(const std::filesystem::path& index_folder,
                               std::vector<corpus::Record> records,
                               const analysis::AnalyzerIdentity& analyzer);

/// An index in a folder of its own, opened as the daemon opens it.
class SearchIndex {
 public:
  explicit SearchIndex(std::vector<corpus::Record> records);

  [[nodiscard]] const IndexSnapshot& snapshot() const { return snapshot_; }

 private:
  testing::TemporaryDirectory folder_;
  IndexSnapshot snapshot_;
};

/// `text` with [ ] around each of `ranges`, to compare with the eye.
std::string marked(std::string_view text, const std::vector<analysis::ByteRange>& ranges);

/// The ids of the hits, in order.
std::vector<std::string> ids_of(const SearchResult& result);

}  // namespace torikumi::searchd

#endif  // TESTS_SEARCHD_SEARCH_INDEX_H_
