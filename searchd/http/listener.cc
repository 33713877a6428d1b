#include "searchd/http/listener.h"

#include "corpus/error.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <netdb.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>
#include <system_error>

namespace torikumi::searchd {
namespace {

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

std::string without_brackets(const std::string& host) {
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  return bracketed ? host.substr(1, host.size() - 2) : host;
}

AddressList resolve(const std::string& host, int port) {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int status =
      getaddrinfo(without_brackets(host).c_str(), std::to_string(port).c_str(), &wanted, &found);
  if (status != 0) {
    throw Error(ErrorKind::InvalidArgument,
                fmt::format("the host \"{}\" is not known ({})", host, gai_strerror(status)),
                "--listen", "give an address of this machine, such as 127.0.0.1 or [::1]");
  }
  return {found, &freeaddrinfo};
}

// A socket bound to the address and listening, or none with errno telling why. SO_REUSEADDR lets a
// restart follow at once; SO_REUSEPORT (httplib's default) would let two daemons share the port.
FileDescriptor try_listen(const addrinfo& address, int backlog) {
  FileDescriptor socket(::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) {
    return {};
  }
  const int on = 1;
  setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (::bind(socket.number(), address.ai_addr, address.ai_addrlen) != 0 ||
      ::listen(socket.number(), backlog) != 0) {
    const int reason = errno;
    socket.reset();
    errno = reason;
  }
  return socket;
}

[[noreturn]] void throw_refused(const std::string& host, int port, int reason) {
  if (reason == EADDRINUSE) {
    throw Error(ErrorKind::Conflict, fmt::format("port {} on {} is in use", port, host), {},
                "stop the other program or choose another port with --listen");
  }
  std::string hint = "choose another address or port with --listen";
  if (reason == EADDRNOTAVAIL) {
    hint = "give an address of this machine with --listen";
  } else if (reason == EACCES) {
    hint = "choose a port of 1024 or above with --listen";
  }
  throw Error(ErrorKind::Unreadable,
              fmt::format("cannot listen on port {} of {}: {}", port, host,
                          std::generic_category().message(reason)),
              {}, hint);
}

}  // namespace

FileDescriptor open_listening_socket(const std::string& host, int port, int backlog) {
  if (port < 0 || port > 65535) {
    throw Error(ErrorKind::InvalidArgument, fmt::format("the port {} is not 0 .. 65535", port),
                "--listen", "choose a port of 1024 or above, or 0 for any free one");
  }
  const AddressList addresses = resolve(host, port);
  int first_reason = 0;
  for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) {
    FileDescriptor socket = try_listen(*address, backlog);
    if (socket) {
      return socket;
    }
    first_reason = first_reason == 0 ? errno : first_reason;
  }
  throw_refused(host, port, first_reason);
}

int bound_port(const FileDescriptor& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(socket.number(), reinterpret_cast<sockaddr*>(&address), &size);
  in_port_t port = 0;
  if (address.ss_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    port = six.sin6_port;
  } else if (address.ss_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    port = four.sin_port;
  }
  return ntohs(port);
}

std::string remote_address(const FileDescriptor& socket) {
  constexpr std::string_view kMappedPrefix = "::ffff:";
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  std::array<char, NI_MAXHOST> text{};
  if (getpeername(socket.number(), generic, &size) != 0 ||
      (address.ss_family != AF_INET && address.ss_family != AF_INET6) ||
      getnameinfo(generic, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0) {
    return {};
  }
  std::string numeric = text.data();
  const bool is_mapped =
      numeric.starts_with(kMappedPrefix) && numeric.find('.') != std::string::npos;
  return is_mapped ? numeric.substr(kMappedPrefix.size()) : numeric;
}

}  // namespace torikumi::searchd
