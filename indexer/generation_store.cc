// Order of writes on publish, so that a power cut leaves a whole index: every file of the build is
// synced, the build is renamed to its final name, the index folder is synced, CURRENT is written to
// a temporary name, synced and renamed, the folder is synced again. Only then are old generations
// removed. The generation before the current one is kept: a daemon may still be answering from it,
// and an operator can go back to it by writing its name into CURRENT.

#include "indexer/generation_store.h"

#include "corpus/error.h"
#include "indexer/durable_file.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCurrentName = "CURRENT";
constexpr std::string_view kGenerationPrefix = "generation-";
constexpr std::string_view kBuildPrefix = "building-";
constexpr std::size_t kNumberDigits = 6;

bool is_generation_name(std::string_view name) {
  if (!name.starts_with(kGenerationPrefix) ||
      name.size() < kGenerationPrefix.size() + kNumberDigits ||
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

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code problem;
  fs::directory_iterator entry(folder, problem);
  for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
    names.push_back(entry->path().filename().string());
  }
  if (problem) {
    throw Error(ErrorKind::Unreadable, "cannot list the folder: " + problem.message(),
                folder.string(), "check its permissions");
  }
  return names;
}

/// Names of the generations in `folder`, oldest first.
std::vector<std::string> generation_names(const fs::path& folder) {
  std::vector<std::string> names = names_in(folder);
  names.erase(std::remove_if(names.begin(), names.end(),
                             [](const std::string& name) { return !is_generation_name(name); }),
              names.end());
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return number_of(a) < number_of(b); });
  return names;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find_first_of("\r\n"));
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
  try {
    take(file);
  } catch (const Error&) {
    ::close(descriptor_);
    throw;
  }
}

void BuildLock::take(const fs::path& file) {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = first_line(read_whole_file(file));
    throw Error(ErrorKind::Conflict,
                "the index is being built by " + (holder.empty() ? "another process" : holder),
                file.parent_path().string(), "wait until it is done, then run the command again");
  }
  const std::string line = holder_line();
  if (::ftruncate(descriptor_, 0) != 0 ||
      ::pwrite(descriptor_, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
    throw Error(ErrorKind::Unreadable,
                std::string("cannot write the lock of the index: ") + std::strerror(errno),
                file.string(), "check that there is room on the disk");
  }
}

BuildLock::~BuildLock() {
  // So that a builder that waits a moment later does not read who held it before.
  const int ignored = ::ftruncate(descriptor_, 0);
  static_cast<void>(ignored);
  ::close(descriptor_);
}

GenerationStore::GenerationStore(fs::path index_folder) : folder_(std::move(index_folder)) {}

std::optional<Generation> GenerationStore::current() const {
  const fs::path pointer = folder_ / kCurrentName;
  std::error_code ignored;
  if (fs::status(pointer, ignored).type() == fs::file_type::not_found) {
    return std::nullopt;
  }
  const std::string name = first_line(read_whole_file(pointer));
  if (!is_generation_name(name)) {
    throw Error(ErrorKind::Damaged, "does not name a generation", pointer.string(),
                "write the name of a generation-… folder into it, or build again");
  }
  Generation generation{name, folder_ / name};
  std::error_code problem;
  const fs::file_type type = fs::status(generation.manifest(), problem).type();
  if (type == fs::file_type::none) {
    throw Error(ErrorKind::Unreadable, "cannot be reached: " + problem.message(),
                generation.manifest().string(), "check the permissions of its folders");
  }
  if (type == fs::file_type::not_found) {
    throw Error(ErrorKind::Damaged, "names " + name + ", which is not there or has no manifest",
                pointer.string(), "write the name of a whole generation into it, or build again");
  }
  return generation;
}

fs::path GenerationStore::begin_build() const {
  fs::path build = folder_ / fmt::format("{}{}", kBuildPrefix, ::getpid());
  std::error_code ignored;
  fs::remove_all(build, ignored);
  create_folder(build);
  return build;
}

Generation GenerationStore::publish(const fs::path& build_folder) const {
  const std::vector<std::string> older = generation_names(folder_);
  const std::string previous = name_to_keep(older);
  sync_tree(build_folder);
  const std::string name =
      fmt::format("{}{:0{}}", kGenerationPrefix, older.empty() ? 1 : number_of(older.back()) + 1,
                  kNumberDigits);
  Generation generation{name, folder_ / name};
  move_path(build_folder, generation.folder);
  try {
    replace_file(folder_ / kCurrentName, name + "\n");
  } catch (const Error&) {
    if (name_to_keep({}) != name) {  // Not if only the last sync failed.
      remove(name);
    }
    throw;
  }
  for (const std::string& each : older) {
    if (each != previous) {
      remove(each);
    }
  }
  return generation;
}

void GenerationStore::remove_unfinished() const {
  for (const std::string& name : names_in(folder_)) {
    if (name.starts_with(kBuildPrefix) || name == std::string(kCurrentName) + ".new") {
      remove(name);
    }
  }
}

std::string GenerationStore::name_to_keep(const std::vector<std::string>& generations) const {
  try {
    if (const std::optional<Generation> served = current()) {
      return served->name;
    }
  } catch (const Error&) {
    // CURRENT is damaged, and a build is the way out of it: the newest is the likeliest to be
    // whole.
  }
  return generations.empty() ? std::string() : generations.back();
}

void GenerationStore::remove(const std::string& name) const {
  std::error_code ignored;
  fs::remove_all(folder_ / name, ignored);
}

}  // namespace torikumi::indexer
