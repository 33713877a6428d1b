#include "analysis/synonyms.h"

#include "analysis/normalizer.h"
#include "analysis/tab_separated_file.h"
#include "corpus/error.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

namespace torikumi::analysis {
namespace {

/// Columns before the words: the relation and its weight.
constexpr std::size_t kFirstWord = 2;

enum class Relation {
  Mutual,    ///< "=": every word of the row may mean every other.
  Narrower,  ///< ">": the first word may mean the others, they do not mean it.
};

std::optional<Relation> relation_named(std::string_view sign) {
  if (sign == "=") {
    return Relation::Mutual;
  }
  return sign == ">" ? std::optional(Relation::Narrower) : std::nullopt;
}

std::optional<double> number_in(std::string_view text) {
  double weight = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole ? std::optional(weight) : std::nullopt;
}

std::string key_of(std::string_view word) {
  return Normalizer().normalize(word).text;
}

/// Adds `synonym`; where it stands already, the higher weight counts.
void add(std::vector<Synonym>& synonyms, Synonym synonym) {
  const std::string key = key_of(synonym.text);
  const auto same = std::find_if(synonyms.begin(), synonyms.end(),
                                 [&](const Synonym& known) { return key_of(known.text) == key; });
  if (same == synonyms.end()) {
    synonyms.push_back(std::move(synonym));
  } else {
    same->weight = std::max(same->weight, synonym.weight);
  }
}

void require_words(const TabSeparatedRow& row) {
  if (row.cells.size() < kFirstWord + 2) {
    throw Error(ErrorKind::Malformed, "a row of synonyms has fewer than two words", row.where,
                "write the relation, the weight and the words, parted by tabs");
  }
  for (std::size_t i = kFirstWord; i < row.cells.size(); ++i) {
    if (key_of(row.cells[i]).empty()) {
      throw Error(ErrorKind::Malformed, "a word is empty", row.where, "delete the extra tab");
    }
  }
}

double weight_of(const TabSeparatedRow& row) {
  const std::string& text = row.cells[1];
  const std::optional<double> weight = number_in(text);
  if (!weight || !(*weight > 0 && *weight <= 1)) {
    throw Error(
        ErrorKind::Malformed,
        "the weight \"" + text + "\" is not " + (weight ? "above 0 and at most 1" : "a number"),
        row.where, "write a number above 0, at most 1");
  }
  return *weight;
}

}  // namespace

SynonymTable SynonymTable::load(const std::filesystem::path& file) {
  SynonymTable table;
  for (const TabSeparatedRow& row : read_tab_separated(file)) {
    require_words(row);
    const std::optional<Relation> relation = relation_named(row.cells[0]);
    if (!relation) {
      throw Error(ErrorKind::Malformed, "the relation \"" + row.cells[0] + "\" is not known",
                  row.where, "write = for words that mean each other, > for narrower words");
    }
    const double weight = weight_of(row);
    const std::size_t sources = *relation == Relation::Mutual ? row.cells.size() : kFirstWord + 1;
    for (std::size_t from = kFirstWord; from < sources; ++from) {
      const std::string key = key_of(row.cells[from]);
      for (std::size_t to = kFirstWord; to < row.cells.size(); ++to) {
        if (key_of(row.cells[to]) != key) {
          add(table.synonyms_[key], {row.cells[to], weight});
        }
      }
    }
  }
  return table;
}

std::vector<Synonym> SynonymTable::of(std::string_view word) const {
  const auto found = synonyms_.find(key_of(word));
  return found == synonyms_.end() ? std::vector<Synonym>() : found->second;
}

}  // namespace torikumi::analysis
