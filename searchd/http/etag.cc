#include "searchd/http/etag.h"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>
#include <cstddef>

namespace torikumi::searchd {
namespace {

constexpr std::size_t kHashBytes = 8;

void skip_separators(std::string_view& list) {
  const std::size_t next = list.find_first_not_of(" \t,");
  list.remove_prefix(next == std::string_view::npos ? list.size() : next);
}

std::string_view without_weak_mark(std::string_view etag) {
  return etag.substr(0, 2) == "W/" ? etag.substr(2) : etag;
}

// Takes the opaque part of the next tag, with its quotes, from the list; empty if there is none.
std::string_view take_tag(std::string_view& list) {
  list = without_weak_mark(list);
  if (list.empty() || list.front() != '"') {
    return {};
  }
  const std::size_t closing = list.find('"', 1);
  if (closing == std::string_view::npos) {
    return {};
  }
  const std::string_view tag = list.substr(0, closing + 1);
  list.remove_prefix(closing + 1);
  return tag;
}

}  // namespace

std::string content_hash(std::string_view content) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data());
  std::string text;
  for (std::size_t i = 0; i < kHashBytes; ++i) {
    text += fmt::format("{:02x}", digest.at(i));
  }
  return text;
}

std::string weak_etag(std::string_view identity) {
  return "W/\"" + content_hash(identity) + '"';
}

std::string strong_etag(std::string_view content) {
  return '"' + content_hash(content) + '"';
}

bool matches_if_none_match(std::string_view if_none_match, std::string_view etag) {
  const std::string_view wanted = without_weak_mark(etag);
  std::string_view rest = if_none_match;
  skip_separators(rest);
  if (rest == "*") {
    return !etag.empty();
  }
  while (!rest.empty()) {
    const std::string_view tag = take_tag(rest);
    if (tag.empty()) {
      return false;
    }
    if (tag == wanted) {
      return true;
    }
    skip_separators(rest);
  }
  return false;
}

}  // namespace torikumi::searchd
