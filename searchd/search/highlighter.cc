#include "searchd/search/highlighter.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Analysis;
using analysis::ByteRange;

/// The key by which a pattern compares one token or unit, and where it stands.
struct Item {
  std::string_view key;
  std::size_t position = 0;
  ByteRange source;
};

std::vector<Item> items_of(TextPattern::Family family, const Analysis& analysis) {
  std::vector<Item> items;
  switch (family) {
    case TextPattern::Family::Words:
      for (const analysis::Token& token : analysis.tokens) {
        items.push_back({token.family, token.position, token.source});
      }
      break;
    case TextPattern::Family::Characters:
      for (const analysis::CharacterUnit& unit : analysis.units) {
        items.push_back({unit.text, unit.position, unit.source});
      }
      break;
    case TextPattern::Family::Reading:
      for (const analysis::Token& token : analysis.tokens) {
        if (token.is_content && token.reading != token.surface) {
          items.push_back({token.reading, token.position, token.source});
        }
      }
      break;
  }
  return items;
}

bool holds_at(const std::vector<Item>& items, std::size_t at, const TextPattern& pattern) {
  if (at + pattern.sequence.size() > items.size()) {
    return false;
  }
  for (std::size_t i = 0; i < pattern.sequence.size(); ++i) {
    const Item& item = items[at + i];
    if (item.key != pattern.sequence[i] || item.position != items[at].position + i) {
      return false;
    }
  }
  return true;
}

/// Patterns of one family by the key with which they begin, so that a long query is compared only
/// where it can match.
using PatternsByFirstKey = std::unordered_multimap<std::string_view, const TextPattern*>;

bool is_for(const TextPattern& pattern, std::optional<indexer::TextField> field) {
  return !field || pattern.is_for(*field);
}

PatternsByFirstKey patterns_of(TextPattern::Family family, const QueryPlan& plan,
                               std::optional<indexer::TextField> field) {
  PatternsByFirstKey patterns;
  for (const PlannedClause& clause : plan.clauses) {
    if (clause.is_excluded) {
      continue;
    }
    for (const TextPattern& pattern : clause.patterns) {
      if (pattern.family == family && pattern.window == 0 && is_for(pattern, field)) {
        patterns.emplace(pattern.sequence.front(), &pattern);
      }
    }
  }
  return patterns;
}

void find(const PatternsByFirstKey& patterns, const std::vector<Item>& items,
          std::vector<ByteRange>& found) {
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto [begin, end] = patterns.equal_range(items[at].key);
    for (auto it = begin; it != end; ++it) {
      if (holds_at(items, at, *it->second)) {
        const std::size_t last = at + it->second->sequence.size() - 1;
        found.push_back({items[at].source.begin, items[last].source.end});
      }
    }
  }
}

/// Every place where the words of `pattern` stand within its window: each of these words.
void find_near(const TextPattern& pattern, const std::vector<Item>& items,
               std::vector<ByteRange>& found) {
  std::vector<const Item*> held;  // The items of the text that are words of the pattern.
  for (const Item& item : items) {
    if (std::find(pattern.sequence.begin(), pattern.sequence.end(), item.key) !=
        pattern.sequence.end()) {
      held.push_back(&item);
    }
  }
  for (std::size_t first = 0; first < held.size(); ++first) {
    std::set<std::string_view> seen;
    for (std::size_t last = first;
         last < held.size() && held[last]->position < held[first]->position + pattern.window;
         ++last) {
      seen.insert(held[last]->key);
      if (seen.size() == pattern.sequence.size()) {
        for (std::size_t i = first; i <= last; ++i) {
          found.push_back(held[i]->source);
        }
        break;
      }
    }
  }
}

std::vector<ByteRange> joined(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::vector<ByteRange> result;
  for (const ByteRange& range : ranges) {
    if (!result.empty() && range.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, range.end);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

bool ends_sentence(char32_t point) {
  return point == U'。' || point == U'\n' || point == U'！' || point == U'？';
}

/// Whole sentences of `text`, each with its end mark; they cover the text.
std::vector<ByteRange> sentences_of(std::string_view text) {
  std::vector<ByteRange> sentences;
  std::size_t begin = 0;
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    if (ends_sentence(point.value)) {
      sentences.push_back({begin, point.byte_end});
      begin = point.byte_end;
    }
  }
  if (begin < text.size()) {
    sentences.push_back({begin, text.size()});
  }
  return sentences;
}

std::size_t highlighted_bytes(const std::vector<ByteRange>& highlights, const ByteRange& window) {
  std::size_t bytes = 0;
  for (const ByteRange& range : highlights) {
    const std::size_t begin = std::max(range.begin, window.begin);
    const std::size_t end = std::min(range.end, window.end);
    bytes += begin < end ? end - begin : 0;
  }
  return bytes;
}

std::size_t characters_in(std::string_view text, const ByteRange& range) {
  return corpus::character_count(text.substr(range.begin, range.end - range.begin));
}

/// The run of whole sentences, from sentence `first` on, that fits; at least that sentence.
ByteRange window_from(std::string_view text, const std::vector<ByteRange>& sentences,
                      std::size_t first, std::size_t max_characters) {
  ByteRange window = sentences[first];
  for (std::size_t next = first + 1; next < sentences.size(); ++next) {
    if (characters_in(text, {window.begin, sentences[next].end}) > max_characters) {
      break;
    }
    window.end = sentences[next].end;
  }
  return window;
}

/// `window`, if it is too long, cut around the first highlight in it.
ByteRange cut_around_highlight(std::string_view text, ByteRange window,
                               const std::vector<ByteRange>& highlights,
                               std::size_t max_characters) {
  if (characters_in(text, window) <= max_characters) {
    return window;
  }
  std::size_t begin = window.begin;
  for (const ByteRange& range : highlights) {
    if (range.begin >= window.begin && range.begin < window.end) {
      begin = range.begin;
      break;
    }
  }
  // A third of the excerpt stands before the highlight.
  for (std::size_t i = 0; i < max_characters / 3 && begin > window.begin; ++i) {
    begin = corpus::code_point_before(text, begin).byte_begin;
  }
  std::size_t end = begin;
  for (std::size_t i = 0; i < max_characters && end < window.end; ++i) {
    end = corpus::code_point_at(text, end).byte_end;
  }
  return {begin, end};
}

ByteRange without_line_ends(std::string_view text, ByteRange window) {
  while (window.end > window.begin && text[window.end - 1] == '\n') {
    --window.end;
  }
  while (window.begin < window.end && text[window.begin] == '\n') {
    ++window.begin;
  }
  return window;
}

}  // namespace

std::vector<ByteRange> highlights(const QueryPlan& plan, std::string_view text,
                                  analysis::Analyzer& analyzer,
                                  std::optional<indexer::TextField> field) {
  if (!plan.has_positive_clause() || text.empty()) {
    return {};
  }
  const Analysis analysis = analyzer.analyze(text);
  std::vector<ByteRange> found;
  for (const auto family : {TextPattern::Family::Words, TextPattern::Family::Characters,
                            TextPattern::Family::Reading}) {
    const PatternsByFirstKey patterns = patterns_of(family, plan, field);
    if (!patterns.empty()) {
      find(patterns, items_of(family, analysis), found);
    }
  }
  for (const PlannedClause& clause : plan.clauses) {
    for (const TextPattern& pattern : clause.patterns) {
      if (pattern.window > 0 && !clause.is_excluded && is_for(pattern, field)) {
        find_near(pattern, items_of(pattern.family, analysis), found);
      }
    }
  }
  return joined(std::move(found));
}

std::vector<CharacterRange> in_characters(const std::vector<ByteRange>& ranges,
                                          std::string_view text) {
  std::vector<CharacterRange> result;
  std::size_t byte = 0;
  std::size_t character = 0;
  const auto advance_to = [&](std::size_t target) {
    character += corpus::character_count(text.substr(byte, target - byte));
    byte = target;
    return character;
  };
  for (const ByteRange& range : ranges) {
    const std::size_t begin = advance_to(range.begin);
    result.push_back({begin, advance_to(range.end)});
  }
  return result;
}

Snippet best_snippet(std::string_view text, const std::vector<ByteRange>& highlights,
                     std::size_t max_characters) {
  if (text.empty()) {
    return {};
  }
  const std::vector<ByteRange> sentences = sentences_of(text);
  ByteRange best = window_from(text, sentences, 0, max_characters);
  for (std::size_t first = 1; first < sentences.size(); ++first) {
    const ByteRange window = window_from(text, sentences, first, max_characters);
    if (highlighted_bytes(highlights, window) > highlighted_bytes(highlights, best)) {
      best = window;
    }
  }
  best = without_line_ends(text, cut_around_highlight(text, best, highlights, max_characters));

  Snippet snippet;
  snippet.text = std::string(text.substr(best.begin, best.end - best.begin));
  snippet.begin = corpus::character_count(text.substr(0, best.begin));
  snippet.is_cut_before = best.begin > 0;
  snippet.is_cut_after = best.end < text.find_last_not_of('\n') + 1;
  std::vector<ByteRange> inside;
  for (const ByteRange& range : highlights) {
    const std::size_t begin = std::max(range.begin, best.begin);
    const std::size_t end = std::min(range.end, best.end);
    if (begin < end) {
      inside.push_back({begin - best.begin, end - best.begin});
    }
  }
  snippet.highlights = in_characters(inside, snippet.text);
  return snippet;
}

}  // namespace torikumi::searchd
