#ifndef SEARCHD_ANALYTICS_CONCORDANCE_H_
#define SEARCHD_ANALYTICS_CONCORDANCE_H_

// Every place where the records hold what is asked for, each with the text around it (KWIC).

#include "corpus/record.h"
#include "searchd/analytics/record_set.h"

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// More records than these are not read in one request: half a second of looking for the places.
inline constexpr std::size_t kMaxConcordanceRecords = 2'000;

/// With so many lines reading ends, at the end of a record: what they are sorted by is held in
/// memory, at most a kilobyte each.
inline constexpr std::size_t kMaxConcordanceLines = 50'000;

struct ConcordanceRequest {
  RecordQuery query;
  enum class Order {
    Record,  ///< Latest year first, then ward, then id; within a record as in the text.
    Left,    ///< By the text before, read backwards from the match.
    Right,   ///< By the text behind.
  };
  Order order = Order::Record;
  std::size_t context_characters = 30;  ///< On each side; 1 or more.
  std::size_t from_record = 0;          ///< Matching records that are skipped, latest first.
  std::size_t offset = 0;               ///< Lines that are skipped of the records read.
  std::size_t limit = 50;
  std::size_t max_records = kMaxConcordanceRecords;
  std::size_t max_lines = kMaxConcordanceLines;
};

struct ConcordanceLine {
  corpus::Record record;  ///< Without its texts.
  indexer::TextField field = indexer::TextField::Target;
  std::size_t begin = 0;  ///< Half-open range of the match in code points of the text.
  std::size_t end = 0;
  std::string left;  ///< Of the same paragraph, at most context_characters.
  std::string match;
  std::string right;
};

struct Concordance {
  RecordSet subset;
  /// The latest ones from `from_record` on: at most `max_records`, and none after
  /// `max_lines`.
  std::size_t records_read = 0;
  std::size_t total = 0;               ///< Lines of these, exact.
  std::vector<ConcordanceLine> lines;  ///< `limit` of them from `offset` on.
};

/// Matches are what a search highlights: touching ones are one. Each matching record stands in
/// exactly one of the answers from 0, from 0 + records_read, and so on.
Concordance concordance(const ConcordanceRequest& request, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_CONCORDANCE_H_
