#ifndef SEARCHD_LISTEN_ADDRESS_H_
#define SEARCHD_LISTEN_ADDRESS_H_

// HOST:PORT of the --listen flag.

#include <string>
#include <string_view>

namespace torikumi::searchd {

struct ListenAddress {
  std::string host;  ///< Without brackets.
  int port = 0;      ///< 0 .. 65535; 0 means any free one.

  /// The host as it stands in a URL: an IPv6 address in brackets.
  [[nodiscard]] std::string url_host() const;

  bool operator==(const ListenAddress&) const = default;
};

/// Parses 127.0.0.1:8080, localhost:0, [::1]:8080, or a port alone (then on 127.0.0.1). Throws
/// Error{InvalidArgument} naming --listen.
ListenAddress parse_listen_address(std::string_view text);

}  // namespace torikumi::searchd

#endif  // SEARCHD_LISTEN_ADDRESS_H_
