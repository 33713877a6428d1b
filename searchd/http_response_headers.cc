#include "searchd/http_response_headers.h"

#include "searchd/etag.h"

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

}  // namespace

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
