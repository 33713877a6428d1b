#include "tests/support/child_process.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>

namespace torikumi::testing {
namespace {

constexpr std::chrono::milliseconds kLookInterval{5};
constexpr std::chrono::minutes kPatience{1};

// Only what is safe between fork and exec.
[[noreturn]] void become_program(const std::vector<char*>& arguments, const char* out,
                                 const char* err, std::size_t max_file_bytes) {
  constexpr int kNewFile = O_WRONLY | O_CREAT | O_TRUNC;
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::dup2(::open(out, kNewFile, 0600), STDOUT_FILENO);
  ::dup2(::open(err, kNewFile, 0600), STDERR_FILENO);
  if (max_file_bytes > 0) {
    // With the signal ignored, a write beyond the limit fails as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{max_file_bytes, max_file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments)
    : ChildProcess(program, std::move(arguments), Options{}) {}

ChildProcess::ChildProcess(const std::filesystem::path& program, std::vector<std::string> arguments,
                           const Options& options) {
  arguments.insert(arguments.begin(), program.string());
  std::vector<char*> raw;
  raw.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) {
    raw.push_back(argument.data());
  }
  raw.push_back(nullptr);
  const std::string out = (output_.path() / "out").string();
  const std::string err = (output_.path() / "err").string();
  // There from the start, so that they can be read before the child has opened them.
  write_file(out, "");
  write_file(err, "");
  process_ = ::fork();
  if (process_ == 0) {
    become_program(raw, out.c_str(), err.c_str(), options.max_file_bytes);
  }
  if (process_ < 0) {
    throw std::runtime_error("cannot fork");
  }
}

ChildProcess::~ChildProcess() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
}

bool ChildProcess::is_running() const {
  siginfo_t state{};
  ::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED | WNOHANG | WNOWAIT);
  return state.si_pid == 0;
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

ProgramOutcome ChildProcess::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  return outcome_of(status);
}

std::optional<int> ChildProcess::wait_for(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      const ProgramOutcome outcome = outcome_of(status);
      return outcome.signal == 0 ? outcome.exit_code : 128 + outcome.signal;
    }
    if (std::chrono::steady_clock::now() >= until) {
      return std::nullopt;
    }
    std::this_thread::sleep_for(kLookInterval);
  }
}

ProgramOutcome ChildProcess::outcome_of(int status) {
  process_ = 0;
  ProgramOutcome outcome;
  if (WIFEXITED(status)) {
    outcome.exit_code = WEXITSTATUS(status);
  } else {
    outcome.signal = WTERMSIG(status);
  }
  outcome.out = standard_output();
  outcome.err = standard_error();
  return outcome;
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
