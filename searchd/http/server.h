#ifndef SEARCHD_HTTP_SERVER_H_
#define SEARCHD_HTTP_SERVER_H_

// The HTTP server of the daemon: bounded in every direction, one handler for all paths.

#include "searchd/http/message.h"
#include "searchd/http/response_headers.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace torikumi::searchd {

/// One line of the access log. The query string is left out: it tells what staff look for.
struct AccessRecord {
  std::string remote_address;
  std::string method;  ///< Empty, like `path`, if the request was not understood.
  std::string path;
  int status = 0;
  std::size_t body_bytes = 0;             ///< Of the answer, before a HEAD cuts it off.
  std::chrono::microseconds duration{0};  ///< From acceptance to the whole answer, unsent.
  std::string error;                      ///< What went wrong inside; empty otherwise.
};

/// Answers GET, HEAD and OPTIONS over HTTP/1.1, one request per connection (`Connection: close`).
///
/// Requests with a body are refused unread, heads and answers are bounded in bytes and time, and no
/// slow client keeps a worker. Ranges, compression and `Expect` are not supported. `stop` may be
/// called from anywhere; all else from one thread.
class HttpServer {
 public:
  struct Options {
    std::string host = "127.0.0.1";      ///< Address or name; IPv6 with or without brackets.
    int port = 8080;                     ///< 0 = any free port.
    std::size_t workers = 0;             ///< Threads that answer; 0 = four per core, at least 8.
    std::size_t max_queued = 512;        ///< Whole requests that wait for a worker; then 503.
    std::size_t max_waiting = 256;       ///< Clients that are waited for; see HttpConnections.
    std::size_t max_head_bytes = 16384;  ///< Request line and headers; then 431.
    std::size_t max_response_bytes = 33'554'432;  ///< Of a body; then 500.
    int request_deadline_ms = 5000;     ///< From acceptance to the end of the head; then 408.
    int response_deadline_ms = 30'000;  ///< For a client to take an answer; then it is cut.
    int stop_deadline_ms = 1500;        ///< For queued requests and unsent answers after `stop`.
    CrossOriginPolicy cross_origin;
  };

  /// Answers one request. Called from several threads at once. Error thrown becomes the problem
  /// that `problem_from` says, any other exception a 500 that tells nothing; both are logged.
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  /// Called once for each answer, from several threads at once; must not throw.
  using AccessLog = std::function<void(const AccessRecord&)>;

  HttpServer(const Options& options, Handler handler, AccessLog access_log = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Opens the port; clients can connect from now on and are answered once `run` is called. Throws
  /// as `open_listening_socket` does.
  void bind();

  /// The port in use. REQUIRES: bound.
  [[nodiscard]] int port() const;

  /// Serves until `stop`, then ends what was begun and returns. Once only. REQUIRES: bound.
  void run();

  /// Makes `run` return, soon: at most `stop_deadline_ms` after the last handler has ended. May be
  /// called before `run`, more than once, from any thread and from a signal handler. REQUIRES:
  /// bound.
  void stop() noexcept;

  /// Serves one client whose connected socket was made elsewhere; takes the socket over.
  void serve(int connected_socket);

 private:
  class Impl;  // Keeps httplib out of this header.
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_SERVER_H_
