#ifndef INDEXER_MANIFEST_H_
#define INDEXER_MANIFEST_H_

// What a generation says of itself: manifest.json beside its Xapian database.

#include "analysis/analyzer.h"
#include "corpus/report_reader.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// One file that was read for the index.
struct ManifestReport {
  corpus::Report report;
  std::vector<corpus::Inference> inferences;
  std::vector<corpus::Diagnostic> diagnostics;
  std::size_t initiatives = 0;
  std::size_t examples = 0;
  std::size_t standards = 0;
  std::size_t passages = 0;
  std::size_t departments = 0;
};

/// One file of the generation, other than the manifest.
struct ManifestFile {
  std::string name;  ///< Below the generation's folder: xapian/postlist.glass, vocabulary.tsv.
  std::uint64_t bytes = 0;
  std::string sha256;  ///< Hex.

  bool operator==(const ManifestFile&) const = default;
};

/// A value; read whole into memory.
struct Manifest {
  int schema_version = 0;
  std::string program_version;  ///< Of the indexer, for people.
  std::string built_at;         ///< UTC, 2026-04-01T09:00:00Z.
  std::string content_sha256;   ///< As ContentHash gives it.
  std::size_t record_count = 0;
  analysis::AnalyzerIdentity analyzer;
  std::vector<ManifestReport> reports;     ///< In order of file name.
  std::vector<corpus::Diagnostic> unread;  ///< Of files of which nothing could be read.
  std::vector<ManifestFile> files;         ///< All but the manifest, in order of name.

  /// The first eight digits of the content hash behind the generation's number: `000003-1a2b3c4d`.
  [[nodiscard]] std::string generation_id(std::string_view directory_name) const;
};

/// Throws Error{Unreadable} if `file` cannot be written; the bytes are on disk when it returns.
void write_manifest(const Manifest& manifest, const std::filesystem::path& file);

/// The files of the database in `generation_folder`/xapian as they are now and, if they are there,
/// the vocabulary and the practices beside it; in order of name. Throws Error{Unreadable}.
std::vector<ManifestFile> database_files(const std::filesystem::path& generation_folder);

/// Throws Error{Damaged} naming the file and what is wrong if it is not whole, Error{Incompatible}
/// for another schema version, Error{NotFound} or Error{Unreadable} if it cannot be opened.
Manifest read_manifest(const std::filesystem::path& file);

}  // namespace torikumi::indexer

#endif  // INDEXER_MANIFEST_H_
