#ifndef SEARCHD_HTTP_HEAD_H_
#define SEARCHD_HTTP_HEAD_H_

// The head of a request (request line and header lines), taken apart strictly and within bounds
// before any other code sees it.

#include "searchd/http/problem.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace torikumi::searchd {

constexpr std::size_t kMaxRequestLineBytes = 8190;  ///< Without its CRLF.
constexpr std::size_t kMaxHeaderLines = 100;

/// The headers that are kept; all others are checked for their form and forgotten.
constexpr std::array<std::string_view, 6> kKeptHeaders = {
    "accept-language",   "host", "if-none-match", "x-forwarded-host", "x-forwarded-prefix",
    "x-forwarded-proto",
};

struct HttpHead {
  std::string request_line;  ///< Without CRLF; its parts are not yet checked.
  std::map<std::string, std::string, std::less<>> headers;  ///< As in HttpRequest.
  bool announces_body = false;  ///< Content-Length above 0, or any Transfer-Encoding.

  bool operator==(const HttpHead&) const = default;
};

/// The number of bytes up to and including the empty line that ends a head; nothing if `received`
/// does not hold it yet.
std::optional<std::size_t> head_length(std::string_view received);

/// Takes apart a whole head, with its empty line. The problem is TargetTooLong, HeaderTooLarge or
/// MalformedRequest; it quotes nothing of the request but, of a line that is too long, the name of
/// its longest parameter.
tl::expected<HttpHead, Problem> parse_head(std::string_view head);

/// The problem of a head that is longer than it may be and does not end: TargetTooLong if not even
/// its first line ends within bounds, else HeaderTooLarge.
Problem endless_head(std::string_view received);

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_HEAD_H_
