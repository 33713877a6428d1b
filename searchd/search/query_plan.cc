#include "searchd/search/query_plan.h"

#include "searchd/search/names_apart.h"
#include "searchd/search/notes.h"
#include "searchd/search/pattern_reader.h"
#include "searchd/search/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Plans one query as it was typed; keeps what is common to its clauses.
class StrictPlanner {
 public:
  explicit StrictPlanner(const PlanContext& context) : context_(context) {}

  QueryPlan plan(const Query& query) {
    for (const QueryClause& clause : query.clauses) {
      PlannedClause planned = planned_clause(clause, context_, plan_);
      if (!planned.patterns.empty()) {
        plan_.clauses.push_back(std::move(planned));
      }
    }
    return std::move(plan_);
  }

 private:
  const PlanContext& context_;
  QueryPlan plan_;
};

/// The patterns of what was typed itself.
std::vector<TextPattern> patterns_of(const QueryTerm& term, const PlanContext& context,
                                     QueryPlan& plan) {
  if (!term.is_phrase) {
    return patterns_of_word(term.text, 1.0, context.analyzer);
  }
  const analysis::Analysis text = context.analyzer.analyze(term.text);
  if (term.near_words == 0) {
    return character_patterns(text, 1.0);
  }
  std::vector<TextPattern> near = typed_near_patterns(text, term.near_words, 1.0);
  std::vector<TextPattern> characters = character_patterns(text, 1.0);
  if (near.empty() && !characters.empty()) {
    add_note(plan.notes,
             fmt::format("「{}」は「~」に使えないため、このままの語句で検索しました。", term.text));
    return characters;
  }
  return near;
}

/// A word of one text names no attribute of the whole record.
PlanContext without_attributes(const PlanContext& context) {
  PlanContext other = context;
  other.attributes_named = {};
  return other;
}

}  // namespace

PlannedClause planned_clause(const QueryClause& clause, const PlanContext& context,
                             QueryPlan& plan) {
  PlannedClause planned;
  planned.is_excluded = clause.is_excluded;
  for (const QueryTerm& term : clause.alternatives) {
    std::vector<TextPattern> patterns = patterns_of(term, context, plan);
    if (patterns.empty()) {
      add_note(plan.notes,
               fmt::format("「{}」は記号だけのため、検索に使いませんでした。", term.text));
      continue;
    }
    if ((clause.is_excluded || !context.with_synonyms) && term.near_words == 0) {
      std::erase_if(patterns, [](const TextPattern& pattern) { return pattern.window > 0; });
    }
    const std::size_t known_patterns = planned.patterns.size();
    planned.terms.push_back(term);
    append_new(planned.patterns, std::move(patterns));
    if (!term.is_phrase) {
      add_other_partings(term.text, context, planned);
    }
    if (!term.is_phrase && !clause.is_excluded) {
      add_words_read_as(term.text, context, plan, planned);
    }
    if (!term.is_phrase && clause.is_excluded && !term.field && context.attributes_named) {
      for (NamedAttribute& attribute : context.attributes_named(term.text)) {
        planned.attribute_terms.push_back(std::move(attribute.term));
      }
    }
    if (!term.is_phrase && !clause.is_excluded) {
      add_meanings(term.text, term.field ? without_attributes(context) : context, plan, planned);
    }
    for (std::size_t i = known_patterns; i < planned.patterns.size(); ++i) {
      planned.patterns[i].term = planned.terms.size() - 1;
      planned.patterns[i].field = term.field;
    }
  }
  return planned;
}

bool QueryPlan::has_positive_clause() const {
  return std::any_of(clauses.begin(), clauses.end(),
                     [](const PlannedClause& clause) { return !clause.is_excluded; });
}

QueryPlan plan_query(const Query& query, const PlanContext& context) {
  return StrictPlanner(context).plan(with_names_apart(query, context));
}

}  // namespace torikumi::searchd
