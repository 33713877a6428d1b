#ifndef SEARCHD_SEARCH_QUERY_PLAN_H_
#define SEARCHD_SEARCH_QUERY_PLAN_H_

// A query after analysis: the exact sequences that a text must hold to match. One plan drives both
// the index (xapian_query.h) and the highlighter, so that what is counted is what is marked.

#include "analysis/analyzer.h"
#include "analysis/synonyms.h"
#include "searchd/search/query.h"

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// One way in which a text can hold a term: these words or characters at neighbouring positions, or
/// a word with this reading.
struct TextPattern {
  enum class Family { Words, Characters, Reading };
  Family family = Family::Words;
  std::vector<std::string> sequence;  ///< Families, character units, or one reading; not empty.
  double weight = 1.0;                ///< Against 1 for the typed word itself; for ranking only.

  bool operator==(const TextPattern&) const = default;
};

/// A clause as patterns: a text matches if it holds any of them.
struct PlannedClause {
  std::vector<QueryTerm> terms;  ///< Those of the clause that can be searched.
  std::vector<TextPattern> patterns;
  bool is_excluded = false;
};

/// A word that is searched besides the typed one.
struct Expansion {
  std::string word;  ///< As typed.
  std::string text;  ///< What is searched too.

  bool operator==(const Expansion&) const = default;
};

struct QueryPlan {
  std::vector<PlannedClause> clauses;
  std::vector<Expansion> expanded;
  std::vector<std::string> notes;  ///< Japanese; further to Query::notes.

  [[nodiscard]] bool has_positive_clause() const;
};

struct PlanOptions {
  bool with_synonyms = true;
};

/// Plans `query` with `analyzer`, the same that made the index. Terms of signs only are dropped
/// with a note. Linear in the length of the query and its synonyms.
QueryPlan plan_query(const Query& query, analysis::Analyzer& analyzer,
                     const analysis::SynonymTable& synonyms, const PlanOptions& options = {});

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_QUERY_PLAN_H_
