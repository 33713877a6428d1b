#include "searchd/search/spelling_correction.h"

#include "analysis/japanese_characters.h"
#include "analysis/normalizer.h"
#include "analysis/romaji.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"
#include "searchd/search/likely_slip.h"
#include "searchd/search/typed_reading.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

constexpr std::size_t kMaxCounts = 24;
constexpr std::size_t kMaxUnknownWords = 6;
constexpr std::size_t kMaxWordCharacters = 40;
constexpr std::size_t kMaxCorrections = 4;  // Kept of each word.
constexpr std::size_t kMaxNeighbours = 50;  // Looked at for each word.
constexpr std::size_t kMaxMiddles = 6;      // Looked at between known parts.

// Lengths from which more may be wrong, in characters.
constexpr std::size_t kLengthForTwoEdits = 6;
constexpr std::size_t kSoundsForTwoEdits = 8;

// Costs in quarters of an edit.
constexpr unsigned kSameReadingCost = 1;
constexpr unsigned kBeginningCost = 2;  // The word is known as the beginning of another one only.
constexpr unsigned kPartedCost = 1;     // By a blank between its parts.

/// A known text near to an unknown one.
struct Correction {
  std::string text;
  unsigned cost = 0;
  std::uint32_t records = 0;
};

bool is_better(const Correction& a, const Correction& b) {
  if (a.cost != b.cost) {
    return a.cost < b.cost;
  }
  return a.records != b.records ? a.records > b.records : a.text < b.text;
}

/// The best ones, each text once.
std::vector<Correction> best_of(std::vector<Correction> corrections) {
  std::sort(corrections.begin(), corrections.end(), is_better);
  std::vector<Correction> best;
  for (Correction& correction : corrections) {
    const bool is_known = std::any_of(best.begin(), best.end(), [&](const Correction& each) {
      return each.text == correction.text;
    });
    if (!is_known && best.size() < kMaxCorrections) {
      best.push_back(std::move(correction));
    }
  }
  return best;
}

std::u32string digits_of(std::u32string_view text) {
  std::u32string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char32_t c) { return c >= U'0' && c <= U'9'; });
  return digits;
}

std::string joined(const std::string& left, const std::string& right, std::string_view separator) {
  return left.empty() || right.empty() ? left + right : left + std::string(separator) + right;
}

/// Finds known texts near to unknown ones.
class Corrector {
 public:
  Corrector(const Vocabulary& vocabulary, analysis::Analyzer& analyzer)
      : vocabulary_(vocabulary), analyzer_(analyzer) {}

  std::vector<Correction> corrections(const std::string& typed) {
    const std::u32string word =
        analysis::to_code_points(analysis::Normalizer().normalize(typed).text);
    if (word.size() > kMaxWordCharacters) {
      return {};
    }
    std::vector<Correction> found = whole_word(word);
    if (found.empty()) {
      found = around_known_parts(word);
    }
    return found.empty() ? pieces(word) : found;
  }

  [[nodiscard]] bool is_known(std::string_view text) const { return vocabulary_.contains(text); }

 private:
  std::vector<Correction> whole_word(const std::u32string& text) {
    std::vector<Correction> found;
    if (text.size() >= 2) {
      const TypedWord word = typed_word(text, analyzer_);
      const std::string reading = dictionary_reading(analysis::to_utf8(text));
      add_by_surface(word, found);
      add_by_beginning(word, reading, found);
      add_by_reading(word, reading, found);
    }
    return best_of(std::move(found));
  }

  static void add(const Vocabulary::Spelling& spelling, const TypedWord& word, unsigned cost,
                  std::vector<Correction>& found) {
    const std::u32string surface = analysis::to_code_points(spelling.surface);
    if (surface != word.text && digits_of(surface) == digits_of(word.text)) {
      found.push_back({std::string(spelling.surface), cost, spelling.entry->records});
    }
  }

  void add_by_surface(const TypedWord& word, std::vector<Correction>& found) const {
    const std::size_t most = word.text.size() >= kLengthForTwoEdits ? 2 : 1;
    for (const Vocabulary::Neighbour& near :
         vocabulary_.near_surface(analysis::to_utf8(word.text), most, kMaxNeighbours)) {
      const std::u32string surface = analysis::to_code_points(near.spelling.surface);
      const auto cost = slip_cost(word, surface, near.distance);
      if (cost && surface.size() >= 2) {
        add(near.spelling, word, *cost, found);
      }
    }
  }

  void add_by_beginning(const TypedWord& word, const std::string& reading,
                        std::vector<Correction>& found) const {
    if (word.text.size() < 3) {
      return;
    }
    for (const Vocabulary::Neighbour& near :
         vocabulary_.near_beginning(analysis::to_utf8(word.text), kMaxNeighbours)) {
      const std::u32string beginning = analysis::to_code_points(near.spelling.surface);
      const Vocabulary::Entry& entry = *near.spelling.entry;
      const bool is_read_so = !word.is_in_dictionary && !reading.empty() &&
                              entry.surface.starts_with(near.spelling.surface) &&
                              entry.reading.starts_with(reading);
      const auto cost = is_read_so ? kSameReadingCost : slip_cost(word, beginning, near.distance);
      if (cost) {
        add(near.spelling, word, kBeginningCost + *cost, found);
      }
    }
  }

  void add_by_reading(const TypedWord& word, const std::string& dictionary_reading,
                      std::vector<Correction>& found) {
    const std::string text = analysis::to_utf8(word.text);
    const std::optional<analysis::KanaInput> input = analysis::kana_input(text);
    const bool is_typed_by_sound = input && input->next.empty();
    std::optional<std::string> romaji = analysis::katakana_of_romaji(text);
    const std::string reading = romaji              ? *romaji
                                : is_typed_by_sound ? input->katakana
                                                    : dictionary_reading;
    const std::u32string coarse = analysis::to_code_points(coarse_reading(reading));
    if (coarse.size() < 3) {
      return;
    }
    // Katakana is typed for words that are written so; their slips are seen in the surface.
    const bool is_hiragana = std::all_of(word.text.begin(), word.text.end(), analysis::is_hiragana);
    const std::size_t sounds = sounds_in(reading);
    std::size_t most = 0;
    if (romaji || (is_hiragana && !word.is_in_dictionary)) {
      most = sounds >= kSoundsForTwoEdits ? 2 : 1;
    }
    for (const Vocabulary::Neighbour& near :
         vocabulary_.near_reading(reading, most, kMaxNeighbours)) {
      const std::u32string known = analysis::to_code_points(coarse_reading(near.spelling.reading));
      const auto cost = sound_slip_cost(coarse, known, near.distance, sounds);
      if (cost && shares_a_kanji(word.text, near.spelling.surface)) {
        add(near.spelling, word, kSameReadingCost + *cost, found);
      }
    }
  }

  /// True for a word without kanji too. 校長 and 広聴 are read alike and have nothing in common.
  static bool shares_a_kanji(std::u32string_view word, std::string_view known) {
    const std::u32string surface = analysis::to_code_points(known);
    const auto is_shared = [&](char32_t c) {
      return analysis::is_kanji(c) && surface.find(c) != std::u32string::npos;
    };
    return std::none_of(word.begin(), word.end(), analysis::is_kanji) ||
           std::any_of(word.begin(), word.end(), is_shared);
  }

  /// How a dictionary reads `text`; empty if it does not know a part.
  std::string dictionary_reading(const std::string& text) {
    std::string reading;
    for (const analysis::Token& token : analyzer_.analyze(text).tokens) {
      if (token.reading.empty()) {
        return {};
      }
      reading += token.reading;
    }
    return reading;
  }

  [[nodiscard]] bool is_known(std::u32string_view text) const {
    return is_known(analysis::to_utf8(text));
  }

  /// 個人惰報 behind the known 外国人住民: corrects what the longest known beginning and end leave.
  std::vector<Correction> around_known_parts(const std::u32string& word) {
    std::vector<std::pair<std::size_t, std::size_t>> middles;
    for (std::size_t begin = 0; begin + 2 <= word.size(); ++begin) {
      const bool has_head = begin >= 2 && is_known(word.substr(0, begin));
      for (std::size_t end = begin + 2; end <= word.size(); ++end) {
        const bool has_tail = word.size() - end >= 2 && is_known(word.substr(end));
        if ((has_head && (end == word.size() || has_tail)) || (begin == 0 && has_tail)) {
          middles.emplace_back(begin, end);
        }
      }
    }
    std::stable_sort(middles.begin(), middles.end(), [](const auto& a, const auto& b) {
      return a.second - a.first < b.second - b.first;
    });
    middles.resize(std::min(middles.size(), kMaxMiddles));
    std::vector<Correction> found;
    for (const auto& [begin, end] : middles) {
      const std::u32string middle = word.substr(begin, end - begin);
      if (is_known(middle)) {
        continue;
      }
      for (const Correction& correction : whole_word(middle)) {
        for (const std::string_view separator : {"", " "}) {
          std::string text =
              joined(analysis::to_utf8(word.substr(0, begin)), correction.text, separator);
          text = joined(text, analysis::to_utf8(word.substr(end)), separator);
          const unsigned cost = correction.cost + (separator.empty() ? 0 : kPartedCost);
          found.push_back({std::move(text), cost, correction.records});
        }
      }
    }
    return best_of(std::move(found));
  }

  /// 個人惰報の保護: corrects the runs between hiragana that are not known.
  std::vector<Correction> pieces(const std::u32string& word) {
    Correction whole;
    bool is_changed = false;
    for (std::size_t at = 0; at < word.size();) {
      const bool is_hiragana = analysis::is_hiragana(word[at]);
      std::size_t end = at;
      while (end < word.size() && analysis::is_hiragana(word[end]) == is_hiragana) {
        ++end;
      }
      const std::u32string run = word.substr(at, end - at);
      const bool is_all = run.size() == word.size();
      std::vector<Correction> found;
      if (!is_hiragana && !is_all && run.size() >= 2 && !is_known(run)) {
        found = whole_word(run);
        found = found.empty() ? around_known_parts(run) : found;
      }
      whole.text += found.empty() ? analysis::to_utf8(run) : found.front().text;
      whole.cost += found.empty() ? 0 : found.front().cost;
      is_changed = is_changed || !found.empty();
      at = end;
    }
    return is_changed ? std::vector{whole} : std::vector<Correction>();
  }

  const Vocabulary& vocabulary_;
  analysis::Analyzer& analyzer_;
};

/// Counts hits within the bound; beyond it nothing has any.
class BoundedCounter {
 public:
  explicit BoundedCounter(const HitCounter& hits_of) : hits_of_(hits_of) {}

  bool has_hits(const std::string& query) {
    const auto known = known_.find(query);
    if (known != known_.end()) {
      return known->second;
    }
    if (known_.size() >= kMaxCounts) {
      return false;
    }
    return known_.emplace(query, hits_of_(query) > 0).first->second;
  }

 private:
  const HitCounter& hits_of_;
  std::map<std::string, bool> known_;
};

std::string text_of(const QueryTerm& term) {
  std::string text = term.field ? std::string(label_of(*term.field)) + ":" : std::string();
  text += term.is_phrase ? "「" + term.text + "」" : term.text;
  return term.near_words > 0 ? text + "~" + std::to_string(term.near_words) : text;
}

/// An unknown word of a query and what it may have been meant to be.
struct UnknownWord {
  std::size_t clause = 0;
  std::size_t alternative = 0;
  std::vector<Correction> corrections;  // At least one.
};

std::vector<UnknownWord> unknown_words(const Query& query, Corrector& corrector,
                                       BoundedCounter& counter) {
  std::vector<UnknownWord> unknown;
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    const QueryClause& clause = query.clauses[i];
    for (std::size_t j = 0; j < clause.alternatives.size() && !clause.is_excluded; ++j) {
      const QueryTerm& term = clause.alternatives[j];
      const std::string normalized = analysis::Normalizer().normalize(term.text).text;
      if (unknown.size() == kMaxUnknownWords || corrector.is_known(normalized) ||
          counter.has_hits(text_of(term))) {
        continue;
      }
      std::vector<Correction> corrections = corrector.corrections(term.text);
      if (!corrections.empty()) {
        unknown.push_back({i, j, std::move(corrections)});
      }
    }
  }
  return unknown;
}

std::string text_of(const QueryFilter& filter) {
  constexpr std::string_view kNeedQuotes = " ,|()";
  const bool is_plain = filter.text.find_first_of(kNeedQuotes) == std::string::npos;
  return std::string(label_of(filter.field)) + ":" +
         (is_plain ? filter.text : "「" + filter.text + "」");
}

}  // namespace

std::optional<std::string> did_you_mean(const Query& query, const Vocabulary& vocabulary,
                                        analysis::Analyzer& analyzer, const HitCounter& hits_of) {
  BoundedCounter counter(hits_of);
  if (query.clauses.empty() || counter.has_hits(text_of(query))) {
    return std::nullopt;
  }
  Corrector corrector(vocabulary, analyzer);
  const std::vector<UnknownWord> unknown = unknown_words(query, corrector, counter);
  Query corrected = query;
  const auto replace = [&corrected](const UnknownWord& word, std::size_t choice) {
    corrected.clauses[word.clause].alternatives[word.alternative].text =
        word.corrections[choice].text;
  };
  for (const UnknownWord& word : unknown) {
    replace(word, 0);
  }
  if (!unknown.empty() && counter.has_hits(text_of(corrected))) {
    return text_of(corrected);
  }
  // One of the words may have been meant otherwise.
  for (const UnknownWord& word : unknown) {
    for (std::size_t choice = 1; choice < word.corrections.size(); ++choice) {
      replace(word, choice);
      if (counter.has_hits(text_of(corrected))) {
        return text_of(corrected);
      }
    }
    replace(word, 0);
  }
  return std::nullopt;
}

std::string text_of(const Query& query) {
  std::string text;
  const auto separate = [&text] { text += text.empty() ? "" : " "; };
  for (const QueryClause& clause : query.clauses) {
    for (std::size_t i = 0; i < clause.alternatives.size(); ++i) {
      separate();
      text += i > 0 ? "OR " : "";
      text += clause.is_excluded ? "-" : "";
      text += text_of(clause.alternatives[i]);
    }
  }
  for (const QueryFilter& filter : query.filters) {
    separate();
    text += text_of(filter);
  }
  return text;
}

}  // namespace torikumi::searchd
