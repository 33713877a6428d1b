#include "analysis/practices/group_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <unordered_map>

namespace torikumi::analysis {
namespace {

constexpr double kMinSharedPart = 0.5;
constexpr double kMinEvidence = 1;
constexpr double kCompoundPart = 0.5;

/// Above this many records the tail is bounded rather than summed.
constexpr std::size_t kMaxSummed = 100;

/// A group is also kept if its evidence is so many times the greatest that chance gave: a small
/// corpus has too few groups for the share to be estimated.
constexpr double kFarAboveChance = 1.5;

/// −log10 P(K ≥ k) for n trials of chance p. For many trials Chernoff's bound, n · KL(k/n ‖ p).
double tail_evidence(std::size_t k, std::size_t n, double p) {
  if (p <= 0 || p >= 1) {
    return 0;
  }
  const auto trials = static_cast<double>(n);
  const double share = static_cast<double>(k) / trials;
  if (n > kMaxSummed) {
    if (share <= p) {
      return 0;
    }
    const double upper = share < 1 ? (1 - share) * std::log((1 - share) / (1 - p)) : 0;
    return trials * (share * std::log(share / p) + upper) / std::log(10.0);
  }
  double tail = 0;
  for (std::size_t i = k; i <= n; ++i) {
    const auto hits = static_cast<double>(i);
    tail +=
        std::exp(std::lgamma(trials + 1) - std::lgamma(hits + 1) - std::lgamma(trials - hits + 1) +
                 hits * std::log(p) + (trials - hits) * std::log1p(-p));
  }
  return std::max(0.0, -std::log10(tail));
}

/// The senses and compounds of a sentence, each once.
std::set<FeatureNumber> senses_of(const ComparedSentence& sentence,
                                  const std::vector<PracticeWord>& words) {
  std::set<FeatureNumber> senses;
  for (const PlacedWord& placed : sentence.words) {
    senses.insert(words[placed.word].sense());
  }
  return senses;
}

}  // namespace

SenseCounts::SenseCounts(const std::vector<ComparedSentence>& sentences,
                         const std::vector<PracticeWord>& words)
    : sentences_(sentences), words_(words) {
  for (const ComparedSentence& sentence : sentences) {
    const std::set<FeatureNumber> senses = senses_of(sentence, words);
    for (const FeatureNumber sense : senses) {
      ++counts_[sense];
    }
    for (const WeightedFeature& compound : sentence.compounds) {
      ++counts_[compound.feature];
    }
    word_counts_.push_back(static_cast<std::uint32_t>(senses.size()));
    total_ += static_cast<double>(senses.size());
  }
}

std::vector<SharedSense> SenseCounts::shared(const std::vector<std::uint32_t>& group) const {
  struct OfRecord {
    std::set<FeatureNumber> senses;
    std::set<FeatureNumber> compounds;
    std::uint32_t word_count = 0;
  };
  std::map<std::uint32_t, OfRecord> records;
  for (const std::uint32_t place : group) {
    const ComparedSentence& sentence = sentences_[place];
    OfRecord& record = records[sentence.record];
    record.senses.merge(senses_of(sentence, words_));
    for (const WeightedFeature& compound : sentence.compounds) {
      record.compounds.insert(compound.feature);
    }
    record.word_count += word_counts_[place];
  }
  std::unordered_map<FeatureNumber, std::size_t> senses;
  std::unordered_map<FeatureNumber, std::size_t> compounds;
  for (const auto& [number, record] : records) {
    for (const FeatureNumber sense : record.senses) {
      ++senses[sense];
    }
    for (const FeatureNumber compound : record.compounds) {
      ++compounds[compound];
    }
  }
  std::vector<SharedSense> shared;
  const auto add = [&](FeatureNumber sense, std::size_t having, bool is_compound) {
    if (having < 2 ||
        static_cast<double>(having) < kMinSharedPart * static_cast<double>(records.size())) {
      return;
    }
    const double part = counts_.at(sense) / total_;
    double chance = 0;
    for (const auto& [number, record] : records) {
      chance += (1 - std::pow(1 - part, record.word_count)) / static_cast<double>(records.size());
    }
    const double evidence = tail_evidence(having, records.size(), chance);
    if (evidence > kMinEvidence) {
      shared.push_back({sense, evidence, is_compound});
    }
  };
  for (const auto& [sense, having] : senses) {
    add(sense, having, false);
  }
  for (const auto& [compound, having] : compounds) {
    add(compound, having, true);
  }
  std::sort(shared.begin(), shared.end(), [](const SharedSense& a, const SharedSense& b) {
    return a.evidence != b.evidence ? a.evidence > b.evidence : a.sense < b.sense;
  });
  return shared;
}

GroupMeasures SenseCounts::measures(const std::vector<std::uint32_t>& group,
                                    double inner_mean) const {
  std::set<std::uint32_t> records;
  double words = 0;
  for (const std::uint32_t place : group) {
    records.insert(sentences_[place].record);
    words += static_cast<double>(sentences_[place].words.size());
  }
  return {inner_mean, records.empty() ? 0 : words / static_cast<double>(records.size()),
          records.size()};
}

double group_weight(const std::vector<SharedSense>& shared, const GroupMeasures& measures) {
  double evidence = 0;
  for (const SharedSense& one : shared) {
    evidence += one.evidence * (one.is_compound ? kCompoundPart : 1);
  }
  return evidence * measures.inner_mean / std::sqrt(std::max(1.0, measures.words_per_record)) /
         std::cbrt(static_cast<double>(std::max<std::size_t>(1, measures.records)));
}

DealtWords dealt_out(const std::vector<ComparedSentence>& sentences, std::uint32_t seed) {
  DealtWords dealt;
  for (const ComparedSentence& sentence : sentences) {
    dealt.words.insert(dealt.words.end(), sentence.words.begin(), sentence.words.end());
  }
  // std::shuffle may differ between libraries; this does not.
  std::mt19937 random(seed);
  for (std::size_t i = dealt.words.size(); i > 1; --i) {
    const std::size_t other = static_cast<std::size_t>(random()) % i;
    std::swap(dealt.words[i - 1].word, dealt.words[other].word);
  }
  std::size_t begin = 0;
  for (const ComparedSentence& sentence : sentences) {
    dealt.sentences.push_back({sentence.sentence,
                               sentence.record,
                               std::span(dealt.words).subspan(begin, sentence.words.size()),
                               {}});
    begin += sentence.words.size();
  }
  return dealt;
}

double least_weight(std::vector<double> found, const std::vector<std::vector<double>>& by_chance) {
  std::sort(found.begin(), found.end(), std::greater<>());
  double least = std::numeric_limits<double>::infinity();
  double greatest_by_chance = 0;
  for (const std::vector<double>& deal : by_chance) {
    for (const double evidence : deal) {
      greatest_by_chance = std::max(greatest_by_chance, evidence);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    double expected = 1;
    for (const std::vector<double>& deal : by_chance) {
      const auto as_great = std::count_if(deal.begin(), deal.end(),
                                          [&](double evidence) { return evidence >= found[i]; });
      expected += static_cast<double>(as_great) / static_cast<double>(by_chance.size());
    }
    if (expected / static_cast<double>(i + 1) <= kMaxChanceShare ||
        (greatest_by_chance > 0 && found[i] >= kFarAboveChance * greatest_by_chance)) {
      least = found[i];
    }
  }
  return least;
}

}  // namespace torikumi::analysis
