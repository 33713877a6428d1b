#include "indexer/vocabulary_builder.h"

#include "indexer/vocabulary_file.h"

#include <algorithm>
#include <utility>

namespace torikumi::indexer {
namespace {

/// Spellings of one entry; an entry with more is a slip of the analyzer rather than a word.
constexpr std::size_t kMaxSpellings = 16;

/// Longer ones are no words that a person types (base64, a row of dots read as letters).
constexpr std::size_t kMaxWordBytes = 120;

}  // namespace

void VocabularyBuilder::count_spelling(const VocabularyWord& word, Candidate& candidate) {
  const auto known =
      std::find_if(candidate.spellings.begin(), candidate.spellings.end(),
                   [&](const Spelling& each) { return each.surface == word.surface; });
  if (known != candidate.spellings.end()) {
    ++known->occurrences;
  } else if (candidate.spellings.size() < kMaxSpellings) {
    candidate.spellings.push_back({word.surface, word.reading, 1});
  }
}

void VocabularyBuilder::add(const std::vector<VocabularyWord>& words, bool is_initiative) {
  ++record_number_;
  for (const VocabularyWord& word : words) {
    if (word.surface.size() > kMaxWordBytes) {
      continue;
    }
    const auto [entry, is_new] = candidates_.try_emplace(word.families);
    Candidate& candidate = entry->second;
    if (is_new) {
      candidate.is_fixed = word.word_count == 1 && word.is_in_dictionary;
      loose_count_ += candidate.is_fixed ? 0 : 1;
    }
    count_spelling(word, candidate);
    if (candidate.last_record != record_number_) {
      candidate.last_record = record_number_;
      ++candidate.records;
      candidate.initiatives += is_initiative ? 1 : 0;
    }
  }
  if (loose_count_ > options_.max_held) {
    drop_rare();
  }
}

/// The lowest number of records with which at most `limit` loose candidates have as many or more.
std::uint32_t VocabularyBuilder::lowest_count_within(std::size_t limit) const {
  std::vector<std::uint32_t> counts;
  counts.reserve(loose_count_);
  for (const auto& [families, candidate] : candidates_) {
    if (!candidate.is_fixed) {
      counts.push_back(candidate.records);
    }
  }
  if (counts.size() <= limit) {
    return 0;
  }
  // The count at place `limit` has no room any more, nor have its equals: dropping some of them
  // would depend on the order of a hash table.
  const auto first_without_room = counts.begin() + static_cast<std::ptrdiff_t>(limit);
  std::nth_element(counts.begin(), first_without_room, counts.end(), std::greater<>());
  return *first_without_room + 1;
}

void VocabularyBuilder::drop_rare() {
  const std::uint32_t lowest = lowest_count_within(options_.max_held / 2);
  for (auto it = candidates_.begin(); it != candidates_.end();) {
    const bool is_dropped = !it->second.is_fixed && it->second.records < lowest;
    loose_count_ -= is_dropped ? 1 : 0;
    it = is_dropped ? candidates_.erase(it) : std::next(it);
  }
}

void VocabularyBuilder::append_entry(const std::string& families, const Candidate& candidate,
                                     std::vector<std::string>& lines) {
  std::vector<Spelling> spellings = candidate.spellings;
  std::sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) {
    return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.surface < b.surface;
  });
  std::string others;
  for (auto other = spellings.begin() + 1; other != spellings.end(); ++other) {
    others += (others.empty() ? "" : " ") + other->surface + "/" + other->reading;
  }
  append_line(lines.emplace_back(), {.surface = spellings.front().surface,
                                     .reading = spellings.front().reading,
                                     .families = families,
                                     .other_spellings = others,
                                     .records = candidate.records,
                                     .initiatives = candidate.initiatives});
}

std::string VocabularyBuilder::finish() const {
  const std::uint32_t lowest = lowest_count_within(options_.max_kept);
  std::vector<std::string> lines;
  for (const auto& [families, candidate] : candidates_) {
    if (candidate.is_fixed || candidate.records >= lowest) {
      append_entry(families, candidate, lines);
    }
  }
  // A TAB, which is below every character of a word, ends the surface: this is by surface.
  std::sort(lines.begin(), lines.end());
  std::string text(kVocabularyHeader);
  text += '\n';
  for (const std::string& line : lines) {
    text += line;
  }
  return text;
}

}  // namespace torikumi::indexer
