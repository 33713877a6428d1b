#include "searchd/analytics/record_set.h"

#include "searchd/search/attribute_names.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/matcher.h"
#include "searchd/search/query.h"
#include "searchd/search/resolved_query.h"
#include "searchd/search/theme_queries.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Documents of `plan` in all kinds, rising.
Documents matching(const QueryPlan& plan, const std::vector<indexer::TextField>& fields,
                   const Xapian::Database& database, const IndexSnapshot& snapshot) {
  try {
    Documents documents;
    for (const Match& match : matches_of(plan, searched_fields(fields), false, database)) {
      documents.push_back(match.document);
    }
    std::sort(documents.begin(), documents.end());
    return documents;
  } catch (const Xapian::Error& problem) {
    throw Error(ErrorKind::Damaged,
                fmt::format("cannot read generation {}: {} ({})", snapshot.generation_id(),
                            problem.get_msg(), problem.get_type()),
                {}, "run torikumi-indexer check, then build the index again");
  }
}

}  // namespace

std::vector<indexer::TextField> searched_fields(const std::vector<indexer::TextField>& fields) {
  return fields.empty() ? std::vector(indexer::kTextFields.begin(), indexer::kTextFields.end())
                        : fields;
}

RecordSet RecordFinder::find(const RecordQuery& query) const {
  const ResolvedQuery resolved = resolve(parse_query(query.q), snapshot_);
  const FilterStack filters{{query.filters, snapshot_}, {resolved.filters, snapshot_}};
  const PlanContext context{
      .analyzer = worker().analyzer,
      .synonyms = snapshot_.resources().synonyms,
      .vocabulary = &snapshot_.vocabulary(),
      .attributes_named =
          [&](const std::string& word) { return attributes_named(word, snapshot_); },
      .with_synonyms = query.with_synonyms};
  RecordSet found;
  found.plan = plan_query(resolved.query, context);
  found.documents = matching(found.plan, query.fields, worker().database, snapshot_);
  found.interpretation = interpretation_of(found.plan, resolved.filters, snapshot_);
  found.notes = resolved.query.notes;
  found.notes.insert(found.notes.end(), found.plan.notes.begin(), found.plan.notes.end());
  if (!query.themes.empty()) {
    keep_themes(query, found);
  }
  std::erase_if(found.documents, [&](DocumentNumber document) {
    return !filters.accepts(snapshot_.columns().row(document));
  });
  return found;
}

void RecordFinder::keep_themes(const RecordQuery& query, RecordSet& found) const {
  Documents of_themes;
  for (const analysis::Theme* theme : query.themes) {
    QueryPlan plan = plan_theme(*theme, worker().analyzer);
    const Documents documents = matching(plan, query.fields, worker().database, snapshot_);
    of_themes.insert(of_themes.end(), documents.begin(), documents.end());
    found.plan.clauses.insert(found.plan.clauses.end(), plan.clauses.begin(), plan.clauses.end());
  }
  std::sort(of_themes.begin(), of_themes.end());
  of_themes.erase(std::unique(of_themes.begin(), of_themes.end()), of_themes.end());
  found.documents = common(found.documents, of_themes);
  found.interpretation =
      themes_text(query.themes) + (found.interpretation.empty() ? "" : "／" + found.interpretation);
}

Documents RecordFinder::holding(const std::vector<std::string>& spellings,
                                const std::vector<indexer::TextField>& fields) const {
  QueryClause clause;
  for (const std::string& spelling : spellings) {
    QueryTerm& term = clause.alternatives.emplace_back();
    term.text = spelling;
    term.is_phrase = true;
  }
  Query query;
  query.clauses.push_back(std::move(clause));
  const PlanContext context{.analyzer = worker().analyzer,
                            .synonyms = snapshot_.resources().synonyms};
  const QueryPlan plan = plan_query(query, context);
  // A plan without clauses matches everything; a term of signs only holds nothing.
  return plan.clauses.empty() ? Documents{} : matching(plan, fields, worker().database, snapshot_);
}

Documents common(const Documents& a, const Documents& b) {
  Documents result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

Documents without(const Documents& a, const Documents& b) {
  Documents result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

Spread spread_of(const Documents& documents, const ColumnTable& columns) {
  std::set<std::pair<std::uint16_t, std::uint32_t>> departments;
  std::set<std::uint16_t> wards;
  for (const DocumentNumber document : documents) {
    const ColumnRow& row = columns.row(document);
    wards.insert(row.ward);
    if (row.department != 0) {
      departments.emplace(row.ward, row.department);
    }
  }
  return {static_cast<std::uint32_t>(departments.size()), static_cast<std::uint32_t>(wards.size())};
}

}  // namespace torikumi::searchd
