#include "tests/indexer/running_program.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <utility>

namespace torikumi::indexer {
namespace {

// Only what is safe between fork and exec.
[[noreturn]] void become_program(const std::vector<char*>& arguments, const char* out,
                                 const char* err, const RunningProgram::Options& options) {
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::dup2(::open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
  ::dup2(::open(err, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
  if (options.max_file_bytes > 0) {
    // With the signal ignored, a write beyond the limit fails as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{options.max_file_bytes, options.max_file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

RunningProgram::RunningProgram(std::vector<std::string> arguments)
    : RunningProgram(std::move(arguments), Options{}) {}

RunningProgram::RunningProgram(std::vector<std::string> arguments, const Options& options) {
  arguments.insert(arguments.begin(), TORIKUMI_INDEXER);
  std::vector<char*> raw;
  for (std::string& argument : arguments) {
    raw.push_back(argument.data());
  }
  raw.push_back(nullptr);
  const std::string out = (output_.path() / "out").string();
  const std::string err = (output_.path() / "err").string();
  process_ = ::fork();
  if (process_ == 0) {
    become_program(raw, out.c_str(), err.c_str(), options);
  }
  if (process_ < 0) {
    throw std::runtime_error("cannot fork");
  }
}

RunningProgram::~RunningProgram() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
}

bool RunningProgram::is_running() const {
  siginfo_t state{};
  ::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED | WNOHANG | WNOWAIT);
  return state.si_pid == 0;
}

void RunningProgram::send(int signal) const {
  ::kill(process_, signal);
}

ProgramOutcome RunningProgram::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = 0;
  ProgramOutcome outcome;
  if (WIFEXITED(status)) {
    outcome.exit_code = WEXITSTATUS(status);
  } else {
    outcome.signal = WTERMSIG(status);
  }
  outcome.out = testing::read_file(output_.path() / "out");
  outcome.err = testing::read_file(output_.path() / "err");
  return outcome;
}

ProgramOutcome run_indexer(std::vector<std::string> arguments) {
  return RunningProgram(std::move(arguments)).wait();
}

}  // namespace torikumi::indexer
