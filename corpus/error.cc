#include "corpus/error.h"

#include <utility>

namespace torikumi {
namespace {

std::string composed(const std::string& message, const std::string& where,
                     const std::string& hint) {
  std::string text = where.empty() ? message : where + ": " + message;
  if (!hint.empty()) {
    text += "; " + hint;
  }
  return text;
}

}  // namespace

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::InvalidArgument:
      return "invalid_argument";
    case ErrorKind::NotFound:
      return "not_found";
    case ErrorKind::Unreadable:
      return "unreadable";
    case ErrorKind::UnsupportedFormat:
      return "unsupported_format";
    case ErrorKind::Malformed:
      return "malformed";
    case ErrorKind::TooLarge:
      return "too_large";
    case ErrorKind::Unknown:
      return "unknown";
    case ErrorKind::Conflict:
      return "conflict";
    case ErrorKind::Incompatible:
      return "incompatible";
    case ErrorKind::Damaged:
      return "damaged";
    case ErrorKind::Unavailable:
      return "unavailable";
    case ErrorKind::Internal:
      return "internal";
  }
  return "internal";
}

Error::Error(ErrorKind error_kind, std::string error_message, std::string error_where,
             std::string error_hint)
    : kind(error_kind),
      message(std::move(error_message)),
      where(std::move(error_where)),
      hint(std::move(error_hint)),
      text_(composed(message, where, hint)) {}

tl::unexpected<Error> failure(ErrorKind kind, std::string message, std::string where,
                              std::string hint) {
  return tl::unexpected<Error>(Error(kind, std::move(message), std::move(where), std::move(hint)));
}

}  // namespace torikumi
