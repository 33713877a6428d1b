#include "searchd/search/completion.h"

#include "analysis/normalizer.h"
#include "analysis/romaji.h"
#include "analysis/spelling_family.h"
#include "corpus/utf8.h"
#include "searchd/search/typed_reading.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace torikumi::searchd {
namespace {

using Entry = Vocabulary::Entry;
using Spelling = Vocabulary::Spelling;

/// What stands before a word and is none of it: separators, minus signs, brackets and quotes of the
/// query language.
constexpr std::u32string_view kNotOfAWord = U" \t\n\u3000,，、|｜&＆()（）-－−‐‑\"＂“”„‟「」『』｢｣";

/// Longer words are not completed any more.
constexpr std::size_t kMaxTypedBytes = 200;

/// Queries that are counted for one input; each takes some tenths of a millisecond.
constexpr std::size_t kMaxCounted = 24;

/// How an entry fits what was typed, best first.
enum class Fit { Written, Read, ReadCoarsely };

/// An entry that fits, in one spelling.
struct Candidate {
  Spelling spelling;
  Fit fit = Fit::Written;
  FoundRecords found;  // Of the word alone by the vocabulary, then of the query by a search.
};

/// Is the spelling of `a` the better one? An entry's spellings stand in the vocabulary's text in
/// the order of their frequency.
bool is_better_spelling(const Candidate& a, const Candidate& b) {
  return a.fit != b.fit ? a.fit < b.fit
                        : std::less<>()(a.spelling.surface.data(), b.spelling.surface.data());
}

bool is_better(const Candidate& a, const Candidate& b) {
  if (a.fit != b.fit) {
    return a.fit < b.fit;
  }
  if (a.found.initiatives != b.found.initiatives) {
    return a.found.initiatives > b.found.initiatives;
  }
  const Entry& left = *a.spelling.entry;
  const Entry& right = *b.spelling.entry;
  const std::size_t left_length = corpus::character_count(a.spelling.surface);
  const std::size_t right_length = corpus::character_count(b.spelling.surface);
  if (left_length != right_length) {
    return left_length < right_length;
  }
  return a.spelling.surface != b.spelling.surface ? a.spelling.surface < b.spelling.surface
                                                  : left.families < right.families;
}

/// Collects the entries that fit one word.
class Collector {
 public:
  Collector(std::string word, const Vocabulary& vocabulary)
      : word_(std::move(word)), vocabulary_(vocabulary) {}

  std::vector<Candidate> collect() {
    for (const Spelling& spelling : vocabulary_.spellings_with_prefix(word_)) {
      add(spelling, Fit::Written);
    }
    if (const std::optional<analysis::KanaInput> input = analysis::kana_input(word_)) {
      collect_read_from_the_start(*input);
    } else {
      for (const Spelling& spelling : spellings_of(half_converted(word_), vocabulary_)) {
        add(spelling, Fit::Read);
      }
    }
    const bool has_exact = std::any_of(by_entry_.begin(), by_entry_.end(), [](const auto& each) {
      return each.second.fit != Fit::ReadCoarsely;
    });
    std::vector<Candidate> candidates;
    for (const auto& [entry, candidate] : by_entry_) {
      if (!has_exact || candidate.fit != Fit::ReadCoarsely) {
        candidates.push_back(candidate);
      }
    }
    return candidates;
  }

 private:
  void add(const Spelling& spelling, Fit fit) {
    const bool is_too_short =
        spelling.surface != word_ && corpus::character_count(spelling.surface) < 2;
    if (spelling.entry->initiatives == 0 || is_too_short) {
      return;
    }
    const Candidate candidate{
        spelling, fit, {spelling.entry->initiatives, spelling.entry->records}};
    const auto [known, is_new] = by_entry_.try_emplace(spelling.entry, candidate);
    if (!is_new && is_better_spelling(candidate, known->second)) {
      known->second = candidate;
    }
  }

  void collect_read_from_the_start(const analysis::KanaInput& input) {
    for (const std::string& prefix : reading_prefixes(input)) {
      const std::string exact = analysis::folded_kana(prefix);
      for (const Spelling& spelling : vocabulary_.spellings_read_with_prefix(prefix)) {
        // Folding is slow, and nearly all readings begin with the very prefix.
        const bool is_exact = spelling.reading.starts_with(prefix) ||
                              analysis::folded_kana(spelling.reading).starts_with(exact);
        add(spelling, is_exact ? Fit::Read : Fit::ReadCoarsely);
      }
    }
  }

  std::string word_;  // Normalised.
  const Vocabulary& vocabulary_;
  std::unordered_map<const Entry*, Candidate> by_entry_;
};

std::vector<Candidate> frequent_compounds(const Vocabulary& vocabulary, std::size_t limit) {
  std::vector<Candidate> list;
  for (const Entry* entry : vocabulary.most_frequent_compounds(limit)) {
    list.push_back({{entry->surface, entry->reading, entry},
                    Fit::Written,
                    {entry->initiatives, entry->records}});
  }
  return list;
}

/// The best `limit` of `candidates` with a find, put behind `before`.
std::vector<Completion> offered(std::vector<Candidate> candidates, std::string_view before,
                                std::size_t limit, const FoundCounter& found_by) {
  const std::size_t tried = std::min({2 * limit, kMaxCounted, candidates.size()});
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(tried),
                    candidates.end(), is_better);
  const auto query_of = [before](const Candidate& candidate) {
    return std::string(before).append(candidate.spelling.surface);
  };
  std::vector<Candidate> finding;
  finding.reserve(tried);
  for (std::size_t i = 0; i < tried && finding.size() < limit; ++i) {
    candidates[i].found = found_by(query_of(candidates[i]));
    if (candidates[i].found.initiatives > 0) {
      finding.push_back(candidates[i]);
    }
  }
  std::sort(finding.begin(), finding.end(), is_better);
  std::vector<Completion> list;
  list.reserve(finding.size());
  for (const Candidate& candidate : finding) {
    list.push_back({.text = std::string(candidate.spelling.surface),
                    .query = query_of(candidate),
                    .reading = std::string(candidate.spelling.reading),
                    .found = candidate.found});
  }
  return list;
}

/// Where the last word of `typed` begins, in bytes.
std::size_t last_word_in(std::string_view typed) {
  std::size_t begin = 0;
  for (const corpus::CodePoint& point : corpus::code_points(typed)) {
    const bool is_hyphen_in_word = point.value == U'-' && begin < point.byte_begin;
    if (kNotOfAWord.find(point.value) != std::u32string_view::npos && !is_hyphen_in_word) {
      begin = point.byte_end;
    }
  }
  return begin;
}

}  // namespace

std::vector<Completion> completions(std::string_view typed, const Vocabulary& vocabulary,
                                    std::size_t limit, const FoundCounter& found_by) {
  if (corpus::trimmed(typed).empty()) {
    return offered(frequent_compounds(vocabulary, limit), {}, limit, found_by);
  }
  const std::size_t begin = last_word_in(typed);
  if (typed.size() - begin > kMaxTypedBytes) {
    return {};
  }
  const std::string word = analysis::Normalizer().normalize(typed.substr(begin)).text;
  if (word.empty() || word.find(':') != std::string::npos) {
    return {};
  }
  return offered(Collector(word, vocabulary).collect(), typed.substr(0, begin), limit, found_by);
}

}  // namespace torikumi::searchd
