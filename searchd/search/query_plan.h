#ifndef SEARCHD_SEARCH_QUERY_PLAN_H_
#define SEARCHD_SEARCH_QUERY_PLAN_H_

// A query after analysis: what a text must hold to match. One plan drives both the index
// (matcher.h) and the highlighter, so that what is counted is what is marked.

#include "analysis/analyzer.h"
#include "analysis/synonyms.h"
#include "searchd/search/query.h"
#include "searchd/search/text_pattern.h"
#include "searchd/search/vocabulary.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// A clause as patterns: a record matches if its text holds any of them.
struct PlannedClause {
  std::vector<QueryTerm> terms;  ///< Those of the clause that can be searched.
  std::vector<TextPattern> patterns;
  std::vector<std::string> attribute_terms;  ///< A record with one of these matches too.
  bool is_excluded = false;
  /// In a relaxed plan: must hold all the same (a phrase in quotes).
  bool is_required = false;
  /// In a relaxed plan: how much the clause counts against a noun, for 1.
  double importance = 1.0;
};

/// A word that is searched besides the typed one.
struct Expansion {
  std::string word;  ///< As typed.
  std::string text;  ///< What is searched too.

  bool operator==(const Expansion&) const = default;
};

struct QueryPlan {
  std::vector<PlannedClause> clauses;
  /// What makes a match better without being asked for: neighbours in the query that are
  /// neighbours in the text.
  std::vector<TextPattern> ranking;
  std::vector<Expansion> expanded;
  std::vector<std::string> notes;  ///< Japanese; further to Query::notes.
  /// False: every clause must hold. True: enough of them must (relaxation of matcher.h).
  bool is_relaxed = false;

  [[nodiscard]] bool has_positive_clause() const;
};

/// An attribute of records that a word names: 中原区, 区民課, 令和2年度.
struct NamedAttribute {
  std::string term;   ///< Boolean term of the index (indexer::filter_term).
  std::string label;  ///< For people: 区: 川崎市中原区.
};

/// What planning needs, all borrowed.
struct PlanContext {
  analysis::Analyzer& analyzer;  ///< The same that made the index.
  const analysis::SynonymTable& synonyms;
  const Vocabulary* vocabulary = nullptr;  ///< Of the same index; may be null.
  /// The attributes that a word names in this index; none if empty.
  std::function<std::vector<NamedAttribute>(const std::string& word)> attributes_named = {};
  bool with_synonyms = true;  ///< Other words and parts of compounds too.
};

/// Plans `query`. Terms of signs only are dropped with a note. Linear in the length of the query
/// and its synonyms.
QueryPlan plan_query(const Query& query, const PlanContext& context);

/// The same query word by word, for when no text holds all that was typed: a sentence falls apart
/// into its nouns, verbs and numbers, without question words and politeness; phrases in quotes
/// stay. Nothing if there is nothing to relax: a single word, phrases only, or OR and exclusions,
/// whose writer means them.
std::optional<QueryPlan> plan_relaxed(const Query& query, const PlanContext& context);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_QUERY_PLAN_H_
