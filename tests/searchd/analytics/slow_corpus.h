#ifndef TESTS_SEARCHD_ANALYTICS_SLOW_CORPUS_H_
#define TESTS_SEARCHD_ANALYTICS_SLOW_CORPUS_H_

// An index and, beside it, its records to count on by plain loops.

#include "searchd/analytics/record_set.h"
#include "tests/searchd/search_index.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

class SlowCorpus {
 public:
  explicit SlowCorpus(std::vector<corpus::Record> records);

  [[nodiscard]] const IndexSnapshot& snapshot() const { return index_.snapshot(); }

  /// By document number − 1.
  [[nodiscard]] const std::vector<corpus::Record>& records() const { return records_; }

  /// True if one of `spellings` stands in one of the texts of the record as these characters,
  /// within one paragraph; blanks do not count, Latin words and numbers only whole.
  [[nodiscard]] bool holds(DocumentNumber document,
                           const std::vector<std::string>& spellings) const;

  /// Of `documents` those that hold one of `spellings`.
  [[nodiscard]] Documents holding(const Documents& documents,
                                  const std::vector<std::string>& spellings) const;

  /// In how many of `documents` each candidate of analysis::term_candidates stands, by surface.
  [[nodiscard]] std::map<std::string, std::uint32_t> candidate_counts(
      const Documents& documents) const;

 private:
  struct Texts {
    std::array<analysis::Analysis, 2> texts;
  };

  std::vector<corpus::Record> records_;
  std::vector<Texts> analyzed_;
  SearchIndex index_;
};

/// 150 records of random words; the same for the same seed.
const SlowCorpus& random_corpus();

/// The real reports; null where they are not.
const SlowCorpus* real_corpus();

/// Both, as far as they are there, each with its name.
std::vector<std::pair<std::string, const SlowCorpus*>> corpora();

}  // namespace torikumi::searchd

#endif  // TESTS_SEARCHD_ANALYTICS_SLOW_CORPUS_H_
