// One pass over the index gives the documents that match the words (Boolean, exact); totals and facets
// are counted on the column table; a second, ranked pass fetches only the page that is shown.

#include "searchd/search/search_engine.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/error.h"
#include "corpus/record_json.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/resolved_query.h"
#include "searchd/search/xapian_query.h"

namespace torikumi::searchd {
namespace {

using corpus::RecordKind;

// BM25 (Robertson and others, TREC-3) with little weight on repetition, as suits short texts; k2 is
// not used, k3 is for repeated query words. Tuned on judged queries by the search issue.
constexpr double kBm25K1 = 0.6;
constexpr double kBm25K2 = 0;
constexpr double kBm25K3 = 1;
constexpr double kBm25B = 0.75;
constexpr double kBm25MinNormLength = 0.5;

constexpr std::size_t kSnippetCharacters = 160;

std::vector<DocumentNumber> matching_documents(const Xapian::Query& query,
                                               const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<DocumentNumber> documents;
  documents.reserve(matches.size());
  for (Xapian::MSetIterator it = matches.begin(); it != matches.end(); ++it) {
    documents.push_back(*it);
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

std::vector<DocumentNumber> accepted(const std::vector<DocumentNumber>& documents,
                                     const FilterStack& filters, const ColumnTable& columns) {
  std::vector<DocumentNumber> result;
  std::copy_if(documents.begin(), documents.end(), std::back_inserter(result),
               [&](DocumentNumber document) { return filters.accepts(columns.row(document)); });
  return result;
}

/// What a page holds: documents in order, with their scores if they are ranked.
struct PageEntry {
  DocumentNumber document = 0;
  std::optional<double> score;
};

std::vector<PageEntry> ranked_page(const Xapian::Query& words, const Xapian::Query& filter,
                                   const SearchRequest& request,
                                   const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query({Xapian::Query::OP_FILTER, words, filter});
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet page =
      enquire.get_mset(static_cast<Xapian::doccount>(request.offset),
                       static_cast<Xapian::doccount>(request.limit));
  std::vector<PageEntry> entries;
  for (Xapian::MSetIterator it = page.begin(); it != page.end(); ++it) {
    entries.push_back({*it, it.get_weight()});
  }
  return entries;
}

std::vector<PageEntry> sorted_page(std::vector<DocumentNumber> documents, SortOrder sort,
                                   const SearchRequest& request, const ColumnTable& columns) {
  std::stable_sort(documents.begin(), documents.end(), [&](DocumentNumber a, DocumentNumber b) {
    const ColumnRow& left = columns.row(a);
    const ColumnRow& right = columns.row(b);
    // Places of wards are in the order of their codes, numbers of documents in that of their ids.
    const auto by_year = std::pair(-left.fiscal_year, -right.fiscal_year);
    const auto by_ward = std::pair<int, int>(left.ward, right.ward);
    const auto& first = sort == SortOrder::Ward ? by_ward : by_year;
    const auto& second = sort == SortOrder::Ward ? by_year : by_ward;
    return first.first != first.second ? first.first < first.second : second.first < second.second;
  });
  std::vector<PageEntry> entries;
  const std::size_t end = std::min(documents.size(), request.offset + request.limit);
  for (std::size_t i = request.offset; i < end; ++i) {
    entries.push_back({documents[i], std::nullopt});
  }
  return entries;
}

corpus::Record record_at(DocumentNumber document, const Xapian::Database& database) {
  Result<corpus::Record> record =
      corpus::record_from_json(database.get_document(document).get_data());
  if (!record) {
    throw Error(ErrorKind::Damaged, fmt::format("document {}: {}", document, record.error().what()),
                {}, "build the index again");
  }
  return *std::move(record);
}

Hit hit_of(const PageEntry& entry, const QueryPlan& plan,
           const std::vector<indexer::TextField>& fields, IndexWorker& worker) {
  Hit hit;
  hit.record = record_at(entry.document, worker.database);
  hit.score = entry.score;
  for (const indexer::TextField field : indexer::kTextFields) {
    const bool is_target = field == indexer::TextField::Target;
    const std::string& text = is_target ? hit.record.target : hit.record.result;
    std::vector<analysis::ByteRange> ranges;
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) {
      ranges = highlights(plan, text, worker.analyzer);
    }
    (is_target ? hit.target_highlights : hit.result_highlights) = in_characters(ranges, text);
    (is_target ? hit.target_snippet : hit.result_snippet) =
        best_snippet(text, ranges, kSnippetCharacters);
  }
  return hit;
}

std::array<std::size_t, 4> kind_counts_of(const std::vector<Facet>& facets) {
  std::array<std::size_t, 4> counts{};
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

SearchResult search_with(IndexWorker& worker, const SearchRequest& request,
                         const IndexSnapshot& snapshot) {
  const ColumnTable& columns = snapshot.columns();
  const ResolvedQuery resolved = resolve(parse_query(request.q), snapshot);
  const QueryPlan plan = plan_query(resolved.query, worker.analyzer,
                                    snapshot.resources().synonyms, {request.with_synonyms});
  const FilterStack filters{{request.filters, columns, snapshot.wards()},
                            {resolved.filters, columns, snapshot.wards()}};
  const std::vector<indexer::TextField> fields =
      request.fields.empty() ? std::vector(indexer::kTextFields.begin(), indexer::kTextFields.end())
                             : request.fields;
  const Xapian::Query words = xapian_query_of(plan, fields);
  const std::vector<DocumentNumber> matching = matching_documents(words, worker.database);
  const std::vector<DocumentNumber> documents = accepted(matching, filters, columns);

  SearchResult result;
  result.total = documents.size();
  result.facets = facets_of(matching, filters, snapshot);
  result.kind_counts = kind_counts_of(result.facets);
  result.interpretation = interpretation_of(resolved, snapshot);
  result.expanded = plan.expanded;
  result.notes = resolved.query.notes;
  result.notes.insert(result.notes.end(), plan.notes.begin(), plan.notes.end());

  const bool is_ranked = request.sort == SortOrder::Relevance && plan.has_positive_clause();
  const SortOrder sort = request.sort == SortOrder::Ward ? SortOrder::Ward : SortOrder::Year;
  const std::vector<PageEntry> page =
      is_ranked ? ranked_page(words, xapian_query_of(filters, columns), request, worker.database)
                : sorted_page(documents, sort, request, columns);
  for (const PageEntry& entry : page) {
    result.hits.push_back(hit_of(entry, plan, fields, worker));
  }
  return result;
}

}  // namespace

SearchResult search(const SearchRequest& request, const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    return search_with(lease.worker(), request, snapshot);
  });
}

std::optional<corpus::Record> record_by_id(const std::string& id, const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&]() -> std::optional<corpus::Record> {
    const IndexSnapshot::Lease lease = snapshot.lease();
    const Xapian::Database& database = lease.worker().database;
    const std::string term = indexer::filter_term(indexer::FilterField::Id, id);
    const Xapian::PostingIterator posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) {
      return std::nullopt;
    }
    return record_at(*posting, database);
  });
}

std::vector<corpus::Record> records_matching(const Filters& filters,
                                             const IndexSnapshot& snapshot) {
  return guarded(snapshot, [&] {
    const IndexSnapshot::Lease lease = snapshot.lease();
    const ColumnTable& columns = snapshot.columns();
    const FilterStack stack{{filters, columns, snapshot.wards()}, {{}, columns, snapshot.wards()}};
    std::vector<corpus::Record> records;
    for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
      if (stack.accepts(columns.row(document))) {
        records.push_back(record_at(document, lease.worker().database));
      }
    }
    return records;
  });
}

}  // namespace torikumi::searchd
