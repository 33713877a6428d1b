#ifndef TESTS_SUPPORT_HTTP_CLIENT_H_
#define TESTS_SUPPORT_HTTP_CLIENT_H_

// A client that can misbehave: it sends the bytes that it is given and shows the bytes it gets.

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace torikumi::testing {

/// One socket to a server on this machine. Gives up with std::runtime_error if nothing happens for
/// `kPatience`, so that a test fails instead of hanging.
class HttpClient {
 public:
  static constexpr std::chrono::seconds kPatience{20};

  /// Connects to `host` (an IP address) and `port`. `receive_buffer_bytes` above 0 makes the window
  /// small, for a reader that does not read.
  explicit HttpClient(int port, const std::string& host = "127.0.0.1",
                      int receive_buffer_bytes = 0);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Sends all bytes; false if the server has closed before it took them.
  bool send(std::string_view bytes);

  /// What comes until the server closes. Throws std::runtime_error if it resets the connection
  /// instead, since a client may then lose what was on its way.
  std::string receive_all();

  /// True if the server closes (or resets) within `patience`; what it sends before is dropped.
  bool is_closed_within(std::chrono::milliseconds patience);

  /// Says that nothing more will be sent.
  void end_sending();

 private:
  // Bytes of one read; empty when the server has closed or reset; nothing when time is up.
  std::optional<std::string> receive_some(std::chrono::steady_clock::time_point until);

  int socket_;
  bool is_reset_ = false;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< Names in lower case.
  std::string body;

  /// The value of a header (name in lower case); empty if it is not there.
  [[nodiscard]] std::string header(const std::string& name) const;
};

/// Takes an answer apart. Throws std::runtime_error if it is not one whole HTTP/1.1 answer.
HttpAnswer parse_answer(std::string_view bytes);

/// Sends `bytes` over a new connection and takes the answer apart.
HttpAnswer exchange(int port, std::string_view bytes);

/// GET of `target` with further header lines, each ending in CRLF.
HttpAnswer http_get(int port, std::string_view target, std::string_view header_lines = {});

}  // namespace torikumi::testing

#endif  // TESTS_SUPPORT_HTTP_CLIENT_H_
