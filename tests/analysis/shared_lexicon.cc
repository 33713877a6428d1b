#include "tests/analysis/shared_lexicon.h"

namespace torikumi::analysis {

std::shared_ptr<const Lexicon> shared_lexicon() {
  static const auto kLexicon = std::make_shared<const Lexicon>(Lexicon::Options::defaults());
  return kLexicon;
}

Analyzer make_analyzer() {
  return Analyzer(shared_lexicon());
}

std::string joined_surfaces(const std::vector<Token>& tokens) {
  std::string joined;
  for (const Token& token : tokens) {
    joined += (joined.empty() ? "" : "|") + token.surface;
  }
  return joined;
}

}  // namespace torikumi::analysis
