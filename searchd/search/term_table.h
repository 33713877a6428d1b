#ifndef SEARCHD_SEARCH_TERM_TABLE_H_
#define SEARCHD_SEARCH_TERM_TABLE_H_

// The terms of every record of one generation, in memory: what terms are counted on.

#include "searchd/search/column_table.h"
#include "searchd/search/vocabulary.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

struct IndexWorker;

/// Place of a term in its table.
using TermNumber = std::uint32_t;

/// A noun or compound that is held to be a term.
struct Term {
  /// Every spelling that the records have (問い合わせ, 問合せ), normalised, most records first; at
  /// least one.
  std::vector<std::string> spellings;
  std::size_t word_count = 1;
  std::uint32_t records = 0;  ///< Records of all kinds that hold it as words.
  double c_value = 0;         ///< analysis::c_values over all records; above 0.

  /// What it is called.
  [[nodiscard]] const std::string& surface() const { return spellings.front(); }
};

/// Terms in at least kMinTermRecords records and with a C-value above 0 (the others are parts of
/// longer ones), in order of their surfaces. Spellings of one family in the vocabulary are one
/// term.
///
/// "Holds" is by words here; a search finds some records more, that hold a term within a longer
/// word (発券機 in 番号発券機).
///
/// Immutable once loaded; free to share between threads.
class TermTable {
 public:
  TermTable() = default;

  /// Reads the terms of the database of `worker`; `vocabulary` is of the same generation. Throws
  /// Xapian::Error.
  static TermTable load(const IndexWorker& worker, const Vocabulary& vocabulary);

  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }
  [[nodiscard]] const Term& term(TermNumber number) const { return terms_[number]; }

  /// The terms of a document, rising.
  [[nodiscard]] std::span<const TermNumber> terms_of(DocumentNumber document) const;

 private:
  std::vector<Term> terms_;
  std::vector<std::size_t> begins_;  // Of each document in numbers_; one more at the end.
  std::vector<TermNumber> numbers_;
};

inline constexpr std::uint32_t kMinTermRecords = 2;

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_TERM_TABLE_H_
