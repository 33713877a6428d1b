#include "searchd/search/score_part.h"

namespace torikumi::searchd {

std::string_view name_of(ScoreOrigin origin) {
  switch (origin) {
    case ScoreOrigin::Word:
      return "word";
    case ScoreOrigin::Characters:
      return "characters";
    case ScoreOrigin::Reading:
      return "reading";
    case ScoreOrigin::Number:
      return "number";
    case ScoreOrigin::Synonym:
      return "synonym";
    case ScoreOrigin::Compound:
      return "compound";
    case ScoreOrigin::Neighbours:
      return "neighbours";
    case ScoreOrigin::Coverage:
      return "coverage";
    case ScoreOrigin::Sentence:
      return "sentence";
    case ScoreOrigin::Recency:
      return "recency";
  }
  return {};
}

}  // namespace torikumi::searchd
