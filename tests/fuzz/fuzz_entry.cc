// What libFuzzer calls, https://llvm.org/docs/LibFuzzer.html

#include "tests/fuzz/invariant.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// The name is libFuzzer's.  NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  torikumi::fuzz::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
