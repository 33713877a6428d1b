#include "searchd/search/theme_queries.h"

#include "corpus/error.h"
#include "searchd/search/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace torikumi::searchd {
namespace {

using analysis::Theme;
using analysis::ThemeLine;

/// A request can hold this many bytes of a query.
constexpr std::size_t kMaxQueryBytes = 4'096;

QueryPlan plan_of(const Query& query, analysis::Analyzer& analyzer) {
  static const analysis::SynonymTable kNoSynonyms;
  return plan_query(query, {.analyzer = analyzer, .synonyms = kNoSynonyms, .with_synonyms = false});
}

[[noreturn]] void refuse(const Theme& theme, const std::string& where, const std::string& message,
                         const std::string& hint) {
  throw Error(ErrorKind::Malformed, fmt::format("theme \"{}\": {}", theme.id, message), where,
              hint);
}

void refuse_notes(const Theme& theme, const std::string& where, const std::string& text,
                  const std::vector<std::string>& notes) {
  if (!notes.empty()) {
    refuse(theme, where,
           fmt::format("the query \"{}\" cannot be read as written: {}", text, notes.front()),
           "see docs/query-language.md");
  }
}

void check_line(const Theme& theme, const ThemeLine& line, analysis::Analyzer& analyzer) {
  const Query query = parse_query(line.text);
  refuse_notes(theme, line.where, line.text, query.notes);
  refuse_notes(theme, line.where, line.text, plan_of(query, analyzer).notes);
  if (!query.filters.empty()) {
    refuse(theme, line.where,
           fmt::format("the query has the filter \"{}:{}\"", label_of(query.filters[0].field),
                       query.filters[0].text),
           "a theme counts everywhere; delete the filter and ask for it beside the theme");
  }
  const bool is_one_list = query.clauses.size() == 1 && !query.clauses[0].is_excluded;
  const bool is_one_term = is_one_list && query.clauses[0].alternatives.size() == 1;
  if (line.is_excluded && !is_one_term) {
    refuse(theme, line.where, fmt::format("除外 is more than one word: \"{}\"", line.text),
           "write one word or phrase, and a line for each");
  }
  if (!line.is_excluded && theme.lines.size() > 1 && !is_one_list) {
    refuse(theme, line.where,
           fmt::format("in a theme of several lines \"{}\" is more than alternatives", line.text),
           "join words with OR, write \"a b\"~8 for words near each other and 除外 for exclusions");
  }
}

}  // namespace

void check_themes(const analysis::ThemeDictionary& themes, analysis::Analyzer& analyzer) {
  for (const Theme& theme : themes.all()) {
    for (const ThemeLine& line : theme.lines) {
      check_line(theme, line, analyzer);
    }
    const std::string text = theme.query();
    if (text.size() > kMaxQueryBytes) {
      refuse(theme, theme.where,
             fmt::format("the whole query is {} bytes long, more than {}", text.size(),
                         kMaxQueryBytes),
             "split the theme");
    }
    const Query query = parse_query(text);
    refuse_notes(theme, theme.where, text, query.notes);
    if (!plan_of(query, analyzer).has_positive_clause()) {
      refuse(theme, theme.where, "nothing is searched, only excluded", "add a line 検索 = …");
    }
  }
}

std::string themes_text(const std::vector<const analysis::Theme*>& themes) {
  std::string text;
  for (const Theme* theme : themes) {
    text += (text.empty() ? "テーマ: 「" : "または「") + theme->label + "」";
  }
  return text;
}

QueryPlan plan_theme(const analysis::Theme& theme, analysis::Analyzer& analyzer) {
  return plan_of(parse_query(theme.query()), analyzer);
}

}  // namespace torikumi::searchd
