#ifndef SEARCHD_ANALYTICS_RECORD_SET_H_
#define SEARCHD_ANALYTICS_RECORD_SET_H_

// Sets of records to count: those of a query and filters, and those that hold a term. Always the
// same records that a search finds, because both come of the same plan.

#include "analysis/themes.h"
#include "indexer/schema.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"
#include "searchd/search/query_plan.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

/// Document numbers, rising, each once.
using Documents = std::vector<DocumentNumber>;

struct RecordQuery {
  std::string q;  ///< In the query language; empty for all records of the filters.
  std::vector<const analysis::Theme*> themes;  ///< One of them must match too; empty: none need.
  Filters filters;                             ///< An empty list of kinds means all kinds.
  std::vector<indexer::TextField> fields;      ///< In which words must stand; empty: both.
  bool with_synonyms = true;
};

/// What a query finds.
struct RecordSet {
  Documents documents;
  QueryPlan plan;                  ///< For highlights.
  std::string interpretation;      ///< Japanese: how the query was understood; may be empty.
  std::vector<std::string> notes;  ///< Japanese: what was ignored or read otherwise.
};

/// Lends one worker for all the sets of a request. One thread. The snapshot must outlive it.
/// Functions throw Error{Damaged} if the index cannot be read.
class RecordFinder {
 public:
  explicit RecordFinder(const IndexSnapshot& snapshot)
      : snapshot_(snapshot), lease_(snapshot.lease()) {}

  /// The records that hold all that is asked for: what a search finds, but never relaxed.
  [[nodiscard]] RecordSet find(const RecordQuery& query) const;

  /// The records of all kinds in which one of `spellings` stands as exactly this sequence of
  /// characters: what the query 「a」 OR 「b」 finds.
  [[nodiscard]] Documents holding(const std::vector<std::string>& spellings,
                                  const std::vector<indexer::TextField>& fields) const;

  [[nodiscard]] IndexWorker& worker() const { return lease_.worker(); }

 private:
  /// Keeps what a theme finds; adds the clauses of the themes for highlights.
  void keep_themes(const RecordQuery& query, RecordSet& found) const;

  const IndexSnapshot& snapshot_;
  IndexSnapshot::Lease lease_;
};

/// `fields`, or both texts if it is empty.
std::vector<indexer::TextField> searched_fields(const std::vector<indexer::TextField>& fields);

/// What both hold.
Documents common(const Documents& a, const Documents& b);

/// What `a` holds and `b` does not.
Documents without(const Documents& a, const Documents& b);

/// How many different departments (of different wards: different ones) and wards `documents` have.
struct Spread {
  std::uint32_t departments = 0;
  std::uint32_t wards = 0;
};
Spread spread_of(const Documents& documents, const ColumnTable& columns);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_RECORD_SET_H_
