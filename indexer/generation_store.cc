// Order of writes on publish, so that a power cut leaves a whole index: every file of the build is
// synced, the build is renamed to its final name, the index folder is synced, CURRENT is written to a
// temporary name, synced and renamed, the folder is synced again. Only then are old generations removed.
// The generation before the current one is kept: a daemon may still be answering from it, and an
// operator can go back to it by writing its name into CURRENT.

#include "indexer/generation_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "corpus/error.h"
#include "indexer/durable_file.h"

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGenerationPrefix = "generation-";
constexpr std::string_view kBuildPrefix = "building-";
constexpr std::size_t kNumberDigits = 6;

bool is_generation_name(std::string_view name) {
  if (!name.starts_with(kGenerationPrefix) || name.size() < kGenerationPrefix.size() + kNumberDigits ||
      name.size() > kGenerationPrefix.size() + 9) {
    return false;
  }
  for (const char byte : name.substr(kGenerationPrefix.size())) {
    if (std::isdigit(static_cast<unsigned char>(byte)) == 0) {
      return false;
    }
  }
  return true;
}

unsigned long number_of(std::string_view name) {
  return std::stoul(std::string(name.substr(kGenerationPrefix.size())));
}

unsigned long highest_number(const fs::path& folder) {
  unsigned long highest = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (is_generation_name(name)) {
      highest = std::max(highest, number_of(name));
    }
  }
  return highest;
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown host";
}

std::string holder_line() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("process {} on {} since {:%Y-%m-%d %H:%M:%S} UTC\n", ::getpid(), host_name(),
                     fmt::gmtime(now));
}

void create_folder(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem) {
    throw Error(ErrorKind::Unreadable, "cannot make the folder: " + problem.message(),
                folder.string(), "check that it may be written");
  }
}

}  // namespace

BuildLock::BuildLock(const fs::path& index_folder) {
  create_folder(index_folder);
  const fs::path file = index_folder / "lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) {
    throw Error(ErrorKind::Unreadable,
                std::string("cannot open the lock of the index: ") + std::strerror(errno),
                file.string(), "check that the folder may be written");
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    std::string holder = read_whole_file(file);
    while (!holder.empty() && holder.back() == '\n') {
      holder.pop_back();
    }
    ::close(descriptor_);
    throw Error(ErrorKind::Conflict,
                "the index is being built by " + (holder.empty() ? "another process" : holder),
                index_folder.string(), "wait until it is done, then run the command again");
  }
  const std::string line = holder_line();
  if (::ftruncate(descriptor_, 0) != 0 ||
      ::pwrite(descriptor_, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
    const int reason = errno;
    ::close(descriptor_);
    throw Error(ErrorKind::Unreadable,
                std::string("cannot write the lock of the index: ") + std::strerror(reason),
                file.string());
  }
}

BuildLock::~BuildLock() { ::close(descriptor_); }

GenerationStore::GenerationStore(fs::path index_folder) : folder_(std::move(index_folder)) {}

std::optional<Generation> GenerationStore::current() const {
  const fs::path pointer = folder_ / "CURRENT";
  if (!fs::exists(pointer)) {
    return std::nullopt;
  }
  std::string name = read_whole_file(pointer);
  while (!name.empty() && (name.back() == '\n' || name.back() == '\r')) {
    name.pop_back();
  }
  if (!is_generation_name(name)) {
    throw Error(ErrorKind::Damaged, "does not name a generation", pointer.string(),
                "write the name of a generation-… folder into it, or build again");
  }
  Generation generation{name, folder_ / name};
  if (!fs::exists(generation.manifest())) {
    throw Error(ErrorKind::Damaged, "names " + name + ", which is not there or has no manifest",
                pointer.string(), "write the name of a whole generation into it, or build again");
  }
  return generation;
}

fs::path GenerationStore::begin_build() const {
  const fs::path build = folder_ / fmt::format("{}{}", kBuildPrefix, ::getpid());
  std::error_code ignored;
  fs::remove_all(build, ignored);
  create_folder(build);
  return build;
}

Generation GenerationStore::publish(const fs::path& build_folder) const {
  const std::optional<Generation> before = current();
  sync_tree(build_folder);
  const std::string name =
      fmt::format("{}{:0{}}", kGenerationPrefix, highest_number(folder_) + 1, kNumberDigits);
  Generation generation{name, folder_ / name};
  std::error_code problem;
  fs::rename(build_folder, generation.folder, problem);
  if (problem) {
    throw Error(ErrorKind::Unreadable, "cannot rename the finished build: " + problem.message(),
                build_folder.string());
  }
  replace_file(folder_ / "CURRENT", name + "\n");
  remove_older_than_previous(name, before ? before->name : std::string());
  return generation;
}

void GenerationStore::remove_unfinished() const {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
    if (entry.path().filename().string().starts_with(kBuildPrefix)) {
      std::error_code ignored;
      fs::remove_all(entry.path(), ignored);
    }
  }
}

void GenerationStore::remove_older_than_previous(const std::string& current_name,
                                                 const std::string& previous_name) const {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (is_generation_name(name) && name != current_name && name != previous_name) {
      std::error_code ignored;
      fs::remove_all(entry.path(), ignored);
    }
  }
}

}  // namespace torikumi::indexer
