#include "searchd/search/spelling_correction.h"

#include "analysis/japanese_characters.h"
#include "analysis/normalizer.h"
#include "analysis/romaji.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <array>
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
constexpr std::size_t kKanaForOneEdit = 4;
constexpr std::size_t kKanaForTwoEdits = 8;

// Costs in quarters of an edit.
constexpr unsigned kEditCost = 4;
constexpr unsigned kAlikeCost = 2;
constexpr unsigned kSameReadingCost = 1;
constexpr unsigned kOtherLengthCost = 1;  // A wrong character is likelier than a missing one.
constexpr unsigned kBeginningCost = 2;    // The word is known as the beginning of another one only.
constexpr unsigned kPartedCost = 1;       // By a blank between its parts.

// Kanji that are taken for each other on a small screen or by a scanner.
constexpr std::array<std::u32string_view, 50> kAlike{
    U"情惰清晴", U"未末",       U"土士",   U"日曰目", U"人入八", U"千干于", U"大犬太", U"己已巳",
    U"待侍持特", U"複復",       U"微徴",   U"緑縁録", U"券巻",   U"綱網",   U"講構購", U"帳張",
    U"検険験",   U"問間開閉閣", U"輸輪論", U"績積",   U"側測則", U"受愛",   U"住往佳", U"遣遺",
    U"拾捨",     U"裁栽載",     U"暖援緩", U"官宮",   U"矢失",   U"侯候",   U"貸貨賃", U"便使",
    U"委季",     U"折析",       U"徒従",   U"管菅",   U"体休",   U"木本",   U"白百",   U"名各",
    U"牛午",     U"右石",       U"料科",   U"教数",   U"員貝",   U"口囗ロ", U"力カ",   U"二ニ",
    U"夕タ",     U"工エ"};

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

bool are_alike(char32_t a, char32_t b) {
  if (analysis::is_kana(a) && analysis::is_kana(b)) {
    const auto plain = [](char32_t c) {
      return coarse_reading(analysis::to_utf8(std::u32string(1, analysis::unvoiced_kana(c))));
    };
    return plain(a) == plain(b);
  }
  return std::any_of(kAlike.begin(), kAlike.end(), [&](std::u32string_view group) {
    return group.find(a) != std::u32string_view::npos && group.find(b) != std::u32string_view::npos;
  });
}

std::string joined(const std::string& left, const std::string& right, std::string_view separator) {
  return left.empty() || right.empty() ? left + right : left + std::string(separator) + right;
}

/// The cost of `distance` edits, less where characters were only taken for each other.
unsigned cost_of(std::u32string_view from, std::u32string_view to, std::size_t distance) {
  const auto cost = static_cast<unsigned>(distance) * kEditCost;
  if (from.size() != to.size()) {
    return cost + kOtherLengthCost;
  }
  unsigned saved = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    saved += from[i] != to[i] && are_alike(from[i], to[i]) ? kEditCost - kAlikeCost : 0;
  }
  return cost - std::min(saved, cost);
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
  std::vector<Correction> whole_word(const std::u32string& word) {
    std::vector<Correction> found;
    if (word.size() >= 2) {
      add_by_surface(word, found);
      add_by_beginning(word, found);
      add_by_reading(word, found);
    }
    return best_of(std::move(found));
  }

  static void add(const Vocabulary::Spelling& spelling, const std::u32string& word, unsigned cost,
                  std::vector<Correction>& found) {
    const std::u32string surface = analysis::to_code_points(spelling.surface);
    if (surface != word && digits_of(surface) == digits_of(word)) {
      found.push_back({std::string(spelling.surface), cost, spelling.entry->records});
    }
  }

  void add_by_surface(const std::u32string& word, std::vector<Correction>& found) const {
    const std::size_t most = word.size() >= kLengthForTwoEdits ? 2 : 1;
    const bool is_short = word.size() == 2;
    for (const Vocabulary::Neighbour& near :
         vocabulary_.near_surface(analysis::to_utf8(word), most, kMaxNeighbours)) {
      const std::u32string surface = analysis::to_code_points(near.spelling.surface);
      const unsigned cost = cost_of(word, surface, near.distance);
      if (surface.size() >= 2 && (!is_short || cost <= kAlikeCost)) {
        add(near.spelling, word, cost, found);
      }
    }
  }

  void add_by_beginning(const std::u32string& word, std::vector<Correction>& found) const {
    if (word.size() < 3) {
      return;
    }
    for (const Vocabulary::Neighbour& near :
         vocabulary_.near_beginning(analysis::to_utf8(word), kMaxNeighbours)) {
      const std::u32string beginning = analysis::to_code_points(near.spelling.surface);
      add(near.spelling, word, kBeginningCost + cost_of(word, beginning, near.distance), found);
    }
  }

  void add_by_reading(const std::u32string& word, std::vector<Correction>& found) {
    const std::string text = analysis::to_utf8(word);
    const std::optional<analysis::KanaInput> input = analysis::kana_input(text);
    const bool is_typed_by_sound = input && input->next.empty();
    std::optional<std::string> romaji = analysis::katakana_of_romaji(text);
    const std::string reading = romaji              ? *romaji
                                : is_typed_by_sound ? input->katakana
                                                    : dictionary_reading(text);
    const std::size_t length = corpus::character_count(reading);
    if (length < 3) {
      return;
    }
    std::size_t most = 0;
    if (romaji || is_typed_by_sound) {
      most = length >= kKanaForTwoEdits ? 2 : length >= kKanaForOneEdit ? 1 : 0;
    }
    for (const Vocabulary::Neighbour& near :
         vocabulary_.near_reading(reading, most, kMaxNeighbours)) {
      add(near.spelling, word, kSameReadingCost + static_cast<unsigned>(near.distance) * kEditCost,
          found);
    }
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
