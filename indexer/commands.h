#ifndef INDEXER_COMMANDS_H_
#define INDEXER_COMMANDS_H_

// The sub-commands of torikumi-indexer, one source file each. They print: data to standard output,
// everything else to standard error.

#include "indexer/exit_code.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace torikumi::indexer {

/// Arguments of the commands that read reports.
struct ReadArguments {
  std::vector<std::filesystem::path> paths;
  std::optional<std::filesystem::path> catalogue;  ///< --catalogue
  std::optional<std::filesystem::path> wards;      ///< --wards
};

struct BuildArguments {
  ReadArguments read;
  std::filesystem::path index;                      ///< --index
  std::optional<std::filesystem::path> dictionary;  ///< --dictionary
};

ExitCode run_build(const BuildArguments& arguments);
ExitCode run_inspect(const ReadArguments& arguments);
ExitCode run_check(const std::filesystem::path& index);

}  // namespace torikumi::indexer

#endif  // INDEXER_COMMANDS_H_
