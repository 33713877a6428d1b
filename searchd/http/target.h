#ifndef SEARCHD_HTTP_TARGET_H_
#define SEARCHD_HTTP_TARGET_H_

// The target of a request line: path and query string, decoded strictly.

#include "corpus/error.h"
#include "searchd/http/message.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

constexpr std::size_t kMaxParameters = 64;

/// The decoded path of a target in origin form (`/path?query`) or absolute form
/// (`http://host/path`); a fragment does not count. Bytes outside ASCII may stand as they are.
/// Fails with Error{InvalidArgument} if it does not begin with `/`, if a percent sign is not
/// followed by two hexadecimal digits, or if the decoded bytes are not well-formed UTF-8 or hold a
/// control character.
Result<std::string> path_of(std::string_view target);

/// The decoded parameters of a target, in order. A `+` is a blank, a name without `=` has an empty
/// value, and empty pieces (`&&`) are skipped. Fails with Error{InvalidArgument} for a bad percent
/// sign, ill-formed UTF-8, U+0000 or an empty name, and with Error{TooLarge} above
/// `kMaxParameters`; `where` is then the name of the parameter, as far as it can be shown.
Result<std::vector<HttpParameter>> parameters_of(std::string_view target);

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_TARGET_H_
