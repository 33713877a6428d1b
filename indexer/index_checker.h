#ifndef INDEXER_INDEX_CHECKER_H_
#define INDEXER_INDEX_CHECKER_H_

// Is an index whole?

#include "corpus/error.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::indexer {

struct CheckReport {
  std::string generation_id;
  std::size_t record_count = 0;
  std::vector<Error>
      problems;  ///< Empty if the index is whole; Damaged, or why it cannot be known.
};

/// Checks the current generation of `index_folder`: CURRENT, the manifest, the bytes of every file
/// of the database, of the vocabulary, of the practices and of the links to standards, the
/// structure of the tables (Xapian's own check), that each document decodes, that ids are unique
/// and findable, that counts and the content hash agree with the manifest. Only reads (also beside
/// a builder). What cannot be gone on from is the last problem in the list. Throws Error{NotFound}
/// if there is no index at all.
CheckReport check_index(const std::filesystem::path& index_folder);

}  // namespace torikumi::indexer

#endif  // INDEXER_INDEX_CHECKER_H_
