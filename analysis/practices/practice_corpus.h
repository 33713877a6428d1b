#ifndef ANALYSIS_PRACTICES_PRACTICE_CORPUS_H_
#define ANALYSIS_PRACTICES_PRACTICE_CORPUS_H_

// The sentences of many records, kept small, as practices are looked for among them.

#include "analysis/practices/practice.h"
#include "analysis/synonyms.h"
#include "analysis/token.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace torikumi::analysis {

/// Number of a feature: a word in any spelling, what several words mean (SynonymTable::meaning_of),
/// two neighbouring characters of a longer word, or two words of a compound.
using FeatureNumber = std::uint32_t;
inline constexpr FeatureNumber kNoFeature = std::numeric_limits<FeatureNumber>::max();

/// A feature of something, and how much of it there is, 0..1.
struct WeightedFeature {
  FeatureNumber feature = 0;
  float weight = 0;
};

/// A word as written, with the features that it always brings.
struct PracticeWord {
  std::string surface;                    ///< Normalised; of a verb its dictionary form.
  FeatureNumber family = 0;               ///< The word in any spelling.
  FeatureNumber meaning = kNoFeature;     ///< Of its synonyms and it, if it has any.
  std::vector<FeatureNumber> characters;  ///< Pairs of characters, of three or more.

  /// By what the word is known: its meaning, else its family.
  [[nodiscard]] FeatureNumber sense() const { return meaning == kNoFeature ? family : meaning; }
};

/// A word in a sentence; the flags are those of ActionWord.
struct PlacedWord {
  std::uint32_t word = 0;       ///< Place in PracticeCorpus::words().
  std::uint8_t hundredths = 0;  ///< The weight of ActionWord, times 100.
  bool is_joined : 1;
  bool is_noun : 1;
  bool is_object : 1;
  bool is_action : 1;

  [[nodiscard]] float weight() const { return static_cast<float>(hundredths) / 100; }
};

struct PracticeSentence {
  std::uint32_t record = 0;  ///< Place in PracticeCorpus::records().
  TextPart part = TextPart::Target;
  std::uint32_t byte_begin = 0;
  std::uint32_t byte_end = 0;
  std::size_t first_word = 0;      ///< Its words end where those of the next sentence begin.
  std::size_t first_compound = 0;  ///< So do its compounds.

  [[nodiscard]] SentenceRef reference() const { return {part, {byte_begin, byte_end}}; }
};

struct PracticeRecord {
  std::size_t place = 0;  ///< In the caller's list of records.
  std::string id;
  /// Whose it is: records of one owner alone make no practice. Ward, year and department, say.
  std::string owner;
  std::optional<int> fiscal_year;
  bool is_grouped = true;  ///< False: its words only tell how common words are.
};

/// Grows by add(); from then on read only. One thread while it grows.
class PracticeCorpus {
 public:
  /// `synonyms` may be empty and must outlive it.
  explicit PracticeCorpus(const SynonymTable& synonyms);

  /// The tokens of the two texts of a record; records in any order, which decides between equals.
  void add(PracticeRecord record, std::span<const Token> target, std::span<const Token> result);

  [[nodiscard]] const std::vector<PracticeRecord>& records() const { return records_; }
  [[nodiscard]] const std::vector<PracticeSentence>& sentences() const { return sentences_; }
  [[nodiscard]] const std::vector<PracticeWord>& words() const { return words_; }
  [[nodiscard]] std::size_t feature_count() const { return features_.size(); }

  /// The places of the sentences of a record: [first, last).
  struct SentenceRange {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] SentenceRange sentences_of(std::size_t record) const;

  [[nodiscard]] std::span<const PlacedWord> words_of(std::size_t sentence) const;

  /// Features of two or more words of a sentence together, once each.
  [[nodiscard]] std::span<const WeightedFeature> compounds_of(std::size_t sentence) const;

 private:
  void add_text(std::size_t record, TextPart part, std::span<const Token> tokens);
  [[nodiscard]] FeatureNumber feature(char kind, std::string_view text);
  [[nodiscard]] std::uint32_t word_of(const Token& token);

  const SynonymTable& synonyms_;  // Borrowed.
  std::unordered_map<std::string, FeatureNumber> features_;
  std::unordered_map<std::string, std::uint32_t> word_places_;  // By surface and family.
  std::vector<PracticeWord> words_;
  std::vector<PracticeRecord> records_;
  std::vector<std::size_t> first_sentences_;  // Of each record.
  std::vector<PracticeSentence> sentences_;
  std::vector<PlacedWord> placed_;
  std::vector<WeightedFeature> compounds_;
};

/// All features of a sentence, each once with its highest weight, in order of their numbers.
std::vector<WeightedFeature> features_of(const PracticeCorpus& corpus, std::size_t sentence);

/// The same for words that may stand elsewhere, and `compounds` beside them.
std::vector<WeightedFeature> features_of(const std::vector<PracticeWord>& words,
                                         std::span<const PlacedWord> placed,
                                         std::span<const WeightedFeature> compounds);

/// Sorts by feature and keeps the highest weight of each.
void keep_highest(std::vector<WeightedFeature>& features);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_PRACTICE_CORPUS_H_
