#include "corpus/data_directory.h"

#include "corpus/error.h"

#include <cstdlib>
#include <system_error>

namespace torikumi {

std::filesystem::path data_directory() {
  namespace fs = std::filesystem;
  fs::path folder;
  if (const char* set = std::getenv("TORIKUMI_DATA"); set != nullptr && *set != '\0') {
    folder = set;
  } else {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    folder = program.parent_path().parent_path() / "share" / "torikumi";
  }
  if (!fs::is_directory(folder)) {
    throw Error(ErrorKind::NotFound, "the folder with the program's data files is not there",
                folder.string(), "build or install again, or set TORIKUMI_DATA");
  }
  return folder;
}

}  // namespace torikumi
