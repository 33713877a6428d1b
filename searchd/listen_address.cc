#include "searchd/listen_address.h"

#include "corpus/error.h"

#include <fmt/format.h>

#include <charconv>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kDefaultHost = "127.0.0.1";
constexpr int kMaxPort = 65535;

[[noreturn]] void refuse(std::string_view text) {
  throw Error(ErrorKind::InvalidArgument, fmt::format("\"{}\" is not an address", text), "--listen",
              "give HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080");
}

}  // namespace

std::string ListenAddress::url_host() const {
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

ListenAddress parse_listen_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  std::string_view host = colon == std::string_view::npos ? kDefaultHost : text.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  const bool is_bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
  if (is_bracketed) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    refuse(text);
  }
  ListenAddress address{std::string(host), 0};
  const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  const bool is_port = problem == std::errc() && end == port.data() + port.size() &&
                       address.port >= 0 && address.port <= kMaxPort;
  if (host.empty() || !is_port) {
    refuse(text);
  }
  return address;
}

}  // namespace torikumi::searchd
