#include "searchd/analytics/occurrences.h"

#include <algorithm>
#include <array>
#include <string>

namespace torikumi::searchd {
namespace {

using indexer::TermFamily;

/// Positions, half-open.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

using Positions = std::vector<std::size_t>;

/// A pattern as terms of the index, one for each word or pair of characters.
struct PatternTerms {
  std::vector<std::string> terms;
  std::size_t length = 0;      // Positions that the pattern takes.
  bool has_positions = false;  // Else only the number of occurrences is known.
};

PatternTerms terms_of(const TextPattern& pattern, indexer::TextField field) {
  const std::vector<std::string>& sequence = pattern.sequence;
  PatternTerms result{{}, sequence.size(), true};
  switch (pattern.family) {
    case TextPattern::Family::Words:
      for (const std::string& family : sequence) {
        result.terms.push_back(indexer::text_term(TermFamily::Word, field, family));
      }
      break;
    case TextPattern::Family::Characters:
      for (std::size_t i = 0; i + 1 < sequence.size(); ++i) {
        result.terms.push_back(indexer::text_term(
            TermFamily::Character, field, indexer::character_pair(sequence[i], sequence[i + 1])));
      }
      if (sequence.size() == 1) {
        result.terms = {indexer::text_term(TermFamily::Character, field, sequence.front())};
        result.has_positions = false;
      }
      break;
    case TextPattern::Family::Reading:
      result.terms = {indexer::text_term(TermFamily::Reading, field, sequence.front())};
      result.has_positions = false;
      break;
  }
  return result;
}

bool holds(const Positions& positions, std::size_t position) {
  return std::binary_search(positions.begin(), positions.end(), position);
}

/// Runs in which the terms stand at neighbouring positions.
void add_sequences(const std::vector<Positions>& of_terms, std::size_t length,
                   std::vector<Run>& runs) {
  for (const std::size_t begin : of_terms.front()) {
    bool is_whole = true;
    for (std::size_t i = 1; i < of_terms.size() && is_whole; ++i) {
      is_whole = holds(of_terms[i], begin + i);
    }
    if (is_whole) {
      runs.push_back({begin, begin + length});
    }
  }
}

/// Runs from the first to the last term where all stand within `window` positions.
void add_near(const std::vector<Positions>& of_terms, std::size_t window, std::vector<Run>& runs) {
  for (const Positions& firsts : of_terms) {
    for (const std::size_t first : firsts) {
      std::size_t last = first;
      bool is_whole = true;
      for (const Positions& positions : of_terms) {
        const auto next = std::lower_bound(positions.begin(), positions.end(), first);
        is_whole = is_whole && next != positions.end() && *next < first + window;
        last = is_whole ? std::max(last, *next) : last;
      }
      if (is_whole) {
        runs.push_back({first, last + 1});
      }
    }
  }
}

std::uint32_t places_in(std::vector<Run>& runs) {
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::uint32_t places = 0;
  std::size_t end = 0;
  for (const Run& run : runs) {
    if (places == 0 || run.begin > end) {
      ++places;
    }
    end = std::max(end, run.end);
  }
  return places;
}

/// Counts pattern by pattern, document by document.
class Counter {
 public:
  Counter(const Documents& documents, const Xapian::Database& database, std::size_t& budget)
      : documents_(documents), database_(database), budget_(budget), counts_(documents.size()) {
    for (auto& runs : runs_) {
      runs.resize(documents.size());
    }
  }

  /// False if the budget does not suffice.
  bool add(const TextPattern& pattern, indexer::TextField field) {
    const PatternTerms terms = terms_of(pattern, field);
    std::vector<Xapian::PostingIterator> postings;
    for (const std::string& term : terms.terms) {
      postings.push_back(database_.postlist_begin(term));
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!all_at(postings, terms.terms, documents_[i])) {
        continue;
      }
      if (!terms.has_positions) {
        counts_[i] = std::max(counts_[i], static_cast<std::uint32_t>(postings[0].get_wdf()));
        continue;
      }
      if (budget_ < postings.size()) {
        return false;
      }
      budget_ -= postings.size();
      std::vector<Run>& runs = runs_.at(static_cast<std::size_t>(pattern.family))[i];
      if (pattern.window > 0) {
        add_near(positions_at(postings), pattern.window, runs);
      } else {
        add_sequences(positions_at(postings), terms.length, runs);
      }
    }
    return true;
  }

  std::vector<std::uint32_t> finish() {
    for (auto& of_family : runs_) {
      for (std::size_t i = 0; i < documents_.size(); ++i) {
        counts_[i] = std::max(counts_[i], places_in(of_family[i]));
      }
    }
    return std::move(counts_);
  }

 private:
  /// Moves each iterator to `document`; false if a term does not stand in it.
  bool all_at(std::vector<Xapian::PostingIterator>& postings, const std::vector<std::string>& terms,
              DocumentNumber document) const {
    for (std::size_t i = 0; i < postings.size(); ++i) {
      const Xapian::PostingIterator end = database_.postlist_end(terms[i]);
      if (postings[i] == end) {
        return false;
      }
      postings[i].skip_to(document);
      if (postings[i] == end || *postings[i] != document) {
        return false;
      }
    }
    return true;
  }

  static std::vector<Positions> positions_at(const std::vector<Xapian::PostingIterator>& postings) {
    std::vector<Positions> of_terms;
    of_terms.reserve(postings.size());
    for (const Xapian::PostingIterator& posting : postings) {
      of_terms.emplace_back(posting.positionlist_begin(), posting.positionlist_end());
    }
    return of_terms;
  }

  const Documents& documents_;        // The caller's.
  const Xapian::Database& database_;  // The caller's.
  std::size_t& budget_;               // The caller's.
  std::vector<std::uint32_t> counts_;
  /// By family (words, characters) and place of the document.
  std::array<std::vector<std::vector<Run>>, 2> runs_;
};

}  // namespace

std::optional<std::vector<std::uint32_t>> occurrences_in(const QueryPlan& plan,
                                                         indexer::TextField field,
                                                         const Documents& documents,
                                                         const Xapian::Database& database,
                                                         std::size_t& budget) {
  Counter counter(documents, database, budget);
  for (const PlannedClause& clause : plan.clauses) {
    for (const TextPattern& pattern : clause.patterns) {
      const bool is_counted = !clause.is_excluded && pattern.is_for(field);
      if (is_counted && !counter.add(pattern, field)) {
        return std::nullopt;
      }
    }
  }
  return counter.finish();
}

}  // namespace torikumi::searchd
