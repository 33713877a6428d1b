#include "indexer/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "corpus/error.h"

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& action, const fs::path& path) {
  throw Error(ErrorKind::Unreadable, "cannot " + action + ": " + std::strerror(errno),
              path.string());
}

/// An open descriptor, closed at the end of its life.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {
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

}  // namespace

void replace_file(const fs::path& file, std::string_view content) {
  const fs::path temporary = file.string() + ".new";
  {
    const Descriptor descriptor(temporary, O_WRONLY | O_CREAT | O_TRUNC);
    write_all(descriptor.number(), content, temporary);
    if (::fsync(descriptor.number()) != 0) {
      fail("sync", temporary);
    }
  }
  if (::rename(temporary.c_str(), file.c_str()) != 0) {
    fail("rename to " + file.filename().string(), temporary);
  }
  sync_path(file.parent_path());
}

void sync_tree(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    sync_path(entry.path());
  }
  sync_path(folder);
}

std::string read_whole_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    const ErrorKind kind = fs::exists(file) ? ErrorKind::Unreadable : ErrorKind::NotFound;
    throw Error(kind, "cannot open the file", file.string());
  }
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

}  // namespace torikumi::indexer
