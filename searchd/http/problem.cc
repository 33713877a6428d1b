#include "searchd/http/problem.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>

namespace torikumi::searchd {
namespace {

constexpr std::array kKinds = {
    ProblemKind{ProblemType::InvalidParameter, 400, "invalid-parameter",
                "A parameter has a value that it cannot have"},
    ProblemKind{ProblemType::UnknownParameter, 400, "unknown-parameter",
                "The parameter is not known here"},
    ProblemKind{ProblemType::MissingParameter, 400, "missing-parameter", "A parameter is missing"},
    ProblemKind{ProblemType::LimitExceeded, 400, "limit-exceeded",
                "More is asked for than is given"},
    ProblemKind{ProblemType::MalformedRequest, 400, "malformed-request",
                "The request cannot be understood"},
    ProblemKind{ProblemType::NotFound, 404, "not-found", "There is nothing at this address"},
    ProblemKind{ProblemType::MethodNotAllowed, 405, "method-not-allowed",
                "Only GET, HEAD and OPTIONS are answered"},
    ProblemKind{ProblemType::RequestTimeout, 408, "request-timeout",
                "The request did not arrive in time"},
    ProblemKind{ProblemType::BodyRefused, 413, "body-refused", "A request must not have a body"},
    ProblemKind{ProblemType::TargetTooLong, 414, "target-too-long", "The request line is too long"},
    ProblemKind{ProblemType::HeaderTooLarge, 431, "header-too-large",
                "The request header is too large"},
    ProblemKind{ProblemType::RateLimited, 429, "rate-limited", "Too many requests"},
    ProblemKind{ProblemType::Internal, 500, "internal", "The server made a mistake"},
    ProblemKind{ProblemType::Unavailable, 503, "unavailable", "The answer cannot be given now"},
    ProblemKind{ProblemType::TooBusy, 503, "too-busy", "Too many requests are waiting"},
};

void add_text(nlohmann::ordered_json& body, const char* key, std::string_view text) {
  if (!text.empty()) {
    body[key] = text;
  }
}

std::string_view retry_after_seconds(ProblemType type) {
  switch (type) {
    case ProblemType::TooBusy:
      return "1";
    case ProblemType::RateLimited:
    case ProblemType::Unavailable:
      return "10";
    default:
      return {};
  }
}

std::string_view general_detail(ProblemType type) {
  return type == ProblemType::Unavailable
             ? "the index cannot be used at the moment; the log of the server says why"
             : "the request could not be answered; the log of the server says why";
}

}  // namespace

std::span<const ProblemKind> problem_kinds() {
  return kKinds;
}

const ProblemKind& kind_of(ProblemType type) {
  return kKinds.at(static_cast<std::size_t>(type));
}

HttpResponse problem_response(const Problem& problem) {
  const ProblemKind& kind = kind_of(problem.type);
  nlohmann::ordered_json body;
  body["type"] = "/problems/" + std::string(kind.slug);
  body["title"] = kind.title;
  body["status"] = kind.status;
  add_text(body, "detail", problem.detail);
  add_text(body, "instance", problem.instance);
  add_text(body, "parameter", problem.parameter);
  add_text(body, "hint", problem.hint);
  if (!problem.valid_values.empty()) {
    body["valid_values"] = problem.valid_values;
  }
  HttpResponse response;
  response.status = kind.status;
  response.content_type = "application/problem+json";
  response.body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  response.log_message = problem.log_message;
  response.headers.push_back({"Cache-Control", "no-store"});
  if (const std::string_view seconds = retry_after_seconds(problem.type); !seconds.empty()) {
    response.headers.push_back({"Retry-After", std::string(seconds)});
  }
  return response;
}

ProblemType problem_type(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::InvalidArgument:
    case ErrorKind::UnsupportedFormat:
    case ErrorKind::Malformed:
    case ErrorKind::Unknown:
    case ErrorKind::Conflict:
      return ProblemType::InvalidParameter;
    case ErrorKind::TooLarge:
      return ProblemType::LimitExceeded;
    case ErrorKind::NotFound:
      return ProblemType::NotFound;
    case ErrorKind::Incompatible:
    case ErrorKind::Damaged:
    case ErrorKind::Unavailable:
      return ProblemType::Unavailable;
    case ErrorKind::Unreadable:
    case ErrorKind::Internal:
      return ProblemType::Internal;
  }
  return ProblemType::Internal;
}

Problem problem_from(const Error& error, std::string_view instance) {
  Problem problem;
  problem.type = problem_type(error.kind);
  problem.instance = instance;
  const bool blames_request = kind_of(problem.type).status < 500;
  if (blames_request) {
    problem.detail = error.message;
    problem.parameter = error.where;
    problem.hint = error.hint;
    return problem;
  }
  problem.log_message = error.what();
  if (error.kind == ErrorKind::Unavailable) {
    problem.detail = error.message;
    problem.hint = error.hint;
  } else {
    problem.detail = general_detail(problem.type);
  }
  return problem;
}

}  // namespace torikumi::searchd
