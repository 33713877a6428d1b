#ifndef SEARCHD_SEARCH_SPELLING_CORRECTION_H_
#define SEARCHD_SEARCH_SPELLING_CORRECTION_H_

// "Did you mean …?" from the words that the records hold.

#include "analysis/analyzer.h"
#include "searchd/search/query.h"
#include "searchd/search/vocabulary.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace torikumi::searchd {

/// How many records a query of the query language finds, its words as typed.
using HitCounter = std::function<std::size_t(const std::string& query)>;

/// `query` with each unknown word replaced by the nearest known one, in the query language; nothing
/// if there is none, if `query` has hits, or if what would be offered has none.
///
/// A word is known if the vocabulary has it or it finds something by itself. Near is: the same
/// reading (発見機 for 発券機, a word typed in kana or romaji), with a kanji in common if it has
/// any; and whatever is one likely slip away (two from six characters or eight sounds on), see
/// likely_slip.h. For a word that the dictionary knows only another with its reading is offered:
/// who types カメラ means it. Digits never change. A word that is like none as a
/// whole is looked at in pieces: what is not hiragana, and what stands before or behind its longest
/// known part. Among equally near words the one in most records is taken, then by bytes.
///
/// Calls `hits_of` at most 24 times; looks at the first 6 unknown words, of up to 40 characters.
std::optional<std::string> did_you_mean(const Query& query, const Vocabulary& vocabulary,
                                        analysis::Analyzer& analyzer, const HitCounter& hits_of);

/// `query` written in the query language; parsed again it has the same clauses and filters.
std::string text_of(const Query& query);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_SPELLING_CORRECTION_H_
