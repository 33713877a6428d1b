#ifndef ANALYSIS_JAPANESE_TOKENIZER_H_
#define ANALYSIS_JAPANESE_TOKENIZER_H_

// Normalised text into dictionary words. The only place that knows MeCab.

#include "analysis/token.h"
#include "corpus/error.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// A dictionary word as met in a text.
struct Morpheme {
  std::size_t byte_begin = 0;  ///< In the text that was tokenized.
  std::size_t byte_end = 0;
  std::string base;        ///< Dictionary form; the surface if the dictionary has none.
  std::string reading;     ///< Of the surface, in katakana; empty if the dictionary has none.
  std::string inflection;  ///< 活用型 (五段・マ行); empty for words that do not inflect.
  PartOfSpeech part_of_speech = PartOfSpeech::Noun;
  bool is_content = true;
  bool is_in_dictionary = true;
  bool is_name = false;  ///< Of a person or place.
};

/// A MeCab dictionary and a user dictionary over it, opened. Immutable; shared by all threads.
class JapaneseDictionary {
 public:
  /// `user_dictionary` may be empty: then there is none. No mecabrc of the system is read. Throws
  /// Error{NotFound} naming what is not there and the package that holds it, Error{Incompatible}
  /// for a dictionary that is not UTF-8, has columns that we do not know, or does not go with the
  /// user dictionary.
  JapaneseDictionary(const std::filesystem::path& folder,
                     const std::filesystem::path& user_dictionary);
  ~JapaneseDictionary();
  JapaneseDictionary(const JapaneseDictionary&) = delete;
  JapaneseDictionary& operator=(const JapaneseDictionary&) = delete;

 private:
  friend class JapaneseTokenizer;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Not safe to share between threads: make one per thread. Borrows the dictionary.
class JapaneseTokenizer {
 public:
  explicit JapaneseTokenizer(const JapaneseDictionary& dictionary);
  ~JapaneseTokenizer();
  JapaneseTokenizer(JapaneseTokenizer&&) noexcept;
  JapaneseTokenizer& operator=(JapaneseTokenizer&&) noexcept;

  /// Words of `text` (normalised UTF-8 without line ends) in reading order, blanks left out. Time
  /// grows with the square of a run of unknown letters: keep `text` to some 1,000 characters.
  [[nodiscard]] std::vector<Morpheme> tokenize(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_JAPANESE_TOKENIZER_H_
