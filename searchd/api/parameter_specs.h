#ifndef SEARCHD_API_PARAMETER_SPECS_H_
#define SEARCHD_API_PARAMETER_SPECS_H_

// Parameters that several routes share, for their rows in the route table.

#include "searchd/api/parameters.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

using ParameterSpecs = std::vector<ParameterSpec>;

/// The specs of `specs` with these names, in the order of `names`; each must be there.
ParameterSpecs specs_named(const ParameterSpecs& specs, std::span<const std::string_view> names);

/// `specs` with another description of `name`, which must be there.
ParameterSpecs described(ParameterSpecs specs, std::string_view name, std::string_view description);

/// A whole number from `minimum` to `maximum`.
ParameterSpec integer_parameter(std::string_view name, std::string_view description,
                                std::size_t minimum, std::size_t maximum,
                                std::size_t default_value);

/// How every list and table of records that are chosen by words and filters chooses them.
std::span<const std::string_view> subset_parameters();

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_PARAMETER_SPECS_H_
