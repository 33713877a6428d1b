#ifndef TESTS_SUPPORT_TEST_FILES_H_
#define TESTS_SUPPORT_TEST_FILES_H_

// Files that tests read and write.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace torikumi::testing {

/// The checkout, and the folder with the golden files in it.
std::filesystem::path source_dir();
std::filesystem::path golden_dir();

/// The folder of the real reports; nothing if it is not there. In CI (the environment variable CI
/// is set) it must be there: then the process ends with a message instead.
std::optional<std::filesystem::path> reports_dir();

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, std::string_view content);

/// A new empty folder, deleted with all that is in it at the end of its life.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace torikumi::testing

#endif  // TESTS_SUPPORT_TEST_FILES_H_
