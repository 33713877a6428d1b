#include "searchd/http/connections.h"

// The life of a connection:
//
//   adopt -> [Reading] -> ready -> (a worker writes the answer) -> send -> [Writing] -> [Draining]
//   -> closed
//
// The phases in brackets are left out when the client is quick: then no step costs more than the
// system call itself, and the waiting thread never hears of the connection.

#include "corpus/error.h"
#include "searchd/http/head.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/types.h>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace torikumi::searchd {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 16384;
constexpr int kEventsAtOnce = 64;

enum class Progress { Done, Blocked, Broken };

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

// Reads once into `received` and sets the state. Done: something arrived; Broken: nothing more
// will.
Progress receive_head(HttpConnection& connection, std::size_t max_head_bytes) {
  std::array<char, kReadBytes>
      buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written by recv
  const ssize_t count =
      ::recv(connection.socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count <= 0) {
    return count < 0 && would_block() ? Progress::Blocked : Progress::Broken;
  }
  connection.received.append(buffer.data(), static_cast<std::size_t>(count));
  const auto length = head_length(connection.received);
  if (length.value_or(connection.received.size()) > max_head_bytes) {
    connection.state = HttpConnection::State::HeadTooLarge;
    connection.expects_more_input = true;
  } else if (length) {
    connection.state = HttpConnection::State::HeadWhole;
  }
  return Progress::Done;
}

Progress send_rest(HttpConnection& connection) {
  const std::string_view rest = std::string_view(connection.answer).substr(connection.sent_bytes);
  const ssize_t count =
      ::send(connection.socket.number(), rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (count < 0) {
    return would_block() ? Progress::Blocked : Progress::Broken;
  }
  connection.sent_bytes += static_cast<std::size_t>(count);
  return connection.sent_bytes == connection.answer.size() ? Progress::Done : Progress::Blocked;
}

// Reads once and forgets. Done: there may be more.
Progress discard_input(const FileDescriptor& socket) {
  std::array<char, kReadBytes>
      buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written by recv
  const ssize_t count = ::recv(socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count > 0) {
    return Progress::Done;
  }
  return count < 0 && would_block() ? Progress::Blocked : Progress::Broken;
}

void prepare(const FileDescriptor& socket) {
  const int on = 1;
  ::fcntl(socket.number(), F_SETFD, FD_CLOEXEC);
  ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

[[noreturn]] void throw_system_error(const char* what) {
  throw Error(ErrorKind::Unreadable,
              std::string(what) + ": " + std::generic_category().message(errno));
}

}  // namespace

HttpConnections::HttpConnections(const Options& options, Ready ready)
    : options_(options),
      ready_(std::move(ready)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_up_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.ptr = nullptr;  // No connection: the wake-up call.
  if (!epoll_ || !wake_up_ ||
      ::epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, wake_up_.number(), &event) != 0) {
    throw_system_error("cannot wait for connections");
  }
  thread_ = std::thread([this] { run(); });
}

HttpConnections::~HttpConnections() {
  finish(Clock::now());
}

void HttpConnections::adopt(FileDescriptor socket) {
  prepare(socket);
  auto connection = std::make_unique<HttpConnection>();
  connection->socket = std::move(socket);
  connection->accepted_at = Clock::now();
  if (receive_head(*connection, options_.max_head_bytes) == Progress::Broken) {
    return;
  }
  if (connection->state == HttpConnection::State::HeadIncomplete) {
    wait_for(std::move(connection), Phase::Reading);
  } else {
    ready_(std::move(connection));
  }
}

void HttpConnections::send(std::unique_ptr<HttpConnection> connection) {
  const Progress progress = send_rest(*connection);
  if (progress == Progress::Broken) {
    return;
  }
  if (progress == Progress::Blocked) {
    wait_for(std::move(connection), Phase::Writing);
    return;
  }
  const bool has_input = discard_input(connection->socket) == Progress::Done;
  if (has_input || connection->expects_more_input) {
    ::shutdown(connection->socket.number(), SHUT_WR);
    wait_for(std::move(connection), Phase::Draining);
  }
}

void HttpConnections::finish(Clock::time_point give_up_at) {
  if (!thread_.joinable()) {
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    finishing_ = true;
    give_up_at_ = give_up_at;
  }
  wake();
  thread_.join();
  for (std::list<Waiting>& list : waiting_) {
    list.clear();
  }
  const std::lock_guard lock(mutex_);
  arrivals_.clear();
}

void HttpConnections::wait_for(std::unique_ptr<HttpConnection> connection, Phase phase) {
  Waiting waiting;
  waiting.phase = phase;
  switch (phase) {
    case Phase::Reading:
      waiting.deadline = connection->accepted_at + options_.read_deadline;
      break;
    case Phase::Draining:
      waiting.deadline = Clock::now() + options_.drain_deadline;
      break;
    case Phase::Writing:
      waiting.deadline = Clock::now() + options_.write_deadline;
      break;
  }
  waiting.connection = std::move(connection);
  {
    const std::lock_guard lock(mutex_);
    if (finishing_ && phase == Phase::Reading) {
      return;
    }
    arrivals_.push_back(std::move(waiting));
  }
  wake();
}

void HttpConnections::wake() {
  const std::uint64_t one = 1;
  // Fails only if the counter is full, and then the thread is awake already.
  [[maybe_unused]] const ssize_t written = ::write(wake_up_.number(), &one, sizeof one);
}

void HttpConnections::run() {
  std::array<epoll_event, kEventsAtOnce> events{};
  while (!is_finished()) {
    const int count =
        ::epoll_wait(epoll_.number(), events.data(), kEventsAtOnce, next_timeout_ms());
    for (int i = 0; i < count; ++i) {
      void* waiting = events.at(static_cast<std::size_t>(i)).data.ptr;
      if (waiting == nullptr) {
        std::uint64_t calls = 0;
        [[maybe_unused]] const ssize_t got = ::read(wake_up_.number(), &calls, sizeof calls);
      } else {
        on_event(*static_cast<Waiting*>(waiting));
      }
    }
    take_arrivals();
    make_room();
    end_overdue();
  }
}

bool HttpConnections::is_finished() const {
  const bool nobody_waits =
      std::all_of(waiting_.begin(), waiting_.end(), [](const auto& list) { return list.empty(); });
  return is_finishing_ && (nobody_waits || Clock::now() >= finish_by_);
}

int HttpConnections::next_timeout_ms() const {
  constexpr std::int64_t kLongestMs = 60'000;
  Clock::time_point next = is_finishing_ ? finish_by_ : Clock::time_point::max();
  for (const std::list<Waiting>& list : waiting_) {
    if (!list.empty()) {
      next = std::min(next, list.front().deadline);
    }
  }
  if (next == Clock::time_point::max()) {
    return -1;
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, kLongestMs));
}

void HttpConnections::take_arrivals() {
  std::vector<Waiting> arrivals;
  bool begins_to_finish = false;
  {
    const std::lock_guard lock(mutex_);
    arrivals.swap(arrivals_);
    begins_to_finish = finishing_ && !is_finishing_;
    is_finishing_ = finishing_;
    finish_by_ = give_up_at_;
  }
  for (Waiting& arrival : arrivals) {
    std::list<Waiting>& list = in_phase(arrival.phase);
    list.push_back(std::move(arrival));
    Waiting& waiting = list.back();
    waiting.self = std::prev(list.end());
    unsent_bytes_ += waiting.connection->answer.size();
    epoll_event event{};
    event.events = waiting.phase == Phase::Writing ? EPOLLOUT : EPOLLIN;
    event.data.ptr = &waiting;
    if (::epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, waiting.connection->socket.number(), &event) !=
        0) {
      release(waiting);
    }
  }
  if (begins_to_finish) {
    in_phase(Phase::Reading).clear();
  }
}

void HttpConnections::make_room() {
  std::size_t count = 0;
  for (const std::list<Waiting>& list : waiting_) {
    count += list.size();
  }
  for (std::list<Waiting>& list : waiting_) {
    for (; count > options_.max_waiting && !list.empty(); --count) {
      release(list.front());
    }
  }
  std::list<Waiting>& writing = in_phase(Phase::Writing);
  while (unsent_bytes_ > options_.max_unsent_bytes && !writing.empty()) {
    release(writing.front());
  }
}

void HttpConnections::end_overdue() {
  const Clock::time_point now = Clock::now();
  for (std::list<Waiting>& list : waiting_) {
    while (!list.empty() && list.front().deadline <= now) {
      const bool was_reading = list.front().phase == Phase::Reading;
      std::unique_ptr<HttpConnection> connection = release(list.front());
      // A browser opens connections in advance and may never use them: no answer to no request.
      if (was_reading && !connection->received.empty()) {
        connection->state = HttpConnection::State::HeadOverdue;
        connection->expects_more_input = true;
        ready_(std::move(connection));
      }
    }
  }
}

void HttpConnections::on_event(Waiting& waiting) {
  HttpConnection& connection = *waiting.connection;
  switch (waiting.phase) {
    case Phase::Reading:
      if (receive_head(connection, options_.max_head_bytes) == Progress::Broken) {
        release(waiting);
      } else if (connection.state != HttpConnection::State::HeadIncomplete) {
        ready_(release(waiting));
      }
      break;
    case Phase::Writing: {
      const Progress progress = send_rest(connection);
      if (progress == Progress::Broken) {
        release(waiting);
      } else if (progress == Progress::Done) {
        send(release(waiting));
      }
      break;
    }
    case Phase::Draining:
      if (discard_input(connection.socket) == Progress::Broken) {
        release(waiting);
      }
      break;
  }
}

std::unique_ptr<HttpConnection> HttpConnections::release(Waiting& waiting) {
  std::unique_ptr<HttpConnection> connection = std::move(waiting.connection);
  ::epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, connection->socket.number(), nullptr);
  unsent_bytes_ -= connection->answer.size();
  const auto self = waiting.self;  // `waiting` ends with the next call.
  in_phase(waiting.phase).erase(self);
  return connection;
}

}  // namespace torikumi::searchd
