#ifndef CORPUS_BARE_YEAR_H_
#define CORPUS_BARE_YEAR_H_

// Years that are printed without their era: 20, 29年度.

#include "corpus/fiscal_year.h"

#include <optional>
#include <string_view>

namespace torikumi::corpus {

/// The western fiscal year within `span` that is year `number` of some era; nothing if no era or
/// more than one has such a year there.
std::optional<int> fiscal_year_without_era(int number, const FiscalYearRange& span);

/// The one fiscal year that `text` names, with era, in four digits, or bare (29年度) if only one
/// year in `span` can be meant. Nothing if `text` names none, several, or one that is unclear.
std::optional<int> only_fiscal_year_in(std::string_view text, const FiscalYearRange& span);

/// True if `text` names a fiscal year at all, also one that is unclear.
bool names_fiscal_year(std::string_view text);

}  // namespace torikumi::corpus

#endif  // CORPUS_BARE_YEAR_H_
