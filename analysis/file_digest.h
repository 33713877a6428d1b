#ifndef ANALYSIS_FILE_DIGEST_H_
#define ANALYSIS_FILE_DIGEST_H_

// What files contain, as one short text.

#include "corpus/error.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::analysis {

struct FileDigest {
  std::uint64_t byte_count = 0;
  std::string sha256;  ///< 64 hex digits; of one file what sha256sum prints.
};

/// The digest of the contents of `files`, one after the other, and their bytes together. Throws
/// Error{Unreadable} naming the file that cannot be read.
FileDigest digest_of(const std::vector<std::filesystem::path>& files);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_FILE_DIGEST_H_
