#include "searchd/http/response_headers.h"

#include "corpus/error.h"
#include "searchd/http/etag.h"

#include <fmt/format.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kPagePolicy =
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
constexpr std::string_view kDataPolicy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

void add_if_missing(HttpResponse& response, std::string_view name, std::string_view value) {
  if (response.header(name).empty()) {
    response.headers.push_back({std::string(name), std::string(value)});
  }
}

bool allows(const CrossOriginPolicy& policy, std::string_view path) {
  return !policy.allow_origin.empty() && path.starts_with(policy.path_prefix);
}

/// True for scheme://host or scheme://host:port, as browsers send it: nothing behind, and no blank
/// or control character that could end the header.
bool is_origin(std::string_view text) {
  const std::size_t scheme_end = text.find("://");
  if (scheme_end == std::string_view::npos) {
    return false;
  }
  const std::string_view scheme = text.substr(0, scheme_end);
  const std::string_view authority = text.substr(scheme_end + 3);
  const bool is_plain = std::all_of(authority.begin(), authority.end(), [](char byte) {
    return byte > ' ' && byte < 0x7F &&
           std::string_view("/?#@,*\"'\\").find(byte) == std::string_view::npos;
  });
  return (scheme == "http" || scheme == "https") && !authority.empty() && is_plain;
}

}  // namespace

CrossOriginPolicy parse_cross_origin(std::string_view text) {
  if (text == "off") {
    return {.allow_origin = {}};
  }
  if (text != "*" && !is_origin(text)) {
    throw Error(ErrorKind::InvalidArgument,
                fmt::format("\"{}\" is neither an origin nor off nor *", text), "--cors",
                "give an origin such as https://example.jp, off for no other site, or * for all");
  }
  return {.allow_origin = std::string(text)};
}

void add_standard_headers(HttpResponse& response, std::string_view path,
                          const CrossOriginPolicy& policy) {
  const bool is_page = response.content_type.starts_with("text/html");
  add_if_missing(response, "X-Content-Type-Options", "nosniff");
  add_if_missing(response, "Referrer-Policy", "no-referrer");
  add_if_missing(response, "Content-Security-Policy", is_page ? kPagePolicy : kDataPolicy);
  // Nothing is compressed here, but a proxy in front may do so.
  add_if_missing(response, "Vary", "Accept-Encoding");
  if (allows(policy, path)) {
    add_if_missing(response, "Access-Control-Allow-Origin", policy.allow_origin);
    add_if_missing(response, "Access-Control-Expose-Headers", "ETag, Link, Retry-After");
  }
}

HttpResponse options_response(std::string_view path, const CrossOriginPolicy& policy) {
  HttpResponse response;
  response.status = 204;
  response.headers.push_back({"Allow", std::string(kAllowedMethods)});
  if (allows(policy, path)) {
    response.headers.push_back({"Access-Control-Allow-Methods", std::string(kAllowedMethods)});
    response.headers.push_back({"Access-Control-Allow-Headers", "If-None-Match"});
    response.headers.push_back({"Access-Control-Max-Age", "86400"});
  }
  return response;
}

void answer_conditionally(const HttpRequest& request, HttpResponse& response) {
  const std::string_view etag = response.header("ETag");
  if (response.status != 200 || etag.empty() ||
      !matches_if_none_match(request.header("if-none-match"), etag)) {
    return;
  }
  response.status = 304;
  response.body.clear();
}

}  // namespace torikumi::searchd
