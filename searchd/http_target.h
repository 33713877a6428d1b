#ifndef SEARCHD_HTTP_TARGET_H_
#define SEARCHD_HTTP_TARGET_H_

// The target of a request line: path and query string, decoded strictly.

#include "corpus/error.h"
#include "searchd/http_message.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

constexpr std::size_t kMaxParameters = 64;

struct HttpTarget {
  std::string path;
  std::vector<HttpParameter> parameters;

  bool operator==(const HttpTarget&) const = default;
};

/// Path and parameters of a target in origin form (`/path?query`) or absolute form
/// (`http://host/path`); a fragment is dropped. In the query a `+` is a blank, a name without `=`
/// has an empty value, and empty pieces (`&&`) are skipped. Bytes outside ASCII may stand as they
/// are.
///
/// Fails with Error{InvalidArgument} if a percent sign is not followed by two hexadecimal digits,
/// if the decoded bytes are not well-formed UTF-8 or hold U+0000 (in the path: any control
/// character), or if a name is empty; with Error{TooLarge} above `kMaxParameters`. `where` is then
/// the name of the parameter, as far as it can be shown; empty for the path.
Result<HttpTarget> parse_target(std::string_view target);

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_TARGET_H_
