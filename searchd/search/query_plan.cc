#include "searchd/search/query_plan.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Analysis;
using analysis::CharacterUnit;
using analysis::PartOfSpeech;
using analysis::Token;

// The safety net finds what words miss; where both match, the word must decide the rank. Measured
// starting point for character pairs beside words (docs/decisions): about a third.
constexpr double kCharacterWeight = 0.35;
constexpr double kReadingWeight = 0.35;
constexpr std::size_t kMinReadingCharacters = 3;

bool is_trimmed_from_ends(const Token& token) {
  return token.part_of_speech == PartOfSpeech::Functional ||
         token.part_of_speech == PartOfSpeech::Symbol;
}

bool is_sign(const CharacterUnit& unit) {
  const char32_t point = corpus::code_point_at(unit.text, 0).value;
  const bool is_ascii_word = (point >= U'0' && point <= U'9') || (point >= U'a' && point <= U'z');
  const bool is_in_sign_block =
      point < 0x80 || (point >= 0x2000 && point <= 0x303F) || (point >= 0xFF00 && point <= 0xFFEF);
  return is_in_sign_block && !is_ascii_word && !analysis::is_japanese_letter(point);
}

/// The words without the particles and endings around them: 引き継ぎます means 引き継ぐ.
std::vector<TextPattern> word_patterns(const std::vector<Token>& tokens, double weight) {
  auto first = std::find_if_not(tokens.begin(), tokens.end(), is_trimmed_from_ends);
  auto last = std::find_if_not(tokens.rbegin(), tokens.rend(), is_trimmed_from_ends).base();
  if (first >= last) {
    return {};
  }
  TextPattern pattern{TextPattern::Family::Words, {}, weight};
  for (auto token = first; token != last; ++token) {
    pattern.sequence.push_back(token->family);
  }
  return {std::move(pattern)};
}

std::vector<TextPattern> character_patterns(const std::vector<CharacterUnit>& units,
                                            double weight) {
  if (units.empty() || std::all_of(units.begin(), units.end(), is_sign)) {
    return {};
  }
  TextPattern pattern{TextPattern::Family::Characters, {}, weight};
  for (const CharacterUnit& unit : units) {
    pattern.sequence.push_back(unit.text);
  }
  return {std::move(pattern)};
}

bool is_hiragana_unit(const CharacterUnit& unit) {
  const char32_t point = corpus::code_point_at(unit.text, 0).value;
  return analysis::is_hiragana(point) || point == analysis::kProlongedSoundMark;
}

/// A word typed in hiragana may stand in kanji: はっけんき finds 発券機 by its reading.
std::vector<TextPattern> reading_patterns(const std::vector<CharacterUnit>& units, double weight) {
  const bool is_kana = units.size() >= kMinReadingCharacters &&
                       std::all_of(units.begin(), units.end(), is_hiragana_unit);
  if (!is_kana) {
    return {};
  }
  std::string katakana;
  for (const CharacterUnit& unit : units) {
    analysis::append_utf8(katakana,
                          analysis::to_katakana(corpus::code_point_at(unit.text, 0).value));
  }
  return {TextPattern{TextPattern::Family::Reading, {std::move(katakana)}, weight}};
}

void append(std::vector<TextPattern>& to, std::vector<TextPattern> from) {
  for (TextPattern& pattern : from) {
    const bool is_new = std::none_of(to.begin(), to.end(), [&](const TextPattern& known) {
      return known.family == pattern.family && known.sequence == pattern.sequence;
    });
    if (is_new) {
      to.push_back(std::move(pattern));
    }
  }
}

std::vector<TextPattern> patterns_of(const QueryTerm& term, double weight,
                                     analysis::Analyzer& analyzer) {
  const Analysis analysis = analyzer.analyze(term.text);
  if (term.is_phrase) {
    return character_patterns(analysis.units, weight);
  }
  std::vector<TextPattern> patterns = word_patterns(analysis.tokens, weight);
  append(patterns, character_patterns(analysis.units, weight * kCharacterWeight));
  append(patterns, reading_patterns(analysis.units, weight * kReadingWeight));
  return patterns;
}

/// Plans one query; keeps what is common to its clauses.
class Planner {
 public:
  Planner(analysis::Analyzer& analyzer, const analysis::SynonymTable& synonyms,
          const PlanOptions& options)
      : analyzer_(analyzer), synonyms_(synonyms), options_(options) {}

  QueryPlan plan(const Query& query) {
    for (const QueryClause& clause : query.clauses) {
      add(clause);
    }
    return std::move(plan_);
  }

 private:
  void add(const QueryClause& clause) {
    PlannedClause planned{{}, {}, clause.is_excluded};
    for (const QueryTerm& term : clause.alternatives) {
      std::vector<TextPattern> patterns = patterns_of(term, 1.0, analyzer_);
      if (patterns.empty()) {
        note(fmt::format("「{}」は記号だけのため、検索に使いませんでした。", term.text));
        continue;
      }
      planned.terms.push_back(term);
      append(planned.patterns, std::move(patterns));
      if (options_.with_synonyms && !term.is_phrase && !clause.is_excluded) {
        add_synonyms(term, planned);
      }
    }
    if (!planned.patterns.empty()) {
      plan_.clauses.push_back(std::move(planned));
    }
  }

  void add_synonyms(const QueryTerm& term, PlannedClause& planned) {
    for (const analysis::Synonym& synonym : synonyms_.of(term.text)) {
      append(planned.patterns, patterns_of({synonym.text, false}, synonym.weight, analyzer_));
      const Expansion expansion{term.text, synonym.text};
      if (std::find(plan_.expanded.begin(), plan_.expanded.end(), expansion) ==
          plan_.expanded.end()) {
        plan_.expanded.push_back(expansion);
      }
    }
  }

  void note(std::string text) {
    if (std::find(plan_.notes.begin(), plan_.notes.end(), text) == plan_.notes.end()) {
      plan_.notes.push_back(std::move(text));
    }
  }

  analysis::Analyzer& analyzer_;  // These three are borrowed from the caller.
  const analysis::SynonymTable& synonyms_;
  const PlanOptions& options_;
  QueryPlan plan_;
};

}  // namespace

bool QueryPlan::has_positive_clause() const {
  return std::any_of(clauses.begin(), clauses.end(),
                     [](const PlannedClause& clause) { return !clause.is_excluded; });
}

QueryPlan plan_query(const Query& query, analysis::Analyzer& analyzer,
                     const analysis::SynonymTable& synonyms, const PlanOptions& options) {
  return Planner(analyzer, synonyms, options).plan(query);
}

}  // namespace torikumi::searchd
