#include "searchd/api/parameter_specs.h"

#include <algorithm>
#include <array>

namespace torikumi::searchd {
namespace {

constexpr std::array<std::string_view, 10> kSubset{"q",     "theme", "ward", "year",  "department",
                                                   "scene", "flag",  "kind", "field", "synonyms"};

}  // namespace

ParameterSpecs specs_named(const ParameterSpecs& specs, std::span<const std::string_view> names) {
  ParameterSpecs result;
  for (const std::string_view name : names) {
    result.push_back(*std::find_if(specs.begin(), specs.end(),
                                   [&](const ParameterSpec& spec) { return spec.name == name; }));
  }
  return result;
}

ParameterSpecs described(ParameterSpecs specs, std::string_view name,
                         std::string_view description) {
  std::find_if(specs.begin(), specs.end(), [&](const ParameterSpec& spec) {
    return spec.name == name;
  })->description = description;
  return specs;
}

ParameterSpec integer_parameter(std::string_view name, std::string_view description,
                                std::size_t minimum, std::size_t maximum,
                                std::size_t default_value) {
  return {.name = name,
          .type = ParameterSpec::Type::Integer,
          .description = description,
          .choices = {},
          .minimum = minimum,
          .maximum = maximum,
          .default_value = default_value};
}

std::span<const std::string_view> subset_parameters() {
  return kSubset;
}

}  // namespace torikumi::searchd
