#include "searchd/http/head.h"
#include "tests/fuzz/invariant.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace torikumi::fuzz {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_control);
}

// The head as the client should have sent it; false is written as no body.
std::string written(const searchd::HttpHead& head) {
  std::string text = head.request_line + "\r\n";
  for (const auto& [name, value] : head.headers) {
    text += name + ": " + value + "\r\n";
  }
  return text + (head.announces_body ? "transfer-encoding: chunked\r\n\r\n" : "\r\n");
}

// Joining two lines of which one is empty leaves a blank at the end.
bool has_outer_blank(const searchd::HttpHead& head) {
  return std::any_of(head.headers.begin(), head.headers.end(), [](const auto& header) {
    return header.second.ends_with(' ') || header.second.starts_with(' ');
  });
}

void require_sound(const searchd::HttpHead& head) {
  require(head.request_line.size() <= searchd::kMaxRequestLineBytes, "a request line is bounded");
  require(!has_control(head.request_line), "a request line has no control character");
  for (const auto& [name, value] : head.headers) {
    require(std::find(searchd::kKeptHeaders.begin(), searchd::kKeptHeaders.end(), name) !=
                searchd::kKeptHeaders.end(),
            "only needed headers are kept");
    require(!has_control(value), "a header has no control character");
  }
  if (!has_outer_blank(head)) {
    require(searchd::parse_head(written(head)) == head,
            "an accepted head can be written and parsed again");
  }
}

void check_endless(std::string_view received) {
  const searchd::ProblemType type = searchd::endless_head(received).type;
  require(
      type == searchd::ProblemType::TargetTooLong || type == searchd::ProblemType::HeaderTooLarge,
      "a head that does not end is too large");
}

}  // namespace

void check(std::string_view input) {
  const auto length = searchd::head_length(input);
  if (!length) {
    check_endless(input);
  } else {
    require(*length <= input.size() && input.substr(0, *length).ends_with(kHeadEnd) &&
                input.find(kHeadEnd) == *length - kHeadEnd.size(),
            "a head ends with the first empty line");
  }
  const std::string whole =
      length ? std::string(input.substr(0, *length)) : std::string(input) + std::string(kHeadEnd);
  const auto head = searchd::parse_head(whole);
  if (head) {
    require_sound(*head);
  } else {
    require(!head.error().detail.empty(), "a problem says what is wrong");
    require(std::none_of(head.error().detail.begin(), head.error().detail.end(), is_control),
            "a problem quotes nothing of the request");
  }
}

}  // namespace torikumi::fuzz
