#ifndef TESTS_HTTP_HISTORY_DAEMON_H_
#define TESTS_HTTP_HISTORY_DAEMON_H_

// The daemon over the made-up history of three wards (tests/golden/history.md), for the tests of
// one suite: it only reads.

#include "tests/http/running_daemon.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace torikumi::testing {

class HistoryDaemonTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    const std::filesystem::path index = folder->path() / "index";
    ASSERT_EQ(build_index_with_program(index, golden_dir() / "history"), 0);
    daemon = std::make_unique<RunningDaemon>(index);
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static HttpAnswer get(std::string_view path, const std::vector<QueryParameter>& parameters = {}) {
    return daemon->get(path, parameters);
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

}  // namespace torikumi::testing

#endif  // TESTS_HTTP_HISTORY_DAEMON_H_
