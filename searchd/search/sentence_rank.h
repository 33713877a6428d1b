#ifndef SEARCHD_SEARCH_SENTENCE_RANK_H_
#define SEARCHD_SEARCH_SENTENCE_RANK_H_

// Ranking by words that stand together in one sentence. Internal to the daemon: names Xapian.

#include "indexer/schema.h"
#include "searchd/search/column_table.h"
#include "searchd/search/matcher.h"
#include "searchd/search/query_plan.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// How many of the best matches are looked at.
inline constexpr std::size_t kSentenceDepth = 50;

/// What the worth of a sentence is multiplied with. Measured in bench/relevance.
inline constexpr double kSentenceWeight = 0.5;

/// The sentence of a record that holds most of a query.
struct BestSentence {
  double worth = 0;  ///< 0 if the record holds none of the words.
  indexer::TextField field = indexer::TextField::Target;
  std::vector<std::string> families;  ///< The words of the query in it.
};

/// The best sentence of each of `documents`, which ascend, in their order.
///
/// The words are those of the positive clauses of `plan` as typed, in any spelling, each once. A
/// word weighs its inverse document frequency in the field, ln(1 + (N - n + 0.5) / (n + 0.5)); a
/// sentence is worth s² / q, where s is the weight of the words in it and q that of all, so that
/// half of the words in a sentence earn a quarter. A sentence ends at 。 and at a paragraph break.
/// A plan with fewer than two words gives no sentence any worth.
///
/// Reads positions from the index, no stored text. Throws Xapian::Error if it cannot be read.
std::vector<BestSentence> best_sentences(const QueryPlan& plan,
                                         const std::vector<indexer::TextField>& fields,
                                         const std::vector<DocumentNumber>& documents,
                                         const Xapian::Database& database);

/// Adds kSentenceWeight times the worth of its best sentence to the weight of each of the first
/// kSentenceDepth of `matches` (best first) and orders these anew; none falls behind those after
/// them. Throws as best_sentences.
void rank_by_sentences(const QueryPlan& plan, const std::vector<indexer::TextField>& fields,
                       const Xapian::Database& database, std::vector<Match>& matches);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_SENTENCE_RANK_H_
