#ifndef TESTS_SUPPORT_CHILD_PROCESS_H_
#define TESTS_SUPPORT_CHILD_PROCESS_H_

// A program of ours as a process of its own.

#include "tests/support/test_files.h"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::testing {

/// A started program, killed at the end of its life if it still runs. Not copyable; one thread.
class ChildProcess {
 public:
  ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// What it has written so far.
  [[nodiscard]] std::string standard_output() const;
  [[nodiscard]] std::string standard_error() const;

  void send(int signal) const;

  /// The exit code, 128 + n if signal n ended it; nothing if it still runs when `patience` is over.
  std::optional<int> wait_for(std::chrono::milliseconds patience);

 private:
  TemporaryDirectory output_;
  pid_t process_ = 0;  // 0 once it has been waited for.
};

/// Runs a program to its end and gives its exit code. Throws std::runtime_error after a minute.
int run_program(const std::filesystem::path& program, std::vector<std::string> arguments);

}  // namespace torikumi::testing

#endif  // TESTS_SUPPORT_CHILD_PROCESS_H_
