#ifndef CORPUS_FRONT_MATTER_H_
#define CORPUS_FRONT_MATTER_H_

// The lines at the head of a document in which its title, date and issuer stand.

#include "corpus/source_text.h"

#include <string>
#include <vector>

namespace torikumi::corpus {

/// A line of the front matter.
struct FrontLine {
  std::string text;  ///< Without Markdown's # and *, blanks at both ends left out.
  int number = 0;    ///< 1-based line of the file.

  bool operator==(const FrontLine&) const = default;
};

/// The first lines of `text` that are short and neither list items nor rows of a table: up to the
/// first sentence or row, and not more than 15.
std::vector<FrontLine> front_matter(const SourceText& text);

}  // namespace torikumi::corpus

#endif  // CORPUS_FRONT_MATTER_H_
