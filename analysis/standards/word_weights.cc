#include "analysis/standards/word_weights.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace torikumi::analysis {
namespace {

// What makes an action of the noun before it (dictionary forms).
constexpr std::array<std::string_view, 4> kActionVerbs{"する", "できる", "いたす", "致す"};

bool makes_action(const Token& token) {
  return std::find(kActionVerbs.begin(), kActionVerbs.end(), token.base) != kActionVerbs.end();
}

// A word of which one use in so many is a verb is a verb everywhere: 取り扱う and its 取扱い.
constexpr std::size_t kUsesForVerb = 10;

// Keeps the share of a word that was seen once or twice from being 0 or 1.
constexpr double kPrior = 0.5;

double rarity(double all, double with_it) {
  return std::log((all + 1) / (with_it + kPrior));
}

}  // namespace

bool is_compared(const Token& token) {
  return token.is_content || token.part_of_speech == PartOfSpeech::Number;
}

WordNumber WordWeights::number_of(const std::string& family) {
  const auto [at, is_new] = numbers_.try_emplace(family, static_cast<WordNumber>(counts_.size()));
  if (is_new) {
    counts_.emplace_back();
  }
  return at->second;
}

const WordNumber* WordWeights::find(const std::string& family) const {
  const auto at = numbers_.find(family);
  return at == numbers_.end() ? nullptr : &at->second;
}

void WordWeights::count_uses(std::span<const Token> tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!is_compared(token)) {
      continue;
    }
    Counts& counts = counts_[number_of(token.family)];
    ++counts.uses;
    if (token.part_of_speech == PartOfSpeech::Verb) {
      ++counts.uses_as_verb;
    } else if (i + 1 < tokens.size() && makes_action(tokens[i + 1])) {
      ++counts.uses_as_action;
    }
  }
}

void WordWeights::count_record(std::vector<WordNumber> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const WordNumber word : words) {
    ++counts_[word].records;
  }
  ++record_count_;
}

double WordWeights::weight(WordNumber word, const StandardMeasure& measure) const {
  const Counts& counts = counts_[word];
  const auto all = static_cast<double>(record_count_);
  const double most = rarity(std::min(all, measure.full_corpus), 1);
  if (most <= 0) {
    return 0;  // No records.
  }
  double weight = std::clamp(rarity(all, static_cast<double>(counts.records)) / most, 0.0, 1.0);
  if (counts.uses_as_verb * kUsesForVerb >= counts.uses && counts.uses_as_verb > 0) {
    weight *= measure.verb;
  }
  if (counts.uses_as_action > 0) {
    weight *= 1 - measure.action * (static_cast<double>(counts.uses_as_action) + kPrior) /
                      (static_cast<double>(counts.uses) + 2 * kPrior);
  }
  return weight;
}

}  // namespace torikumi::analysis
