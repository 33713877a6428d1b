#include "searchd/http/head.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

tl::unexpected<Problem> malformed(std::string detail) {
  Problem problem;
  problem.type = ProblemType::MalformedRequest;
  problem.detail = std::move(detail);
  return tl::unexpected(std::move(problem));
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The name of the longest parameter of a request line, which may be cut; empty if it has none that
/// can be shown.
std::string longest_parameter(std::string_view line) {
  const std::size_t question = line.find('?');
  std::string_view query =
      question == std::string_view::npos ? std::string_view() : line.substr(question + 1);
  query = query.substr(0, query.find_first_of(" #"));
  std::string_view longest;
  while (!query.empty()) {
    const std::string_view piece = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(piece.size() + 1, query.size()));
    longest = piece.size() > longest.size() ? piece : longest;
  }
  constexpr std::size_t kLongestName = 32;
  const std::string_view name = longest.substr(0, longest.find('='));
  const bool is_plain = name.size() < longest.size() && name.size() <= kLongestName &&
                        std::all_of(name.begin(), name.end(), is_name_character);
  return is_plain ? std::string(name) : std::string();
}

Problem line_too_long(std::string_view line) {
  Problem problem;
  problem.type = ProblemType::TargetTooLong;
  problem.detail =
      "the request line is longer than " + std::to_string(kMaxRequestLineBytes) + " bytes";
  problem.parameter = longest_parameter(line);
  problem.hint = problem.parameter.empty()
                     ? "shorten the query"
                     : "shorten \"" + problem.parameter +
                           "\", the longest parameter; a percent-encoded Japanese character takes "
                           "nine bytes of the line";
  return problem;
}

Problem header_too_large(std::string detail) {
  Problem problem;
  problem.type = ProblemType::HeaderTooLarge;
  problem.detail = std::move(detail);
  problem.hint = "send fewer or smaller headers (cookies are not needed)";
  return problem;
}

bool is_token_character(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         kMarks.find(c) != std::string_view::npos;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find(kLineEnd));
  rest.remove_prefix(std::min(line.size() + kLineEnd.size(), rest.size()));
  return line;
}

std::string_view without_outer_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

struct HeaderLine {
  std::string name;  // In lower case.
  std::string_view value;
};

std::optional<HeaderLine> split_header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return std::nullopt;
  }
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = without_outer_blanks(line.substr(colon + 1));
  if (!std::all_of(name.begin(), name.end(), is_token_character) ||
      std::any_of(value.begin(), value.end(), is_control)) {
    return std::nullopt;
  }
  HeaderLine header{std::string(name), value};
  std::transform(header.name.begin(), header.name.end(), header.name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return header;
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Adds a header line to the head; false if two lines of that name contradict each other.
bool add_header(HttpHead& head, const HeaderLine& line) {
  if (std::find(kKeptHeaders.begin(), kKeptHeaders.end(), line.name) == kKeptHeaders.end()) {
    return true;
  }
  const auto [kept, is_new] = head.headers.try_emplace(line.name, line.value);
  if (is_new) {
    return true;
  }
  if (line.name == "host") {
    return false;
  }
  kept->second += ", ";
  kept->second += line.value;
  return true;
}

// Content-Length and Transfer-Encoding: bodies are refused, so that only their presence counts.
bool announces_body(const HeaderLine& line) {
  if (line.name == "transfer-encoding") {
    return true;
  }
  return line.name == "content-length" && line.value.find_first_not_of('0') != line.value.npos;
}

}  // namespace

std::optional<std::size_t> head_length(std::string_view received) {
  const std::size_t end = received.find(kHeadEnd);
  return end == std::string_view::npos ? std::nullopt
                                       : std::optional<std::size_t>(end + kHeadEnd.size());
}

tl::expected<HttpHead, Problem> parse_head(std::string_view head) {
  std::string_view rest = head.substr(0, head.find(kHeadEnd));
  const std::string_view request_line = take_line(rest);
  if (request_line.size() > kMaxRequestLineBytes) {
    return tl::unexpected(line_too_long(request_line));
  }
  if (std::any_of(request_line.begin(), request_line.end(), is_control)) {
    return malformed("the request line holds a control character");
  }
  HttpHead parsed;
  parsed.request_line = request_line;
  for (std::size_t lines = 0; !rest.empty(); ++lines) {
    if (lines == kMaxHeaderLines) {
      return tl::unexpected(header_too_large("the request has more than " +
                                             std::to_string(kMaxHeaderLines) + " header lines"));
    }
    const std::optional<HeaderLine> line = split_header_line(take_line(rest));
    if (!line) {
      return malformed("a header line is not of the form name: value");
    }
    if (line->name == "content-length" && !is_number(line->value)) {
      return malformed("the Content-Length is not a number");
    }
    if (!add_header(parsed, *line)) {
      return malformed("there are two Host lines");
    }
    parsed.announces_body = parsed.announces_body || announces_body(*line);
  }
  return parsed;
}

Problem endless_head(std::string_view received) {
  return received.find(kLineEnd) > kMaxRequestLineBytes
             ? line_too_long(received.substr(0, received.find(kLineEnd)))
             : header_too_large("the request header does not end within " +
                                std::to_string(received.size()) + " bytes");
}

}  // namespace torikumi::searchd
