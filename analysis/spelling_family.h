#ifndef ANALYSIS_SPELLING_FAMILY_H_
#define ANALYSIS_SPELLING_FAMILY_H_

// The key that all spellings of a word share: 問合せ, 問い合わせ, 問合わせ; サーバ, サーバー.

#include <string>
#include <string_view>

namespace torikumi::analysis {

/// The parts of a dictionary word that its key is made from, all normalised.
struct InflectedWord {
  std::string_view surface;
  std::string_view base;        ///< Dictionary form.
  std::string_view reading;     ///< Of the surface, in katakana; may be empty.
  std::string_view inflection;  ///< 活用型; empty for a word that does not inflect.
};

/// For a word with kanji, its characters other than kana and, behind a "+", its reading
/// (問合+トイアワセ); a verb is read in its continuative form (連用形), so that 問い合わせる and
/// its noun meet. Where a noun of one kanji is by rule written without okurigana, those of the verb
/// belong to the key: 係る is 係リ+カカリ and no 係 (係+カカリ). For any other word the text itself
/// with kana folded (`folded_kana`). Never empty for a non-empty surface.
std::string family_key(const InflectedWord& word);

/// The key of a spelling with a known key reading: 問い合わせ with トイアワセ.
std::string family_key(std::string_view spelling, std::string_view reading);

/// One key for the words with these keys (parted by blanks) that follow each other, wherever a
/// dictionary parts them: 待+マチ 時間+ジカン gives 待時間+マチジカン, which is 待ち時間 too. Words
/// without a reading count with their own text.
std::string joined_family(std::string_view families);

/// Hiragana as katakana; ヴァ ヴ ウェ as バ ブ ウエ; without the last ー after three kana or more
/// (サーバー → サーバ).
std::string folded_kana(std::string_view text);

/// `reading` with the ending of this inflected surface put in place of its last sound: the reading
/// of 取組ん is トリクン, given トリクミ. For words whose dictionary reading is not known.
std::string inflected_reading(const InflectedWord& word, std::string_view continuative_reading);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_SPELLING_FAMILY_H_
