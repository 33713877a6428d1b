#ifndef SEARCHD_PRACTICES_PRACTICE_EVIDENCE_H_
#define SEARCHD_PRACTICES_PRACTICE_EVIDENCE_H_

// The records and sentences that practices and other findings point to.

#include "analysis/practices/practice.h"
#include "corpus/record.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/index_snapshot.h"

#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {

/// A sentence of a record, whole.
struct Evidence {
  corpus::Record record;
  analysis::TextPart part = analysis::TextPart::Target;
  std::string sentence;       ///< Verbatim, of the record's target or result.
  CharacterRange characters;  ///< Where it stands there, in code points.
};

/// The record at place `record` and its sentence, for each pair, in their order. Throws
/// Error{Damaged} if the index cannot be read or a sentence is not within its text.
std::vector<Evidence> evidence_of(
    const std::vector<std::pair<std::size_t, analysis::SentenceRef>>& places,
    const IndexSnapshot& snapshot);

/// Another practice that shares members with one.
struct RelatedPractice {
  const analysis::Practice* practice = nullptr;  ///< Of the snapshot's store.
  std::size_t shared = 0;                        ///< Records that do both.
};

/// The practices of the records of `practice`, most shared first, equals by id; at most `limit`.
std::vector<RelatedPractice> related_practices(const analysis::Practice& practice,
                                               const IndexSnapshot& snapshot, std::size_t limit);

/// The sentence of the representative of `practice`; of its first member should that be none.
std::pair<std::size_t, analysis::SentenceRef> representative_sentence(
    const analysis::Practice& practice);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PRACTICES_PRACTICE_EVIDENCE_H_
