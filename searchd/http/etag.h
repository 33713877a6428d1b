#ifndef SEARCHD_HTTP_ETAG_H_
#define SEARCHD_HTTP_ETAG_H_

// Entity tags and the conditional requests that use them (RFC 9110, 8.8.3 and 13.1.2).

#include <string>
#include <string_view>

namespace torikumi::searchd {

/// `W/"…"` with a hash of `identity`: same text, same tag, on any machine. `identity` is what
/// decides the answer, such as generation and canonical query.
std::string weak_etag(std::string_view identity);

/// `"…"` with a hash of `content`, the exact bytes of the body.
std::string strong_etag(std::string_view content);

/// The first 16 hexadecimal digits of the SHA-256 of `content`.
std::string content_hash(std::string_view content);

/// True if the value of an If-None-Match header is `*` or lists `etag`, compared weakly. A value
/// that is not a list of entity tags matches nothing.
bool matches_if_none_match(std::string_view if_none_match, std::string_view etag);

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_ETAG_H_
