#ifndef SEARCHD_HTTP_CONNECTIONS_H_
#define SEARCHD_HTTP_CONNECTIONS_H_

// The sockets of clients: reading heads, sending answers and closing, without ever keeping a worker
// waiting for a client.

#include "searchd/http/file_descriptor.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace torikumi::searchd {

/// One client: its socket, what it sent, and what it is still to be sent. Owned by one thread at a
/// time.
struct HttpConnection {
  enum class State {
    HeadIncomplete,
    HeadWhole,     ///< `received` begins with a whole head.
    HeadTooLarge,  ///< `received` is longer than a head may be and holds no end of it.
    HeadOverdue,   ///< The deadline passed before the head was whole.
  };

  FileDescriptor socket;
  State state = State::HeadIncomplete;
  std::string received;
  std::chrono::steady_clock::time_point accepted_at;

  std::string answer;               ///< The whole answer, from the status line on.
  std::size_t sent_bytes = 0;       ///< Of `answer`.
  bool expects_more_input = false;  ///< The client may still be sending: a body, an endless head.
};

/// Reads, sends and closes. Where a client makes it wait, one thread of its own waits for all of
/// them together (epoll), so that a slow or silent client costs a descriptor and a few kilobytes
/// only. Free to share between threads, but for construction and destruction.
class HttpConnections {
 public:
  struct Options {
    std::chrono::milliseconds read_deadline{5000};   ///< From acceptance to the end of the head.
    std::chrono::milliseconds write_deadline{5000};  ///< For what the first send left over.
    std::chrono::milliseconds drain_deadline{1000};  ///< For input that is read and thrown away.
    std::size_t max_head_bytes = 16384;
    /// Clients waited for at once; beyond, those that waited longest without a whole head are
    /// closed first. An honest client waits for one round trip, an attacker for the deadline.
    std::size_t max_waiting = 256;
    std::size_t max_unsent_bytes = 134'217'728;  ///< Of all waiting answers together.
  };

  /// What happens to a connection whose state is no longer HeadIncomplete. It ends in `send` or in
  /// the connection's destruction. Called from the thread that called `adopt` and from the waiting
  /// thread; it must neither block nor throw.
  using Ready = std::function<void(std::unique_ptr<HttpConnection>)>;

  /// Starts the waiting thread. Throws Error{Unreadable} if the system gives no epoll.
  HttpConnections(const Options& options, Ready ready);
  ~HttpConnections();
  HttpConnections(const HttpConnections&) = delete;
  HttpConnections& operator=(const HttpConnections&) = delete;

  /// Takes a connected socket; reads what is there.
  void adopt(FileDescriptor socket);

  /// Sends `connection->answer` in one piece as far as the socket takes it, waits for the rest if
  /// need be, and closes. Input that nobody wants is read first, since closing over it would make
  /// the system reset the connection and the client lose the answer.
  void send(std::unique_ptr<HttpConnection> connection);

  /// Closes what is still sending its head, waits until `give_up_at` for answers to be taken, and
  /// returns when the waiting thread has ended. What comes later is closed at once.
  void finish(std::chrono::steady_clock::time_point give_up_at);

 private:
  enum class Phase { Reading, Draining, Writing };  // In the order in which room is made.
  struct Waiting {
    std::unique_ptr<HttpConnection> connection;
    Phase phase = Phase::Reading;
    std::chrono::steady_clock::time_point deadline;
    std::list<Waiting>::iterator self;
  };

  void wait_for(std::unique_ptr<HttpConnection> connection, Phase phase);
  void wake();

  // All below run on the waiting thread only.
  void run();
  [[nodiscard]] bool is_finished() const;
  [[nodiscard]] int next_timeout_ms() const;
  void take_arrivals();
  void make_room();
  void end_overdue();
  void on_event(Waiting& waiting);
  std::unique_ptr<HttpConnection> release(Waiting& waiting);
  std::list<Waiting>& in_phase(Phase phase) { return waiting_.at(static_cast<std::size_t>(phase)); }

  const Options options_;
  const Ready ready_;
  FileDescriptor epoll_;
  FileDescriptor wake_up_;  // An eventfd.

  std::mutex mutex_;  // Guards the three below.
  std::vector<Waiting> arrivals_;
  bool finishing_ = false;
  std::chrono::steady_clock::time_point give_up_at_;

  // One list for each phase, each in the order of its deadlines, which are the same distance away.
  std::array<std::list<Waiting>, 3> waiting_;
  std::size_t unsent_bytes_ = 0;
  bool is_finishing_ = false;  // The waiting thread's own copies of the two above.
  std::chrono::steady_clock::time_point finish_by_;
  std::thread thread_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_CONNECTIONS_H_
