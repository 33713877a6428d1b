#ifndef TESTS_HTTP_RUNNING_DAEMON_H_
#define TESTS_HTTP_RUNNING_DAEMON_H_

// The real programs: an index built by torikumi-indexer, served by torikumi-searchd on a free port.

#include "tests/support/child_process.h"
#include "tests/support/http_client.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torikumi::testing {

/// Builds the next generation of `index` from the reports in `reports`; the exit code.
int build_index_with_program(const std::filesystem::path& index,
                             const std::filesystem::path& reports);

/// A parameter of a request, not yet encoded.
using QueryParameter = std::pair<std::string_view, std::string_view>;

/// path?name=value&…, percent-encoded.
std::string target_of(std::string_view path, const std::vector<QueryParameter>& parameters);

/// Serves from construction to destruction. Throws std::runtime_error with what the daemon wrote if
/// it does not come up.
class RunningDaemon {
 public:
  explicit RunningDaemon(const std::filesystem::path& index,
                         const std::vector<std::string>& further_flags = {});

  [[nodiscard]] int port() const { return port_; }
  ChildProcess& process() { return process_; }

  /// GET of a path below the root.
  [[nodiscard]] HttpAnswer get(std::string_view path,
                               const std::vector<QueryParameter>& parameters = {},
                               std::string_view header_lines = {}) const;

 private:
  ChildProcess process_;
  int port_ = 0;
};

/// The JSON of a successful answer of the API. What every such answer has is expected of it:
/// status, type, generation, a weak ETag and what caches must know.
nlohmann::ordered_json expect_success(const HttpAnswer& answer);

/// What a problem says beside its type. Empty texts must not be in the answer.
struct ExpectedProblem {
  int status = 400;
  std::string_view slug;
  std::string_view detail;
  std::string_view parameter;
  std::string_view hint;
};

/// Expects the answer to be exactly this problem, in the form that all problems have.
void expect_problem(const HttpAnswer& answer, const ExpectedProblem& problem);

/// The lines of a CSV answer, without their ends; what every CSV answer has is expected of it. Only
/// for tables without line ends in cells.
std::vector<std::string> expect_csv(const HttpAnswer& answer);

}  // namespace torikumi::testing

#endif  // TESTS_HTTP_RUNNING_DAEMON_H_
