#include "indexer/durable_file.h"

#include "corpus/error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <vector>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCheckDisk =
    "check that there is room on the disk and that it may be written";

constexpr std::size_t kBlockBytes = 1U << 16U;

[[noreturn]] void fail(const std::string& action, const fs::path& path) {
  throw Error(ErrorKind::Unreadable, "cannot " + action + ": " + std::strerror(errno),
              path.string(), kCheckDisk);
}

/// An open descriptor, closed at the end of its life.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {
    if (number_ < 0) {
      fail("open", path);
    }
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

void sync_path(const fs::path& path) {
  const Descriptor descriptor(path, O_RDONLY);
  if (::fsync(descriptor.number()) != 0) {
    fail("sync", path);
  }
}

void write_all(int descriptor, std::string_view content, const fs::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written < 0) {
      fail("write", path);
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_synced(const fs::path& file, std::string_view content) {
  const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
  write_all(descriptor.number(), content, file);
  if (::fsync(descriptor.number()) != 0) {
    fail("sync", file);
  }
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

void replace_file(const fs::path& file, std::string_view content) {
  const fs::path temporary = file.string() + ".new";
  try {
    write_synced(temporary, content);
    move_path(temporary, file);
  } catch (const Error&) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw;
  }
}

void move_path(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    fail("rename to " + to.filename().string(), from);
  }
  sync_path(folder_of(to));
}

void sync_tree(const fs::path& folder) {
  std::error_code problem;
  fs::recursive_directory_iterator entry(folder, problem);
  for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
    sync_path(entry->path());
  }
  if (problem) {
    throw Error(ErrorKind::Unreadable, "cannot list the folder: " + problem.message(),
                folder.string(), kCheckDisk);
  }
  sync_path(folder);
}

std::string read_whole_file(const fs::path& file) {
  std::error_code problem;
  const fs::file_status status = fs::status(file, problem);
  if (status.type() == fs::file_type::not_found) {
    throw Error(ErrorKind::NotFound, "there is no such file", file.string());
  }
  if (fs::is_directory(status)) {
    throw Error(ErrorKind::Unreadable, "this is a folder where a file is wanted", file.string());
  }
  std::ifstream in(file, std::ios::binary);
  std::string content;
  std::vector<char> block(kBlockBytes);
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    content.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof()) {
    throw Error(ErrorKind::Unreadable, std::string("cannot read the file: ") + std::strerror(errno),
                file.string(), "check its permissions");
  }
  return content;
}

}  // namespace torikumi::indexer
