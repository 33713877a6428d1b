#include "indexer/schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace torikumi::indexer {
namespace {

// Xapian's glass backend holds terms of up to 245 bytes (a NUL byte counts twice; our text has none
// after normalisation). 17 bytes are kept for the mark and the hash of a term that is cut.
constexpr std::size_t kMaxTermBytes = 245;
constexpr std::size_t kHashBytes = 17;

struct TextPrefix {
  TermFamily family;
  TextField field;
  std::string_view prefix;
};

// Capital letters behind the X, so that no prefix is the beginning of another one plus text: text
// is normalised to lower case, readings are katakana.
constexpr std::array kTextPrefixes{
    TextPrefix{TermFamily::Word, TextField::Target, "XTW"},
    TextPrefix{TermFamily::Word, TextField::Result, "XRW"},
    TextPrefix{TermFamily::Character, TextField::Target, "XTC"},
    TextPrefix{TermFamily::Character, TextField::Result, "XRC"},
    TextPrefix{TermFamily::Reading, TextField::Target, "XTY"},
    TextPrefix{TermFamily::Reading, TextField::Result, "XRY"},
};

struct FilterPrefix {
  FilterField field;
  std::string_view prefix;
};

constexpr std::array kFilterPrefixes{
    FilterPrefix{FilterField::Id, "Q"},
    FilterPrefix{FilterField::Kind, "XKIND:"},
    FilterPrefix{FilterField::Ward, "XWARD:"},
    FilterPrefix{FilterField::FiscalYear, "XYEAR:"},
    FilterPrefix{FilterField::Department, "XDEPT:"},
    FilterPrefix{FilterField::Scene, "XSCENE:"},
    FilterPrefix{FilterField::Report, "XREPORT:"},
    FilterPrefix{FilterField::Term, "XTERM:"},
};

// FNV-1a, 64 bits (Fowler, Noll, Vo): only tells long terms apart, so speed and stability count.
std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  }
  return hash;
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string bounded_term(std::string_view prefix, std::string_view text) {
  std::string term(prefix);
  if (prefix.size() + text.size() <= kMaxTermBytes) {
    return term.append(text);
  }
  std::size_t kept = kMaxTermBytes - prefix.size() - kHashBytes;
  while (kept > 0 && is_continuation(text[kept])) {
    --kept;
  }
  return term.append(text.substr(0, kept)).append(fmt::format("#{:016x}", fnv1a(text)));
}

}  // namespace

std::array<SchemaRow, 14> schema_rows() {
  return {{
      {"target.word", "XTW", "spelling family of each token of the target, with positions"},
      {"result.word", "XRW", "the same for the result"},
      {"target.character", "XTC",
       "character units of the target, single and in pairs; pairs with positions"},
      {"result.character", "XRC", "the same for the result"},
      {"target.reading", "XTY",
       "katakana reading of each content token of the target that is not written so"},
      {"result.reading", "XRY", "the same for the result"},
      {"id", "Q", "stable id of the record"},
      {"kind", "XKIND:", "initiative, example, standard or passage"},
      {"ward", "XWARD:", "code of the ward or municipality"},
      {"fiscal_year", "XYEAR:", "western fiscal year, four digits"},
      {"department", "XDEPT:", "canonical department"},
      {"scene", "XSCENE:", "canonical label of a scene"},
      {"report", "XREPORT:", "place of the report in the manifest"},
      {"term", "XTERM:", "words of a noun or compound that may be a term, parted by blanks"},
  }};
}

std::string character_pair(std::string_view left, std::string_view right) {
  return std::string(left).append(" ").append(right);
}

std::string text_term(TermFamily family, TextField field, std::string_view text) {
  for (const TextPrefix& row : kTextPrefixes) {
    if (row.family == family && row.field == field) {
      return bounded_term(row.prefix, text);
    }
  }
  return {};
}

std::optional<std::string> term_value(const std::vector<std::string>& words) {
  const std::string value = fmt::format("{}", fmt::join(words, " "));
  return filter_prefix(FilterField::Term).size() + value.size() <= kMaxTermBytes
             ? std::optional(value)
             : std::nullopt;
}

std::vector<std::string> words_of_term_value(std::string_view value) {
  std::vector<std::string> words;
  while (!value.empty()) {
    const std::size_t blank = std::min(value.find(' '), value.size());
    words.emplace_back(value.substr(0, blank));
    value.remove_prefix(std::min(blank + 1, value.size()));
  }
  return words;
}

std::string_view filter_prefix(FilterField field) {
  for (const FilterPrefix& row : kFilterPrefixes) {
    if (row.field == field) {
      return row.prefix;
    }
  }
  return {};
}

std::string filter_term(FilterField field, std::string_view value) {
  return bounded_term(filter_prefix(field), value);
}

}  // namespace torikumi::indexer
