#include "analysis/standards/standard_list.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace torikumi::analysis {
namespace {

// A standard is not looked at unless a word of this value is shared: 市民 and する alone would let
// every sentence meet every standard.
constexpr double kLeastWord = 0.2;

// What a word counts for a related one if the standard has both.
constexpr double kOfItsOwn = 0.5;

// Two neighbouring clauses are read together: the topic and what is done with it.
constexpr int kReadClauses = 2;

struct WordOfStandard {
  std::size_t repetitions = 0;
  bool is_aside = true;  // Everywhere.
  bool is_single = false;
};

// In order of number: the values do not depend on it, but sums of them would.
std::map<WordNumber, WordOfStandard> words_of(const ComparedStandard& standard) {
  std::map<WordNumber, WordOfStandard> words;
  for (const NumberedSentence& sentence : standard.sentences) {
    for (const NumberedWord& each : sentence.words) {
      WordOfStandard& word = words[each.word];
      ++word.repetitions;
      word.is_aside = word.is_aside && each.is_aside;
      word.is_single = each.is_single;
    }
  }
  return words;
}

std::vector<std::pair<WordNumber, WordNumber>> neighbours_of(const ComparedStandard& standard) {
  std::set<std::pair<WordNumber, WordNumber>> pairs;
  for (const NumberedSentence& sentence : standard.sentences) {
    for (std::size_t i = 1; i < sentence.words.size(); ++i) {
      if (sentence.words[i].joins_previous) {
        pairs.emplace(sentence.words[i - 1].word, sentence.words[i].word);
      }
    }
  }
  return {pairs.begin(), pairs.end()};
}

std::unordered_map<WordNumber, std::size_t> standards_with_words(
    const std::vector<ComparedStandard>& standards) {
  std::unordered_map<WordNumber, std::size_t> counts;
  for (const ComparedStandard& standard : standards) {
    for (const auto& [word, ignored] : words_of(standard)) {
      ++counts[word];
    }
  }
  return counts;
}

/// 1 for a word of one standard only, less for one that more of them have.
double rarity_among(std::size_t standards, std::size_t with_it, const StandardMeasure& measure) {
  const auto rarity = [&](double with) {
    return std::log((static_cast<double>(standards) + 1) / (with + 0.5));
  };
  const double share = std::max(0.0, rarity(static_cast<double>(with_it))) / rarity(1);
  return std::pow(share, measure.rarity_among_standards);
}

/// The greatest value of each word, those of `occurrences` outside the best two clauses lessened.
std::vector<double> values_of(std::size_t word_count, const auto& occurrences, double far_clause) {
  std::vector<double> best_near;
  double best = -1;
  for (const auto& first : occurrences) {
    std::vector<double> near(word_count);
    for (const auto& each : occurrences) {
      const int distance = int{each.clause} - int{first.clause};
      if (distance >= 0 && distance < kReadClauses) {
        near[each.word] = std::max(near[each.word], each.value);
      }
    }
    double sum = 0;
    for (const double value : near) {
      sum += value;
    }
    if (sum > best) {
      best = sum;
      best_near = std::move(near);
    }
  }
  for (const auto& each : occurrences) {
    best_near[each.word] = std::max(best_near[each.word], each.value * (1 - far_clause));
  }
  return best_near;
}

}  // namespace

StandardList::StandardList(const std::vector<ComparedStandard>& standards,
                           const WordWeights& weights, const StandardMeasure& measure) {
  const auto standards_with = standards_with_words(standards);
  standards_.reserve(standards.size());
  for (const ComparedStandard& standard : standards) {
    add(standard, weights, measure, standards_with, standards.size());
  }
}

void StandardList::add(const ComparedStandard& standard, const WordWeights& weights,
                       const StandardMeasure& measure,
                       const std::unordered_map<WordNumber, std::size_t>& standards_with,
                       std::size_t list_size) {
  const std::map<WordNumber, WordOfStandard> words = words_of(standard);
  const std::size_t place = standards_.size();
  Standard& added = standards_.emplace_back();
  added.place = standard.place;
  added.text = standard.text;
  added.scenes = standard.scenes;
  added.neighbours = neighbours_of(standard);
  std::size_t at = 0;
  for (const auto& [number, word] : words) {
    const double own = rarity_among(list_size, standards_with.at(number), measure);
    const double value = weights.weight(number, measure) * own *
                         std::pow(static_cast<double>(word.repetitions), measure.repetition) *
                         (word.is_aside ? measure.aside : 1);
    added.words.push_back(number);
    added.value += value;
    postings_[number].push_back({place, at, value, word.is_single, {}});
    const auto related = standard.related.find(number);
    for (const NumberedRelatedWord& other :
         related == standard.related.end() ? std::vector<NumberedRelatedWord>{} : related->second) {
      // A word of the standard says itself first: 個人情報 is hardly プライバシー too.
      const double share = words.contains(other.words.front()) ? kOfItsOwn : 1;
      double said = 0;
      for (const WordNumber part : other.words) {
        said += weights.weight(part, measure);
      }
      postings_[other.words.front()].push_back({place,
                                                at,
                                                share * other.weight * std::min(value, said * own),
                                                false,
                                                {other.words.begin() + 1, other.words.end()}});
    }
    ++at;
  }
}

bool StandardList::stands(const Posting& posting, const std::vector<NumberedWord>& words,
                          std::size_t at) const {
  if (posting.behind.size() >= words.size() - at ||
      !std::equal(
          posting.behind.begin(), posting.behind.end(),
          std::next(words.begin(), static_cast<std::ptrdiff_t>(at) + 1),
          [](WordNumber wanted, const NumberedWord& word) { return word.word == wanted; })) {
    return false;
  }
  if (!posting.needs_neighbour) {
    return true;
  }
  const auto& neighbours = standards_[posting.standard].neighbours;
  const auto are_neighbours = [&](std::size_t left) {
    return words[left + 1].joins_previous &&
           std::binary_search(neighbours.begin(), neighbours.end(),
                              std::pair(words[left].word, words[left + 1].word));
  };
  return (at > 0 && are_neighbours(at - 1)) || (at + 1 < words.size() && are_neighbours(at));
}

std::vector<StandardMatch> StandardList::matches(const NumberedSentence& sentence,
                                                 const StandardMeasure& measure) const {
  std::map<std::size_t, std::vector<Occurrence>> found;
  for (std::size_t at = 0; at < sentence.words.size(); ++at) {
    const auto postings = postings_.find(sentence.words[at].word);
    if (postings == postings_.end()) {
      continue;
    }
    for (const Posting& posting : postings->second) {
      if (posting.value > 0 && stands(posting, sentence.words, at)) {
        found[posting.standard].push_back(
            {posting.standard, posting.word, posting.value, sentence.words[at].clause});
      }
    }
  }
  std::vector<StandardMatch> matches;
  for (const auto& [standard, occurrences] : found) {
    const bool says_something =
        std::any_of(occurrences.begin(), occurrences.end(),
                    [](const Occurrence& each) { return each.value >= kLeastWord; });
    if (says_something) {
      matches.push_back({standard, values_of(standards_[standard].words.size(), occurrences,
                                             measure.far_clause)});
    }
  }
  return matches;
}

}  // namespace torikumi::analysis
