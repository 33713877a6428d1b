#include "searchd/search/term_table.h"

#include "analysis/term_extraction.h"
#include "indexer/schema.h"
#include "searchd/search/index_worker.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace torikumi::searchd {
namespace {

/// What is known of a term while the index is read.
struct Draft {
  std::map<std::string, std::uint32_t> records_of;  // By spelling.
  std::vector<DocumentNumber> documents;            // Rising at the end, each once.
  std::size_t word_count = 0;
  double c_value = 0;
};

/// By what spellings of one term have in common.
using Drafts = std::map<std::string, Draft, std::less<>>;

std::string joined(const std::vector<std::string>& words) {
  return std::accumulate(words.begin(), words.end(), std::string());
}

std::string key_of(const std::string& surface, const Vocabulary& vocabulary) {
  const std::vector<const Vocabulary::Entry*> entries = vocabulary.with_surface(surface);
  return entries.empty() ? surface : std::string(entries.front()->families);
}

std::vector<analysis::TermFrequency> candidates_of(const Xapian::Database& database) {
  const std::string prefix(indexer::filter_prefix(indexer::FilterField::Term));
  std::vector<analysis::TermFrequency> candidates;
  for (Xapian::TermIterator it = database.allterms_begin(prefix);
       it != database.allterms_end(prefix); ++it) {
    const std::string term = *it;
    candidates.push_back(
        {indexer::words_of_term_value(std::string_view(term).substr(prefix.size())),
         it.get_termfreq()});
  }
  return candidates;
}

Drafts drafts_of(const Xapian::Database& database, const Vocabulary& vocabulary) {
  const std::vector<analysis::TermFrequency> candidates = candidates_of(database);
  const std::vector<double> values = analysis::c_values(candidates);
  Drafts drafts;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const analysis::TermFrequency& candidate = candidates[i];
    const std::string surface = joined(candidate.words);
    Draft& draft = drafts[key_of(surface, vocabulary)];
    draft.records_of[surface] += candidate.records;
    draft.word_count = std::max(draft.word_count, candidate.words.size());
    draft.c_value = std::max(draft.c_value, values[i]);
    const std::string term =
        indexer::filter_term(indexer::FilterField::Term, *indexer::term_value(candidate.words));
    for (Xapian::PostingIterator it = database.postlist_begin(term);
         it != database.postlist_end(term); ++it) {
      draft.documents.push_back(*it);
    }
  }
  for (auto& [key, draft] : drafts) {
    std::sort(draft.documents.begin(), draft.documents.end());
    draft.documents.erase(std::unique(draft.documents.begin(), draft.documents.end()),
                          draft.documents.end());
  }
  return drafts;
}

Term term_of(const Draft& draft) {
  std::vector<std::pair<std::string, std::uint32_t>> spellings(draft.records_of.begin(),
                                                               draft.records_of.end());
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  Term term;
  for (auto& [surface, records] : spellings) {
    term.spellings.push_back(std::move(surface));
  }
  term.word_count = draft.word_count;
  term.records = static_cast<std::uint32_t>(draft.documents.size());
  term.c_value = draft.c_value;
  return term;
}

}  // namespace

TermTable TermTable::load(const IndexWorker& worker, const Vocabulary& vocabulary) {
  const Xapian::Database& database = worker.database;
  struct Row {
    Term term;
    std::vector<DocumentNumber> documents;
  };
  std::vector<Row> rows;
  for (auto& [key, draft] : drafts_of(database, vocabulary)) {
    if (draft.documents.size() >= kMinTermRecords && draft.c_value > 0) {
      rows.push_back({term_of(draft), draft.documents});
    }
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.term.surface() < b.term.surface(); });

  TermTable table;
  table.begins_.assign(static_cast<std::size_t>(database.get_lastdocid()) + 2, 0);
  for (const Row& row : rows) {
    for (const DocumentNumber document : row.documents) {
      ++table.begins_[document + 1];
    }
  }
  std::partial_sum(table.begins_.begin(), table.begins_.end(), table.begins_.begin());
  table.numbers_.resize(table.begins_.back());
  std::vector<std::size_t> next(table.begins_);
  for (Row& row : rows) {
    const auto number = static_cast<TermNumber>(table.terms_.size());
    for (const DocumentNumber document : row.documents) {
      table.numbers_[next[document]++] = number;
    }
    table.terms_.push_back(std::move(row.term));
  }
  return table;
}

std::span<const TermNumber> TermTable::terms_of(DocumentNumber document) const {
  return std::span(numbers_).subspan(begins_[document],
                                     begins_[document + std::size_t{1}] - begins_[document]);
}

}  // namespace torikumi::searchd
