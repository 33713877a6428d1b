#include "searchd/search/xapian_query.h"

#include <string>

namespace torikumi::searchd {
namespace {

using indexer::TermFamily;
using indexer::TextField;

Xapian::Query phrase_of(const std::vector<Xapian::Query>& terms) {
  if (terms.size() == 1) {
    return terms.front();
  }
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

Xapian::Query words_query(const TextPattern& pattern, TextField field) {
  std::vector<Xapian::Query> terms;
  for (const std::string& family : pattern.sequence) {
    terms.emplace_back(indexer::text_term(TermFamily::Word, field, family));
  }
  return phrase_of(terms);
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
  return phrase_of(pairs);
}

Xapian::Query pattern_query(const TextPattern& pattern, TextField field) {
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

Xapian::Query clause_query(const PlannedClause& clause, const std::vector<TextField>& fields) {
  std::vector<Xapian::Query> alternatives;
  for (const TextPattern& pattern : clause.patterns) {
    for (const TextField field : fields) {
      alternatives.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, pattern_query(pattern, field),
                                pattern.weight);
    }
  }
  return {Xapian::Query::OP_OR, alternatives.begin(), alternatives.end()};
}

}  // namespace

Xapian::Query xapian_query_of(const QueryPlan& plan, const std::vector<TextField>& fields) {
  std::vector<Xapian::Query> required;
  std::vector<Xapian::Query> excluded;
  for (const PlannedClause& clause : plan.clauses) {
    (clause.is_excluded ? excluded : required).push_back(clause_query(clause, fields));
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

}  // namespace torikumi::searchd
