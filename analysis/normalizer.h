#ifndef ANALYSIS_NORMALIZER_H_
#define ANALYSIS_NORMALIZER_H_

// One spelling for text that means the same, with a way back to every source byte.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// A half-open range of bytes.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

/// Normalised text and, for each of its code points, the source bytes that it stands for.
struct NormalizedText {
  /// One code point of `text`: where it begins there, and the source bytes behind it. Several code
  /// points may share a source range (㍻ gives 平成); a range may hold several source characters
  /// (ｻﾞ gives ザ).
  struct Unit {
    std::uint32_t begin = 0;
    std::uint32_t source_begin = 0;
    std::uint32_t source_end = 0;
  };

  std::string text;         ///< UTF-8.
  std::vector<Unit> units;  ///< One for each code point, in order.

  /// The source bytes behind `text[begin, end)`. Both must be character bounds of `text`.
  [[nodiscard]] ByteRange source_range(std::size_t begin, std::size_t end) const;
};

/// The steps, in order, are listed at the top of normalizer.cc. Stateless; free to share.
class Normalizer {
 public:
  /// Raised with every change that can alter an output; part of the analyzer's identity.
  static constexpr int kVersion = 2;

  /// Never fails: ill-formed UTF-8 becomes U+FFFD, a NUL a blank. `source` up to 4 GiB.
  [[nodiscard]] NormalizedText normalize(std::string_view source) const;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_NORMALIZER_H_
