#include "analysis/practices/practice_label.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace torikumi::analysis {
namespace {

/// A name is worth more if it is what something is done to.
constexpr double kObjectBonus = 1.5;

using Senses = std::map<FeatureNumber, double>;  // With the evidence of each.

/// A noun or compound of the sentences.
struct NounPhrase {
  std::set<FeatureNumber> senses;
  std::size_t words = 0;
  std::size_t sentences = 0;
  std::size_t as_object = 0;
  std::map<std::string, std::size_t> actions;  // What is done to it, by sentences.
  double score = 0;
};
using NounPhrases = std::map<std::string, NounPhrase>;

/// The words of a sentence from `begin` on that form one noun phrase: up to where the next word is
/// not joined to the one before.
std::size_t phrase_end(std::span<const PlacedWord> words, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < words.size() && words[end].is_joined && words[end].is_noun) {
    ++end;
  }
  return end;
}

/// What is done after the phrase that ends at `end`: the next word that is an action.
std::string action_after(const PracticeCorpus& corpus, std::span<const PlacedWord> words,
                         std::size_t end) {
  for (std::size_t i = end; i < words.size(); ++i) {
    if (words[i].is_action) {
      std::size_t begin = i;
      while (begin > end && words[begin].is_joined) {
        --begin;
      }
      std::string action;
      for (std::size_t k = begin; k <= i; ++k) {
        action += corpus.words()[words[k].word].surface;
      }
      return action;
    }
    if (words[i].is_object) {
      return {};  // Something else begins to be acted on.
    }
  }
  return {};
}

void add_sentence(const PracticeCorpus& corpus, std::size_t sentence, const Senses& shared,
                  NounPhrases& phrases) {
  const std::span<const PlacedWord> words = corpus.words_of(sentence);
  std::set<std::string> seen;
  for (std::size_t begin = 0; begin < words.size();) {
    if (!words[begin].is_noun) {
      ++begin;
      continue;
    }
    const std::size_t end = phrase_end(words, begin);
    // Words at both ends that the others do not share say something else.
    std::size_t first = begin;
    std::size_t last = end;
    const auto is_shared = [&](std::size_t i) {
      return shared.count(corpus.words()[words[i].word].sense()) > 0;
    };
    while (first < last && !is_shared(first)) {
      ++first;
    }
    while (last > first && !is_shared(last - 1)) {
      --last;
    }
    std::string text;
    std::set<FeatureNumber> senses;
    for (std::size_t i = first; i < last; ++i) {
      text += corpus.words()[words[i].word].surface;
      senses.insert(corpus.words()[words[i].word].sense());
    }
    if (!text.empty() && seen.insert(text).second) {
      NounPhrase& phrase = phrases[text];
      phrase.senses = senses;
      phrase.words = last - first;
      ++phrase.sentences;
      if (words[end - 1].is_object && last == end) {
        ++phrase.as_object;
        const std::string action = action_after(corpus, words, end);
        if (!action.empty()) {
          ++phrase.actions[action];
        }
      }
    }
    begin = end;
  }
}

double score_of(const NounPhrase& phrase, const Senses& shared) {
  double evidence = 0;
  for (const FeatureNumber sense : phrase.senses) {
    const auto found = shared.find(sense);
    evidence += found == shared.end() ? 0 : found->second;
  }
  const double object = phrase.as_object * 2 >= phrase.sentences ? kObjectBonus : 1;
  return evidence * std::sqrt(static_cast<double>(phrase.sentences)) * object;
}

const std::string* most_frequent(const std::map<std::string, std::size_t>& counts) {
  const std::string* best = nullptr;
  std::size_t most = 0;
  for (const auto& [text, count] : counts) {
    if (count > most) {
      most = count;
      best = &text;
    }
  }
  return best;
}

/// The phrases that are not said by better ones, best first.
std::vector<const NounPhrases::value_type*> best_phrases(const NounPhrases& phrases) {
  std::vector<const NounPhrases::value_type*> order;
  for (const auto& entry : phrases) {
    order.push_back(&entry);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) { return a->second.score > b->second.score; });
  std::vector<const NounPhrases::value_type*> best;
  std::set<FeatureNumber> said;
  for (const auto* entry : order) {
    const bool is_new = std::any_of(entry->second.senses.begin(), entry->second.senses.end(),
                                    [&](FeatureNumber sense) { return said.count(sense) == 0; });
    if (is_new && best.size() < kMaxKeyTerms) {
      said.insert(entry->second.senses.begin(), entry->second.senses.end());
      best.push_back(entry);
    }
  }
  return best;
}

/// Some words, where nothing is shared that could be a name.
std::string first_words(const PracticeCorpus& corpus, const std::vector<std::size_t>& sentences) {
  std::string text;
  for (const std::size_t sentence : sentences) {
    for (const PlacedWord& word : corpus.words_of(sentence)) {
      text += (text.empty() ? "" : "・") + corpus.words()[word.word].surface;
      if (text.find("・") != std::string::npos) {
        return text;
      }
    }
  }
  return text;
}

}  // namespace

PracticeName practice_name(const PracticeCorpus& corpus, const std::vector<std::size_t>& sentences,
                           const std::vector<SharedSense>& shared) {
  Senses senses;
  for (const SharedSense& sense : shared) {
    if (!sense.is_compound) {
      senses.emplace(sense.sense, sense.evidence);
    }
  }
  NounPhrases phrases;
  for (const std::size_t sentence : sentences) {
    add_sentence(corpus, sentence, senses, phrases);
  }
  for (auto& [text, phrase] : phrases) {
    phrase.score = score_of(phrase, senses);
  }
  const std::vector<const NounPhrases::value_type*> best = best_phrases(phrases);
  PracticeName name;
  for (const auto* entry : best) {
    name.key_terms.push_back(entry->first);
  }
  if (best.empty()) {
    name.label = first_words(corpus, sentences);
    return name;
  }
  const std::string* action = most_frequent(best.front()->second.actions);
  if (action != nullptr) {
    name.label = best.front()->first + "を" + *action;
  } else if (best.size() > 1) {
    name.label = best[0]->first + "・" + best[1]->first;
  } else {
    name.label = best.front()->first;
  }
  return name;
}

}  // namespace torikumi::analysis
