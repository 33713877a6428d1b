#ifndef SEARCHD_HTTP_RESPONSE_HEADERS_H_
#define SEARCHD_HTTP_RESPONSE_HEADERS_H_

// The headers that every answer carries, whatever route made it.

#include "searchd/http/message.h"

#include <string>
#include <string_view>

namespace torikumi::searchd {

/// Which other sites may read the answers from a browser (CORS).
struct CrossOriginPolicy {
  std::string allow_origin = "*";  ///< "*", one origin such as https://example.jp, or empty: none.
  std::string path_prefix = "/api/";  ///< For paths that begin with this only.
};

/// The policy that `text` names: "*" for any site, "off" for none, or one origin (scheme, host and
/// port if need be, nothing behind). Throws Error{InvalidArgument} for anything else.
CrossOriginPolicy parse_cross_origin(std::string_view text);

/// Adds what is missing of: X-Content-Type-Options, Referrer-Policy, Content-Security-Policy (the
/// strict one for a page: only what comes from here, nothing inline, no framing; for anything else:
/// nothing at all), Vary, and the CORS headers for `path`.
void add_standard_headers(HttpResponse& response, std::string_view path,
                          const CrossOriginPolicy& policy);

/// The answer to an OPTIONS request.
HttpResponse options_response(std::string_view path, const CrossOriginPolicy& policy);

/// Turns `response` into a 304 without body if it is a 200 with an ETag that `request` names in its
/// If-None-Match; the other headers stay, as RFC 9110 (15.4.5) asks.
void answer_conditionally(const HttpRequest& request, HttpResponse& response);

/// The methods that are answered, for Allow headers.
constexpr std::string_view kAllowedMethods = "GET, HEAD, OPTIONS";

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_RESPONSE_HEADERS_H_
