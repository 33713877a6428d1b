#include "analysis/spelling_variants.h"

#include "analysis/japanese_characters.h"
#include "analysis/normalizer.h"
#include "analysis/spelling_family.h"
#include "analysis/tab_separated_file.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <vector>

namespace torikumi::analysis {
namespace {

/// Four optional parts give sixteen spellings; more is a slip of the pen.
constexpr std::size_t kMaxSpellingsOfPattern = 16;

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> words;
  for (const corpus::CodePoint& c : corpus::code_points(text)) {
    if (corpus::is_blank(c.value)) {
      words.emplace_back();
    } else {
      if (words.empty()) {
        words.emplace_back();
      }
      words.back() += text.substr(c.byte_begin, c.byte_end - c.byte_begin);
    }
  }
  words.erase(std::remove(words.begin(), words.end(), ""), words.end());
  return words;
}

/// The spellings of 問(い)合(わ)せ, the one with every part first.
std::vector<std::string> spellings_of(std::string_view pattern, const std::string& where) {
  std::vector<std::string> spellings{""};
  const auto append = [&spellings](std::string_view text) {
    for (std::string& spelling : spellings) {
      spelling += text;
    }
  };
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('(');
    append(pattern.substr(0, open));
    if (open == std::string_view::npos) {
      break;
    }
    const std::size_t close = pattern.find(')', open);
    if (close == std::string_view::npos) {
      throw Error(ErrorKind::Malformed, "a bracket is not closed", where, "write 問(い)合(わ)せ");
    }
    const std::vector<std::string> without = spellings;
    append(pattern.substr(open + 1, close - open - 1));
    spellings.insert(spellings.end(), without.begin(), without.end());
    pattern.remove_prefix(close + 1);
  }
  if (spellings.size() > kMaxSpellingsOfPattern) {
    throw Error(ErrorKind::Malformed, "a spelling has more than four parts in brackets", where,
                "write it as several spellings");
  }
  return spellings;
}

char32_t first_character(std::string_view text) {
  return to_katakana(corpus::code_point_at(text, 0).value);
}

}  // namespace

SpellingVariants SpellingVariants::load(const std::filesystem::path& file) {
  SpellingVariants variants;
  const Normalizer normalizer;
  for (const TabSeparatedRow& row : read_tab_separated(file)) {
    if (row.cells.size() != 2 || row.cells[0].empty() || row.cells[1].empty()) {
      throw Error(ErrorKind::Malformed, "a row has not two columns", row.where,
                  "write the reading, a tab, and the spellings parted by blanks");
    }
    Entry entry;
    entry.reading = folded_kana(normalizer.normalize(row.cells[0]).text);
    for (const std::string& pattern : split_at_blanks(row.cells[1])) {
      for (const std::string& written :
           spellings_of(normalizer.normalize(pattern).text, row.where)) {
        if (entry.family.empty()) {
          entry.family = family_key(written, entry.reading);
        }
        variants.add(written, entry, row.where);
      }
    }
  }
  return variants;
}

void SpellingVariants::add(const std::string& spelling, const Entry& entry,
                           const std::string& where) {
  if (spelling.empty()) {
    throw Error(ErrorKind::Malformed, "a spelling is empty", where);
  }
  const auto [place, is_new] = entries_.emplace(folded_kana(spelling), entry);
  if (!is_new && place->second.family != entry.family) {
    throw Error(ErrorKind::Malformed,
                "the spelling " + spelling + " already belongs to " + place->second.family, where,
                "keep it in one of the two rows");
  }
  // Folding may have taken a ー, and a text may have a longer form of a sound: leave room.
  std::size_t& longest = longest_from_[first_character(spelling)];
  longest = std::max(longest, spelling.size() * 2);
}

const SpellingVariants::Entry* SpellingVariants::find(std::string_view spelling) const {
  const auto found = entries_.find(folded_kana(spelling));
  return found == entries_.end() ? nullptr : &found->second;
}

std::size_t SpellingVariants::longest_from(char32_t first) const {
  const auto found = longest_from_.find(to_katakana(first));
  return found == longest_from_.end() ? 0 : found->second;
}

}  // namespace torikumi::analysis
