#ifndef TESTS_INDEXER_RUNNING_PROGRAM_H_
#define TESTS_INDEXER_RUNNING_PROGRAM_H_

// The real torikumi-indexer as a process of its own.

#include "tests/support/test_files.h"

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::indexer {

struct ProgramOutcome {
  int exit_code = -1;  ///< -1 if a signal ended it.
  int signal = 0;      ///< 0 if it ended by itself.
  std::string out;
  std::string err;
};

/// A started program; killed at the end of its life if it still runs. Not copyable; one thread.
class RunningProgram {
 public:
  struct Options {
    std::size_t max_file_bytes = 0;  ///< Files it writes may not grow beyond; 0 for no limit.
  };

  /// Starts torikumi-indexer with `arguments`, in the C.UTF-8 locale and without a terminal.
  explicit RunningProgram(std::vector<std::string> arguments);
  RunningProgram(std::vector<std::string> arguments, const Options& options);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  [[nodiscard]] pid_t process() const { return process_; }
  [[nodiscard]] bool is_running() const;

  void send(int signal) const;

  /// Waits for its end. REQUIRES: not called before.
  ProgramOutcome wait();

 private:
  testing::TemporaryDirectory output_;
  pid_t process_ = 0;
};

/// Runs torikumi-indexer to its end.
ProgramOutcome run_indexer(std::vector<std::string> arguments);

}  // namespace torikumi::indexer

#endif  // TESTS_INDEXER_RUNNING_PROGRAM_H_
