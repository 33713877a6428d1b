#include "tests/support/child_process.h"

#include <sys/wait.h>

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

namespace torikumi::testing {
namespace {

constexpr std::chrono::milliseconds kLookInterval{5};
constexpr std::chrono::minutes kPatience{1};

/// Where a child reads and writes, freed at the end.
class FileActions {
 public:
  FileActions(const std::string& out, const std::string& err) {
    constexpr int kNewFile = O_WRONLY | O_CREAT | O_TRUNC;
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, out.c_str(), kNewFile, 0600);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, err.c_str(), kNewFile, 0600);
  }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

ChildProcess::ChildProcess(const std::filesystem::path& program,
                           std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), program.string());
  std::vector<char*> raw;
  raw.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) {
    raw.push_back(argument.data());
  }
  raw.push_back(nullptr);
  const FileActions actions((output_.path() / "out").string(), (output_.path() / "err").string());
  const int problem =
      ::posix_spawn(&process_, raw.front(), actions.get(), nullptr, raw.data(), environ);
  if (problem != 0) {
    throw std::system_error(problem, std::generic_category(), program.string());
  }
}

ChildProcess::~ChildProcess() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
}

std::string ChildProcess::standard_output() const {
  return read_file(output_.path() / "out");
}

std::string ChildProcess::standard_error() const {
  return read_file(output_.path() / "err");
}

void ChildProcess::send(int signal) const {
  ::kill(process_, signal);
}

std::optional<int> ChildProcess::wait_for(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      process_ = 0;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    if (std::chrono::steady_clock::now() >= until) {
      return std::nullopt;
    }
    std::this_thread::sleep_for(kLookInterval);
  }
}

int run_program(const std::filesystem::path& program, std::vector<std::string> arguments) {
  ChildProcess process(program, std::move(arguments));
  const std::optional<int> code = process.wait_for(kPatience);
  if (!code) {
    throw std::runtime_error(program.string() + " does not end: " + process.standard_error());
  }
  return *code;
}

}  // namespace torikumi::testing
