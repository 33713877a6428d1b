#ifndef SEARCHD_SEARCH_PATTERN_TEXT_H_
#define SEARCHD_SEARCH_PATTERN_TEXT_H_

// Patterns in words that people can read: family keys are made for machines.

#include "analysis/analyzer.h"
#include "searchd/search/query_plan.h"
#include "searchd/search/text_pattern.h"
#include "searchd/search/vocabulary.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace torikumi::searchd {

/// Reads the patterns of one plan. Not for several threads at once with the same analyzer.
class PatternTexts {
 public:
  /// `q` is what was typed, `plan` what became of it. `vocabulary` is borrowed.
  PatternTexts(std::string_view q, const QueryPlan& plan, analysis::Analyzer& analyzer,
               const Vocabulary& vocabulary);

  /// The words of `pattern` in the dictionary form of the query or of what was searched for it,
  /// else as the records write them most; its characters; or its reading in katakana. Those that
  /// stand near each other have " … " between them.
  [[nodiscard]] std::string of(const TextPattern& pattern) const;

 private:
  void learn(std::string_view text, analysis::Analyzer& analyzer);
  [[nodiscard]] std::string word_of(const std::string& family) const;

  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::string> word_by_family_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_PATTERN_TEXT_H_
