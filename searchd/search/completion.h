#ifndef SEARCHD_SEARCH_COMPLETION_H_
#define SEARCHD_SEARCH_COMPLETION_H_

// What a half-typed word may become.

#include "searchd/search/vocabulary.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// What a query finds.
struct FoundRecords {
  std::size_t initiatives = 0;
  std::size_t records = 0;  ///< Of all kinds, initiatives among them.
};

/// Counts what a query of the query language finds as typed.
using FoundCounter = std::function<FoundRecords(const std::string& query)>;

/// A word or compound that the initiatives hold.
struct Completion {
  std::string text;     ///< In the spelling that was begun, else in the most frequent one.
  std::string query;    ///< What was typed, with `text` in place of its last word.
  std::string reading;  ///< Katakana; empty if not known.
  FoundRecords found;   ///< By `query`; never without initiatives.
};

/// Completions of the last word of `typed` (any bytes), at most `limit`, each family once. First
/// those that are written as the word begins, then those that read so (kana, romaji, kanji with
/// kana behind it, letters of a kana not yet finished); within each those whose query finds most
/// initiatives first, then shorter, then by bytes. Where there is none, those that read so but for
/// ー, small kana and the like.
///
/// Those are chosen that the most initiatives hold, whatever else was typed; one whose query finds
/// no initiative makes room for the next. `found_by` is called at most twice as often as `limit`,
/// and at most 24 times.
///
/// Words are parted as in the query language. Entries of one character are left out unless it is
/// what was typed. Without any text the most frequent compounds; none behind a closing blank or for
/// a filter (区:). Time is linear in the number of spellings that begin so.
std::vector<Completion> completions(std::string_view typed, const Vocabulary& vocabulary,
                                    std::size_t limit, const FoundCounter& found_by);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_COMPLETION_H_
