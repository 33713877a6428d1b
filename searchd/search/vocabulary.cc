#include "searchd/search/vocabulary.h"

#include "analysis/japanese_characters.h"
#include "analysis/spelling_family.h"
#include "analysis/utf8_encoding.h"
#include "corpus/error.h"
#include "corpus/nearest_names.h"
#include "corpus/utf8.h"
#include "indexer/durable_file.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::u32string_view kSmallKana = U"ァィゥェォッャュョヮヵヶヂヅヲ";
constexpr std::u32string_view kLargeKana = U"アイウエオツヤユヨワカケジズオ";
static_assert(kSmallKana.size() == kLargeKana.size());

bool is_more_frequent(const Vocabulary::Entry& a, const Vocabulary::Entry& b) {
  if (a.records != b.records) {
    return a.records > b.records;
  }
  return a.surface != b.surface ? a.surface < b.surface : a.families < b.families;
}

/// The entries of `spellings`, each once, most frequent first, at most `limit`.
std::vector<const Vocabulary::Entry*> ranked_entries(
    const std::vector<Vocabulary::Spelling>& spellings, std::size_t limit) {
  std::vector<const Vocabulary::Entry*> entries;
  entries.reserve(spellings.size());
  for (const Vocabulary::Spelling& spelling : spellings) {
    entries.push_back(spelling.entry);
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto* a, const auto* b) { return is_more_frequent(*a, *b); });
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  entries.resize(std::min(entries.size(), limit));
  return entries;
}

/// Those of `spellings` for which `is_exact` holds; all of them if there is none.
template <typename Predicate>
std::vector<Vocabulary::Spelling> exact_or_all(const std::vector<Vocabulary::Spelling>& spellings,
                                               Predicate is_exact) {
  std::vector<Vocabulary::Spelling> exact;
  std::copy_if(spellings.begin(), spellings.end(), std::back_inserter(exact), is_exact);
  return exact.empty() ? spellings : exact;
}

/// The first of sorted `keys` whose text is not before `text`.
template <typename Keys>
auto first_from(const Keys& keys, std::string_view text) {
  return std::lower_bound(
      keys.begin(), keys.end(), text,
      [](const auto& key, std::string_view wanted) { return key.text < wanted; });
}

/// The part of sorted `keys` whose texts begin with `prefix`.
template <typename Keys>
auto range_with_prefix(const Keys& keys, std::string_view prefix) {
  const auto begin = first_from(keys, prefix);
  const auto end = std::find_if_not(begin, keys.end(),
                                    [&](const auto& key) { return key.text.starts_with(prefix); });
  return std::pair{begin, end};
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end < text.size(); ++i) {
    end = corpus::code_point_at(text, end).byte_end;
  }
  return text.substr(0, end);
}

/// False if a cut of `text` at byte `at` (not 0 or the end) parts a word that can be seen to be
/// one: a run of katakana or of Latin letters and digits, or a kanji and its okurigana.
bool is_cut_between_words(std::string_view text, std::size_t at) {
  const char32_t before = corpus::code_point_before(text, at).value;
  const char32_t behind = corpus::code_point_at(text, at).value;
  const bool is_in_latin = before < 0x80 && behind < 0x80;
  const bool is_in_katakana =
      (analysis::is_katakana(before) || before == analysis::kProlongedSoundMark) &&
      analysis::is_katakana(behind);
  return !is_in_latin && !is_in_katakana && !analysis::is_hiragana(behind) &&
         behind != analysis::kProlongedSoundMark;
}

}  // namespace

std::string coarse_reading(std::string_view reading) {
  std::u32string coarse;
  for (const char32_t c : analysis::to_code_points(analysis::folded_kana(reading))) {
    const std::size_t small = kSmallKana.find(c);
    if (small != std::u32string_view::npos) {
      coarse.push_back(kLargeKana[small]);
    } else if (c != analysis::kProlongedSoundMark) {
      coarse.push_back(c);
    }
  }
  return analysis::to_utf8(coarse);
}

Vocabulary::Vocabulary(std::string file_text)
    : text_(std::move(file_text)), entries_(indexer::parse_vocabulary(text_)) {
  for (const Entry& entry : entries_) {
    add_spellings(entry);
  }
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    by_surface_.push_back({spellings_[i].surface, static_cast<std::uint32_t>(i)});
  }
  const auto is_before = [](const Key& a, const Key& b) {
    return a.text != b.text ? a.text < b.text : a.spelling < b.spelling;
  };
  std::sort(by_surface_.begin(), by_surface_.end(), is_before);
  index_readings();
  std::sort(by_reading_.begin(), by_reading_.end(), is_before);
  by_families_.resize(entries_.size());
  std::iota(by_families_.begin(), by_families_.end(), 0U);
  std::sort(by_families_.begin(), by_families_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entries_[a].families < entries_[b].families;
  });
  for (const std::uint32_t place : by_families_) {
    by_joined_family_.push_back({analysis::joined_family(entries_[place].families), place});
  }
  std::stable_sort(by_joined_family_.begin(), by_joined_family_.end(),
                   [](const JoinedKey& a, const JoinedKey& b) { return a.text < b.text; });
  surface_sketches_ = sketches_of(by_surface_);
  reading_sketches_ = sketches_of(by_reading_);
}

Vocabulary Vocabulary::open(const std::filesystem::path& generation_folder) {
  const std::filesystem::path file = generation_folder / indexer::kVocabularyName;
  try {
    return Vocabulary(indexer::read_whole_file(file));
  } catch (const Error& problem) {
    throw Error(ErrorKind::Damaged, "the vocabulary of the index is not whole: " + problem.message,
                file.string(), "build the index again from its reports");
  }
}

void Vocabulary::add_spellings(const Entry& entry) {
  spellings_.push_back({entry.surface, entry.reading, &entry});
  std::string_view others = entry.other_spellings;
  while (!others.empty()) {
    const std::size_t blank = others.find(' ');
    const std::string_view spelling = others.substr(0, blank);
    const std::size_t slash = std::min(spelling.find('/'), spelling.size());
    const std::size_t reading = std::min(slash + 1, spelling.size());
    spellings_.push_back({spelling.substr(0, slash), spelling.substr(reading), &entry});
    others.remove_prefix(blank == std::string_view::npos ? others.size() : blank + 1);
  }
}

void Vocabulary::index_readings() {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const std::string reading = coarse_reading(spellings_[i].reading);
    if (!reading.empty()) {
      readings_ += reading;
      ends.push_back(readings_.size());
      by_reading_.push_back({{}, static_cast<std::uint32_t>(i)});
    }
  }
  // Only now does `readings_` stay where it is.
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    by_reading_[i].text = std::string_view(readings_).substr(begin, ends[i] - begin);
    begin = ends[i];
  }
}

bool Vocabulary::contains(std::string_view surface) const {
  const auto key = first_from(by_surface_, surface);
  return key != by_surface_.end() && key->text == surface;
}

std::vector<const Vocabulary::Entry*> Vocabulary::with_surface(std::string_view surface) const {
  std::vector<Spelling> spellings;
  auto key = first_from(by_surface_, surface);
  for (; key != by_surface_.end() && key->text == surface; ++key) {
    spellings.push_back(spellings_[key->spelling]);
  }
  return ranked_entries(spellings, spellings.size());
}

const Vocabulary::Entry* Vocabulary::with_families(std::string_view families) const {
  const auto place = std::lower_bound(
      by_families_.begin(), by_families_.end(), families,
      [&](std::uint32_t each, std::string_view text) { return entries_[each].families < text; });
  const bool is_found = place != by_families_.end() && entries_[*place].families == families;
  return is_found ? &entries_[*place] : nullptr;
}

std::vector<const Vocabulary::Entry*> Vocabulary::with_joined_family(
    std::string_view joined) const {
  std::vector<const Entry*> entries;
  for (auto key = first_from(by_joined_family_, joined);
       key != by_joined_family_.end() && key->text == joined; ++key) {
    entries.push_back(&entries_[key->entry]);
  }
  return entries;
}

std::vector<const Vocabulary::Entry*> Vocabulary::with_reading(std::string_view reading,
                                                               std::size_t limit) const {
  const std::string coarse = coarse_reading(reading);
  const std::string exact = analysis::folded_kana(reading);
  std::vector<Spelling> spellings;
  auto key = first_from(by_reading_, coarse);
  for (; key != by_reading_.end() && key->text == coarse; ++key) {
    spellings.push_back(spellings_[key->spelling]);
  }
  return ranked_entries(exact_or_all(spellings,
                                     [&](const Spelling& each) {
                                       return analysis::folded_kana(each.reading) == exact;
                                     }),
                        limit);
}

std::vector<const Vocabulary::Entry*> Vocabulary::with_reading_prefix(std::string_view reading,
                                                                      std::size_t limit) const {
  const std::string exact = analysis::folded_kana(reading);
  return ranked_entries(
      exact_or_all(spellings_read_with_prefix(reading),
                   [&](const Spelling& each) {
                     return each.reading.starts_with(exact) ||
                            analysis::folded_kana(each.reading).starts_with(exact);
                   }),
      limit);
}

std::vector<Vocabulary::Spelling> Vocabulary::spellings_with_prefix(std::string_view prefix) const {
  std::vector<Spelling> spellings;
  if (!prefix.empty()) {
    const auto [begin, end] = range_with_prefix(by_surface_, prefix);
    std::transform(begin, end, std::back_inserter(spellings),
                   [&](const Key& key) { return spellings_[key.spelling]; });
  }
  return spellings;
}

std::vector<Vocabulary::Spelling> Vocabulary::spellings_read_with_prefix(
    std::string_view reading) const {
  std::vector<Spelling> spellings;
  const std::string coarse = coarse_reading(reading);
  if (!coarse.empty()) {
    const auto [begin, end] = range_with_prefix(by_reading_, coarse);
    std::transform(begin, end, std::back_inserter(spellings),
                   [&](const Key& key) { return spellings_[key.spelling]; });
  }
  return spellings;
}

std::vector<Vocabulary::Neighbour> Vocabulary::near_surface(std::string_view text,
                                                            std::size_t max_distance,
                                                            std::size_t limit) const {
  return neighbours(by_surface_, surface_sketches_, text, max_distance, limit);
}

std::vector<Vocabulary::Neighbour> Vocabulary::near_reading(std::string_view reading,
                                                            std::size_t max_distance,
                                                            std::size_t limit) const {
  return neighbours(by_reading_, reading_sketches_, coarse_reading(reading), max_distance, limit);
}

std::vector<Vocabulary::Neighbour> Vocabulary::near_beginning(std::string_view text,
                                                              std::size_t limit) const {
  constexpr std::uint32_t kMostLonger = 4;
  const Sketch wanted = sketch_of(text);
  std::vector<Neighbour> near;
  for (std::size_t i = 0; i < by_surface_.size(); ++i) {
    const Sketch& each = surface_sketches_[i];
    const bool may_begin_so = each.length > wanted.length &&
                              each.length <= wanted.length + kMostLonger &&
                              std::popcount(wanted.characters & ~each.characters) <= 1;
    if (!may_begin_so) {
      continue;
    }
    const std::string_view beginning = first_characters(by_surface_[i].text, wanted.length);
    if (!is_cut_between_words(by_surface_[i].text, beginning.size())) {
      continue;
    }
    const std::size_t distance = corpus::edit_distance(text, beginning);
    if (distance <= 1) {
      const Entry* entry = spellings_[by_surface_[i].spelling].entry;
      near.push_back({{beginning, {}, entry}, distance});
    }
  }
  rank(near, limit);
  return near;
}

std::vector<const Vocabulary::Entry*> Vocabulary::most_frequent_compounds(std::size_t limit) const {
  std::vector<const Entry*> compounds;
  for (const Entry& entry : entries_) {
    if (entry.is_compound() && entry.initiatives > 0) {
      compounds.push_back(&entry);
    }
  }
  const std::size_t count = std::min(limit, compounds.size());
  std::partial_sort(compounds.begin(), compounds.begin() + static_cast<std::ptrdiff_t>(count),
                    compounds.end(), [](const Entry* a, const Entry* b) {
                      return a->initiatives != b->initiatives ? a->initiatives > b->initiatives
                                                              : is_more_frequent(*a, *b);
                    });
  compounds.resize(count);
  return compounds;
}

Vocabulary::Sketch Vocabulary::sketch_of(std::string_view text) {
  Sketch sketch;
  for (const char32_t c : analysis::to_code_points(text)) {
    sketch.characters |= std::uint64_t{1} << (c % 64);
    ++sketch.length;
  }
  return sketch;
}

std::vector<Vocabulary::Sketch> Vocabulary::sketches_of(const std::vector<Key>& keys) {
  std::vector<Sketch> sketches;
  sketches.reserve(keys.size());
  for (const Key& key : keys) {
    sketches.push_back(sketch_of(key.text));
  }
  return sketches;
}

// One edit brings at most one character in and takes at most one out, so more than `max_distance`
// characters that only one of the two has rule it out; different characters may share a bit, which
// only lets more pass.
std::vector<Vocabulary::Neighbour> Vocabulary::neighbours(const std::vector<Key>& keys,
                                                          const std::vector<Sketch>& sketches,
                                                          std::string_view text,
                                                          std::size_t max_distance,
                                                          std::size_t limit) const {
  const Sketch wanted = sketch_of(text);
  const int most = static_cast<int>(max_distance);
  std::vector<Neighbour> near;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Sketch& each = sketches[i];
    const bool may_be_near = each.length <= wanted.length + max_distance &&
                             wanted.length <= each.length + max_distance &&
                             std::popcount(each.characters & ~wanted.characters) <= most &&
                             std::popcount(wanted.characters & ~each.characters) <= most;
    if (!may_be_near) {
      continue;
    }
    const std::size_t distance = corpus::edit_distance(text, keys[i].text);
    if (distance <= max_distance) {
      near.push_back({spellings_[keys[i].spelling], distance});
    }
  }
  rank(near, limit);
  return near;
}

void Vocabulary::rank(std::vector<Neighbour>& near, std::size_t limit) {
  std::sort(near.begin(), near.end(), [](const Neighbour& a, const Neighbour& b) {
    if (a.distance != b.distance) {
      return a.distance < b.distance;
    }
    return a.spelling.entry != b.spelling.entry
               ? is_more_frequent(*a.spelling.entry, *b.spelling.entry)
               : a.spelling.surface < b.spelling.surface;
  });
  near.resize(std::min(near.size(), limit));
}

}  // namespace torikumi::searchd
