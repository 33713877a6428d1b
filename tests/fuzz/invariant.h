#ifndef TESTS_FUZZ_INVARIANT_H_
#define TESTS_FUZZ_INVARIANT_H_

// What the fuzz targets share: the check that each of them defines, and rules that many state.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {
class WardRegistry;
}

namespace torikumi::fuzz {

/// Defined once by each `<name>_fuzz.cc`: feeds `input` (any bytes) to the parser under test and
/// states with `require` what must hold of the outcome. An exception that leaves it is a finding.
void check(std::string_view input);

/// Ends the process, naming `rule` on standard error, unless `holds`: the fuzzer then keeps the
/// input. Unlike an assert it is there in every build.
void require(bool holds, const char* rule);

/// Requires that `text` is well-formed UTF-8.
void require_utf8(std::string_view text, const char* rule);

/// `bytes` with U+FFFD for each ill-formed sequence: for what is only ever given checked text.
std::string well_formed(std::string_view bytes);

/// The places in a text at which a character begins or ends.
class CharacterBounds {
 public:
  explicit CharacterBounds(std::string_view text);

  /// Requires that the half-open range is not empty, within the text and on character bounds.
  void require_range(std::size_t byte_begin, std::size_t byte_end) const;

 private:
  std::vector<bool> is_bound_;  // By byte, and one more for the end.
};

/// The wards that ship with the programs, loaded at the first call.
const corpus::WardRegistry& shipped_wards();

}  // namespace torikumi::fuzz

#endif  // TESTS_FUZZ_INVARIANT_H_
