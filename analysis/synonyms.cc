#include "analysis/synonyms.h"

#include "analysis/spelling_family.h"
#include "analysis/tab_separated_file.h"
#include "corpus/error.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
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

/// The key of all spellings of a word or compound; empty without tokens.
std::string key_of(std::span<const Token> words) {
  std::string families;
  for (const Token& word : words) {
    families += families.empty() ? "" : " ";
    families += word.family;
  }
  return families.empty() ? families : joined_family(families);
}

/// A word of a row.
struct Word {
  std::string text;
  std::string key;
};

/// Adds `word`; where it stands already, the higher weight counts.
void add(std::vector<Synonym>& synonyms, std::vector<std::string>& keys, const Word& word,
         double weight) {
  const auto same = std::find(keys.begin(), keys.end(), word.key);
  if (same == keys.end()) {
    synonyms.push_back({word.text, weight});
    keys.push_back(word.key);
  } else {
    double& known = synonyms[static_cast<std::size_t>(same - keys.begin())].weight;
    known = std::max(known, weight);
  }
}

std::vector<Word> words_of(const TabSeparatedRow& row, Analyzer& analyzer) {
  if (row.cells.size() < kFirstWord + 2) {
    throw Error(ErrorKind::Malformed, "a row of synonyms has fewer than two words", row.where,
                "write the relation, the weight and the words, parted by tabs");
  }
  std::vector<Word> words;
  for (std::size_t i = kFirstWord; i < row.cells.size(); ++i) {
    words.push_back({row.cells[i], key_of(analyzer.analyze(row.cells[i]).tokens)});
    if (words.back().key.empty()) {
      throw Error(ErrorKind::Malformed, "a word is empty", row.where, "delete the extra tab");
    }
  }
  return words;
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

/// Sets of keys that grow together; the first key of a set, by bytes, names it.
class MeaningSets {
 public:
  void join(const std::string& a, const std::string& b) {
    const std::string first = root_of(a);
    const std::string second = root_of(b);
    parents_[std::max(first, second)] = std::min(first, second);
  }

  [[nodiscard]] std::unordered_map<std::string, std::string> names() const {
    std::unordered_map<std::string, std::string> names;
    for (const auto& [key, parent] : parents_) {
      names[key] = root_of(key);
    }
    return names;
  }

 private:
  [[nodiscard]] std::string root_of(const std::string& key) const {
    auto found = parents_.find(key);
    if (found == parents_.end() || found->second == key) {
      return key;
    }
    return root_of(found->second);
  }

  std::unordered_map<std::string, std::string> parents_;
};

}  // namespace

SynonymTable SynonymTable::load(const std::filesystem::path& file, Analyzer& analyzer) {
  SynonymTable table;
  MeaningSets meanings;
  std::unordered_map<std::string, std::vector<std::string>> keys;  // Of the synonyms, like them.
  for (const TabSeparatedRow& row : read_tab_separated(file)) {
    const std::vector<Word> words = words_of(row, analyzer);
    const std::optional<Relation> relation = relation_named(row.cells[0]);
    if (!relation) {
      throw Error(ErrorKind::Malformed, "the relation \"" + row.cells[0] + "\" is not known",
                  row.where, "write = for words that mean each other, > for narrower words");
    }
    const double weight = weight_of(row);
    if (*relation == Relation::Mutual && weight >= kSameMeaning) {
      for (const Word& word : words) {
        meanings.join(words.front().key, word.key);
      }
    }
    const std::size_t sources = *relation == Relation::Mutual ? words.size() : 1;
    for (std::size_t from = 0; from < sources; ++from) {
      const std::string& key = words[from].key;
      for (const Word& word : words) {
        if (word.key != key) {
          add(table.synonyms_[key], keys[key], word, weight);
        }
      }
    }
  }
  table.meanings_ = meanings.names();
  return table;
}

std::vector<Synonym> SynonymTable::of(std::span<const Token> words) const {
  const auto found = synonyms_.find(key_of(words));
  return found == synonyms_.end() ? std::vector<Synonym>() : found->second;
}

std::string_view SynonymTable::meaning_of(std::span<const Token> words) const {
  const auto found = meanings_.find(key_of(words));
  return found == meanings_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace torikumi::analysis
