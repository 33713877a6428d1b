#include "searchd/http/workers.h"

#include <utility>

namespace torikumi::searchd {

HttpWorkers::HttpWorkers(std::size_t threads, std::size_t max_queued, Work work)
    : max_queued_(max_queued), work_(std::move(work)) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { work_until_closed(); });
  }
}

HttpWorkers::~HttpWorkers() {
  finish(std::chrono::steady_clock::now());
}

bool HttpWorkers::try_submit(std::unique_ptr<HttpConnection>& connection) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || queue_.size() >= max_queued_) {
      return false;
    }
    queue_.push_back(std::move(connection));
  }
  changed_.notify_one();
  return true;
}

void HttpWorkers::finish(std::chrono::steady_clock::time_point give_up_at) {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    give_up_at_ = give_up_at;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
  threads_.clear();
}

void HttpWorkers::work_until_closed() {
  while (std::unique_ptr<HttpConnection> connection = next()) {
    work_(std::move(connection));
  }
}

std::unique_ptr<HttpConnection> HttpWorkers::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !queue_.empty(); });
  if (closed_ && std::chrono::steady_clock::now() >= give_up_at_) {
    queue_.clear();
  }
  if (queue_.empty()) {
    return nullptr;
  }
  std::unique_ptr<HttpConnection> connection = std::move(queue_.front());
  queue_.pop_front();
  return connection;
}

}  // namespace torikumi::searchd
