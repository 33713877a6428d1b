#ifndef TESTS_SEARCHD_SMALL_VOCABULARY_H_
#define TESTS_SEARCHD_SMALL_VOCABULARY_H_

// Vocabularies of a few lines, for tests.

#include "searchd/search/vocabulary.h"

#include <algorithm>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// The text of a file with these lines (surface, reading, families, records, initiatives, other
/// spellings, parted by "|"), in the order that a file has.
inline std::string vocabulary_text(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    std::replace(line.begin(), line.end(), '|', '\t');
  }
  std::sort(lines.begin(), lines.end());
  std::string text(indexer::kVocabularyHeader);
  text += '\n';
  for (const std::string& line : lines) {
    text += line + "\n";
  }
  return text;
}

}  // namespace torikumi::searchd

#endif  // TESTS_SEARCHD_SMALL_VOCABULARY_H_
