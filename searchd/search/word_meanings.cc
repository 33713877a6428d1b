// What a typed word may mean beside itself.

#include "searchd/search/pattern_reader.h"
#include "searchd/search/planner.h"
#include "searchd/search/vocabulary_patterns.h"

#include <algorithm>
#include <span>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Analysis;
using analysis::Token;

/// True if both are spellings of one word.
bool are_one_word(const Analysis& a, const Analysis& b) {
  return std::equal(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
                    [](const Token& x, const Token& y) { return x.family == y.family; });
}

/// Adds what is searched besides `typed`; not another spelling of the typed word, which is no other
/// word.
void add_expansion(QueryPlan& plan, Expansion expansion, const Analysis& typed,
                   const PlanContext& context) {
  const bool is_known =
      std::find(plan.expanded.begin(), plan.expanded.end(), expansion) != plan.expanded.end();
  if (!is_known && !are_one_word(typed, context.analyzer.analyze(expansion.text))) {
    plan.expanded.push_back(std::move(expansion));
  }
}

/// The synonyms of what was typed or, if it has none, of its words without the particles around
/// them.
std::vector<analysis::Synonym> synonyms_of(const Analysis& typed, const PlanContext& context) {
  std::vector<analysis::Synonym> synonyms = context.synonyms.of(typed.tokens);
  if (synonyms.empty()) {
    const TokenSpan span = trimmed_span(typed.tokens);
    synonyms =
        context.synonyms.of(std::span(typed.tokens).subspan(span.begin, span.end - span.begin));
  }
  return synonyms;
}

}  // namespace

void add_other_partings(const std::string& word, const PlanContext& context,
                        PlannedClause& clause) {
  if (context.vocabulary == nullptr) {
    return;
  }
  for (VocabularyMatch& match :
       words_parted_otherwise(context.analyzer.analyze(word), *context.vocabulary)) {
    append_new(clause.patterns, {std::move(match.pattern)});
  }
}

void add_words_read_as(const std::string& word, const PlanContext& context, QueryPlan& plan,
                       PlannedClause& clause) {
  if (context.vocabulary == nullptr) {
    return;
  }
  const Analysis typed = context.analyzer.analyze(word);
  for (VocabularyMatch& match : words_read_as(typed, *context.vocabulary)) {
    // 番号発券機 is one word of the dictionary and holds 発券機 by its characters only.
    const double weight = match.pattern.weight * kCharacterWeight;
    append_new(clause.patterns, {std::move(match.pattern)});
    const Analysis found = context.analyzer.analyze(match.text);
    std::vector<TextPattern> characters = character_patterns(found, weight);
    for (TextPattern& pattern : characters) {
      pattern.origin = PatternOrigin::Reading;
    }
    append_new(clause.patterns, std::move(characters));
    if (match.is_whole && !are_one_word(typed, found)) {
      add_meanings(match.text, context, plan, clause);
    }
    add_expansion(plan, {word, std::move(match.text)}, typed, context);
  }
}

void add_meanings(const std::string& word, const PlanContext& context, QueryPlan& plan,
                  PlannedClause& clause) {
  const Analysis typed = context.analyzer.analyze(word);
  if (context.attributes_named) {
    for (NamedAttribute& attribute : context.attributes_named(word)) {
      clause.attribute_terms.push_back(std::move(attribute.term));
      add_expansion(plan, {word, std::move(attribute.label)}, typed, context);
    }
  }
  if (!context.with_synonyms) {
    return;
  }
  for (const analysis::Synonym& synonym : synonyms_of(typed, context)) {
    std::vector<TextPattern> patterns =
        patterns_of_word(synonym.text, synonym.weight, context.analyzer);
    // The parts of a synonym near each other are too far from what was typed.
    std::erase_if(patterns, [](const TextPattern& pattern) { return pattern.window > 0; });
    for (TextPattern& pattern : patterns) {
      pattern.origin = PatternOrigin::Synonym;
    }
    append_new(clause.patterns, std::move(patterns));
    add_expansion(plan, {word, synonym.text}, typed, context);
  }
  if (context.vocabulary != nullptr) {
    for (VocabularyMatch& match : parts_of_compound(typed, *context.vocabulary)) {
      append_new(clause.patterns, {std::move(match.pattern)});
      add_expansion(plan, {word, std::move(match.text)}, typed, context);
    }
  }
}

}  // namespace torikumi::searchd
