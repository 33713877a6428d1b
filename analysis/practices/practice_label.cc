#include "analysis/practices/practice_label.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace torikumi::analysis {
namespace {

/// A name is worth more if it is what something is done to, and less if it is only aimed at.
constexpr double kObjectBonus = 1.5;
constexpr double kAimPenalty = 0.3;

/// How much a phrase gains by standing in more sentences.
constexpr double kSentencePower = 0.8;

constexpr std::size_t kMaxPhraseWords = 5;

using Senses = std::map<FeatureNumber, double>;  // With the evidence of each.

/// A noun or compound of the sentences.
struct NounPhrase {
  std::set<FeatureNumber> senses;
  std::size_t sentences = 0;
  std::size_t as_object = 0;
  std::size_t as_aim = 0;
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
    if (words[i].is_object || !words[i].is_noun) {
      return {};  // Something else begins to be acted on, or it is said what is not done.
    }
  }
  return {};
}

/// 図る and its like do nothing to what stands before them.
bool is_aim(std::string_view action) {
  static constexpr std::array<std::string_view, 6> kAims{"図る",   "目指す",   "努める",
                                                         "高める", "心がける", "目的"};
  return std::find(kAims.begin(), kAims.end(), action) != kAims.end();
}

/// A noun phrase of a sentence, in place.
struct PlacedPhrase {
  std::span<const PlacedWord> words;
  bool is_object = false;
  std::string action;
};

/// Every part of the compound [begin, end) whose words at both ends are shared.
std::vector<PlacedPhrase> phrases_in(const PracticeCorpus& corpus,
                                     std::span<const PlacedWord> words, std::size_t begin,
                                     std::size_t end, const Senses& shared) {
  const auto is_shared = [&](std::size_t i) {
    return shared.count(corpus.words()[words[i].word].sense()) > 0;
  };
  std::vector<PlacedPhrase> phrases;
  for (std::size_t first = begin; first < end; ++first) {
    // 区, 別, 各 in front of a compound are no beginning of a name.
    const bool is_bare =
        corpus::character_count(corpus.words()[words[first].word].surface) == 1 && first + 1 < end;
    if (!is_shared(first) || is_bare) {
      continue;
    }
    for (std::size_t last = first + 1; last <= std::min(end, first + kMaxPhraseWords); ++last) {
      if (is_shared(last - 1)) {
        const bool is_object = last == end && words[end - 1].is_object;
        phrases.push_back({words.subspan(first, last - first), is_object,
                           is_object ? action_after(corpus, words, end) : std::string()});
      }
    }
  }
  return phrases;
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
    for (const PlacedPhrase& placed : phrases_in(corpus, words, begin, end, shared)) {
      std::string text;
      std::set<FeatureNumber> senses;
      for (const PlacedWord& word : placed.words) {
        text += corpus.words()[word.word].surface;
        senses.insert(corpus.words()[word.word].sense());
      }
      if (!seen.insert(text).second) {
        continue;
      }
      NounPhrase& phrase = phrases[text];
      phrase.senses = std::move(senses);
      ++phrase.sentences;
      phrase.as_object += placed.is_object ? 1 : 0;
      if (is_aim(placed.action)) {
        ++phrase.as_aim;
      } else if (!placed.action.empty()) {
        ++phrase.actions[placed.action];
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
  double role = phrase.as_object * 2 >= phrase.sentences ? kObjectBonus : 1;
  if (phrase.as_aim * 2 >= phrase.sentences) {
    role = kAimPenalty;
  }
  return evidence * std::pow(static_cast<double>(phrase.sentences), kSentencePower) * role;
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
    return name;
  }
  name.label = best.front()->first;
  for (std::size_t i = 1; i < best.size(); ++i) {
    const std::string& other = best[i]->first;
    if (other.find(best.front()->first) == std::string::npos &&
        best.front()->first.find(other) == std::string::npos) {
      name.label += "・" + other;
      break;
    }
  }
  return name;
}

}  // namespace torikumi::analysis
