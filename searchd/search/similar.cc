#include "searchd/search/similar.h"

#include "corpus/error.h"
#include "corpus/utf8.h"
#include "indexer/schema.h"
#include "indexer/vocabulary_words.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/stored_record.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace torikumi::searchd {
namespace {

using indexer::VocabularyWord;

constexpr std::size_t kMaxCandidates = 60;
constexpr std::size_t kMaxPostings = 200'000;
constexpr std::size_t kMaxShared = 8;
constexpr double kCompoundFactor = 0.5;

// Below this two records have a word or two in common by chance; found by reading the pairs of the
// real reports.
constexpr double kMinScore = 0.08;

// The same goal, carried over to another year with new dates and figures.
constexpr double kSameGoalCosine = 0.7;

// Words in more than this part of the records say nothing of a practice; with a few records
// nothing can be said of that.
constexpr std::size_t kMinRecordsForBoilerplate = 30;
constexpr std::size_t kBoilerplateDivisor = 3;

/// One dimension of a record's vector.
struct Feature {
  std::string surface;
  std::size_t occurrences = 0;
  std::size_t records = 0;  ///< In how many records it stands.
  bool is_compound = false;
  double weight = 0;
};

/// By family keys. A map, so that sums are always made in the same order.
using Features = std::map<std::string, Feature, std::less<>>;

bool is_inflected(const analysis::Token& token) {
  return token.part_of_speech == analysis::PartOfSpeech::Verb ||
         token.part_of_speech == analysis::PartOfSpeech::Adjective;
}

/// The verbs and adjectives of a text as they stand in it first, by family: 取り組み, 行って. A
/// form that ends in っ or ん is none without what follows.
std::map<std::string_view, std::string> verbs_as_written(
    const std::vector<analysis::Token>& tokens) {
  std::map<std::string_view, std::string> forms;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_inflected(tokens[i])) {
      continue;
    }
    std::string form = tokens[i].surface;
    const bool is_cut = form.ends_with("っ") || form.ends_with("ん");
    if (is_cut && i + 1 < tokens.size() && tokens[i + 1].position == tokens[i].position + 1) {
      form += tokens[i + 1].surface;
    }
    forms.try_emplace(tokens[i].family, std::move(form));
  }
  return forms;
}

/// Vectors of records of one index.
class FeatureSpace {
 public:
  FeatureSpace(const IndexSnapshot& snapshot, analysis::Analyzer& analyzer)
      : vocabulary_(snapshot.vocabulary()),
        record_count_(snapshot.columns().document_count()),
        analyzer_(analyzer) {}

  Features features_of(const corpus::Record& record) {
    Features features;
    for (const std::string* text : {&record.target, &record.result}) {
      const analysis::Analysis analysis = analyzer_.analyze(*text);
      const std::map<std::string_view, std::string> verbs = verbs_as_written(analysis.tokens);
      for (const VocabularyWord& word : indexer::vocabulary_words(analysis.tokens)) {
        Feature& feature = features[word.families];
        ++feature.occurrences;
        if (feature.surface.empty()) {
          const auto verb = verbs.find(word.families);
          feature.surface = verb == verbs.end() ? word.surface : verb->second;
          feature.is_compound = word.word_count > 1;
        }
      }
    }
    for (auto it = features.begin(); it != features.end();) {
      it = weigh(it->first, it->second) ? std::next(it) : features.erase(it);
    }
    return features;
  }

 private:
  /// False if the feature does not count.
  [[nodiscard]] bool weigh(std::string_view families, Feature& feature) const {
    const Vocabulary::Entry* entry = vocabulary_.with_families(families);
    if (entry == nullptr || is_boilerplate(entry->records)) {
      return false;
    }
    feature.records = entry->records;
    const double rarity =
        std::log(static_cast<double>(record_count_ + 1) / static_cast<double>(entry->records));
    feature.weight = (1 + std::log(static_cast<double>(feature.occurrences))) * rarity *
                     (feature.is_compound ? kCompoundFactor : 1);
    return true;
  }

  [[nodiscard]] bool is_boilerplate(std::size_t records) const {
    return record_count_ >= kMinRecordsForBoilerplate &&
           records > record_count_ / kBoilerplateDivisor;
  }

  const Vocabulary& vocabulary_;
  std::size_t record_count_;
  analysis::Analyzer& analyzer_;
};

double length_of(const Features& features) {
  double sum = 0;
  for (const auto& [families, feature] : features) {
    sum += feature.weight * feature.weight;
  }
  return std::sqrt(sum);
}

/// What two records have in common.
struct Overlap {
  double cosine = 0;
  std::vector<std::pair<double, const Feature*>> parts;  // Of the first one; share of the product.
};

Overlap overlap_of(const Features& a, const Features& b) {
  Overlap overlap;
  double product = 0;
  for (const auto& [families, feature] : a) {
    const auto other = b.find(families);
    if (other != b.end()) {
      const double part = feature.weight * other->second.weight;
      product += part;
      overlap.parts.emplace_back(part, &feature);
    }
  }
  const double lengths = length_of(a) * length_of(b);
  overlap.cosine = lengths > 0 ? std::min(1.0, product / lengths) : 0;
  return overlap;
}

/// The surfaces that weigh most; compounds stand for their parts.
std::vector<std::string> shared_words(Overlap overlap) {
  // A compound brings its parts along, so it weighs more than its own share says.
  const auto rank_of = [](const auto& part) {
    return part.second->is_compound ? part.first / kCompoundFactor / kCompoundFactor : part.first;
  };
  std::sort(overlap.parts.begin(), overlap.parts.end(), [&](const auto& a, const auto& b) {
    return rank_of(a) != rank_of(b) ? rank_of(a) > rank_of(b)
                                    : a.second->surface < b.second->surface;
  });
  std::vector<std::string> words;
  for (const auto& [share, feature] : overlap.parts) {
    const std::string& surface = feature->surface;
    if (corpus::character_count(surface) < 2) {
      continue;  // 者, 物: says nothing to a reader.
    }
    const bool is_part = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return word.find(surface) != std::string::npos;
    });
    const auto holds = [&surface](const std::string& word) {
      return surface.find(word) != std::string::npos;
    };
    const auto part = std::find_if(words.begin(), words.end(), holds);
    if (part != words.end()) {
      *part = surface;
      words.erase(std::remove_if(part + 1, words.end(), holds), words.end());
    } else if (!is_part && words.size() < kMaxShared) {
      words.push_back(surface);
    }
  }
  return words;
}

/// Documents that share the rarest words with `features`, most promising first.
class CandidateSearch {
 public:
  CandidateSearch(const Xapian::Database& database, const RowFilter& filter,
                  const ColumnTable& columns)
      : database_(database), filter_(filter), columns_(columns) {}

  std::vector<DocumentNumber> candidates(const Features& features, DocumentNumber left_out) {
    std::vector<std::pair<std::size_t, const Features::value_type*>> rarest;
    for (const auto& feature : features) {
      if (!feature.second.is_compound) {
        rarest.emplace_back(feature.second.records, &feature);
      }
    }
    std::sort(rarest.begin(), rarest.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second->first < b.second->first;
    });
    for (const auto& [records, feature] : rarest) {
      if (visited_ + records > kMaxPostings && !sums_.empty()) {
        break;
      }
      add_postings(feature->first, feature->second.weight * feature->second.weight);
    }
    sums_.erase(left_out);
    return best();
  }

 private:
  void add_postings(const std::string& family, double product) {
    for (const indexer::TextField field : indexer::kTextFields) {
      const std::string term = indexer::text_term(indexer::TermFamily::Word, field, family);
      for (Xapian::PostingIterator it = database_.postlist_begin(term);
           it != database_.postlist_end(term); ++it) {
        ++visited_;
        if (filter_.accepts(columns_.row(*it))) {
          sums_[*it] += product;
        }
      }
    }
  }

  [[nodiscard]] std::vector<DocumentNumber> best() const {
    std::vector<std::pair<DocumentNumber, double>> ranked(sums_.begin(), sums_.end());
    for (auto& [document, sum] : ranked) {
      sum /= std::sqrt(static_cast<double>(database_.get_doclength(document)));
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    ranked.resize(std::min(ranked.size(), kMaxCandidates));
    std::vector<DocumentNumber> documents;
    documents.reserve(ranked.size());
    for (const auto& [document, sum] : ranked) {
      documents.push_back(document);
    }
    return documents;
  }

  const Xapian::Database& database_;
  const RowFilter& filter_;
  const ColumnTable& columns_;
  std::unordered_map<DocumentNumber, double> sums_;
  std::size_t visited_ = 0;
};

bool is_same_department(const corpus::Record& a, const corpus::Record& b) {
  return a.ward.code == b.ward.code && a.department.name == b.department.name;
}

Relation relation_of(const corpus::Record& given, const corpus::Record& other, double cosine) {
  if (given.ward.code != other.ward.code) {
    return Relation::OtherWard;
  }
  if (!is_same_department(given, other)) {
    return Relation::OtherDepartment;
  }
  if (given.fiscal_year == other.fiscal_year) {
    return Relation::SameYear;
  }
  if (cosine < kSameGoalCosine || !given.fiscal_year || !other.fiscal_year) {
    return Relation::OtherYear;
  }
  return *other.fiscal_year < *given.fiscal_year ? Relation::EarlierGoal : Relation::LaterGoal;
}

std::vector<SimilarRecord> similar_to(DocumentNumber document, const SimilarRequest& request,
                                      const IndexSnapshot& snapshot, IndexWorker& worker) {
  const corpus::Record given = stored_record(document, worker.database);
  FeatureSpace space(snapshot, worker.analyzer);
  const Features features = space.features_of(given);
  Filters filters = request.filters;
  if (request.is_own_kind) {
    filters.kinds = {given.kind};
  }
  const RowFilter filter(filters, snapshot);
  std::vector<SimilarRecord> similar;
  for (const DocumentNumber candidate : CandidateSearch(worker.database, filter, snapshot.columns())
                                            .candidates(features, document)) {
    corpus::Record other = stored_record(candidate, worker.database);
    const Features others = space.features_of(other);
    Overlap overlap = overlap_of(features, others);
    const double score =
        overlap.cosine * (is_same_department(given, other) ? kOwnDepartmentFactor : 1);
    if (score < kMinScore) {
      continue;
    }
    const Relation relation = relation_of(given, other, overlap.cosine);
    similar.push_back({std::move(other), score, relation, shared_words(std::move(overlap))});
  }
  std::sort(similar.begin(), similar.end(), [](const SimilarRecord& a, const SimilarRecord& b) {
    return a.score != b.score ? a.score > b.score : a.record.id < b.record.id;
  });
  similar.resize(std::min(similar.size(), request.limit));
  return similar;
}

}  // namespace

std::string_view name_of(Relation relation) {
  constexpr std::array<std::string_view, 6> kNames{"other_ward", "other_department", "other_year",
                                                   "same_year",  "earlier_goal",     "later_goal"};
  return kNames.at(static_cast<std::size_t>(relation));
}

std::optional<std::vector<SimilarRecord>> similar_records(const SimilarRequest& request,
                                                          const IndexSnapshot& snapshot) {
  try {
    const IndexSnapshot::Lease lease = snapshot.lease();
    IndexWorker& worker = lease.worker();
    const std::optional<DocumentNumber> document = document_with_id(request.id, worker.database);
    if (!document) {
      return std::nullopt;
    }
    return similar_to(*document, request, snapshot, worker);
  } catch (const Xapian::Error& problem) {
    throw Error(
        ErrorKind::Damaged,
        fmt::format("cannot read generation {}: {}", snapshot.generation_id(), problem.get_msg()),
        {}, "run torikumi-indexer check, then build the index again");
  }
}

}  // namespace torikumi::searchd
