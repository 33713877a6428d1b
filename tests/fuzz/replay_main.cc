// The main of a fuzz target without libFuzzer: checks the files named, and all files below the
// folders named, each once.

#include "tests/fuzz/invariant.h"
#include "tests/support/test_files.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> inputs_at(const fs::path& path) {
  if (!fs::is_directory(path)) {
    return {path};
  }
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) {
      files.push_back(entry.path());
    }
  }
  return files;
}

int replay(const std::vector<fs::path>& paths) {
  std::size_t count = 0;
  for (const fs::path& path : paths) {
    for (const fs::path& file : inputs_at(path)) {
      std::fprintf(stderr, "%s\n", file.c_str());  // The last one is the one that breaks a rule.
      torikumi::fuzz::check(torikumi::testing::read_file(file));
      ++count;
    }
  }
  std::fprintf(stderr, "%zu inputs keep the rules\n", count);
  return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return replay({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return EXIT_FAILURE;
  }
}
