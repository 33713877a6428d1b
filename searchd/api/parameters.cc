#include "searchd/api/parameters.h"

#include "corpus/nearest_names.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>
#include <utility>

namespace torikumi::searchd {
namespace {

std::vector<std::string> names_of(std::span<const ParameterSpec> specs) {
  std::vector<std::string> names;
  for (const ParameterSpec& spec : specs) {
    names.emplace_back(spec.name);
  }
  return names;
}

const ParameterSpec* spec_named(std::span<const ParameterSpec> specs, std::string_view name) {
  const auto spec = std::find_if(specs.begin(), specs.end(),
                                 [&](const ParameterSpec& each) { return each.name == name; });
  return spec == specs.end() ? nullptr : &*spec;
}

Problem unknown_parameter(const std::string& name, std::span<const ParameterSpec> specs) {
  const std::vector<std::string> known = names_of(specs);
  const std::vector<std::string> near = corpus::nearest_names(name, known, 1);
  return {.type = ProblemType::UnknownParameter,
          .detail = fmt::format("there is no parameter \"{}\" here", name),
          .parameter = name,
          .hint = near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near.front()),
          .valid_values = known,
          .instance = {},
          .log_message = {}};
}

Problem invalid(const ParameterSpec& spec, std::string detail, std::string hint,
                std::vector<std::string> valid_values = {}) {
  return {.type = ProblemType::InvalidParameter,
          .detail = std::move(detail),
          .parameter = std::string(spec.name),
          .hint = std::move(hint),
          .valid_values = std::move(valid_values),
          .instance = {},
          .log_message = {}};
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

ApiResult<std::size_t> number_of(const ParameterSpec& spec, const std::string& text) {
  std::size_t number = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = std::all_of(text.begin(), text.end(), is_digit);
  if (is_number && problem == std::errc() && number >= spec.minimum && number <= spec.maximum) {
    return number;
  }
  Problem refusal = invalid(
      spec,
      fmt::format("\"{}\" is not a whole number from {} to {}", text, spec.minimum, spec.maximum),
      fmt::format("leave it out for {}", spec.default_value));
  if (is_number && (problem == std::errc::result_out_of_range || number > spec.maximum)) {
    refusal.type = ProblemType::LimitExceeded;
  }
  return tl::unexpected(std::move(refusal));
}

ApiResult<std::string> checked_value(const ParameterSpec& spec, const std::string& value) {
  if (value.size() > kMaxParameterBytes) {
    Problem refusal = invalid(
        spec,
        fmt::format("the value is {} bytes long, more than {}", value.size(), kMaxParameterBytes),
        "shorten it");
    refusal.type = ProblemType::LimitExceeded;
    return tl::unexpected(std::move(refusal));
  }
  if (spec.type == ParameterSpec::Type::Integer) {
    const ApiResult<std::size_t> number = number_of(spec, value);
    if (!number) {
      return tl::unexpected(number.error());
    }
    return std::to_string(*number);
  }
  if (spec.type == ParameterSpec::Type::Choice &&
      std::find(spec.choices.begin(), spec.choices.end(), value) == spec.choices.end()) {
    return tl::unexpected(
        invalid(spec, fmt::format("\"{}\" is not one of the values of this parameter", value),
                "use one of the valid values", {spec.choices.begin(), spec.choices.end()}));
  }
  return value;
}

std::string default_of(const ParameterSpec& spec) {
  switch (spec.type) {
    case ParameterSpec::Type::Integer:
      return std::to_string(spec.default_value);
    case ParameterSpec::Type::Choice:
      return spec.is_repeatable ? std::string() : std::string(spec.choices.front());
    case ParameterSpec::Type::Text:
      return {};
  }
  return {};
}

}  // namespace

ApiResult<Parameters> Parameters::parse(const std::vector<HttpParameter>& given,
                                        std::span<const ParameterSpec> specs) {
  Parameters parameters;
  parameters.specs_ = specs;
  for (const HttpParameter& each : given) {
    const ParameterSpec* spec = spec_named(specs, each.name);
    if (spec == nullptr) {
      return tl::unexpected(unknown_parameter(each.name, specs));
    }
    if (!spec->is_repeatable && parameters.values_.contains(each.name)) {
      return tl::unexpected(
          invalid(*spec, "the parameter is given more than once", "give it once"));
    }
    const std::string_view trimmed = corpus::trimmed(each.value);
    if (trimmed.empty()) {
      continue;  // An empty field of a form means "not restricted".
    }
    ApiResult<std::string> value = checked_value(*spec, std::string(trimmed));
    if (!value) {
      return tl::unexpected(std::move(value).error());
    }
    parameters.values_.emplace(each.name, *std::move(value));
  }
  return parameters;
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> values;
  const auto [begin, end] = values_.equal_range(name);
  for (auto it = begin; it != end; ++it) {
    values.push_back(it->second);
  }
  return values;
}

std::string Parameters::text(std::string_view name) const {
  const auto value = values_.find(name);
  if (value != values_.end()) {
    return value->second;
  }
  const ParameterSpec* spec = spec_named(specs_, name);
  return spec == nullptr ? std::string() : default_of(*spec);
}

std::size_t Parameters::integer(std::string_view name) const {
  const std::string value = text(name);
  std::size_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

bool Parameters::knows(std::string_view name) const {
  return spec_named(specs_, name) != nullptr;
}

std::string Parameters::canonical() const {
  // The values of one parameter are alternatives: neither their order nor a repetition matters.
  const std::set<std::pair<std::string, std::string>> meant(values_.begin(), values_.end());
  std::string canonical;
  for (const auto& [name, value] : meant) {
    if (value != default_of(*spec_named(specs_, name))) {
      canonical += fmt::format("{}={}:{}&", name, value.size(), value);
    }
  }
  return canonical;
}

}  // namespace torikumi::searchd
