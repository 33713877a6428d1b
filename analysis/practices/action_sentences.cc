#include "analysis/practices/action_sentences.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace torikumi::analysis {
namespace {

// Found on the judged practices of bench/practices, where each changes little by itself.
constexpr double kNotObject = 0.8;
constexpr double kVerb = 0.8;
constexpr double kSingleCharacter = 0.5;
constexpr double kPerson = 0.5;
constexpr double kPurposeClause = 0.4;

/// Positions jump by more than this over a paragraph break.
constexpr std::uint32_t kParagraphJump = kParagraphGap / 2;

using Tokens = std::span<const Token>;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool ends_sentence(const Token& token) {
  static constexpr std::array<std::string_view, 3> kEnds{"。", "!", "?"};
  return is_one_of(token.surface, kEnds);
}

/// Parts of a noun phrase: what may stand in a compound.
bool is_nominal(const Token& token) {
  return token.part_of_speech == PartOfSpeech::Noun ||
         token.part_of_speech == PartOfSpeech::Unknown ||
         token.part_of_speech == PartOfSpeech::Prefix ||
         token.part_of_speech == PartOfSpeech::Number;
}

bool are_adjacent(const Token& left, const Token& right) {
  return left.source.end == right.source.begin && left.position + 1 == right.position;
}

/// Whether 、 behind tokens[begin, end) ends a clause: it has a predicate. A 、 between the items
/// of a list does not.
bool ends_clause(Tokens tokens, std::size_t begin, std::size_t end) {
  static constexpr std::array<std::string_view, 15> kPredicateEnds{
      "て",   "し", "たり", "ため",     "よう", "ながら", "が",  "ば",
      "ので", "際", "べく", "とともに", "こと", "より",   "ほか"};
  if (end == begin) {
    return false;
  }
  const Token& last = tokens[end - 1];
  if (last.part_of_speech == PartOfSpeech::Verb) {
    return true;
  }
  if (last.part_of_speech != PartOfSpeech::Functional) {
    return false;
  }
  const bool has_previous = end - begin > 1;
  const std::string_view previous =
      has_previous ? std::string_view(tokens[end - 2].surface) : std::string_view();
  if (last.surface == "に") {
    return previous == "よう" || previous == "ため" || previous == "うえ";
  }
  if (last.surface == "で") {
    return previous == "こと" ||
           (has_previous && tokens[end - 2].part_of_speech == PartOfSpeech::Verb);
  }
  return is_one_of(last.surface, kPredicateEnds);
}

/// A clause that says what for: …ため, …よう(に), …べく, …に向け(て).
bool is_purpose(Tokens clause) {
  static constexpr std::array<std::string_view, 3> kPurposes{"ため", "よう", "べく"};
  std::size_t end = clause.size();
  while (end > 0 && (clause[end - 1].surface == "に" || clause[end - 1].surface == "て")) {
    --end;
  }
  if (end == 0) {
    return false;
  }
  const std::string_view last = clause[end - 1].surface;
  return is_one_of(last, kPurposes) ||
         (end > 1 && (last == "向け" || last == "むけ") && clause[end - 2].surface == "に");
}

/// The end of the run of nouns that begins at `begin`.
std::size_t run_end(Tokens clause, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < clause.size() && is_nominal(clause[end]) &&
         are_adjacent(clause[end - 1], clause[end])) {
    ++end;
  }
  return end;
}

/// The first word of a run behind the name of an office in it.
std::size_t behind_office_name(Tokens clause, std::size_t begin, std::size_t end) {
  static constexpr std::array<std::string_view, 8> kOffices{
      "課", "係", "局", "支所", "区役所", "出張所", "センター", "担当課"};
  for (std::size_t i = end; i > begin + 1; --i) {
    if (is_one_of(clause[i - 1].surface, kOffices)) {
      return i;
    }
  }
  return begin;
}

/// Whether the word before `next` is made a verb by it: する, 行う, できる, いたす.
bool makes_action(const Token& next) {
  static constexpr std::array<std::string_view, 7> kLight{"する", "行う",   "できる", "出来る",
                                                          "致す", "いたす", "行なう"};
  return is_one_of(next.base, kLight) || next.surface == "さ" || next.surface == "し";
}

/// Whether the word before `next` is not done: 使わず, 避けない.
bool negates(const Token& next) {
  static constexpr std::array<std::string_view, 5> kNegations{"ず", "ない", "なく", "ぬ", "ん"};
  return is_one_of(next.surface, kNegations);
}

bool is_told(const Token& token) {
  return token.is_content && !token.is_name && token.part_of_speech != PartOfSpeech::Number;
}

/// 来庁者, 外国人, 市民, 職員: a word for persons, by its last character.
bool is_person(std::string_view noun) {
  static constexpr std::array<std::string_view, 6> kEnds{"者", "人", "民", "員", "客", "様"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return noun.ends_with(end); });
}

double noun_weight(const Token& noun) {
  if (corpus::character_count(noun.surface) == 1) {
    return kSingleCharacter;
  }
  return is_person(noun.surface) ? kPerson : 1;
}

bool is_told_noun(const Token& token) {
  return is_told(token) && (token.part_of_speech == PartOfSpeech::Noun ||
                            token.part_of_speech == PartOfSpeech::Unknown);
}

/// A clause where it stands.
struct PlacedClause {
  Tokens tokens;
  std::size_t first = 0;  ///< Place of its first token among all.
  double weight = 1;
};

/// Adds the words of the run [begin, end) of nouns.
void add_run(const PlacedClause& placed, std::size_t begin, std::size_t end,
             ActionSentence& sentence) {
  const Tokens clause = placed.tokens;
  const Token* next = end < clause.size() ? &clause[end] : nullptr;
  const bool is_object = next != nullptr && next->surface == "を";
  const bool is_action = next != nullptr && makes_action(*next);
  bool is_joined = false;
  for (std::size_t i = behind_office_name(clause, begin, end); i < end; ++i) {
    const Token& token = clause[i];
    if (!is_told_noun(token)) {
      is_joined = false;
      continue;
    }
    const double weight = placed.weight * (is_object ? 1 : kNotObject) * noun_weight(token);
    sentence.words.push_back({.token = placed.first + i,
                              .weight = weight,
                              .is_joined = is_joined,
                              .is_noun = true,
                              .is_object = is_object,
                              .is_action = is_action && i + 1 == end});
    is_joined = true;
  }
}

void add_clause(const PlacedClause& placed, ActionSentence& sentence) {
  const Tokens clause = placed.tokens;
  for (std::size_t i = 0; i < clause.size();) {
    const Token& token = clause[i];
    if (is_nominal(token)) {
      const std::size_t end = run_end(clause, i);
      add_run(placed, i, end, sentence);
      i = end;
      continue;
    }
    const bool is_verb = token.part_of_speech == PartOfSpeech::Verb;
    if ((is_verb || token.part_of_speech == PartOfSpeech::Adjective) && is_told(token)) {
      const bool is_negated = i + 1 < clause.size() && negates(clause[i + 1]);
      sentence.words.push_back({.token = placed.first + i,
                                .weight = placed.weight * kVerb,
                                .is_action = is_verb && !is_negated});
    }
    ++i;
  }
}

/// A clause of a sentence: tokens [begin, end).
struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_purpose = false;
};

std::vector<Clause> clauses_of(Tokens tokens, std::size_t begin, std::size_t end) {
  std::vector<Clause> clauses;
  std::size_t from = begin;
  const auto close = [&](std::size_t to) {
    if (to > from) {
      clauses.push_back({from, to, is_purpose(tokens.subspan(from, to - from))});
    }
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].surface == "、" && ends_clause(tokens, from, i)) {
      close(i);
      from = i + 1;
    }
  }
  close(end);
  return clauses;
}

ActionSentence sentence_of(Tokens tokens, std::size_t begin, std::size_t end) {
  ActionSentence sentence{{tokens[begin].source.begin, tokens[end - 1].source.end}, {}};
  const std::vector<Clause> clauses = clauses_of(tokens, begin, end);
  const bool has_main = std::any_of(clauses.begin(), clauses.end(),
                                    [](const Clause& clause) { return !clause.is_purpose; });
  for (const Clause& clause : clauses) {
    add_clause({tokens.subspan(clause.begin, clause.end - clause.begin), clause.begin,
                clause.is_purpose && has_main ? kPurposeClause : 1},
               sentence);
  }
  return sentence;
}

}  // namespace

std::vector<ActionSentence> action_sentences(std::span<const Token> tokens) {
  std::vector<ActionSentence> sentences;
  std::size_t from = 0;
  const auto close = [&](std::size_t to) {
    if (to > from) {
      sentences.push_back(sentence_of(tokens, from, to));
    }
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_paragraph =
        i > from && tokens[i].position - tokens[i - 1].position > kParagraphJump;
    if (is_paragraph) {
      close(i);
      from = i;
    }
    if (ends_sentence(tokens[i])) {
      close(i);
      if (i > from) {
        sentences.back().bytes.end = tokens[i].source.end;
      }
      from = i + 1;
    }
  }
  close(tokens.size());
  return sentences;
}

}  // namespace torikumi::analysis
