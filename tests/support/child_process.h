#ifndef TESTS_SUPPORT_CHILD_PROCESS_H_
#define TESTS_SUPPORT_CHILD_PROCESS_H_

// A program of ours as a process of its own.

#include "tests/support/test_files.h"

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::testing {

struct ProgramOutcome {
  int exit_code = -1;  ///< -1 if a signal ended it.
  int signal = 0;      ///< 0 if it ended by itself.
  std::string out;
  std::string err;
};

/// A started program, killed at the end of its life if it still runs. It reads /dev/null and writes
/// to files. Not copyable; one thread.
class ChildProcess {
 public:
  struct Options {
    std::size_t max_file_bytes = 0;  ///< Files it writes may not grow beyond; 0 for no limit.
  };

  /// Throws std::runtime_error if no process can be made. A program that is not there ends with
  /// exit code 127.
  ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments);
  ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments,
               const Options& options);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  [[nodiscard]] pid_t process() const { return process_; }
  [[nodiscard]] bool is_running() const;

  /// What it has written so far.
  [[nodiscard]] std::string standard_output() const;
  [[nodiscard]] std::string standard_error() const;

  void send(int signal) const;

  /// Waits for its end. REQUIRES: it was not waited for before.
  ProgramOutcome wait();

  /// The exit code, 128 + n if signal n ended it; nothing if it still runs when `patience` is over.
  std::optional<int> wait_for(std::chrono::milliseconds patience);

 private:
  ProgramOutcome outcome_of(int status);

  TemporaryDirectory output_;
  pid_t process_ = 0;  // 0 once it has been waited for.
};

/// Runs a program to its end and gives its exit code. Throws std::runtime_error after a minute.
int run_program(const std::filesystem::path& program, std::vector<std::string> arguments);

}  // namespace torikumi::testing

#endif  // TESTS_SUPPORT_CHILD_PROCESS_H_
