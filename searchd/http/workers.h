#ifndef SEARCHD_HTTP_WORKERS_H_
#define SEARCHD_HTTP_WORKERS_H_

// The threads that answer requests, behind a queue with an end.

#include "searchd/http/connections.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace torikumi::searchd {

/// A fixed number of threads that take whole requests from a bounded queue. Free to share between
/// threads, but for construction and destruction.
class HttpWorkers {
 public:
  using Work = std::function<void(std::unique_ptr<HttpConnection>)>;

  /// Starts the threads. `work` is called from all of them and must not throw.
  HttpWorkers(std::size_t threads, std::size_t max_queued, Work work);
  ~HttpWorkers();
  HttpWorkers(const HttpWorkers&) = delete;
  HttpWorkers& operator=(const HttpWorkers&) = delete;

  /// Takes the connection and true; or, if the queue is full or closed, leaves it and false.
  [[nodiscard]] bool try_submit(std::unique_ptr<HttpConnection>& connection);

  /// Takes no more, works the queue off until `give_up_at`, drops what is then left, and returns
  /// when the last request that was begun has ended.
  void finish(std::chrono::steady_clock::time_point give_up_at);

 private:
  void work_until_closed();
  std::unique_ptr<HttpConnection> next();

  const std::size_t max_queued_;
  const Work work_;
  std::mutex mutex_;  // Guards the three below.
  std::deque<std::unique_ptr<HttpConnection>> queue_;
  bool closed_ = false;
  std::chrono::steady_clock::time_point give_up_at_;
  std::condition_variable changed_;
  std::vector<std::thread> threads_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_WORKERS_H_
