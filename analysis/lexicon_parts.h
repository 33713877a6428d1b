#ifndef ANALYSIS_LEXICON_PARTS_H_
#define ANALYSIS_LEXICON_PARTS_H_

// What a Lexicon holds; for analyzer.cc and lexicon.cc only.

#include "analysis/analyzer.h"
#include "analysis/japanese_tokenizer.h"
#include "analysis/spelling_variants.h"

namespace torikumi::analysis {

struct Lexicon::Impl {
  JapaneseDictionary dictionary;
  SpellingVariants variants;
  AnalyzerIdentity identity;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_LEXICON_PARTS_H_
