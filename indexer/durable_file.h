#ifndef INDEXER_DURABLE_FILE_H_
#define INDEXER_DURABLE_FILE_H_

// Writes that are on the disk when the call returns, so that a switch after them is safe.

#include <filesystem>
#include <string>
#include <string_view>

namespace torikumi::indexer {

/// Writes `content` to a temporary name beside `file`, syncs it, renames it over `file` and syncs
/// the folder: after a crash `file` is the old one or the new one, whole. Throws Error{Unreadable};
/// then the temporary file is gone.
void replace_file(const std::filesystem::path& file, std::string_view content);

/// Renames the file or folder `from` to `to`, in one step, and syncs the folder of `to`. A file at
/// `to` is replaced. Throws Error{Unreadable}.
void move_path(const std::filesystem::path& from, const std::filesystem::path& to);

/// Syncs every file and folder below `folder`, and the folder itself. Throws Error{Unreadable}.
void sync_tree(const std::filesystem::path& folder);

/// The bytes of `file`. Throws Error{NotFound}, or Error{Unreadable} also for a folder.
std::string read_whole_file(const std::filesystem::path& file);

}  // namespace torikumi::indexer

#endif  // INDEXER_DURABLE_FILE_H_
