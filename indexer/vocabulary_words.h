#ifndef INDEXER_VOCABULARY_WORDS_H_
#define INDEXER_VOCABULARY_WORDS_H_

// The words and compounds of a text that the vocabulary of an index is made of; the daemon compares
// records by the same ones.

#include "analysis/token.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Longest compound, in words.
inline constexpr std::size_t kMaxCompoundWords = 4;

/// One occurrence of a word or compound.
struct VocabularyWord {
  std::string surface;   ///< As written, normalised; verbs and adjectives in their dictionary form.
  std::string reading;   ///< Of that form, in katakana (Latin letters as they are); may be empty.
  std::string families;  ///< Family keys of its words, parted by one blank: what it is counted by.
  std::size_t word_count = 1;
  bool is_in_dictionary = true;  ///< False if one of its words is not.
};

/// Every content word of `tokens`, and every run of 2 to kMaxCompoundWords neighbours (nothing
/// between them) that are nouns, unknown words, prefixes or numbers, with the inner runs: of
/// 個人 | 情報 | 保護 three words, 個人情報, 情報保護 and 個人情報保護.
///
/// Left out: numbers and single kana by themselves; verbs written in up to three kana (する, ある,
/// できる); what is written with a sign that is no letter, digit or hyphen. No compound begins or
/// ends with a number or with a suffix that is no content word (等, 的), or ends with a prefix. An
/// inner run does not begin with a single character: that belongs to the word before it (化対応 of
/// 多言語化対応).
std::vector<VocabularyWord> vocabulary_words(const std::vector<analysis::Token>& tokens);

/// The reading of a verb's dictionary form, given that of its continuative form: of 取り組む and
/// トリクミ it is トリクム, of 調べる and シラベ シラベル. Both in katakana; any other word's is
/// `continuative` itself.
std::string dictionary_reading(std::string_view base, std::string_view continuative);

}  // namespace torikumi::indexer

#endif  // INDEXER_VOCABULARY_WORDS_H_
