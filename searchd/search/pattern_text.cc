#include "searchd/search/pattern_text.h"

namespace torikumi::searchd {
namespace {

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

/// What stands between two neighbours: Latin words would run together.
std::string_view joint(const std::string& left, const std::string& right) {
  const bool are_latin =
      !left.empty() && !right.empty() && is_ascii(left.back()) && is_ascii(right.front());
  return are_latin ? " " : "";
}

}  // namespace

PatternTexts::PatternTexts(std::string_view q, const QueryPlan& plan, analysis::Analyzer& analyzer,
                           const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  learn(q, analyzer);
  for (const PlannedClause& clause : plan.clauses) {
    for (const QueryTerm& term : clause.terms) {
      learn(term.text, analyzer);
    }
  }
  for (const Expansion& expansion : plan.expanded) {
    learn(expansion.text, analyzer);
  }
}

std::string PatternTexts::of(const TextPattern& pattern) const {
  std::string text;
  std::string last;
  for (const std::string& each : pattern.sequence) {
    std::string word = pattern.family == TextPattern::Family::Words ? word_of(each) : each;
    if (!text.empty()) {
      text += pattern.window > 0 ? " … " : joint(last, word);
    }
    text += word;
    last = std::move(word);
  }
  return text;
}

void PatternTexts::learn(std::string_view text, analysis::Analyzer& analyzer) {
  for (const analysis::Token& token : analyzer.analyze(text).tokens) {
    word_by_family_.try_emplace(token.family, token.base);
  }
}

std::string PatternTexts::word_of(const std::string& family) const {
  const auto known = word_by_family_.find(family);
  if (known != word_by_family_.end()) {
    return known->second;
  }
  if (const Vocabulary::Entry* entry = vocabulary_.with_families(family)) {
    return std::string(entry->surface);
  }
  // A key is the kanji of a word, "+" and its reading, or the word itself (family_key).
  const std::size_t plus = family.find('+');
  return plus == 0 ? family : family.substr(0, plus);
}

}  // namespace torikumi::searchd
