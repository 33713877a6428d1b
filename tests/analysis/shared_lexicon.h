#ifndef TESTS_ANALYSIS_SHARED_LEXICON_H_
#define TESTS_ANALYSIS_SHARED_LEXICON_H_

// The lexicon that ships with the programs, loaded once for all tests of this folder.

#include "analysis/analyzer.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

std::shared_ptr<const Lexicon> shared_lexicon();

/// A new Analyzer over `shared_lexicon`.
Analyzer make_analyzer();

/// "発券機|を|設置": the surfaces of the tokens of `text`.
std::string joined_surfaces(const std::vector<Token>& tokens);

}  // namespace torikumi::analysis

#endif  // TESTS_ANALYSIS_SHARED_LEXICON_H_
