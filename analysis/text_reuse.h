#ifndef ANALYSIS_TEXT_REUSE_H_
#define ANALYSIS_TEXT_REUSE_H_

// Which passages of one text stand in another one, word for word.

#include "analysis/normalizer.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// A passage must be this long. Shorter ones are what any two texts of the genre share
/// (区民サービス, を行います).
inline constexpr std::size_t kMinPassageCharacters = 6;

/// Only the beginning of longer texts is compared.
inline constexpr std::size_t kMaxComparedCharacters = 20'000;

/// The letters and digits of a text in normalised form, without blanks and punctuation, which
/// differ between two copies of a sentence, and with the source bytes of each. A value.
class ComparableText {
 public:
  explicit ComparableText(std::string_view source);

  [[nodiscard]] const std::u32string& characters() const { return characters_; }
  [[nodiscard]] std::size_t size() const { return characters_.size(); }
  /// The source bytes of `characters()[begin, end)`, begin < end.
  [[nodiscard]] ByteRange source_range(std::size_t begin, std::size_t end) const;

 private:
  std::u32string characters_;
  std::vector<ByteRange> sources_;  // One for each character.
};

/// One passage that both texts have; the ranges are bytes of their sources.
struct SharedPassage {
  ByteRange text;
  ByteRange other;
  std::size_t characters = 0;  ///< Letters and digits.
};

/// The passages of `text` that stand in `other`, in order of `text`, without overlaps there: from
/// the left, always the longest one that begins at a place (of equals the first in `other`; the
/// first eight places in `other` are looked at).
std::vector<SharedPassage> shared_passages(const ComparableText& text, const ComparableText& other);

/// The share, 0..1, of `text` that `passages` take; 0 for an empty text.
double share_of(const ComparableText& text, const std::vector<SharedPassage>& passages);

/// How much of both texts stands in the other one, 0..1: characters in shared passages, looked for
/// both ways, of the characters of both. 1 for equal texts of kMinPassageCharacters or more.
double likeness(const ComparableText& a, const ComparableText& b);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_TEXT_REUSE_H_
