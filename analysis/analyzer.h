#ifndef ANALYSIS_ANALYZER_H_
#define ANALYSIS_ANALYZER_H_

// The whole chain text -> tokens, the same object for documents and for queries.

#include "analysis/token.h"
#include "corpus/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace torikumi::analysis {

/// What decides how text is split; stored in an index, compared before queries are analyzed.
struct AnalyzerIdentity {
  int normalizer_version = 0;
  int analyzer_version = 0;     ///< Families, units, cutting of long runs.
  std::string dictionary_path;  ///< As opened; not compared.
  std::uint64_t dictionary_bytes = 0;
  std::string dictionary_sha256;  ///< Hex, over the dictionary's files.
  std::string user_dictionary_sha256;
  std::string spelling_variants_sha256;

  /// True if both split every text alike (paths do not count).
  [[nodiscard]] bool is_compatible_with(const AnalyzerIdentity& other) const;
  /// What differs, for a message; empty if compatible.
  [[nodiscard]] std::string difference_from(const AnalyzerIdentity& other) const;
};

/// The dictionaries, loaded once. Immutable; shared by the analyzers of all threads.
class Lexicon {
 public:
  struct Options {
    std::filesystem::path dictionary;         ///< Folder of a MeCab dictionary (UTF-8).
    std::filesystem::path user_dictionary;    ///< Compiled MeCab user dictionary (.dic), or empty.
    std::filesystem::path spelling_variants;  ///< Kana/kanji pairs; see data/spelling_variants.tsv.

    /// The files that ship with the programs, over Debian's IPAdic. If $TORIKUMI_DICTIONARY names
    /// another dictionary, the user dictionary is $TORIKUMI_USER_DICTIONARY or none: ours is
    /// compiled for IPAdic.
    static Options defaults();
  };

  /// Throws Error{NotFound} naming the folder tried and the package that holds it,
  /// Error{Incompatible} for a dictionary that is not UTF-8 or a user dictionary made for another
  /// one.
  explicit Lexicon(const Options& options);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  [[nodiscard]] const AnalyzerIdentity& identity() const;

 private:
  friend class Analyzer;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Not safe to share between threads: make one per thread over a shared Lexicon (cheap).
class Analyzer {
 public:
  explicit Analyzer(std::shared_ptr<const Lexicon> lexicon);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Tokens and character units of `text`; any bytes are accepted. Time is linear in the length.
  [[nodiscard]] Analysis analyze(std::string_view text);

  [[nodiscard]] const Lexicon& lexicon() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_ANALYZER_H_
