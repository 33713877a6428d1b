#ifndef SEARCHD_SEARCH_VOCABULARY_H_
#define SEARCHD_SEARCH_VOCABULARY_H_

// The words and compounds of the records of one generation: what can be typed with success.

#include "indexer/vocabulary_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// A reading with sounds that are written or typed in two ways made one: small kana large, ヴ as
/// バ行, ヂ ヅ ヲ as ジ ズ オ, hiragana as katakana, ー left out. One step coarser than
/// analysis::folded_kana: 病院 and 美容院 meet.
std::string coarse_reading(std::string_view reading);

/// Immutable; free to share between threads. Texts of entries live as long as the vocabulary.
///
/// All texts asked for are to be normalised (analysis::Normalizer), readings in katakana or
/// hiragana; Latin letters read as themselves. Results of equal rank stand in order of their bytes.
class Vocabulary {
 public:
  using Entry = indexer::VocabularyEntry;

  /// One spelling of an entry.
  struct Spelling {
    std::string_view surface;
    std::string_view reading;  ///< May be empty.
    const Entry* entry = nullptr;
  };

  /// A spelling near to what was asked for.
  struct Neighbour {
    Spelling spelling;
    std::size_t distance = 0;  ///< Edits, as corpus::edit_distance counts them.
  };

  /// The vocabulary in the text of a file. Throws Error{Damaged}.
  explicit Vocabulary(std::string file_text);

  /// Opens `generation_folder`/vocabulary.tsv. Throws Error{Damaged} if it is missing or damaged.
  static Vocabulary open(const std::filesystem::path& generation_folder);

  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  /// All entries, by surface.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

  /// True if an entry is spelled so, in whatever spelling. Logarithmic.
  [[nodiscard]] bool contains(std::string_view surface) const;

  /// The entries that are spelled so (usually one; 人気 has two readings), most records first.
  [[nodiscard]] std::vector<const Entry*> with_surface(std::string_view surface) const;

  /// The entry of these family keys (parted by one blank), or null. Logarithmic.
  [[nodiscard]] const Entry* with_families(std::string_view families) const;

  /// The entries with this joined_family: however their words are parted. In order of families.
  [[nodiscard]] std::vector<const Entry*> with_joined_family(std::string_view joined) const;

  /// Entries that read exactly so in one of their spellings, at most `limit`, most records first.
  /// If there is none, those whose coarse reading is the same (はつけんき finds 発券機).
  [[nodiscard]] std::vector<const Entry*> with_reading(std::string_view reading,
                                                       std::size_t limit) const;

  /// The same for entries whose reading begins so; an empty `reading` finds none.
  [[nodiscard]] std::vector<const Entry*> with_reading_prefix(std::string_view reading,
                                                              std::size_t limit) const;

  /// All spellings that begin with `prefix` (those that read so, coarsely, for the second), in no
  /// order of rank. Linear in their number; an empty prefix finds none.
  [[nodiscard]] std::vector<Spelling> spellings_with_prefix(std::string_view prefix) const;
  [[nodiscard]] std::vector<Spelling> spellings_read_with_prefix(std::string_view reading) const;

  /// Spellings at most `max_distance` (1 or 2) edits from `text`, by their surface or by their
  /// coarse reading; nearest first, then most records, at most `limit`. Looks at the length and the
  /// set of characters of every spelling (some nanoseconds each) and compares only what passes.
  [[nodiscard]] std::vector<Neighbour> near_surface(std::string_view text, std::size_t max_distance,
                                                    std::size_t limit) const;
  [[nodiscard]] std::vector<Neighbour> near_reading(std::string_view reading,
                                                    std::size_t max_distance,
                                                    std::size_t limit) const;

  /// The beginnings, as long as `text`, of spellings up to 4 characters longer that differ from it
  /// in at most one edit: 多言語 of 多言語化 for 多原語; none that end within a run of katakana, of
  /// Latin letters or before okurigana (サービ of サービス). Ranked and timed as above; the
  /// spelling given is cut, and has no reading.
  [[nodiscard]] std::vector<Neighbour> near_beginning(std::string_view text,
                                                      std::size_t limit) const;

  /// Compounds with the most initiatives, then records, then bytes. Linear.
  [[nodiscard]] std::vector<const Entry*> most_frequent_compounds(std::size_t limit) const;

 private:
  /// What rules a text out as a neighbour without comparing it.
  struct Sketch {
    std::uint64_t characters = 0;  // One bit for each character, by its number modulo 64.
    std::uint32_t length = 0;      // In characters.
  };
  /// A text that is looked up, and the spelling that it belongs to.
  struct Key {
    std::string_view text;
    std::uint32_t spelling = 0;
  };

  static void rank(std::vector<Neighbour>& near, std::size_t limit);
  static Sketch sketch_of(std::string_view text);
  static std::vector<Sketch> sketches_of(const std::vector<Key>& keys);
  void add_spellings(const Entry& entry);
  void index_readings();
  [[nodiscard]] std::vector<Neighbour> neighbours(const std::vector<Key>& keys,
                                                  const std::vector<Sketch>& sketches,
                                                  std::string_view text, std::size_t max_distance,
                                                  std::size_t limit) const;

  /// An entry by its joined family.
  struct JoinedKey {
    std::string text;
    std::uint32_t entry = 0;
  };

  std::string text_;      // Of the file.
  std::string readings_;  // Coarse readings, one behind the other.
  std::vector<Entry> entries_;
  std::vector<Spelling> spellings_;
  std::vector<Key> by_surface_;              // Sorted by text.
  std::vector<Key> by_reading_;              // Sorted by coarse reading.
  std::vector<std::uint32_t> by_families_;   // Places of entries, sorted by families.
  std::vector<JoinedKey> by_joined_family_;  // Sorted by text, then families.
  std::vector<Sketch> surface_sketches_;     // Of by_surface_.
  std::vector<Sketch> reading_sketches_;     // Of by_reading_.
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_VOCABULARY_H_
