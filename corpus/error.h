#ifndef CORPUS_ERROR_H_
#define CORPUS_ERROR_H_

// The one error type of Torikumi: thrown when an operation cannot go on, carried by `Result<T>`
// when the caller is expected to go on without the value.

#include <tl/expected.hpp>

#include <exception>
#include <string>
#include <string_view>

namespace torikumi {

/// What sort of thing went wrong. Programs map a kind to an exit code, the daemon to an HTTP
/// status, each in one function; every kind is named in docs/errors.md.
enum class ErrorKind {
  InvalidArgument,    ///< A flag, parameter or option has a value that it cannot have.
  NotFound,           ///< A file, folder, record or dictionary that was named is not there.
  Unreadable,         ///< The operating system refused to read or write.
  UnsupportedFormat,  ///< The bytes are of a kind that is not read (a PDF named .txt, say).
  Malformed,          ///< The bytes are of the right kind and broken (line and reason are given).
  TooLarge,           ///< A limit on size, length, count or depth is passed.
  Unknown,            ///< Ward, year or kind of a report cannot be known from what is there.
  Conflict,           ///< Somebody else holds it (the lock of an index), or it is there twice.
  Incompatible,       ///< An index of another schema version or of another analyzer.
  Damaged,            ///< An index that is not whole.
  Unavailable,        ///< Not now: no index yet, or too busy.
  Internal,           ///< Our own mistake.
};

/// Stable lower-case name of a kind (`invalid_argument`), used in JSON and in the docs.
std::string_view name_of(ErrorKind kind);

/// A message for a person: what is wrong (with the value seen), where, and what to do about it.
///
/// A value; free to copy and share.
class Error : public std::exception {
 public:
  Error(ErrorKind error_kind, std::string error_message, std::string error_where = {},
        std::string error_hint = {});

  /// "where: message; hint", leaving out what is empty.
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

  ErrorKind kind;
  std::string message;  ///< What is wrong, as a clause without final full stop.
  std::string where;    ///< "file:line", a flag, a URL parameter; empty if there is no place.
  std::string hint;     ///< What to do; empty if there is nothing to say.

 private:
  std::string text_;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// For `return failure(ErrorKind::…, …)` from a function that returns a Result.
tl::unexpected<Error> failure(ErrorKind kind, std::string message, std::string where = {},
                              std::string hint = {});

}  // namespace torikumi

#endif  // CORPUS_ERROR_H_
