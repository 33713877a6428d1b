#include "tests/support/test_files.h"

#include "corpus/error.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>

namespace torikumi::testing {

std::filesystem::path source_dir() {
  return TORIKUMI_SOURCE_DIR;
}

std::filesystem::path golden_dir() {
  return source_dir() / "tests" / "golden";
}

std::optional<std::filesystem::path> reports_dir() {
  std::filesystem::path folder = TORIKUMI_REPORTS_DIR;
  if (std::filesystem::is_directory(folder)) {
    return folder;
  }
  if (std::getenv("CI") != nullptr) {
    std::fprintf(stderr, "CI is set and the real reports are not in %s\n", folder.c_str());
    std::exit(EXIT_FAILURE);
  }
  return std::nullopt;
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw Error(ErrorKind::NotFound, "cannot open the file", file.string());
  }
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

void write_file(const std::filesystem::path& file, std::string_view content) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  if (!out.flush()) {
    throw Error(ErrorKind::Unreadable, "cannot write the file", file.string());
  }
}

TemporaryDirectory::TemporaryDirectory() {
  std::string name = (std::filesystem::temp_directory_path() / "torikumi-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw Error(ErrorKind::Unreadable, "cannot make a temporary folder", name);
  }
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace torikumi::testing
