// The daemon while the index is built again, and when it is told to stop.

#include "tests/http/running_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <csignal>
#include <set>
#include <thread>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

std::filesystem::path sample() {
  return source_dir() / "corpus" / "sample";
}

/// Asks until the generation is another one; its id.
std::string generation_after(const RunningDaemon& daemon, const std::string& old) {
  const auto until = std::chrono::steady_clock::now() + 30s;
  while (std::chrono::steady_clock::now() < until) {
    const std::string now = expect_success(daemon.get("/api/v1/wards"))["generation"];
    if (now != old) {
      return now;
    }
    std::this_thread::yield();
  }
  return old;
}

TEST(GenerationTest, IsPickedUpWithoutAFailedRequest) {
  const TemporaryDirectory folder;
  const std::filesystem::path index = folder.path() / "index";
  ASSERT_EQ(build_index_with_program(index, sample()), 0);
  RunningDaemon daemon(index);
  std::string generation = expect_success(daemon.get("/api/v1/wards"))["generation"];
  const std::string first = generation;

  std::atomic<bool> is_over = false;
  std::atomic<std::size_t> requests = 0;
  std::array<std::vector<std::string>, 3> failures;
  std::vector<std::thread> clients;
  clients.reserve(failures.size());
  for (std::vector<std::string>& failed : failures) {
    clients.emplace_back([&] {
      while (!is_over) {
        const HttpAnswer answer = daemon.get("/api/v1/search", {{"q", "個人情報"}});
        ++requests;
        if (answer.status != 200 || Json::parse(answer.body)["total"] == 0) {
          failed.push_back(answer.body);
        }
      }
    });
  }
  for (int build = 0; build < 3; ++build) {
    EXPECT_EQ(build_index_with_program(index, sample()), 0);
  }
  generation = generation_after(daemon, first);
  while (!generation.starts_with("000004-") && generation != first) {
    const std::string next = generation_after(daemon, generation);
    ASSERT_NE(next, generation);
    generation = next;
  }
  is_over = true;
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_THAT(failures, ::testing::Each(::testing::IsEmpty()));
  EXPECT_GT(requests, 10U);
  EXPECT_EQ(generation.substr(7), first.substr(7)) << "the same content, the same hash";
}

TEST(GenerationTest, ChangesTheEntityTag) {
  const TemporaryDirectory folder;
  const std::filesystem::path index = folder.path() / "index";
  ASSERT_EQ(build_index_with_program(index, sample()), 0);
  const RunningDaemon daemon(index);
  const HttpAnswer before = daemon.get("/api/v1/wards");
  ASSERT_EQ(build_index_with_program(index, sample()), 0);
  const std::string old = Json::parse(before.body)["generation"];
  ASSERT_NE(generation_after(daemon, old), old);
  const HttpAnswer after =
      daemon.get("/api/v1/wards", {}, "If-None-Match: " + before.header("etag") + "\r\n");
  EXPECT_EQ(after.status, 200);
}

TEST(DaemonTest, StopsSoonAfterASignal) {
  const TemporaryDirectory folder;
  const std::filesystem::path index = folder.path() / "index";
  ASSERT_EQ(build_index_with_program(index, sample()), 0);
  for (const int signal : {SIGTERM, SIGINT}) {
    RunningDaemon daemon(index);
    HttpClient idle(daemon.port());  // A client that says nothing does not hold it.
    daemon.process().send(signal);
    EXPECT_EQ(daemon.process().wait_for(2s), 0);
    EXPECT_EQ(daemon.process().standard_error(), "");
  }
}

TEST(DaemonTest, RefusesToStartWithoutAnIndex) {
  const TemporaryDirectory folder;
  ChildProcess daemon(TORIKUMI_SEARCHD,
                      {"--index", (folder.path() / "none").string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(daemon.wait_for(30s), 1);
  EXPECT_EQ(daemon.standard_output(), "");
  EXPECT_EQ(daemon.standard_error(),
            "torikumi-searchd: " + (folder.path() / "none").string() +
                ": there is no index in this folder; make one with: torikumi-indexer build --index "
                "DIR PATH…\n");
}

TEST(DaemonTest, RefusesAnAddressThatIsNone) {
  ChildProcess daemon(TORIKUMI_SEARCHD, {"--index", "x", "--listen", "everywhere"});
  EXPECT_EQ(daemon.wait_for(30s), 2);
  EXPECT_EQ(daemon.standard_error(),
            "torikumi-searchd: --listen: \"everywhere\" is not an address; give HOST:PORT, such as "
            "127.0.0.1:8080 or [::1]:8080\n");
}

}  // namespace
}  // namespace torikumi::testing
