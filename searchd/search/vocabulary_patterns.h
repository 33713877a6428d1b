#ifndef SEARCHD_SEARCH_VOCABULARY_PATTERNS_H_
#define SEARCHD_SEARCH_VOCABULARY_PATTERNS_H_

// Patterns that only the corpus's own words can give: kanji words typed by their reading, and the
// longer parts of a compound.

#include "analysis/analyzer.h"
#include "searchd/search/text_pattern.h"
#include "searchd/search/vocabulary.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

inline constexpr double kExactReadingWeight = 0.8;
inline constexpr double kReadingBeginningWeight = 0.5;
inline constexpr double kCompoundPartWeight = 0.3;

/// A word of the corpus and how it is looked for.
struct VocabularyMatch {
  std::string text;  ///< As most texts write it.
  TextPattern pattern;
  bool is_whole = true;  ///< False: only the beginning of the word was typed.
};

/// If `typed` is kana, or romaji that is no word of the corpus (hakkenki): the words and compounds
/// that are read so (はっけんき: 発券機) and, from three kana on, those that begin so (こじんじょ,
/// こじんj: 個人情報), most frequent first, a few of each; none begins with
/// another one's words. Hiragana that nothing is read as also
/// without お or ご before it and without a particle behind it (はっけんきを). If `typed` is kanji
/// and then unconverted kana or letters (個人じょ, 個人j): the words that begin and go on so.
std::vector<VocabularyMatch> words_read_as(const analysis::Analysis& typed,
                                           const Vocabulary& vocabulary);

/// The words and compounds of the corpus that have the kanji (two or more) and the reading of
/// `typed` and are parted elsewhere: 待 + 時間 gives the word 待ち時間. Particles around `typed` do
/// not count.
std::vector<VocabularyMatch> words_parted_otherwise(const analysis::Analysis& typed,
                                                    const Vocabulary& vocabulary);

/// The longest words of the corpus with which the compound `typed` begins (four characters or
/// more) and ends (three or more), if it consists of nouns: 個人情報保護 gives 個人情報, 番号発券機
/// gives 発券機.
std::vector<VocabularyMatch> parts_of_compound(const analysis::Analysis& typed,
                                               const Vocabulary& vocabulary);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_VOCABULARY_PATTERNS_H_
