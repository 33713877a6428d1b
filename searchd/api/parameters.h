#ifndef SEARCHD_API_PARAMETERS_H_
#define SEARCHD_API_PARAMETERS_H_

// The parameters of a route: declared once, for checking requests and for the OpenAPI description.

#include "searchd/http/message.h"
#include "searchd/http/problem.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// A value, or the error answer that the caller is to give.
template <typename T>
using ApiResult = tl::expected<T, Problem>;

/// One parameter of a route.
struct ParameterSpec {
  enum class Type { Text, Integer, Choice };
  std::string_view name;
  Type type = Type::Text;
  bool is_repeatable = false;
  std::string_view description;           ///< English, one or two sentences.
  std::vector<std::string_view> choices;  ///< Of a Choice; the first is the default.
  std::size_t minimum = 0;                ///< Of an Integer.
  std::size_t maximum = 0;
  std::size_t default_value = 0;
};

/// Longest value of a text parameter, in bytes; more is a 400.
inline constexpr std::size_t kMaxParameterBytes = 4096;

/// The parameters of one request, checked against the specs of its route.
class Parameters {
 public:
  /// A problem names the parameter: unknown (with the nearest known one), given twice though not
  /// repeatable, too long or above the maximum (limit-exceeded), not a number, below the minimum,
  /// not one of the choices. Blanks at both ends are left out; an empty value is as good as none.
  static ApiResult<Parameters> parse(const std::vector<HttpParameter>& given,
                                     std::span<const ParameterSpec> specs);

  /// All values of a repeatable text parameter, empty ones left out.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

  /// The value of a text or choice parameter; empty, or the first choice, if it was not given.
  [[nodiscard]] std::string text(std::string_view name) const;

  /// The value of an integer, or its default.
  [[nodiscard]] std::size_t integer(std::string_view name) const;

  /// True if the route has a parameter of this name, given or not.
  [[nodiscard]] bool knows(std::string_view name) const;

  /// Equal for requests that mean the same: sorted, each value once, defaults left out.
  [[nodiscard]] std::string canonical() const;

 private:
  std::span<const ParameterSpec> specs_;  // Borrowed from the route table, which lives for ever.
  std::multimap<std::string, std::string, std::less<>> values_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_PARAMETERS_H_
