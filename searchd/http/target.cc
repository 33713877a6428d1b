#include "searchd/http/target.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kEncodingHint =
    "encode the text as UTF-8 and each byte outside letters and digits as % and two hexadecimal "
    "digits";

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return static_cast<unsigned>(c - '0');
  }
  if (c >= 'a' && c <= 'f') {
    return static_cast<unsigned>(c - 'a' + 10);
  }
  if (c >= 'A' && c <= 'F') {
    return static_cast<unsigned>(c - 'A' + 10);
  }
  return std::nullopt;
}

enum class PlusSign { Blank, Plus };

Result<std::string> percent_decoded(std::string_view text, PlusSign plus_sign,
                                    const std::string& where) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_sign == PlusSign::Blank) {
      decoded += ' ';
      continue;
    }
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
    if (!low) {
      return failure(ErrorKind::InvalidArgument,
                     "a percent sign is not followed by two hexadecimal digits", where,
                     std::string(kEncodingHint));
    }
    decoded += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  if (corpus::first_ill_formed_byte(decoded)) {
    return failure(ErrorKind::InvalidArgument, "the text is not well-formed UTF-8", where,
                   std::string(kEncodingHint));
  }
  if (decoded.find('\0') != std::string::npos) {
    return failure(ErrorKind::InvalidArgument, "the text holds the character U+0000", where,
                   "leave out %00");
  }
  return decoded;
}

// C0, DEL and C1: paths go to logs, and a terminal obeys U+009B like ESC [.
bool holds_control_character(std::string_view text) {
  for (const corpus::CodePoint& character : corpus::code_points(text)) {
    if (character.value < 0x20 || (character.value >= 0x7f && character.value < 0xa0)) {
      return true;
    }
  }
  return false;
}

Result<std::string> decoded_path(std::string_view text) {
  if (text.empty()) {
    return "/";  // http://host without a path
  }
  if (text.front() != '/') {
    return failure(ErrorKind::InvalidArgument, "the path does not begin with /");
  }
  Result<std::string> path = percent_decoded(text, PlusSign::Plus, {});
  if (path && holds_control_character(*path)) {
    return failure(ErrorKind::InvalidArgument, "the path holds a control character");
  }
  return path;
}

// A name that cannot be decoded is shown as it was sent, if that is plain ASCII.
std::string presentable(std::string_view raw_name) {
  const auto is_plain = [](char c) { return c > 0x20 && c < 0x7f; };
  return std::all_of(raw_name.begin(), raw_name.end(), is_plain) ? std::string(raw_name)
                                                                 : std::string();
}

Result<HttpParameter> parse_parameter(std::string_view piece) {
  const std::size_t equals = std::min(piece.find('='), piece.size());
  const std::string_view raw_name = piece.substr(0, equals);
  const std::string_view raw_value = piece.substr(std::min(equals + 1, piece.size()));
  Result<std::string> name = percent_decoded(raw_name, PlusSign::Blank, presentable(raw_name));
  if (!name) {
    return tl::unexpected(std::move(name.error()));
  }
  if (name->empty()) {
    return failure(ErrorKind::InvalidArgument, "a parameter has no name", {},
                   "write name=value pairs, joined by &");
  }
  Result<std::string> value = percent_decoded(raw_value, PlusSign::Blank, *name);
  if (!value) {
    return tl::unexpected(std::move(value.error()));
  }
  return HttpParameter{std::move(*name), std::move(*value)};
}

Result<std::vector<HttpParameter>> parse_query(std::string_view query) {
  std::vector<HttpParameter> parameters;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view piece = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (piece.empty()) {
      continue;
    }
    if (parameters.size() == kMaxParameters) {
      return failure(ErrorKind::TooLarge,
                     "there are more than " + std::to_string(kMaxParameters) + " parameters");
    }
    Result<HttpParameter> parameter = parse_parameter(piece);
    if (!parameter) {
      return tl::unexpected(std::move(parameter.error()));
    }
    parameters.push_back(std::move(*parameter));
  }
  return parameters;
}

// What proxies send: scheme and host before the path say nothing that is needed here.
std::string_view without_authority(std::string_view target) {
  const std::size_t scheme_end = target.find("://");
  if (target.empty() || target.front() == '/' || scheme_end == std::string_view::npos) {
    return target;
  }
  return target.substr(std::min(target.find_first_of("/?", scheme_end + 3), target.size()));
}

struct TargetParts {
  std::string_view path;
  std::string_view query;
};

TargetParts split(std::string_view target) {
  const std::string_view whole = without_authority(target.substr(0, target.find('#')));
  const std::size_t question = std::min(whole.find('?'), whole.size());
  return {whole.substr(0, question), whole.substr(std::min(question + 1, whole.size()))};
}

}  // namespace

Result<std::string> path_of(std::string_view target) {
  return decoded_path(split(target).path);
}

Result<std::vector<HttpParameter>> parameters_of(std::string_view target) {
  return parse_query(split(target).query);
}

}  // namespace torikumi::searchd
