#ifndef SEARCHD_HTTP_PROBLEM_H_
#define SEARCHD_HTTP_PROBLEM_H_

// Error answers: application/problem+json (RFC 9457).

#include "corpus/error.h"
#include "searchd/http/message.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// Every kind of error answer that the daemon gives; each is described in docs/errors.md.
enum class ProblemType {
  InvalidParameter,  ///< A parameter has a value that it cannot have.
  UnknownParameter,  ///< A parameter that the route does not know.
  MissingParameter,  ///< A parameter that the route needs is not there.
  LimitExceeded,     ///< A parameter asks for more than is given at once.
  MalformedRequest,  ///< The request is not HTTP/1.1 as this server reads it.
  NotFound,          ///< No such path or record.
  MethodNotAllowed,  ///< Something else than GET, HEAD and OPTIONS.
  RequestTimeout,    ///< The header of the request did not arrive in time.
  BodyRefused,       ///< The request announces a body.
  TargetTooLong,     ///< The request line is too long.
  HeaderTooLarge,    ///< The request header is too long or has too many lines.
  RateLimited,       ///< Too many requests of one client.
  Internal,          ///< Our own mistake.
  Unavailable,       ///< Not now: no index, or an index that cannot be used.
  TooBusy,           ///< Not now: too many requests are waiting.
};

/// What is fixed for a type.
struct ProblemKind {
  ProblemType type;
  int status;             ///< HTTP status.
  std::string_view slug;  ///< The last part of the type's address, `/problems/<slug>`.
  std::string_view title;
};

/// All types, in the order of the enumeration.
std::span<const ProblemKind> problem_kinds();

/// The fixed part of one type.
const ProblemKind& kind_of(ProblemType type);

/// One error answer. Texts that are empty are left out.
struct Problem {
  ProblemType type = ProblemType::Internal;
  std::string detail;                     ///< What is wrong this time, with the value seen.
  std::string parameter;                  ///< The URL parameter that is to blame.
  std::string hint;                       ///< What to do.
  std::vector<std::string> valid_values;  ///< What would be accepted, if it can be listed.
  std::string instance;                   ///< The path that was asked for.
  std::string log_message;                ///< The whole truth for the log; never sent.

  bool operator==(const Problem&) const = default;
};

/// The answer: status and title from the type; `type` is the relative address `/problems/<slug>`,
/// which identifies and need not be fetched. Ill-formed UTF-8 becomes U+FFFD. Problems that pass by
/// themselves (`TooBusy`, `RateLimited`, `Unavailable`) have a Retry-After.
HttpResponse problem_response(const Problem& problem);

/// The one mapping from kinds of errors to types and with them to HTTP statuses.
ProblemType problem_type(ErrorKind kind);

/// An error as a problem. Where the request is to blame (status 4xx), message, place (as
/// `parameter`) and hint are shown, and for `Unavailable` message and hint; all else may name local
/// files and is kept for the log.
Problem problem_from(const Error& error, std::string_view instance = {});

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_PROBLEM_H_
