#include "analysis/practices/sentence_vectors.h"

#include <algorithm>
#include <cmath>

namespace torikumi::analysis {
namespace {

// Found on the judged practices of bench/practices.
constexpr float kRecordContext = 0.25F;
constexpr double kMaxLinkingShare = 0.25;
constexpr std::uint32_t kMaxLinkingFew = 3;
constexpr std::size_t kMinFeatures = 2;

/// A noun of more of the grouped records than this names no practice (窓口, 丁寧).
constexpr double kMaxTellingShare = 0.06;
constexpr double kMaxTellingFew = 8;
constexpr double kObjectAllowance = 1.5;  ///< More may do something to a thing (カウンターを設置).

/// `own` and, with a part of their amounts, what only `record` has. Both in order of features.
std::vector<WeightedFeature> with_context(const std::vector<WeightedFeature>& own,
                                          const std::vector<WeightedFeature>& record) {
  std::vector<WeightedFeature> all;
  all.reserve(record.size());
  auto mine = own.begin();
  for (const WeightedFeature& feature : record) {
    if (mine != own.end() && mine->feature == feature.feature) {
      all.push_back(*mine++);
    } else {
      all.push_back({feature.feature, feature.weight * kRecordContext});
    }
  }
  return all;
}

/// Whether a sentence has a noun that could be what a practice is about; a sentence of politeness
/// has none.
bool is_telling(const ComparedSentence& sentence, const std::vector<PracticeWord>& words,
                const FeatureStatistics& statistics) {
  const double limit = std::max(kMaxTellingFew, kMaxTellingShare * statistics.grouped_records);
  return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const PlacedWord& placed) {
    return placed.is_noun && statistics.grouped[words[placed.word].family] <=
                                 limit * (placed.is_object ? kObjectAllowance : 1);
  });
}

void set_idf(FeatureStatistics& statistics) {
  const auto records = static_cast<float>(
      std::max<std::size_t>(statistics.grouped_records + statistics.other_records, 2));
  statistics.idf.clear();
  statistics.idf.reserve(statistics.grouped.size());
  for (std::size_t i = 0; i < statistics.grouped.size(); ++i) {
    const std::uint32_t with = std::max(statistics.grouped[i] + statistics.others[i], 2U);
    statistics.idf.push_back(std::max(0.0F, std::log(records / static_cast<float>(with))));
  }
}

}  // namespace

bool FeatureStatistics::is_linking(FeatureNumber feature) const {
  const std::uint32_t records = grouped[feature];
  return records >= 2 &&
         (records <= kMaxLinkingFew || records <= kMaxLinkingShare * grouped_records);
}

FeatureStatistics feature_statistics(const PracticeCorpus& corpus,
                                     const std::vector<bool>& included) {
  FeatureStatistics statistics;
  statistics.grouped.resize(corpus.feature_count());
  statistics.others.resize(corpus.feature_count());
  for (std::size_t record = 0; record < corpus.records().size(); ++record) {
    if (!included[record]) {
      continue;
    }
    const bool is_grouped = corpus.records()[record].is_grouped;
    ++(is_grouped ? statistics.grouped_records : statistics.other_records);
    std::vector<WeightedFeature> features;
    const PracticeCorpus::SentenceRange range = corpus.sentences_of(record);
    for (std::size_t i = range.first; i < range.last; ++i) {
      const std::vector<WeightedFeature> more = features_of(corpus, i);
      features.insert(features.end(), more.begin(), more.end());
    }
    keep_highest(features);
    for (const WeightedFeature& feature : features) {
      ++(is_grouped ? statistics.grouped : statistics.others)[feature.feature];
    }
  }
  set_idf(statistics);
  return statistics;
}

FeatureStatistics statistics_like(const FeatureStatistics& statistics,
                                  const std::vector<ComparedSentence>& sentences,
                                  const std::vector<PracticeWord>& words) {
  FeatureStatistics like = statistics;
  std::fill(like.grouped.begin(), like.grouped.end(), 0U);
  std::uint32_t record_count = 0;
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t last = first;
    std::vector<WeightedFeature> features;
    for (; last < sentences.size() && sentences[last].record == sentences[first].record; ++last) {
      const std::vector<WeightedFeature> more =
          features_of(words, sentences[last].words, sentences[last].compounds);
      features.insert(features.end(), more.begin(), more.end());
    }
    keep_highest(features);
    for (const WeightedFeature& feature : features) {
      ++like.grouped[feature.feature];
    }
    ++record_count;
    first = last;
  }
  const double scale =
      record_count == 0 ? 1 : static_cast<double>(statistics.grouped_records) / record_count;
  for (std::uint32_t& count : like.grouped) {
    count = static_cast<std::uint32_t>(std::lround(count * scale));
  }
  set_idf(like);
  return like;
}

std::vector<ComparedSentence> compared_sentences(const PracticeCorpus& corpus,
                                                 const std::vector<std::uint32_t>& records) {
  std::vector<ComparedSentence> sentences;
  for (const std::uint32_t record : records) {
    const PracticeCorpus::SentenceRange range = corpus.sentences_of(record);
    for (std::size_t i = range.first; i < range.last; ++i) {
      sentences.push_back({.sentence = i,
                           .record = record,
                           .words = corpus.words_of(i),
                           .compounds = corpus.compounds_of(i)});
    }
  }
  return sentences;
}

SentenceVectors::SentenceVectors(const std::vector<ComparedSentence>& sentences,
                                 const std::vector<PracticeWord>& words,
                                 const FeatureStatistics& statistics) {
  records_.reserve(sentences.size());
  begins_.reserve(sentences.size() + 1);
  begins_.push_back(0);
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t last = first;
    std::vector<std::vector<WeightedFeature>> own;
    std::vector<WeightedFeature> record;
    for (; last < sentences.size() && sentences[last].record == sentences[first].record; ++last) {
      own.push_back(features_of(words, sentences[last].words, sentences[last].compounds));
      record.insert(record.end(), own.back().begin(), own.back().end());
    }
    keep_highest(record);
    for (std::size_t i = first; i < last; ++i) {
      const std::vector<WeightedFeature>& features = own[i - first];
      records_.push_back(sentences[i].record);
      if (sentences[i].is_open && features.size() >= kMinFeatures &&
          is_telling(sentences[i], words, statistics)) {
        const std::vector<WeightedFeature> all = with_context(features, record);
        float sum = 0;
        for (const WeightedFeature& feature : all) {
          sum += feature.weight * statistics.idf[feature.feature];
        }
        for (const WeightedFeature& feature : all) {
          if (sum > 0 && statistics.is_linking(feature.feature)) {
            entries_.push_back({feature.feature,
                                std::sqrt(feature.weight * statistics.idf[feature.feature] / sum)});
          }
        }
      }
      begins_.push_back(entries_.size());
    }
    first = last;
  }
}

std::span<const WeightedFeature> SentenceVectors::vector(std::size_t place) const {
  return std::span(entries_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
}

float product(std::span<const WeightedFeature> a, std::span<const WeightedFeature> b) {
  float sum = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (left->feature < right->feature) {
      ++left;
    } else if (right->feature < left->feature) {
      ++right;
    } else {
      sum += left->weight * right->weight;
      ++left;
      ++right;
    }
  }
  return sum;
}

}  // namespace torikumi::analysis
