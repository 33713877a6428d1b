#ifndef ANALYSIS_PRACTICES_PRACTICE_H_
#define ANALYSIS_PRACTICES_PRACTICE_H_

// A practice (共通する取組): what several initiatives or examples do alike. Plain values.

#include "analysis/normalizer.h"

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::analysis {

/// Which of a record's two texts.
enum class TextPart { Target, Result };

/// A sentence of a record, where it stands.
struct SentenceRef {
  TextPart part = TextPart::Target;
  ByteRange bytes;  ///< Of the record's original text; on character bounds.

  bool operator==(const SentenceRef&) const = default;
};

/// A record that does a practice, and the sentence that says so.
struct PracticeMember {
  std::size_t record = 0;  ///< Place in the list of records that was grouped.
  double strength = 0;     ///< 0..1: how near it is to the other members.
  SentenceRef sentence;

  bool operator==(const PracticeMember&) const = default;
};

/// Records of which each does the same thing. A record may belong to several practices.
struct Practice {
  /// `p-` and 12 hexadecimal digits, made of the ids of the members alone: the same members give
  /// the same id in every index.
  std::string id;
  std::string label;  ///< Words of its members: 番号発券機を導入. Never empty.
  std::vector<std::string> key_terms;   ///< What tells it from others, most telling first.
  std::size_t representative = 0;       ///< The record of the member nearest to all others.
  std::vector<PracticeMember> members;  ///< Strongest first, equals by record; two or more.

  bool operator==(const Practice&) const = default;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_PRACTICE_H_
