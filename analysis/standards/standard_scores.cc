// The measure, for a sentence x and a standard s:
//
//   value(w)   what word w of s is worth: its weight among all records, times its rarity among the
//              standards, times how often s repeats it, less in quotes       (standard_list.cc)
//   m          sum of the values of the words of s that x says, itself or by a related word
//   V          sum of the values of all words of s
//   h          half_amount, more for a longer sentence
//   score      (m / V)^c * (m / (m + h))^(1 - c),  c = containment
//
// The first factor asks how much of the standard is said, the second whether enough is said at all:
// alone, the first would favour short standards, the second long ones. A word that only another
// sentence of the record has counts a little (a goal is often named once and then told in detail).
// Then the standards compete for the sentence: a word by which a better standard is already found
// counts less for the next ones (プライバシーに配慮 at a counter is not the standard on home
// visits). The outcome is brought nearer 1 where both have a scene in common.

#include "analysis/standards/standard_scores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace torikumi::analysis {
namespace {

using Matches = std::vector<StandardMatch>;

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) {
    sum += value;
  }
  return sum;
}

double length_of(const NumberedSentence& sentence, const ScoringContext& context) {
  std::set<WordNumber> words;
  for (const NumberedWord& word : sentence.words) {
    words.insert(word.word);
  }
  double length = 0;
  for (const WordNumber word : words) {
    length += context.weights.weight(word, context.measure);
  }
  return length;
}

double half_amount(const NumberedSentence& sentence, const ScoringContext& context) {
  const StandardMeasure& measure = context.measure;
  return measure.half_amount *
         (1 - measure.dilution +
          measure.dilution * length_of(sentence, context) / measure.usual_length);
}

double score_of(double said, double whole, double half, const StandardMeasure& measure) {
  if (said <= 0 || whole <= 0) {
    return 0;
  }
  return std::pow(std::min(1.0, said / whole), measure.containment) *
         std::pow(said / (said + half), 1 - measure.containment);
}

/// Adds to the words of each sentence what the others say of the same standard.
void add_context(std::vector<Matches>& sentences, double context) {
  std::map<std::size_t, std::vector<double>> of_record;
  for (const Matches& matches : sentences) {
    for (const StandardMatch& match : matches) {
      std::vector<double>& most = of_record[match.standard];
      most.resize(match.word_values.size());
      for (std::size_t i = 0; i < most.size(); ++i) {
        most[i] = std::max(most[i], match.word_values[i]);
      }
    }
  }
  for (Matches& matches : sentences) {
    for (StandardMatch& match : matches) {
      const std::vector<double>& most = of_record[match.standard];
      for (std::size_t i = 0; i < most.size(); ++i) {
        match.word_values[i] = std::max(match.word_values[i], most[i] * context);
      }
    }
  }
}

bool have_common_scene(const std::vector<corpus::Scene>& a, const std::vector<corpus::Scene>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// A standard and its score before the standards compete.
struct Ranked {
  const StandardMatch* match = nullptr;
  double score = 0;
};

std::vector<Ranked> ranked(const Matches& matches, double half, const ScoringContext& context) {
  std::vector<Ranked> all;
  for (const StandardMatch& match : matches) {
    all.push_back(
        {&match, score_of(sum_of(match.word_values), context.list.whole_value(match.standard), half,
                          context.measure)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return all;
}

/// The scores of one sentence after the standards competed for its words.
std::vector<StandardScore> competed(const Matches& matches, double half,
                                    const std::vector<corpus::Scene>& scenes,
                                    const ScoringContext& context) {
  const StandardMeasure& measure = context.measure;
  std::vector<StandardScore> scores;
  std::map<WordNumber, double> taken;  // By which score at the most.
  for (const Ranked& each : ranked(matches, half, context)) {
    const std::size_t standard = each.match->standard;
    const std::vector<WordNumber>& words = context.list.words(standard);
    double said = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const double value = each.match->word_values[i];
      if (value > 0) {
        double& best = taken[words[i]];
        said += value * (1 - measure.competition * best);
        best = std::max(best, each.score);
      }
    }
    double score = score_of(said, context.list.whole_value(standard), half, measure);
    if (have_common_scene(scenes, context.list.scenes(standard))) {
      score = std::pow(score, 1 / (1 + measure.same_scene));
    }
    if (score > 0) {
      scores.push_back({.standard = standard, .sentence = 0, .score = score});
    }
  }
  std::sort(scores.begin(), scores.end(),
            [](const StandardScore& a, const StandardScore& b) { return a.standard < b.standard; });
  return scores;
}

}  // namespace

std::vector<StandardScore> standard_scores(std::span<const NumberedSentence> sentences,
                                           const std::vector<corpus::Scene>& scenes,
                                           const ScoringContext& context) {
  std::vector<Matches> matches;
  matches.reserve(sentences.size());
  for (const NumberedSentence& sentence : sentences) {
    matches.push_back(context.list.matches(sentence, context.measure));
  }
  add_context(matches, context.measure.context);
  std::vector<StandardScore> scores;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (StandardScore score :
         competed(matches[i], half_amount(sentences[i], context), scenes, context)) {
      score.sentence = i;
      scores.push_back(score);
    }
  }
  return scores;
}

}  // namespace torikumi::analysis
