#ifndef SEARCHD_SEARCH_SEARCH_ENGINE_H_
#define SEARCHD_SEARCH_SEARCH_ENGINE_H_

// A search request answered from one snapshot.

#include "analysis/themes.h"
#include "corpus/record.h"
#include "indexer/schema.h"
#include "searchd/search/facets.h"
#include "searchd/search/filters.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/index_snapshot.h"
#include "searchd/search/query_plan.h"
#include "searchd/search/score_part.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

enum class SortOrder {
  Relevance,  ///< Best first, equals by id; without words the same as Year.
  Year,       ///< Latest first, then ward, then id.
  Ward,       ///< By code, then latest first, then id.
};

struct SearchRequest {
  std::string q;
  Filters filters;                         ///< An empty list of kinds means all kinds.
  std::vector<indexer::TextField> fields;  ///< Empty: both.
  SortOrder sort = SortOrder::Relevance;
  bool with_synonyms = true;
  /// Only records that one of these finds, whatever `q` is; borrowed. Empty: no restriction.
  std::vector<const analysis::Theme*> themes;
  bool may_relax = true;      ///< Whether the query may be taken word by word.
  bool with_recency = false;  ///< Ranked hits of later fiscal years first among similar ones.
  bool is_explained = false;  ///< Ranked hits with the parts of their score; costs a page again.
  std::size_t offset = 0;
  std::size_t limit = 20;
};

/// One found record.
struct Hit {
  corpus::Record record;
  std::string derived;                 ///< JSON (stored_record.h); empty if no initiative.
  std::optional<double> score;         ///< Only when sorted by relevance.
  bool is_ranked_by_sentence = false;  ///< Its best sentence is a part of the score.
  /// If it was asked for: what the score is the sum of, the largest part first; recency last.
  std::vector<ScorePart> score_parts;
  std::vector<CharacterRange> target_highlights;
  std::vector<CharacterRange> result_highlights;
  Snippet target_snippet;
  Snippet result_snippet;
};

/// Numbers of records by RecordKind.
using KindCounts = std::array<std::size_t, kAllRecordKinds.size()>;

struct SearchResult {
  std::size_t total = 0;  ///< Exact.
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  KindCounts kind_counts{};    ///< As the facet.
  std::string interpretation;  ///< Japanese: how the query was understood.
  std::vector<Expansion> expanded;
  /// No record holds all that was typed: these hold enough of its words (matcher.h).
  bool is_relaxed = false;
  std::vector<std::string> notes;  ///< Japanese: what was ignored or read otherwise.
};

/// Answers `request`. If no record of the wanted kinds holds all that was typed, the query is taken
/// word by word (if it may be), and the answer says so. A filter in the query language that cannot
/// be resolved (an unknown ward) becomes a plain word, and a note. Throws Error{Damaged} if the
/// index cannot be read.
SearchResult search(const SearchRequest& request, const IndexSnapshot& snapshot);

/// How many records of each kind `search` finds for `q` as typed, without further filters. Cheaper
/// than the search: nothing is ranked or read. Throws Error{Damaged} if the index cannot be read.
KindCounts counts_as_typed(std::string_view q, const IndexSnapshot& snapshot);

/// A record with what is derived of it.
struct RecordWithDerived {
  corpus::Record record;
  std::string derived;  ///< JSON (stored_record.h); empty if no initiative.
};

/// The record with this id, or nothing.
std::optional<RecordWithDerived> record_by_id(const std::string& id, const IndexSnapshot& snapshot);

/// The number of the document with this id, or nothing. Throws Error{Damaged} if the index cannot
/// be read.
std::optional<DocumentNumber> document_of(const std::string& id, const IndexSnapshot& snapshot);

/// The records of documents of the index, in their order. Throws Error{Damaged} if it cannot be
/// read.
std::vector<corpus::Record> records_at(const std::vector<DocumentNumber>& documents,
                                       const IndexSnapshot& snapshot);

/// The ids of documents of the index, in their order. Throws Error{Damaged} if it cannot be read.
std::vector<std::string> record_ids(const std::vector<DocumentNumber>& documents,
                                    const IndexSnapshot& snapshot);

/// The records that pass `filters`, in order of their ids.
std::vector<corpus::Record> records_matching(const Filters& filters, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_SEARCH_ENGINE_H_
