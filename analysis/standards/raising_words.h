#ifndef ANALYSIS_STANDARDS_RAISING_WORDS_H_
#define ANALYSIS_STANDARDS_RAISING_WORDS_H_

// What lifts a standard to a higher level: a number, a time, a place, a group of people or a means
// that the standard does not name (guideline 4(2)).

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// The editable list of such words. Immutable after loading; free to share.
class RaisingWords {
 public:
  RaisingWords() = default;

  /// Reads the file described in its own head (analysis/data/raising_words.tsv). Throws Error with
  /// file and line for a row without a class or words.
  static RaisingWords load(const std::filesystem::path& file);

  /// What `text` has of it, as written, in order and each once: words of the list and figures
  /// (concrete_figures.h, but no dates). 年4回, 別室, 英語.
  [[nodiscard]] std::vector<std::string> found_in(std::string_view text) const;

 private:
  std::vector<std::string> words_;  // Longest first.
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_RAISING_WORDS_H_
