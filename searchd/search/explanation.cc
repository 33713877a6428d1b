// The weight of a match is a sum over patterns and fields (scoring_query_of), and BM25 without its
// query-length part (k2 = 0) has no term but those of the words. So each pattern's own query, under
// the same weighting, weighs exactly its part. Restricting it to the shown records changes nothing,
// because the statistics are those of the whole index and a filter adds no weight.

#include "searchd/search/explanation.h"

#include "searchd/search/matcher.h"
#include "searchd/search/pattern_text.h"
#include "searchd/search/sentence_rank.h"
#include "searchd/search/stored_record.h"
#include "searchd/search/xapian_query.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace torikumi::searchd {
namespace {

ScoreOrigin score_origin_of(PatternOrigin origin) {
  switch (origin) {
    case PatternOrigin::Word:
      return ScoreOrigin::Word;
    case PatternOrigin::Characters:
      return ScoreOrigin::Characters;
    case PatternOrigin::Reading:
      return ScoreOrigin::Reading;
    case PatternOrigin::Number:
      return ScoreOrigin::Number;
    case PatternOrigin::Synonym:
      return ScoreOrigin::Synonym;
    case PatternOrigin::Compound:
      return ScoreOrigin::Compound;
  }
  return ScoreOrigin::Word;
}

/// Collects the parts of a page of records.
class PartCollector {
 public:
  PartCollector(const std::vector<ExplainedHit>& hits, const ExplainedQuery& query,
                IndexWorker& worker)
      : query_(query),
        worker_(worker),
        texts_(query.q, query.plan, worker.analyzer, query.vocabulary),
        parts_(hits.size()) {
    std::vector<Xapian::Query> shown;
    for (std::size_t place = 0; place < hits.size(); ++place) {
      if (const auto document = document_with_id(hits[place].id, worker.database)) {
        place_of_.emplace(*document, place);
        shown.emplace_back(indexer::filter_term(indexer::FilterField::Id, hits[place].id));
        if (hits[place].is_ranked_by_sentence) {
          with_sentence_.push_back(*document);
        }
      }
    }
    std::sort(with_sentence_.begin(), with_sentence_.end());
    shown_ = Xapian::Query(Xapian::Query::OP_OR, shown.begin(), shown.end());
  }

  std::vector<std::vector<ScorePart>> collect() {
    for (const PlannedClause& clause : query_.plan.clauses) {
      if (!clause.is_excluded) {
        add(clause);
      }
    }
    for (const TextPattern& pattern : query_.plan.ranking) {
      const bool is_one_word =
          pattern.family == TextPattern::Family::Words && pattern.sequence.size() == 1;
      add(pattern, is_one_word ? ScoreOrigin::Word : ScoreOrigin::Neighbours, std::nullopt);
    }
    add_coverage();
    add_sentences();
    for (std::vector<ScorePart>& parts : parts_) {
      std::stable_sort(parts.begin(), parts.end(), [](const ScorePart& a, const ScorePart& b) {
        return a.contribution > b.contribution;
      });
    }
    return std::move(parts_);
  }

 private:
  void add(const PlannedClause& clause) {
    for (const TextPattern& pattern : clause.patterns) {
      add(pattern, score_origin_of(pattern.origin), clause.terms.at(pattern.term).text);
    }
  }

  void add(const TextPattern& pattern, ScoreOrigin origin, const std::optional<std::string>& word) {
    for (const indexer::TextField field : query_.fields) {
      const Xapian::Query among_shown(Xapian::Query::OP_FILTER, weighed_query(pattern, field),
                                      shown_);
      for (const Match& match : found_by(among_shown, true, worker_.database)) {
        if (match.weight <= 0) {
          continue;
        }
        parts_[place_of_.at(match.document)].push_back(
            {word, texts_.of(pattern), origin, field, weight_of(pattern), match.weight});
      }
    }
  }

  void add_coverage() {
    const double weight = coverage_weight_of(query_.plan);
    for (const PlannedClause& clause : query_.plan.clauses) {
      if (!is_covering(query_.plan, clause)) {
        continue;
      }
      const std::vector<Match> holding =
          found_by(clause_query(clause, query_.fields), false, worker_.database);
      const double coverage = coverage_of(clause, holding.size(), worker_.database);
      for (const Match& match : holding) {
        const auto shown = place_of_.find(match.document);
        if (shown != place_of_.end() && coverage > 0) {
          const std::string& word = clause.terms.front().text;
          parts_[shown->second].push_back(
              {word, word, ScoreOrigin::Coverage, std::nullopt, weight, weight * coverage});
        }
      }
    }
  }

  void add_sentences() {
    const std::vector<BestSentence> best =
        best_sentences(query_.plan, query_.fields, with_sentence_, worker_.database);
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (best[i].worth > 0) {
        // Any window: the words stand near each other.
        const TextPattern words{TextPattern::Family::Words, best[i].families, 1.0,
                                best[i].families.size()};
        parts_[place_of_.at(with_sentence_[i])].push_back(
            {std::nullopt, texts_.of(words), ScoreOrigin::Sentence, best[i].field, kSentenceWeight,
             kSentenceWeight * best[i].worth});
      }
    }
  }

  const ExplainedQuery& query_;
  IndexWorker& worker_;
  PatternTexts texts_;
  Xapian::Query shown_;
  std::unordered_map<DocumentNumber, std::size_t> place_of_;
  std::vector<DocumentNumber> with_sentence_;  // Ascending.
  std::vector<std::vector<ScorePart>> parts_;
};

}  // namespace

std::vector<std::vector<ScorePart>> score_parts(const std::vector<ExplainedHit>& hits,
                                                const ExplainedQuery& query, IndexWorker& worker) {
  return PartCollector(hits, query, worker).collect();
}

}  // namespace torikumi::searchd
