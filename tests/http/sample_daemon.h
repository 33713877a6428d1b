#ifndef TESTS_HTTP_SAMPLE_DAEMON_H_
#define TESTS_HTTP_SAMPLE_DAEMON_H_

// The daemon over the sample corpus, for the tests of one suite: it only reads.

#include "tests/http/running_daemon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace torikumi::testing {

class SampleDaemonTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    const std::filesystem::path index = folder->path() / "index";
    ASSERT_EQ(build_index_with_program(index, source_dir() / "corpus" / "sample"), 0);
    daemon = std::make_unique<RunningDaemon>(index);
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static HttpAnswer get(std::string_view path, const std::vector<QueryParameter>& parameters = {},
                        std::string_view header_lines = {}) {
    return daemon->get(path, parameters, header_lines);
  }

  static nlohmann::ordered_json search(const std::vector<QueryParameter>& parameters) {
    return expect_success(get("/api/v1/search", parameters));
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

}  // namespace torikumi::testing

#endif  // TESTS_HTTP_SAMPLE_DAEMON_H_
