#include "searchd/search/xapian_query.h"

#include <string>
#include <utility>

namespace torikumi::searchd {
namespace {

using indexer::filter_term;
using indexer::FilterField;
using indexer::TermFamily;
using indexer::TextField;

bool is_contiguous(const TextPattern& pattern) {
  for (std::size_t i = 0; i < pattern.offsets.size(); ++i) {
    if (pattern.offsets[i] != i) {
      return false;
    }
  }
  return true;
}

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
    pairs.emplace_back(indexer::text_term(TermFamily::Character, field, units[i] + units[i + 1]));
  }
  return phrase_of(pairs);
}

Xapian::Query pattern_query(const TextPattern& pattern, TextField field) {
  // A term cannot span a paragraph, so a pattern with a gap in it cannot be in any text.
  if (!is_contiguous(pattern)) {
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

/// The rows that stand for the values of one dimension, each with the term of its value.
struct DimensionTerm {
  ColumnRow row;
  std::string term;
};

std::vector<DimensionTerm> terms_of(Dimension dimension, const ColumnTable& columns) {
  std::vector<DimensionTerm> terms;
  switch (dimension) {
    case Dimension::Ward:
      for (std::size_t place = 0; place < columns.ward_codes.size(); ++place) {
        terms.push_back({{.ward = static_cast<std::uint16_t>(place)},
                         filter_term(FilterField::Ward, columns.ward_codes[place])});
      }
      break;
    case Dimension::FiscalYear:
      for (const std::int16_t year : columns.fiscal_years) {
        terms.push_back({{.fiscal_year = year},
                         filter_term(FilterField::FiscalYear, std::to_string(year))});
      }
      break;
    case Dimension::Department:
      for (std::size_t place = 1; place < columns.departments.size(); ++place) {
        terms.push_back({{.department = static_cast<std::uint32_t>(place)},
                         filter_term(FilterField::Department, columns.departments[place])});
      }
      break;
    case Dimension::Scene:
      for (const corpus::Scene scene : corpus::kAllScenes) {
        terms.push_back(
            {{.scene_bits = static_cast<std::uint8_t>(1U << static_cast<unsigned>(scene))},
             filter_term(FilterField::Scene, corpus::label_of(scene))});
      }
      break;
    case Dimension::Kind:
      for (const corpus::RecordKind kind : kAllRecordKinds) {
        terms.push_back({{.kind = kind}, filter_term(FilterField::Kind, corpus::name_of(kind))});
      }
      break;
  }
  return terms;
}

/// One filter on one dimension: an OR over the values that it accepts.
Xapian::Query filter_query(const RowFilter& filter, Dimension dimension,
                           const ColumnTable& columns) {
  std::vector<std::string> accepted;
  for (DimensionTerm& each : terms_of(dimension, columns)) {
    if (filter.accepts(dimension, each.row)) {
      accepted.push_back(std::move(each.term));
    }
  }
  return {Xapian::Query::OP_OR, accepted.begin(), accepted.end()};
}

}  // namespace

Xapian::Query xapian_query_of(const FilterStack& filters, const ColumnTable& columns) {
  std::vector<Xapian::Query> conditions;
  for (const Dimension dimension : kAllDimensions) {
    for (const RowFilter* filter : {&filters.chosen, &filters.in_query}) {
      if (filter->restricts(dimension)) {
        conditions.push_back(filter_query(*filter, dimension, columns));
      }
    }
  }
  if (conditions.empty()) {
    return Xapian::Query::MatchAll;
  }
  return {Xapian::Query::OP_AND, conditions.begin(), conditions.end()};
}

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
