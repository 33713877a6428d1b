#include "analysis/analyzer.h"
#include "analysis/synonyms.h"
#include "corpus/data_directory.h"
#include "corpus/utf8.h"
#include "indexer/schema.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/query.h"
#include "searchd/search/query_plan.h"
#include "searchd/search/xapian_query.h"
#include "tests/fuzz/invariant.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::fuzz {
namespace {

using analysis::ByteRange;
using searchd::Query;
using searchd::QueryPlan;

constexpr std::string_view kText =
    "窓口の番号発券機を、多言語で案内できるものに替えました。\n電話のお問い合わせは3回鳴る前に取り"
    "、"
    "①名前、②用件をうかがいます。 IT の研修を令和2年度から続け、サーバーの手引きも作りました。";

constexpr std::size_t kMaxXapianTermBytes = 245;

analysis::Analyzer& shared_analyzer() {
  static analysis::Analyzer analyzer(
      std::make_shared<const analysis::Lexicon>(analysis::Lexicon::Options::defaults()));
  return analyzer;
}

const analysis::SynonymTable& shipped_synonyms() {
  static const auto synonyms =
      analysis::SynonymTable::load(data_directory() / "synonyms.tsv", shared_analyzer());
  return synonyms;
}

void require_sound(const Query& query) {
  std::size_t terms = 0;
  for (const searchd::QueryClause& clause : query.clauses) {
    require(!clause.alternatives.empty(), "a clause has an alternative");
    for (const searchd::QueryTerm& term : clause.alternatives) {
      require(!term.text.empty() && term.text.size() <= searchd::kMaxTermBytes,
              "a term is not empty and within bounds");
      require_utf8(term.text, "a term is well-formed");
      ++terms;
    }
  }
  require(terms + query.filters.size() <= searchd::kMaxQueryTerms,
          "the number of terms and filters is bounded");
  for (const searchd::QueryFilter& filter : query.filters) {
    require(!filter.text.empty(), "a filter has a value");
    require_utf8(filter.text, "a filter is well-formed");
  }
  for (const std::string& note : query.notes) {
    require_utf8(note, "a note is well-formed");
  }
}

void require_sound(const searchd::TextPattern& pattern) {
  require(!pattern.sequence.empty(), "a pattern has parts");
  for (const std::string& part : pattern.sequence) {
    require(!part.empty(), "no part of a pattern is empty");
    require_utf8(part, "a pattern is well-formed");
  }
  require(pattern.weight >= 0 && pattern.weight <= searchd::kMaxPatternWeight,
          "a weight is in its range");
}

void require_sound(const QueryPlan& plan) {
  for (const searchd::PlannedClause& clause : plan.clauses) {
    require(!clause.patterns.empty(), "a planned clause has a pattern");
    for (const searchd::TextPattern& pattern : clause.patterns) {
      require_sound(pattern);
    }
  }
  const Xapian::Query query =
      searchd::xapian_query_of(plan, {indexer::kTextFields.begin(), indexer::kTextFields.end()});
  for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) {
    require((*term).size() <= kMaxXapianTermBytes, "a term is as long as an index holds");
  }
}

void require_sound(const searchd::Snippet& snippet, std::string_view text) {
  require(text.find(snippet.text) != text.npos, "a snippet is verbatim");
  const std::size_t characters = corpus::character_count(snippet.text);
  require(snippet.begin + characters <= corpus::character_count(text),
          "a snippet is within its text");
  std::size_t end_of_last = 0;
  for (const searchd::CharacterRange& range : snippet.highlights) {
    require(range.begin < range.end && range.end <= characters && range.begin >= end_of_last,
            "the highlights of a snippet are sorted and within it");
    end_of_last = range.end;
  }
}

void check_highlights(const QueryPlan& plan, std::string_view text) {
  const std::vector<ByteRange> ranges = searchd::highlights(plan, text, shared_analyzer());
  const CharacterBounds bounds(text);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    bounds.require_range(ranges[i].begin, ranges[i].end);
    require(i == 0 || ranges[i].begin > ranges[i - 1].end, "highlights are sorted and apart");
  }
  const auto in_characters = searchd::in_characters(ranges, text);
  require(in_characters.size() == ranges.size(), "each highlight is counted in characters");
  for (const std::size_t max_characters : {1U, 20U, 200U}) {
    require_sound(searchd::best_snippet(text, ranges, max_characters), text);
  }
}

const analysis::SynonymTable& no_synonyms() {
  static const analysis::SynonymTable kNone;
  return kNone;
}

// Whatever is searched is found where it stands.
void check_finds_itself(const searchd::QueryTerm& term) {
  Query query;
  query.clauses.push_back({{term}, false});
  const QueryPlan plan = searchd::plan_query(query, {shared_analyzer(), no_synonyms()});
  if (plan.has_positive_clause()) {
    require(!searchd::highlights(plan, term.text, shared_analyzer()).empty(),
            "a term is found in itself");
  }
}

}  // namespace

void check(std::string_view input) {
  searchd::parse_query(input);  // Any bytes are a query, though the daemon lets only text through.
  const std::string text = well_formed(input);
  const Query query = searchd::parse_query(text);
  require_sound(query);
  const QueryPlan plan = searchd::plan_query(query, {shared_analyzer(), shipped_synonyms()});
  require(plan.clauses.size() <= query.clauses.size(), "planning adds no clause");
  require_sound(plan);
  check_highlights(plan, kText);
  check_highlights(plan, text);
  if (const auto relaxed = searchd::plan_relaxed(query, {shared_analyzer(), shipped_synonyms()})) {
    require(relaxed->is_relaxed && relaxed->has_positive_clause(),
            "a relaxed plan asks for something");
    require_sound(*relaxed);
    check_highlights(*relaxed, kText);
  }
  for (const searchd::QueryClause& clause : query.clauses) {
    check_finds_itself(clause.alternatives.front());
  }
}

}  // namespace torikumi::fuzz
