// Relaxing: a query that no text satisfies is taken word by word. Each word becomes a clause of its
// own; matcher.h asks that enough of them hold.

#include "corpus/utf8.h"
#include "searchd/search/names_apart.h"
#include "searchd/search/number_spellings.h"
#include "searchd/search/pattern_reader.h"
#include "searchd/search/planner.h"
#include "searchd/search/question_words.h"

#include <algorithm>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Analysis;
using analysis::PartOfSpeech;
using analysis::Token;

// Pairs of characters and of words that stand together in the query, and the characters of a word
// as a whole, whose pairs weigh already: measured in bench/relevance. The importances are set by
// judgement.
constexpr double kCharacterPairWeight = 0.35;
constexpr double kWordPairWeight = 0.1;
constexpr double kWordCharactersWeight = 0.1;
// A question is about its names; its verbs are often others than those of the text. Measured too.
constexpr double kNameWeight = 1.3;
constexpr double kVerbWeight = 0.6;
constexpr double kVerbImportance = 0.2;
constexpr double kNumberImportance = 0.3;
constexpr double kAdverbImportance = 0.1;

double importance_of(const Token& token) {
  switch (token.part_of_speech) {
    case PartOfSpeech::Verb:
    case PartOfSpeech::Adjective:
      return kVerbImportance;
    case PartOfSpeech::Number:
      return kNumberImportance;
    case PartOfSpeech::Adverb:
      return kAdverbImportance;
    default:
      return 1.0;
  }
}

double weight_of(const Token& token) {
  switch (token.part_of_speech) {
    case PartOfSpeech::Verb:
    case PartOfSpeech::Adjective:
    case PartOfSpeech::Adverb:
      return kVerbWeight;
    case PartOfSpeech::Unknown:
      return kNameWeight;
    default:
      return token.is_name ? kNameWeight : 1.0;
  }
}

bool is_searched(const Token& token) {
  return token.is_content && token.part_of_speech != PartOfSpeech::Functional &&
         token.part_of_speech != PartOfSpeech::Symbol;
}

bool is_single_character(const Token& token) {
  return corpus::character_count(token.surface) == 1;
}

/// A word of the query with the one-character parts that lean on it (外国 + 人, 再 + 発行), a
/// number with what it counts (1 + 番), or a fiscal year.
struct Concept {
  std::size_t begin = 0;  // Tokens.
  std::size_t end = 0;
  bool is_number = false;  // Also a fiscal year: nothing without all of its parts.
};

std::string_view source_of(const Concept& words, const Analysis& analysis,
                           std::string_view source) {
  const std::size_t begin = analysis.tokens[words.begin].source.begin;
  return source.substr(begin, analysis.tokens[words.end - 1].source.end - begin);
}

/// The longest fiscal year that begins with token `begin`, if one does.
std::optional<Concept> year_at(std::size_t begin, const Analysis& analysis,
                               std::string_view source) {
  constexpr std::size_t kMaxTokens = 6;  // 令和 + 二 + 十 + 一 + 年度
  const std::size_t last_end = std::min(analysis.tokens.size(), begin + kMaxTokens);
  for (std::size_t end = last_end; end > begin; --end) {
    const Concept year{begin, end, true};
    if (fiscal_year_of(source_of(year, analysis, source))) {
      return year;
    }
  }
  return std::nullopt;
}

/// The number that begins with token `begin` and what it counts, if it is one.
std::optional<Concept> number_at(std::size_t begin, const std::vector<Token>& tokens) {
  const auto is_digits = [&](std::size_t at) {
    return at < tokens.size() && tokens[at].part_of_speech == PartOfSpeech::Number;
  };
  std::size_t end = begin;
  while (is_digits(end)) {
    ++end;
  }
  if (end == begin) {
    return std::nullopt;
  }
  const bool is_counter = end < tokens.size() && tokens[end].part_of_speech == PartOfSpeech::Noun &&
                          (!tokens[end].is_content || is_single_character(tokens[end]));
  return Concept{begin, is_counter ? end + 1 : end, true};
}

/// The words of `analysis`, which is that of `source`; a one-character part that touches another
/// word belongs to it.
std::vector<Concept> concepts_of(const Analysis& analysis, std::string_view source) {
  const std::vector<Token>& tokens = analysis.tokens;
  std::vector<Concept> concepts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool touches = !concepts.empty() && concepts.back().end == i;
    const bool is_behind_character = touches && !concepts.back().is_number &&
                                     i - concepts.back().begin == 1 &&
                                     is_single_character(tokens[i - 1]);
    if (const std::optional<Concept> year = year_at(i, analysis, source)) {
      concepts.push_back(*year);
      i = year->end - 1;
    } else if (const std::optional<Concept> number = number_at(i, tokens)) {
      // 第 + 3 + 回
      concepts.push_back(*number);
      if (is_behind_character) {
        concepts.erase(concepts.end() - 2);
        --concepts.back().begin;
      }
      i = number->end - 1;
    } else if (is_searched(tokens[i])) {
      const bool leans = touches && !concepts.back().is_number && is_single_character(tokens[i]);
      if (leans || is_behind_character) {
        concepts.back().end = i + 1;
      } else {
        concepts.push_back({i, i + 1});
      }
    }
  }
  return concepts;
}

class RelaxedPlanner {
 public:
  explicit RelaxedPlanner(const PlanContext& context) : context_(context) {
    plan_.is_relaxed = true;
  }

  std::optional<QueryPlan> plan(const Query& query) {
    for (const QueryClause& clause : query.clauses) {
      add(clause);
    }
    const bool has_dropped = drop_question_words();
    const auto relaxable = std::count_if(
        plan_.clauses.begin(), plan_.clauses.end(),
        [](const PlannedClause& clause) { return !clause.is_excluded && !clause.is_required; });
    // Otherwise the plan would ask for the same as the strict one.
    const bool asks_for_less = has_dropped || (relaxable > 0 && is_taken_apart_) || relaxable > 1;
    if (!asks_for_less) {
      return std::nullopt;
    }
    return std::move(plan_);
  }

 private:
  void add(const QueryClause& clause) {
    const auto must_stand = [](const QueryTerm& term) {
      return term.is_name || (term.is_phrase && !term.is_in_sentence);
    };
    const bool is_one_word = !clause.is_excluded && clause.alternatives.size() == 1 &&
                             !must_stand(clause.alternatives[0]);
    if (is_one_word && take_apart(clause.alternatives[0].text)) {
      return;
    }
    PlannedClause planned = planned_clause(clause, context_, plan_);
    if (is_one_word && is_question_word(clause.alternatives[0].text)) {
      question_words_.insert(clause.alternatives[0].text);
    }
    if (!planned.patterns.empty()) {
      planned.is_required = std::all_of(planned.terms.begin(), planned.terms.end(), must_stand);
      if (is_one_word && fiscal_year_of(clause.alternatives[0].text)) {
        planned.importance = kNumberImportance;
      }
      plan_.clauses.push_back(std::move(planned));
    }
  }

  /// Adds each word of `text` as a clause; false if it is one word only.
  bool take_apart(const std::string& text) {
    const Analysis analysis = context_.analyzer.analyze(text);
    const std::vector<Concept> concepts = concepts_of(analysis, text);
    const TokenSpan span = trimmed_span(analysis.tokens);
    const bool is_whole =
        concepts.size() == 1 && concepts[0].begin == span.begin && concepts[0].end == span.end;
    if (concepts.empty() || is_whole || is_hiragana_only(analysis)) {
      return false;
    }
    is_taken_apart_ = true;
    for (const Concept& words : concepts) {
      add_concept(words, analysis, text);
    }
    add_ranking(analysis);
    return true;
  }

  void add_concept(const Concept& words, const Analysis& analysis, const std::string& source) {
    if (plan_.clauses.size() >= kMaxQueryTerms) {
      return;
    }
    const std::string text(source_of(words, analysis, source));
    const bool is_known =
        std::any_of(plan_.clauses.begin(), plan_.clauses.end(), [&](const PlannedClause& clause) {
          return !clause.terms.empty() && clause.terms[0].text == text;
        });
    if (is_known) {
      return;
    }
    if (words.is_number) {
      // 何 is a number to the dictionary. The answer to 何年 holds a 年.
      const Token& counted = analysis.tokens[words.end - 1];
      for (std::size_t i = words.begin; i < words.end; ++i) {
        if (is_question_word(analysis.tokens[i].surface)) {
          question_words_.insert(text);
          add_ranking({TextPattern::Family::Words, {counted.family}});
        }
      }
      add_number(text);
      return;
    }
    PlannedClause clause;
    clause.terms = {{text, false}};
    TextPattern pattern;
    clause.importance = 0;
    const bool is_single = words.end - words.begin == 1;
    if (is_question_word(text) ||
        (is_single && is_question_word(analysis.tokens[words.begin].base))) {
      question_words_.insert(text);
    }
    for (std::size_t i = words.begin; i < words.end; ++i) {
      pattern.sequence.push_back(analysis.tokens[i].family);
      clause.importance = std::max(clause.importance, importance_of(analysis.tokens[i]));
    }
    pattern.weight = weight_of(analysis.tokens[words.begin]);
    if (!is_single) {
      // 外国 + 人 is found as a whole, and ranked by 外国 and by 人, also where they stand apart.
      pattern.weight = 0;
      for (std::size_t i = words.begin; i < words.end; ++i) {
        const Token& token = analysis.tokens[i];
        add_ranking({TextPattern::Family::Words, {token.family}, weight_of(token)});
      }
    }
    clause.patterns.push_back(std::move(pattern));
    if (clause.importance == 1.0 && corpus::character_count(text) > 1) {
      append_new(clause.patterns,
                 character_patterns(context_.analyzer.analyze(text), kWordCharactersWeight));
    }
    add_other_partings(text, context_, clause);
    const bool is_inflected = is_single && clause.importance == kVerbImportance;
    add_meanings(is_inflected ? analysis.tokens[words.begin].base : text, context_, plan_, clause);
    plan_.clauses.push_back(std::move(clause));
  }

  /// A number as a whole, in all its forms.
  void add_number(const std::string& text) {
    PlannedClause clause = planned_clause({{{text, false}}, false}, context_, plan_);
    clause.importance = kNumberImportance;
    if (!clause.patterns.empty()) {
      plan_.clauses.push_back(std::move(clause));
    }
  }

  void add_ranking(const Analysis& analysis) {
    for (std::size_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
      const Token& left = analysis.tokens[i];
      const Token& right = analysis.tokens[i + 1];
      if (is_searched(left) && is_searched(right) && right.position == left.position + 1) {
        add_ranking({TextPattern::Family::Words, {left.family, right.family}, kWordPairWeight});
      }
    }
    for (std::size_t i = 0; i + 1 < analysis.units.size(); ++i) {
      const auto& left = analysis.units[i];
      const auto& right = analysis.units[i + 1];
      if (!is_sign(left) && !is_sign(right) && right.position == left.position + 1) {
        add_ranking({TextPattern::Family::Characters,
                     {left.text, right.text},
                     kCharacterPairWeight,
                     0,
                     PatternOrigin::Characters});
      }
    }
  }

  void add_ranking(TextPattern pattern) {
    if (plan_.ranking.size() < kMaxRankingPatterns &&
        ranked_.emplace(pattern.family, pattern.sequence).second) {
      plan_.ranking.push_back(std::move(pattern));
    }
  }

  /// Drops the question words, which ask for nothing, unless they are all there is; true if there
  /// were some.
  bool drop_question_words() {
    const auto asks_nothing = [this](const PlannedClause& clause) {
      return !clause.is_excluded && !clause.is_required && !clause.terms.empty() &&
             question_words_.contains(clause.terms[0].text);
    };
    const bool is_all = std::all_of(plan_.clauses.begin(), plan_.clauses.end(), asks_nothing);
    return !is_all && std::erase_if(plan_.clauses, asks_nothing) > 0;
  }

  static constexpr std::size_t kMaxRankingPatterns = 256;

  const PlanContext& context_;
  QueryPlan plan_;
  std::set<std::pair<TextPattern::Family, std::vector<std::string>>> ranked_;
  std::set<std::string> question_words_;
  bool is_taken_apart_ = false;
};

}  // namespace

std::optional<QueryPlan> plan_relaxed(const Query& query, const PlanContext& context) {
  // Who writes operators means them.
  const bool has_operators =
      std::any_of(query.clauses.begin(), query.clauses.end(), [](const QueryClause& clause) {
        return clause.is_excluded || clause.alternatives.size() > 1 ||
               is_restricted(clause.alternatives.front());
      });
  if (has_operators) {
    return std::nullopt;
  }
  return RelaxedPlanner(context).plan(with_names_apart(query, context));
}

}  // namespace torikumi::searchd
