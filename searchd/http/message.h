#ifndef SEARCHD_HTTP_MESSAGE_H_
#define SEARCHD_HTTP_MESSAGE_H_

// What a route sees of a request, and what it answers.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// One `name=value` of a query string, percent-decoded; both are well-formed UTF-8 without U+0000.
struct HttpParameter {
  std::string name;
  std::string value;

  bool operator==(const HttpParameter&) const = default;
};

/// A request that passed all checks of the server: GET or HEAD, without a body.
struct HttpRequest {
  std::string method = "GET";             ///< "GET" or "HEAD"; a HEAD is answered like the GET.
  std::string path = "/";                 ///< Percent-decoded UTF-8 without control characters.
  std::vector<HttpParameter> parameters;  ///< In the order of the query string, with duplicates.
  /// Only those named in `head.h`, names in lower case, values as they were sent. They come
  /// from outside: never put one into an answer.
  std::map<std::string, std::string, std::less<>> headers;
  std::string remote_address;  ///< Of the socket, never of a header; empty if it has none.

  /// The value of a header (name in lower case); empty if it was not sent.
  [[nodiscard]] std::string_view header(std::string_view name) const;

  bool operator==(const HttpRequest&) const = default;
};

struct HttpHeader {
  std::string name;
  std::string value;

  bool operator==(const HttpHeader&) const = default;
};

/// An answer. Length, connection, date and security headers are added by the server; a header that
/// is set here is kept as it is.
struct HttpResponse {
  int status = 200;
  std::string content_type;  ///< Empty only if there is no body.
  std::vector<HttpHeader> headers;
  std::string body;
  std::string log_message;  ///< For the access log only, never sent: what went wrong, in full.

  /// The value of the first header of that name (any case); empty if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;

  bool operator==(const HttpResponse&) const = default;
};

/// True if the two are the same but for the case of ASCII letters, as header names are compared.
bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_MESSAGE_H_
