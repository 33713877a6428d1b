#ifndef TESTS_HTTP_RUNNING_SERVER_H_
#define TESTS_HTTP_RUNNING_SERVER_H_

// A server on a free port, for the length of a test.

#include "searchd/http/server.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace torikumi::testing {

/// Options with a free port.
inline searchd::HttpServer::Options free_port() {
  searchd::HttpServer::Options options;
  options.port = 0;
  return options;
}

/// Serves from construction to `stop` or destruction, and keeps the access log.
class RunningServer {
 public:
  explicit RunningServer(searchd::HttpServer::Handler handler,
                         const searchd::HttpServer::Options& options = free_port())
      : server_(options, std::move(handler), [this](const auto& record) { keep(record); }) {
    server_.bind();
    thread_ = std::thread([this] { server_.run(); });
  }
  ~RunningServer() { stop(); }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  [[nodiscard]] int port() const { return server_.port(); }
  searchd::HttpServer& server() { return server_; }

  /// Returns when the server has ended.
  void stop() {
    server_.stop();
    if (thread_.joinable()) {
      thread_.join();
    }
  }

  /// The access log, once it has `count` lines.
  std::vector<searchd::AccessRecord> log(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return records_.size() >= count; });
    return records_;
  }

 private:
  void keep(const searchd::AccessRecord& record) {
    const std::lock_guard lock(mutex_);
    records_.push_back(record);
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<searchd::AccessRecord> records_;
  searchd::HttpServer server_;
  std::thread thread_;
};

}  // namespace torikumi::testing

#endif  // TESTS_HTTP_RUNNING_SERVER_H_
