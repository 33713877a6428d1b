#ifndef SEARCHD_SEARCH_PLANNER_H_
#define SEARCHD_SEARCH_PLANNER_H_

// What the strict and the relaxed planner share. Internal to query_plan.h.

#include "searchd/search/query_plan.h"

#include <string>

namespace torikumi::searchd {

/// Adds to `clause` the same words and compounds of the corpus as `word`, where a dictionary parts
/// them elsewhere.
void add_other_partings(const std::string& word, const PlanContext& context, PlannedClause& clause);

/// Adds to `clause` the words of the corpus that are read as `word`, if that is kana.
void add_words_read_as(const std::string& word, const PlanContext& context, QueryPlan& plan,
                       PlannedClause& clause);

/// Adds to `clause` what `word` may also mean: synonyms, longer parts of a compound
/// and attributes of records. Their names go
/// to `plan`.
void add_meanings(const std::string& word, const PlanContext& context, QueryPlan& plan,
                  PlannedClause& clause);

/// The clause with every pattern of its terms. Without patterns if it holds only signs, of which
/// `plan` gets a note.
PlannedClause planned_clause(const QueryClause& clause, const PlanContext& context,
                             QueryPlan& plan);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_PLANNER_H_
