#ifndef SEARCHD_SEARCH_THEME_QUERIES_H_
#define SEARCHD_SEARCH_THEME_QUERIES_H_

// Themes as queries. What the query language forgives a person it does not forgive a theme, which
// is counted for years: every line of its file must mean what it says.

#include "analysis/analyzer.h"
#include "analysis/themes.h"
#include "searchd/search/query_plan.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

/// Throws Error{Malformed} with file and line, naming the theme, for a line that the query language
/// would take otherwise than written, or that a theme must not have:
/// - what parse_query or plan_query has a note on (an open quote, only signs, too many words);
/// - filters (区:, 年度:): they are asked for beside a theme, or rates could not be compared;
/// - in a theme of several lines, a line that is more than alternatives (a b, -a), and behind 除外
///   more than one word or phrase;
/// - nothing but exclusions.
void check_themes(const analysis::ThemeDictionary& themes, analysis::Analyzer& analyzer);

/// What a theme matches: its words and phrases in every spelling and inflection, but no synonyms
/// and no half-typed readings; a theme lists what it means.
QueryPlan plan_theme(const analysis::Theme& theme, analysis::Analyzer& analyzer);

/// テーマ:「研修・人材育成」または「電話対応」; empty for none.
std::string themes_text(const std::vector<const analysis::Theme*>& themes);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_THEME_QUERIES_H_
