#include "searchd/search/names_apart.h"

#include "searchd/search/number_spellings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

using analysis::PartOfSpeech;
using analysis::Token;

/// True for what is a name by its end. The beginning of one (保健福祉) names offices too, but is
/// rather a word.
bool is_whole_name(const std::string& text) {
  constexpr std::array<std::string_view, 8> kEnds{"区", "市",     "課",   "係",
                                                  "室", "出張所", "支所", "センター"};
  return fiscal_year_of(text).has_value() ||
         std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_name(const std::string& text, const PlanContext& context) {
  return is_whole_name(text) && !context.attributes_named(text).empty();
}

/// Takes one word apart.
class Splitter {
 public:
  Splitter(const std::string& text, const PlanContext& context)
      : text_(text), context_(context), tokens_(context.analyzer.analyze(text).tokens) {}

  /// The names at the beginning, and then the rest, if there is one.
  std::vector<QueryTerm> terms() {
    std::vector<QueryTerm> found;
    std::size_t begin = 0;
    while (const std::optional<std::size_t> end = name_end(begin)) {
      found.push_back({.text = between(begin, *end), .is_name = true});
      begin = *end;
      while (begin < tokens_.size() && is_between(tokens_[begin])) {
        ++begin;
      }
    }
    if (begin < tokens_.size()) {
      found.push_back({.text = between(begin, tokens_.size())});
    }
    return found;
  }

 private:
  static bool is_between(const Token& token) {
    return token.part_of_speech == PartOfSpeech::Functional ||
           token.part_of_speech == PartOfSpeech::Symbol;
  }

  /// Behind the longest name that begins with token `begin`.
  std::optional<std::size_t> name_end(std::size_t begin) const {
    constexpr std::size_t kMaxTokens = 8;
    for (std::size_t end = std::min(tokens_.size(), begin + kMaxTokens); end > begin; --end) {
      if (is_name(between(begin, end), context_) && !goes_on(end)) {
        return end;
      }
    }
    return std::nullopt;
  }

  /// True if the word behind belongs to the name: 中原区 + 役所 is the building, 2025年 + 1月 a
  /// month of the calendar.
  bool goes_on(std::size_t end) const {
    if (end == tokens_.size()) {
      return false;
    }
    const bool is_date = tokens_[end].part_of_speech == PartOfSpeech::Number &&
                         text_.substr(0, tokens_[end].source.begin).ends_with("年");
    return is_date || tokens_[end].surface.starts_with("役所");
  }

  std::string between(std::size_t begin, std::size_t end) const {
    const std::size_t first = tokens_[begin].source.begin;
    const std::size_t last = end == tokens_.size() ? text_.size() : tokens_[end - 1].source.end;
    return text_.substr(first, last - first);
  }

  const std::string& text_;
  const PlanContext& context_;
  std::vector<Token> tokens_;
};

}  // namespace

Query with_names_apart(Query query, const PlanContext& context) {
  if (!context.attributes_named) {
    return query;
  }
  std::vector<QueryClause> clauses;
  for (QueryClause& clause : query.clauses) {
    const QueryTerm& term = clause.alternatives.front();
    if (clause.is_excluded || clause.alternatives.size() > 1 || term.is_phrase ||
        is_restricted(term) || clauses.size() >= kMaxQueryTerms) {
      clauses.push_back(std::move(clause));
      continue;
    }
    std::vector<QueryTerm> terms = Splitter(term.text, context).terms();
    if (terms.size() < 2 && (terms.empty() || !terms.front().is_name)) {
      clauses.push_back(std::move(clause));
      continue;
    }
    for (QueryTerm& part : terms) {
      clauses.push_back({{std::move(part)}, false});
    }
  }
  query.clauses.swap(clauses);
  return query;
}

}  // namespace torikumi::searchd
