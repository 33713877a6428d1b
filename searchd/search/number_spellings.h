#ifndef SEARCHD_SEARCH_NUMBER_SPELLINGS_H_
#define SEARCHD_SEARCH_NUMBER_SPELLINGS_H_

// The same number in other writing: 3コール and 三コール, 令和2年度 and 2020年度.

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// `text` with its numbers written otherwise, without `text` itself; empty if it has none:
/// - a fiscal year (令和2年度, R2, 2020年度, 令和二年) as 令和2年度, 令和2年 and 2020年度;
/// - digits as kanji numerals (3回: 三回; 12月: 十二月) and kanji numerals as digits (十二月:
/// 12月),
///   all of one text at once, for numbers of up to four digits.
/// A spelling may be one that nobody writes (1般 for 一般): no text holds it, so it finds nothing.
/// Widths need none: normalisation folds them. Linear.
std::vector<std::string> number_spellings(std::string_view text);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_NUMBER_SPELLINGS_H_
