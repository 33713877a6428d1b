// One pass over the index gives every document that matches the words, with its weight if the hits
// are ranked. Filters, totals and facets are applied on the column table, and the page is cut from
// the whole list: totals are exact, and pages fit together because no match is ever left out early.

#include "searchd/search/search_engine.h"

#include "corpus/error.h"
#include "searchd/search/attribute_names.h"
#include "searchd/search/explanation.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/matcher.h"
#include "searchd/search/recency.h"
#include "searchd/search/resolved_query.h"
#include "searchd/search/sentence_rank.h"
#include "searchd/search/stored_record.h"
#include "searchd/search/theme_queries.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

using corpus::RecordKind;

constexpr std::size_t kSnippetCharacters = 160;

std::vector<DocumentNumber> documents_of(const std::vector<Match>& matches) {
  std::vector<DocumentNumber> documents;
  documents.reserve(matches.size());
  for (const Match& match : matches) {
    documents.push_back(match.document);
  }
  return documents;
}

void sort_matches(std::vector<Match>& matches, SortOrder sort, const ColumnTable& columns) {
  // Places of wards are in the order of their codes, numbers of documents in that of their ids.
  const auto key_of = [&](const Match& match) {
    const ColumnRow& row = columns.row(match.document);
    const int latest_first = -row.fiscal_year;
    const int ward = row.ward;
    return sort == SortOrder::Ward ? std::tuple(ward, latest_first, match.document)
                                   : std::tuple(latest_first, ward, match.document);
  };
  std::sort(matches.begin(), matches.end(),
            [&](const Match& a, const Match& b) { return key_of(a) < key_of(b); });
}

std::vector<indexer::TextField> fields_of(const SearchRequest& request) {
  return request.fields.empty()
             ? std::vector(indexer::kTextFields.begin(), indexer::kTextFields.end())
             : request.fields;
}

Hit hit_of(DocumentNumber document, const QueryPlan& plan,
           const std::vector<indexer::TextField>& fields, IndexWorker& worker) {
  Hit hit;
  hit.record = stored_record(document, worker.database);
  hit.derived = stored_derived(document, worker.database);
  for (const indexer::TextField field : indexer::kTextFields) {
    const bool is_target = field == indexer::TextField::Target;
    const std::string& text = is_target ? hit.record.target : hit.record.result;
    std::vector<analysis::ByteRange> ranges;
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) {
      ranges = highlights(plan, text, worker.analyzer, field);
    }
    (is_target ? hit.target_highlights : hit.result_highlights) = in_characters(ranges, text);
    (is_target ? hit.target_snippet : hit.result_snippet) =
        best_snippet(text, ranges, kSnippetCharacters);
  }
  return hit;
}

KindCounts kind_counts_of(const std::vector<Facet>& facets) {
  KindCounts counts{};
  for (const Facet& facet : facets) {
    if (facet.dimension != Dimension::Kind) {
      continue;
    }
    for (const FacetValue& value : facet.values) {
      const std::optional<RecordKind> kind = corpus::record_kind_named(value.value);
      counts.at(static_cast<std::size_t>(kind.value_or(RecordKind::Passage))) = value.count;
    }
  }
  return counts;
}

/// Runs `work`, turning what Xapian throws into our Error.
template <typename Work>
auto guarded(const IndexSnapshot& snapshot, Work work) {
  try {
    return work();
  } catch (const Xapian::Error& problem) {
    throw Error(ErrorKind::Damaged,
                fmt::format("cannot read generation {}: {} ({})", snapshot.generation_id(),
                            problem.get_msg(), problem.get_type()),
                {}, "run torikumi-indexer check, then build the index again");
  }
}

std::vector<Hit> page_of(const std::vector<Match>& matches, bool is_ranked, const QueryPlan& plan,
                         const SearchRequest& request, IndexWorker& worker) {
  std::vector<Hit> hits;
  const std::size_t begin = std::min(matches.size(), request.offset);
  const std::size_t end = begin + std::min(matches.size() - begin, request.limit);
  for (std::size_t i = begin; i < end; ++i) {
    Hit hit = hit_of(matches[i].document, plan, fields_of(request), worker);
    if (is_ranked) {
      hit.score = matches[i].weight;
      hit.is_ranked_by_sentence = matches[i].sentence > 0;
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

/// A plan and what it matches.
struct PlannedMatches {
  QueryPlan plan;
  std::vector<Match> matches;  // Before filters.
  bool is_ranked = false;
};

PlannedMatches matched(QueryPlan plan, const SearchRequest& request, IndexWorker& worker) {
  const bool is_ranked = request.sort == SortOrder::Relevance && plan.has_positive_clause();
  std::vector<Match> matches = matches_of(plan, fields_of(request), is_ranked, worker.database);
  return {std::move(plan), std::move(matches), is_ranked};
}

PlanContext plan_context(bool with_synonyms, const IndexSnapshot& snapshot, IndexWorker& worker) {
  return {.analyzer = worker.analyzer,
          .synonyms = snapshot.resources().synonyms,
          .vocabulary = &snapshot.vocabulary(),
          .attributes_named =
              [&snapshot](const std::string& word) { return attributes_named(word, snapshot); },
          .with_synonyms = with_synonyms};
}

/// The matches of the query as typed; if there are none among the wanted kinds, those of the query
/// taken word by word.
PlannedMatches matched(const Query& query, const SearchRequest& request,
                       const IndexSnapshot& snapshot, IndexWorker& worker) {
  const PlanContext context = plan_context(request.with_synonyms, snapshot, worker);
  PlannedMatches strict = matched(plan_query(query, context), request, worker);
  Filters kinds;
  kinds.kinds = request.filters.kinds;
  const RowFilter wanted(kinds, snapshot);
  const bool has_any = std::any_of(
      strict.matches.begin(), strict.matches.end(),
      [&](const Match& match) { return wanted.accepts(snapshot.columns().row(match.document)); });
  if (has_any || !request.may_relax) {
    return strict;
  }
  std::optional<QueryPlan> plan = plan_relaxed(query, context);
  if (!plan) {
    return strict;
  }
  PlannedMatches relaxed = matched(*std::move(plan), request, worker);
  if (relaxed.matches.empty()) {
    return strict;
  }
  relaxed.plan.notes.emplace_back(
      "入力どおりにすべてを含む記録がないため、言葉の多くを含む記録を探しました。");
  return relaxed;
}

/// Gives each of `hits` the parts of its score.
void explain(std::vector<Hit>& hits, const QueryPlan& plan, const SearchRequest& request,
             const IndexSnapshot& snapshot, IndexWorker& worker) {
  std::vector<ExplainedHit> explained;
  explained.reserve(hits.size());
  for (const Hit& hit : hits) {
    explained.push_back({hit.record.id, hit.is_ranked_by_sentence});
  }
  const std::vector<indexer::TextField> fields = fields_of(request);
  std::vector<std::vector<ScorePart>> parts =
      score_parts(explained, {request.q, plan, fields, snapshot.vocabulary()}, worker);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    Hit& hit = hits[i];
    hit.score_parts = std::move(parts[i]);
    if (request.with_recency && hit.record.fiscal_year) {
      hit.score_parts.push_back(
          recency_part(*hit.record.fiscal_year, *hit.score, snapshot.columns()));
    }
  }
}

/// Leaves out the matches that none of `themes` finds.
void keep_matches_of(const std::vector<QueryPlan>& themes,
                     const std::vector<indexer::TextField>& fields, std::vector<Match>& matches,
                     const IndexWorker& worker) {
  if (themes.empty()) {
    return;
  }
  std::set<DocumentNumber> found;
  for (const QueryPlan& theme : themes) {
    for (const Match& match : matches_of(theme, fields, false, worker.database)) {
      found.insert(match.document);
    }
  }
  std::erase_if(matches, [&](const Match& match) { return !found.contains(match.document); });
}

/// `plan` with what the themes look for, for the highlighter.
QueryPlan with_clauses_of(const std::vector<QueryPlan>& themes, QueryPlan plan) {
  for (const QueryPlan& theme : themes) {
    plan.clauses.insert(plan.clauses.end(), theme.clauses.begin(), theme.clauses.end());
  }
  return plan;
}

SearchResult search_with(IndexWorker& worker, const SearchRequest& request,
                         const IndexSnapshot& snapshot) {
  const ColumnTable& columns = snapshot.columns();
  const ResolvedQuery resolved = resolve(parse_query(request.q), snapshot);
  const FilterStack filters{{request.filters, snapshot}, {resolved.filters, snapshot}};
  auto [plan, matches, is_ranked] = matched(resolved.query, request, snapshot, worker);
  std::vector<QueryPlan> themes;
  for (const analysis::Theme* theme : request.themes) {
    themes.push_back(plan_theme(*theme, worker.analyzer));
  }
  keep_matches_of(themes, fields_of(request), matches, worker);

  SearchResult result;
  result.facets = facets_of(documents_of(matches), filters, snapshot);
  result.kind_counts = kind_counts_of(result.facets);
  std::erase_if(matches, [&columns, &filters](const Match& match) {
    return !filters.accepts(columns.row(match.document));
  });
  result.total = matches.size();
  if (!is_ranked) {
    sort_matches(matches, request.sort, columns);
  } else {
    rank_by_sentences(plan, fields_of(request), worker.database, matches);
    if (request.with_recency) {
      favour_recent(matches, columns);
    }
  }
  result.hits = page_of(matches, is_ranked, with_clauses_of(themes, plan), request, worker);
  if (is_ranked && request.is_explained) {
    explain(result.hits, plan, request, snapshot, worker);
  }
  result.interpretation = themes_text(request.themes);
  const std::string words = interpretation_of(plan, resolved.filters, snapshot);
  result.interpretation += (result.interpretation.empty() || words.empty() ? "" : "／") + words;
  result.expanded = plan.expanded;
  result.is_relaxed = plan.is_relaxed;
  result.notes = resolved.query.notes;
  result.notes.insert(result.notes.end(), plan.notes.begin(), plan.notes.end());
  return result;
}

}  // namespace

SearchResult search(const SearchRequest& request, const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    return search_with(lease.worker(), request, snapshot);
  });
}

KindCounts counts_as_typed(std::string_view q, const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    IndexWorker& worker = lease.worker();
    const ResolvedQuery resolved = resolve(parse_query(q), snapshot);
    const QueryPlan plan = plan_query(resolved.query, plan_context(true, snapshot, worker));
    const RowFilter filter(resolved.filters, snapshot);
    KindCounts counts{};
    for (const Match& match : matches_of(plan, fields_of({}), false, worker.database)) {
      const ColumnRow& row = snapshot.columns().row(match.document);
      counts.at(static_cast<std::size_t>(row.kind)) += filter.accepts(row) ? 1U : 0U;
    }
    return counts;
  });
}

std::optional<RecordWithDerived> record_by_id(const std::string& id,
                                              const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&]() -> std::optional<RecordWithDerived> {
    const IndexSnapshot::Lease lease = snapshot.lease();
    const Xapian::Database& database = lease.worker().database;
    const std::optional<DocumentNumber> document = document_with_id(id, database);
    if (!document) {
      return std::nullopt;
    }
    return RecordWithDerived{stored_record(*document, database),
                             stored_derived(*document, database)};
  });
}

std::optional<DocumentNumber> document_of(const std::string& id, const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    return document_with_id(id, lease.worker().database);
  });
}

std::vector<corpus::Record> records_at(const std::vector<DocumentNumber>& documents,
                                       const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    std::vector<corpus::Record> records;
    records.reserve(documents.size());
    for (const DocumentNumber document : documents) {
      records.push_back(stored_record(document, lease.worker().database));
    }
    return records;
  });
}

std::vector<std::string> record_ids(const std::vector<DocumentNumber>& documents,
                                    const IndexSnapshot& snapshot) {
  std::vector<std::string> ids;
  ids.reserve(documents.size());
  for (corpus::Record& record : records_at(documents, snapshot)) {
    ids.push_back(std::move(record.id));
  }
  return ids;
}

std::vector<corpus::Record> records_matching(const Filters& filters,
                                             const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    const ColumnTable& columns = snapshot.columns();
    const RowFilter filter(filters, snapshot);
    std::vector<corpus::Record> records;
    for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
      if (filter.accepts(columns.row(document))) {
        records.push_back(stored_record(document, lease.worker().database));
      }
    }
    return records;
  });
}

}  // namespace torikumi::searchd
