#include "searchd/search/xapian_query.h"

#include <string>

namespace torikumi::searchd {
namespace {

using indexer::TermFamily;
using indexer::TextField;

// Other words than the typed ones are often rarer, which alone would put them first. Measured in
// bench/relevance.
constexpr double kOtherWordWeight = 0.4;

/// Terms at neighbouring positions, or within a window in any order.
Xapian::Query joined(const std::vector<Xapian::Query>& terms, std::size_t window) {
  if (terms.size() == 1) {
    return terms.front();
  }
  if (window > 0) {
    return {Xapian::Query::OP_NEAR, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(window)};
  }
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

Xapian::Query words_query(const TextPattern& pattern, TextField field) {
  std::vector<Xapian::Query> terms;
  for (const std::string& family : pattern.sequence) {
    terms.emplace_back(indexer::text_term(TermFamily::Word, field, family));
  }
  return joined(terms, pattern.window);
}

// A sequence of n characters is a phrase of its n - 1 overlapping pairs.
Xapian::Query characters_query(const TextPattern& pattern, TextField field) {
  const std::vector<std::string>& units = pattern.sequence;
  if (units.size() == 1) {
    return Xapian::Query(indexer::text_term(TermFamily::Character, field, units.front()));
  }
  std::vector<Xapian::Query> pairs;
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    pairs.emplace_back(indexer::text_term(TermFamily::Character, field,
                                          indexer::character_pair(units[i], units[i + 1])));
  }
  return joined(pairs, 0);
}

Xapian::Query pattern_query(const TextPattern& pattern, TextField field) {
  if (!pattern.is_for(field)) {
    return Xapian::Query::MatchNothing;
  }
  switch (pattern.family) {
    case TextPattern::Family::Words:
      return words_query(pattern, field);
    case TextPattern::Family::Characters:
      return characters_query(pattern, field);
    case TextPattern::Family::Reading:
      return Xapian::Query(
          indexer::text_term(TermFamily::Reading, field, pattern.sequence.front()));
  }
  return Xapian::Query::MatchNothing;
}

using Queries = std::vector<Xapian::Query>;

/// One query for each pattern and field.
Queries queries_of(const std::vector<TextPattern>& patterns, const std::vector<TextField>& fields) {
  Queries queries;
  queries.reserve(patterns.size() * fields.size());
  for (const TextPattern& pattern : patterns) {
    for (const TextField field : fields) {
      queries.push_back(weighed_query(pattern, field));
    }
  }
  return queries;
}

Xapian::Query any_of(const Queries& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace

double weight_of(const TextPattern& pattern) {
  const bool is_other_word =
      pattern.origin == PatternOrigin::Synonym || pattern.origin == PatternOrigin::Compound;
  return is_other_word ? pattern.weight * kOtherWordWeight : pattern.weight;
}

Xapian::Query weighed_query(const TextPattern& pattern, TextField field) {
  return {Xapian::Query::OP_SCALE_WEIGHT, pattern_query(pattern, field), weight_of(pattern)};
}

Xapian::Query clause_query(const PlannedClause& clause, const std::vector<TextField>& fields) {
  Queries alternatives = queries_of(clause.patterns, fields);
  for (const std::string& term : clause.attribute_terms) {
    alternatives.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), 0.0);
  }
  return any_of(alternatives);
}

Xapian::Query xapian_query_of(const QueryPlan& plan, const std::vector<TextField>& fields) {
  std::vector<Xapian::Query> required;
  std::vector<Xapian::Query> optional;
  std::vector<Xapian::Query> excluded;
  for (const PlannedClause& clause : plan.clauses) {
    const bool is_optional = plan.is_relaxed && !clause.is_required;
    (clause.is_excluded ? excluded
     : is_optional      ? optional
                        : required)
        .push_back(clause_query(clause, fields));
  }
  if (!optional.empty()) {
    required.emplace_back(Xapian::Query::OP_OR, optional.begin(), optional.end());
  }
  Xapian::Query query =
      required.empty() ? Xapian::Query::MatchAll
                       : Xapian::Query(Xapian::Query::OP_AND, required.begin(), required.end());
  if (!excluded.empty()) {
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                          Xapian::Query(Xapian::Query::OP_OR, excluded.begin(), excluded.end()));
  }
  return query;
}

Xapian::Query scoring_query_of(const QueryPlan& plan, const std::vector<TextField>& fields) {
  Queries parts = queries_of(plan.ranking, fields);
  for (const PlannedClause& clause : plan.clauses) {
    if (!clause.is_excluded) {
      const Queries more = queries_of(clause.patterns, fields);
      parts.insert(parts.end(), more.begin(), more.end());
    }
  }
  return any_of(parts);
}

}  // namespace torikumi::searchd
