#include "indexer/commands.h"
#include "indexer/console.h"
#include "indexer/index_checker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace torikumi::indexer {

ExitCode run_check(const std::filesystem::path& index) {
  const CheckReport report = check_index(index);
  for (const Error& problem : report.problems) {
    write_remark(fmt::format("error: {}\n", problem.what()));
  }
  if (!report.problems.empty()) {
    const bool is_damaged =
        std::all_of(report.problems.begin(), report.problems.end(),
                    [](const Error& problem) { return problem.kind == ErrorKind::Damaged; });
    write_remark(fmt::format("{}: the index {} ({} problem{})\n", index.string(),
                             is_damaged ? "is not whole" : "cannot be checked",
                             report.problems.size(), report.problems.size() == 1 ? "" : "s"));
    return ExitCode::Failure;
  }
  fmt::print("{}: generation {} is whole, {} records\n", index.string(), report.generation_id,
             report.record_count);
  return ExitCode::Success;
}

}  // namespace torikumi::indexer
