#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace torikumi::testing {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

int connect_to(const sockaddr* address, socklen_t size, int receive_buffer_bytes) {
  const int socket = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) {
    fail("socket");
  }
  if (receive_buffer_bytes > 0) {
    ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
  }
  if (::connect(socket, address, size) != 0) {
    ::close(socket);
    fail("connect");
  }
  return socket;
}

int connect_to(const std::string& host, int port, int receive_buffer_bytes) {
  sockaddr_in6 six{};
  if (::inet_pton(AF_INET6, host.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(static_cast<in_port_t>(port));
    return connect_to(reinterpret_cast<const sockaddr*>(&six), sizeof six, receive_buffer_bytes);
  }
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(static_cast<in_port_t>(port));
  if (::inet_pton(AF_INET, host.c_str(), &four.sin_addr) != 1) {
    throw std::runtime_error("not an IP address: " + host);
  }
  return connect_to(reinterpret_cast<const sockaddr*>(&four), sizeof four, receive_buffer_bytes);
}

bool wait_until(int socket, short events, Clock::time_point until) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  pollfd wanted{socket, events, 0};
  return ::poll(&wanted, 1, static_cast<int>(std::max<decltype(left)>(left, 0))) > 0;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

}  // namespace

HttpClient::HttpClient(int port, const std::string& host, int receive_buffer_bytes)
    : socket_(connect_to(host, port, receive_buffer_bytes)) {}

HttpClient::~HttpClient() {
  ::close(socket_);
}

bool HttpClient::send(std::string_view bytes) {
  const Clock::time_point until = Clock::now() + kPatience;
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EAGAIN) {
      return false;
    } else if (!wait_until(socket_, POLLOUT, until)) {
      throw std::runtime_error("the server does not read");
    }
  }
  return true;
}

std::string HttpClient::receive_all() {
  std::string all;
  const Clock::time_point until = Clock::now() + kPatience;
  for (;;) {
    const std::optional<std::string> some = receive_some(until);
    if (!some) {
      throw std::runtime_error("the server does not close; got so far: " + all);
    }
    if (is_reset_) {
      throw std::runtime_error("the server resets the connection; got so far: " + all);
    }
    if (some->empty()) {
      return all;
    }
    all += *some;
  }
}

bool HttpClient::is_closed_within(std::chrono::milliseconds patience) {
  const Clock::time_point until = Clock::now() + patience;
  for (;;) {
    const std::optional<std::string> some = receive_some(until);
    if (!some || some->empty()) {
      return some.has_value();
    }
  }
}

void HttpClient::end_sending() {
  ::shutdown(socket_, SHUT_WR);
}

std::optional<std::string> HttpClient::receive_some(Clock::time_point until) {
  if (!wait_until(socket_, POLLIN, until)) {
    return std::nullopt;
  }
  std::array<char, 65536> buffer{};
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
  is_reset_ = count < 0;
  return count > 0 ? std::string(buffer.data(), static_cast<std::size_t>(count)) : std::string();
}

std::string HttpAnswer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

HttpAnswer parse_answer(std::string_view bytes) {
  constexpr std::string_view kVersion = "HTTP/1.1 ";
  const std::size_t head_end = bytes.find("\r\n\r\n");
  if (!bytes.starts_with(kVersion) || head_end == std::string_view::npos) {
    throw std::runtime_error("no HTTP answer: " + std::string(bytes.substr(0, 200)));
  }
  HttpAnswer answer;
  answer.status = std::stoi(std::string(bytes.substr(kVersion.size(), 3)));
  answer.body = bytes.substr(head_end + 4);
  std::string_view lines = bytes.substr(0, head_end);
  while (lines.find("\r\n") != std::string_view::npos) {
    lines.remove_prefix(lines.find("\r\n") + 2);
    const std::string_view line = lines.substr(0, lines.find("\r\n"));
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) {
      throw std::runtime_error("no header line: " + std::string(line));
    }
    if (!answer.headers.emplace(lower_case(line.substr(0, colon)), line.substr(colon + 2)).second) {
      throw std::runtime_error("a header stands twice: " + std::string(line));
    }
  }
  return answer;
}

HttpAnswer exchange(int port, std::string_view bytes) {
  HttpClient client(port);
  client.send(bytes);
  return parse_answer(client.receive_all());
}

HttpAnswer http_get(int port, std::string_view target, std::string_view header_lines) {
  return exchange(port, "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" +
                            std::string(header_lines) + "\r\n");
}

}  // namespace torikumi::testing
