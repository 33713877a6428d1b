// Words of a question that stand far apart in a long text often belong to different subjects; in
// one sentence they say something together. The index keeps 。 as a word with its positions, so the
// sentences of a field are found by merging the positions of the query's words with those of 。.

#include "searchd/search/sentence_rank.h"

#include "analysis/token.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace torikumi::searchd {
namespace {

using indexer::TextField;

constexpr const char* kSentenceEnd = "。";

/// The families of the words that were typed, in their order, each once.
std::vector<std::string> typed_families(const QueryPlan& plan) {
  std::vector<std::string> families;
  const auto add = [&families](const std::vector<TextPattern>& patterns) {
    for (const TextPattern& pattern : patterns) {
      if (pattern.family != TextPattern::Family::Words || pattern.origin != PatternOrigin::Word) {
        continue;
      }
      for (const std::string& family : pattern.sequence) {
        if (std::find(families.begin(), families.end(), family) == families.end()) {
          families.push_back(family);
        }
      }
    }
  };
  for (const PlannedClause& clause : plan.clauses) {
    if (!clause.is_excluded) {
      add(clause.patterns);
    }
  }
  add(plan.ranking);
  return families;
}

struct Occurrence {
  Xapian::termpos position = 0;
  std::size_t word = 0;  // Index into the words; their number stands for the end of a sentence.
};

/// The occurrences of the words of a query in one field of some documents.
class FieldReader {
 public:
  FieldReader(const std::vector<std::string>& families, TextField field,
              const std::vector<DocumentNumber>& documents, const Xapian::Database& database)
      : families_(families),
        field_(field),
        documents_(documents),
        database_(database),
        occurrences_(documents.size()) {
    for (std::size_t word = 0; word < families.size(); ++word) {
      const double documents_with = read(families[word], word);
      const double all = database.get_doccount();
      idf_.push_back(std::log(1 + (all - documents_with + 0.5) / (documents_with + 0.5)));
      query_weight_ += idf_.back();
    }
    read(kSentenceEnd, families.size());
  }

  /// The best sentence of the document at `place`.
  BestSentence best(std::size_t place) {
    std::vector<Occurrence>& occurrences = occurrences_[place];
    std::sort(occurrences.begin(), occurrences.end(),
              [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
    std::vector<std::size_t> words;  // Of the sentence that is read.
    std::vector<std::size_t> best_words;
    double weight = 0;
    double best_weight = 0;
    Xapian::termpos last = 0;
    for (const auto& [position, word] : occurrences) {
      if (word == families_.size() || position - last >= analysis::kParagraphGap) {
        words.clear();
        weight = 0;
      }
      last = position;
      if (word == families_.size() || std::find(words.begin(), words.end(), word) != words.end()) {
        continue;
      }
      words.push_back(word);
      weight += idf_[word];
      if (weight > best_weight) {
        best_weight = weight;
        best_words = words;
      }
    }
    return found(best_weight, best_words);
  }

 private:
  /// Collects the occurrences of `family`; gives the number of documents that hold it.
  double read(const std::string& family, std::size_t word) {
    const std::string term = indexer::text_term(indexer::TermFamily::Word, field_, family);
    Xapian::PostingIterator posting = database_.postlist_begin(term);
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (std::size_t place = 0; place < documents_.size() && posting != end; ++place) {
      posting.skip_to(documents_[place]);
      if (posting == end || *posting != documents_[place]) {
        continue;
      }
      std::for_each(posting.positionlist_begin(), posting.positionlist_end(),
                    [&](Xapian::termpos at) {
                      occurrences_[place].push_back({at, word});
                    });
    }
    return database_.get_termfreq(term);
  }

  [[nodiscard]] BestSentence found(double weight, std::vector<std::size_t> words) const {
    BestSentence sentence{.worth = query_weight_ > 0 ? weight * weight / query_weight_ : 0,
                          .field = field_,
                          .families = {}};
    std::sort(words.begin(), words.end());
    std::transform(words.begin(), words.end(), std::back_inserter(sentence.families),
                   [this](std::size_t word) { return families_[word]; });
    return sentence;
  }

  const std::vector<std::string>& families_;  // The caller's, like the next three.
  const TextField field_;
  const std::vector<DocumentNumber>& documents_;
  const Xapian::Database& database_;
  std::vector<double> idf_;  // By word.
  double query_weight_ = 0;
  std::vector<std::vector<Occurrence>> occurrences_;  // By place of the document.
};

}  // namespace

std::vector<BestSentence> best_sentences(const QueryPlan& plan,
                                         const std::vector<TextField>& fields,
                                         const std::vector<DocumentNumber>& documents,
                                         const Xapian::Database& database) {
  std::vector<BestSentence> best(documents.size());
  const std::vector<std::string> families = typed_families(plan);
  if (families.size() < 2) {
    return best;
  }
  for (const TextField field : fields) {
    FieldReader reader(families, field, documents, database);
    for (std::size_t place = 0; place < documents.size(); ++place) {
      BestSentence sentence = reader.best(place);
      if (sentence.worth > best[place].worth) {
        best[place] = std::move(sentence);
      }
    }
  }
  return best;
}

void rank_by_sentences(const QueryPlan& plan, const std::vector<TextField>& fields,
                       const Xapian::Database& database, std::vector<Match>& matches) {
  if (matches.size() < 2) {
    return;
  }
  const auto end = std::next(matches.begin(),
                             static_cast<std::ptrdiff_t>(std::min(matches.size(), kSentenceDepth)));
  std::sort(matches.begin(), end,
            [](const Match& a, const Match& b) { return a.document < b.document; });
  std::vector<DocumentNumber> documents;
  documents.reserve(kSentenceDepth);
  std::transform(matches.begin(), end, std::back_inserter(documents),
                 [](const Match& match) { return match.document; });
  const std::vector<BestSentence> best = best_sentences(plan, fields, documents, database);
  for (std::size_t place = 0; place < best.size(); ++place) {
    matches[place].sentence = kSentenceWeight * best[place].worth;
    matches[place].weight += matches[place].sentence;
  }
  std::sort(matches.begin(), end, is_better);
}

}  // namespace torikumi::searchd
