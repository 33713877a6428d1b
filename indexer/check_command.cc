#include "indexer/commands.h"
#include "indexer/index_checker.h"

#include <fmt/format.h>

#include <cstdio>

namespace torikumi::indexer {

ExitCode run_check(const std::filesystem::path& index) {
  const CheckReport report = check_index(index);
  for (const Error& problem : report.problems) {
    fmt::print(stderr, "error: {}\n", problem.what());
  }
  if (!report.problems.empty()) {
    fmt::print(stderr, "{}: the index is damaged ({} problems)\n", index.string(),
               report.problems.size());
    return ExitCode::Failure;
  }
  fmt::print("{}: generation {} is whole, {} records\n", index.string(), report.generation_id,
             report.record_count);
  return ExitCode::Success;
}

}  // namespace torikumi::indexer
