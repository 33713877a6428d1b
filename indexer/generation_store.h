#ifndef INDEXER_GENERATION_STORE_H_
#define INDEXER_GENERATION_STORE_H_

// An index folder: generations beside each other, one of them current.
//
//   DIR/CURRENT             name of the current generation and a line feed; replaced by rename
//   DIR/generation-000003/  manifest.json and xapian/; never changed once it has been current
//   DIR/building-…/         a build at work, or what a killed one left
//   DIR/lock                locked (flock) by the builder; says who

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::indexer {

/// What stands in the folder of a generation or of a build.
inline constexpr const char* kDatabaseFolder = "xapian";
inline constexpr const char* kManifestName = "manifest.json";

/// A complete generation on disk.
struct Generation {
  std::string name;              ///< generation-000003
  std::filesystem::path folder;  ///< DIR/generation-000003
  [[nodiscard]] std::filesystem::path database() const { return folder / kDatabaseFolder; }
  [[nodiscard]] std::filesystem::path manifest() const { return folder / kManifestName; }
};

/// The right to build in an index folder, held until destruction (or the death of the process).
class BuildLock {
 public:
  /// Throws Error{Conflict} that names the process, host and time of the builder that holds it.
  explicit BuildLock(const std::filesystem::path& index_folder);
  ~BuildLock();
  BuildLock(const BuildLock&) = delete;
  BuildLock& operator=(const BuildLock&) = delete;

 private:
  void take(const std::filesystem::path& file);

  int descriptor_ = -1;
};

/// Paths and switching; holds no state but the folder's path. Readers need no lock.
class GenerationStore {
 public:
  explicit GenerationStore(std::filesystem::path index_folder);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// The current generation; nothing if none was ever switched to. Throws Error{Damaged} if CURRENT
  /// names something that is not there or is not a generation's name, Error{Unreadable} if that
  /// cannot be found out.
  [[nodiscard]] std::optional<Generation> current() const;

  /// An empty folder for a new build. REQUIRES: a BuildLock on this folder. Throws
  /// Error{Unreadable}.
  [[nodiscard]] std::filesystem::path begin_build() const;

  /// Makes a finished build (synced to disk here) the current generation, atomically, and removes
  /// every generation but it and the one that was current before (the newest one, if CURRENT was
  /// damaged). Throws Error{Unreadable}; CURRENT names a whole generation then, too. REQUIRES: a
  /// BuildLock.
  Generation publish(const std::filesystem::path& build_folder) const;

  /// Removes builds that were left unfinished. REQUIRES: a BuildLock.
  void remove_unfinished() const;

 private:
  [[nodiscard]] std::string name_to_keep(const std::vector<std::string>& generations) const;
  void remove(const std::string& name) const;

  std::filesystem::path folder_;
};

}  // namespace torikumi::indexer

#endif  // INDEXER_GENERATION_STORE_H_
