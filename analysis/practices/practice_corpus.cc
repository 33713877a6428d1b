#include "analysis/practices/practice_corpus.h"

#include "analysis/practices/action_sentences.h"
#include "analysis/utf8_encoding.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace torikumi::analysis {
namespace {

// Found on the judged practices of bench/practices.
constexpr float kCompound = 0.3F;
constexpr float kCharacters = 0.2F;

/// Words of fewer characters are whole; longer ones are also known by their pairs of characters
/// (番号発券機 has 発券).
constexpr std::size_t kMinCharacters = 3;

/// Words of a compound that may have a meaning together (個人番号 | カード).
constexpr std::size_t kMaxMeaningWords = 4;

std::vector<std::string> character_pairs(std::string_view surface) {
  const std::u32string characters = to_code_points(surface);
  std::vector<std::string> pairs;
  if (characters.size() >= kMinCharacters) {
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
      pairs.push_back(to_utf8(std::u32string_view(characters).substr(i, 2)));
    }
  }
  return pairs;
}

}  // namespace

PracticeCorpus::PracticeCorpus(const SynonymTable& synonyms) : synonyms_(synonyms) {}

FeatureNumber PracticeCorpus::feature(char kind, std::string_view text) {
  std::string key(1, kind);
  key += text;
  return features_.try_emplace(std::move(key), static_cast<FeatureNumber>(features_.size()))
      .first->second;
}

std::uint32_t PracticeCorpus::word_of(const Token& token) {
  const auto [found, is_new] = word_places_.try_emplace(token.surface + ' ' + token.family,
                                                        static_cast<std::uint32_t>(words_.size()));
  if (is_new) {
    const bool is_verb = token.part_of_speech == PartOfSpeech::Verb;
    PracticeWord word{.surface = is_verb ? token.base : token.surface,
                      .family = feature('w', token.family),
                      .meaning = kNoFeature,
                      .characters = {}};
    const std::string_view meaning = synonyms_.meaning_of({&token, 1});
    if (!meaning.empty()) {
      word.meaning = feature('m', meaning);
    }
    if (token.part_of_speech == PartOfSpeech::Noun ||
        token.part_of_speech == PartOfSpeech::Unknown) {
      for (const std::string& pair : character_pairs(token.surface)) {
        word.characters.push_back(feature('c', pair));
      }
    }
    words_.push_back(std::move(word));
  }
  return found->second;
}

void PracticeCorpus::add_text(std::size_t record, TextPart part, std::span<const Token> tokens) {
  for (const ActionSentence& sentence : action_sentences(tokens)) {
    if (sentence.words.empty()) {
      continue;
    }
    sentences_.push_back({.record = static_cast<std::uint32_t>(record),
                          .part = part,
                          .byte_begin = static_cast<std::uint32_t>(sentence.bytes.begin),
                          .byte_end = static_cast<std::uint32_t>(sentence.bytes.end),
                          .first_word = placed_.size(),
                          .first_compound = compounds_.size()});
    std::size_t run_begin = 0;
    std::vector<WeightedFeature> compounds;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const ActionWord& word = sentence.words[i];
      const Token& token = tokens[word.token];
      placed_.push_back({.word = word_of(token),
                         .hundredths = static_cast<std::uint8_t>(std::lround(word.weight * 100)),
                         .is_joined = word.is_joined,
                         .is_noun = word.is_noun,
                         .is_object = word.is_object,
                         .is_action = word.is_action});
      if (!word.is_joined) {
        run_begin = i;
        continue;
      }
      const Token& before = tokens[sentence.words[i - 1].token];
      const auto weight = static_cast<float>(word.weight);
      compounds.push_back({feature('p', before.family + ' ' + token.family), kCompound * weight});
      for (std::size_t from = i - std::min(i - run_begin, kMaxMeaningWords - 1); from < i; ++from) {
        const std::size_t first = sentence.words[from].token;
        const std::string_view meaning =
            synonyms_.meaning_of(tokens.subspan(first, word.token + 1 - first));
        if (!meaning.empty()) {
          compounds.push_back({feature('m', meaning), weight});
        }
      }
    }
    keep_highest(compounds);
    compounds_.insert(compounds_.end(), compounds.begin(), compounds.end());
  }
}

void PracticeCorpus::add(PracticeRecord record, std::span<const Token> target,
                         std::span<const Token> result) {
  const std::size_t place = records_.size();
  records_.push_back(std::move(record));
  first_sentences_.push_back(sentences_.size());
  add_text(place, TextPart::Target, target);
  add_text(place, TextPart::Result, result);
}

PracticeCorpus::SentenceRange PracticeCorpus::sentences_of(std::size_t record) const {
  return {first_sentences_[record],
          record + 1 < first_sentences_.size() ? first_sentences_[record + 1] : sentences_.size()};
}

std::span<const PlacedWord> PracticeCorpus::words_of(std::size_t sentence) const {
  const std::size_t begin = sentences_[sentence].first_word;
  const std::size_t end =
      sentence + 1 < sentences_.size() ? sentences_[sentence + 1].first_word : placed_.size();
  return std::span(placed_).subspan(begin, end - begin);
}

std::span<const WeightedFeature> PracticeCorpus::compounds_of(std::size_t sentence) const {
  const std::size_t begin = sentences_[sentence].first_compound;
  const std::size_t end = sentence + 1 < sentences_.size() ? sentences_[sentence + 1].first_compound
                                                           : compounds_.size();
  return std::span(compounds_).subspan(begin, end - begin);
}

void keep_highest(std::vector<WeightedFeature>& features) {
  std::sort(features.begin(), features.end(),
            [](const WeightedFeature& a, const WeightedFeature& b) {
              return a.feature != b.feature ? a.feature < b.feature : a.weight > b.weight;
            });
  features.erase(std::unique(features.begin(), features.end(),
                             [](const WeightedFeature& a, const WeightedFeature& b) {
                               return a.feature == b.feature;
                             }),
                 features.end());
}

std::vector<WeightedFeature> features_of(const std::vector<PracticeWord>& words,
                                         std::span<const PlacedWord> placed,
                                         std::span<const WeightedFeature> compounds) {
  std::vector<WeightedFeature> features(compounds.begin(), compounds.end());
  for (const PlacedWord& place : placed) {
    const PracticeWord& word = words[place.word];
    features.push_back({word.family, place.weight()});
    if (word.meaning != kNoFeature) {
      features.push_back({word.meaning, place.weight()});
    }
    for (const FeatureNumber pair : word.characters) {
      features.push_back({pair, kCharacters * place.weight()});
    }
  }
  keep_highest(features);
  return features;
}

std::vector<WeightedFeature> features_of(const PracticeCorpus& corpus, std::size_t sentence) {
  return features_of(corpus.words(), corpus.words_of(sentence), corpus.compounds_of(sentence));
}

}  // namespace torikumi::analysis
