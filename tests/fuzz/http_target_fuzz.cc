#include "searchd/http/target.h"
#include "tests/fuzz/invariant.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::fuzz {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// Every byte but / as % and two digits, so that nothing of the text can mean anything.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '/') {
      encoded += c;
    } else {
      encoded += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    }
  }
  return encoded;
}

std::string written(std::string_view path, const std::vector<searchd::HttpParameter>& parameters) {
  std::string target = percent_encoded(path);
  char separator = '?';
  for (const searchd::HttpParameter& parameter : parameters) {
    target += separator + percent_encoded(parameter.name) + '=' + percent_encoded(parameter.value);
    separator = '&';
  }
  return target;
}

void require_sound(const Error& error) {
  require(!error.message.empty(), "an error says what is wrong");
  require_utf8(error.what(), "an error is well-formed");
}

void require_sound_path(std::string_view path) {
  require(path.starts_with('/'), "a path begins with /");
  require_utf8(path, "a path is well-formed");
  require(std::none_of(path.begin(), path.end(), is_control), "a path has no control character");
}

void require_sound_parameters(const std::vector<searchd::HttpParameter>& parameters) {
  require(parameters.size() <= searchd::kMaxParameters, "parameters are bounded");
  for (const searchd::HttpParameter& parameter : parameters) {
    require(!parameter.name.empty(), "a parameter has a name");
    for (const std::string& text : {parameter.name, parameter.value}) {
      require_utf8(text, "a parameter is well-formed");
      require(text.find('\0') == text.npos, "a parameter has no U+0000");
    }
  }
}

}  // namespace

void check(std::string_view input) {
  const auto path = searchd::path_of(input);
  const auto parameters = searchd::parameters_of(input);
  if (path) {
    require_sound_path(*path);
  } else {
    require_sound(path.error());
  }
  if (parameters) {
    require_sound_parameters(*parameters);
  } else {
    require_sound(parameters.error());
  }
  if (path && parameters) {
    const std::string target = written(*path, *parameters);
    require(searchd::path_of(target) == *path && searchd::parameters_of(target) == *parameters,
            "an accepted target can be written and parsed again");
  }
}

}  // namespace torikumi::fuzz
