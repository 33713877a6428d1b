#ifndef SEARCHD_SEARCH_SCORE_PART_H_
#define SEARCHD_SEARCH_SCORE_PART_H_

// One of the parts that a score is the sum of.

#include "indexer/schema.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace torikumi::searchd {

/// What gave a hit a part of its score.
enum class ScoreOrigin : std::uint8_t {
  Word,        ///< The words as typed, in any spelling and inflection.
  Characters,  ///< The characters as typed.
  Reading,     ///< A word that is read as typed.
  Number,      ///< The same number written otherwise.
  Synonym,     ///< A word of the list of synonyms.
  Compound,    ///< The parts of a compound near each other, or a longer part of it.
  Neighbours,  ///< Neighbours of the query are neighbours in the text.
  Coverage,    ///< The query is taken word by word, and the record holds this one (matcher.h).
  Sentence,    ///< Words of the query stand in one sentence (sentence_rank.h).
  Recency,     ///< The fiscal year of the record (recency.h).
};

inline constexpr std::array kAllScoreOrigins{
    ScoreOrigin::Word,     ScoreOrigin::Characters, ScoreOrigin::Reading,    ScoreOrigin::Number,
    ScoreOrigin::Synonym,  ScoreOrigin::Compound,   ScoreOrigin::Neighbours, ScoreOrigin::Coverage,
    ScoreOrigin::Sentence, ScoreOrigin::Recency};

/// As the API writes it: word, characters, …
std::string_view name_of(ScoreOrigin origin);

struct ScorePart {
  std::optional<std::string>
      word;          ///< The word of the query; none for neighbours, a sentence and recency.
  std::string text;  ///< What was found, for people; the fiscal year for recency.
  ScoreOrigin origin = ScoreOrigin::Word;
  std::optional<indexer::TextField> field;  ///< Where it was found; none for coverage and recency.
  /// What its BM25 weight (for a sentence: its worth; for coverage: its rarity; for recency: the
  /// rest of the score) was multiplied with.
  double weight = 0;
  double contribution = 0;  ///< To the score; 0 or more.
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_SCORE_PART_H_
