#include "analysis/standards/related_words.h"

#include "analysis/standards/word_weights.h"
#include "corpus/data_directory.h"

#include <algorithm>
#include <map>

namespace torikumi::analysis {
namespace {

std::vector<std::string> compared_families(const Analysis& analysis) {
  std::vector<std::string> families;
  for (const Token& token : analysis.tokens) {
    if (is_compared(token)) {
      families.push_back(token.family);
    }
  }
  return families;
}

}  // namespace

RelatedWords::RelatedWords(const std::vector<std::filesystem::path>& files, Analyzer& analyzer)
    : analyzer_(&analyzer) {
  for (const std::filesystem::path& file : files) {
    tables_.push_back(SynonymTable::load(file, analyzer));
  }
}

std::vector<RelatedWord> RelatedWords::of(const Token& token) const {
  std::map<std::vector<std::string>, double> found;
  for (const SynonymTable& table : tables_) {
    for (const Synonym& synonym : table.of({&token, 1})) {
      const std::vector<std::string> families = compared_families(analyzer_->analyze(synonym.text));
      const bool is_itself = families == std::vector<std::string>{token.family};
      if (!families.empty() && !is_itself) {
        double& weight = found[families];
        weight = std::max(weight, synonym.weight);
      }
    }
  }
  std::vector<RelatedWord> related;
  related.reserve(found.size());
  for (const auto& [families, weight] : found) {
    related.push_back({families, weight});
  }
  return related;
}

std::vector<std::filesystem::path> related_word_files() {
  return {data_directory() / "synonyms.tsv", data_directory() / "standard_terms.tsv"};
}

}  // namespace torikumi::analysis
