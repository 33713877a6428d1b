#ifndef SEARCHD_SEARCH_NUMBER_SPELLINGS_H_
#define SEARCHD_SEARCH_NUMBER_SPELLINGS_H_

// The same number in other writing: 3コール and 三コール, 令和2年度 and 2020年度.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// The fiscal year that `text` is and nothing else, in any form of its era, also one that is
/// counted on beyond its end (平成32年度). No bare number: 2020 is one.
std::optional<int> fiscal_year_of(std::string_view text);

/// `text` with its numbers written otherwise, without `text` itself; empty if it has none:
/// - a fiscal year (fiscal_year_of) as 令和2年度, 令和2年, 2020年度, R2, 令和二年度 and, from 2019
///   on, 平成32年度;
/// - digits as kanji numerals (3回: 三回; 12月: 十二月) and kanji numerals as digits (十二月:
///   12月), for numbers of up to four digits, and digits with thousands commas and without
///   (1,000件: 千件, 1000件), all of one text at once.
/// A spelling may be one that nobody writes (1般 for 一般): no text holds it, so it finds nothing.
/// Widths need none: normalisation folds them. Linear.
std::vector<std::string> number_spellings(std::string_view text);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_NUMBER_SPELLINGS_H_
