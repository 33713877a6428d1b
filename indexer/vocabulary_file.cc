#include "indexer/vocabulary_file.h"

#include "corpus/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <system_error>

namespace torikumi::indexer {
namespace {

constexpr std::size_t kColumns = 6;

[[noreturn]] void fail(std::size_t line) {
  throw Error(ErrorKind::Damaged, fmt::format("line {} of the vocabulary cannot be read", line),
              kVocabularyName, "build the index again from its reports");
}

std::uint32_t number_in(std::string_view text, std::size_t line) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc() || stop != end) {
    fail(line);
  }
  return number;
}

VocabularyEntry entry_from(std::string_view text, std::size_t line) {
  std::array<std::string_view, kColumns> columns;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = text.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) {
      fail(line);
    }
    columns.at(i) = text.substr(0, tab);
    text.remove_prefix(tab == std::string_view::npos ? text.size() : tab + 1);
  }
  VocabularyEntry entry{.surface = columns[0],
                        .reading = columns[1],
                        .families = columns[2],
                        .other_spellings = columns[5],
                        .records = number_in(columns[3], line),
                        .initiatives = number_in(columns[4], line)};
  if (entry.surface.empty() || entry.families.empty() || entry.records < entry.initiatives) {
    fail(line);
  }
  return entry;
}

}  // namespace

void append_line(std::string& file_text, const VocabularyEntry& entry) {
  fmt::format_to(std::back_inserter(file_text), "{}\t{}\t{}\t{}\t{}\t{}\n", entry.surface,
                 entry.reading, entry.families, entry.records, entry.initiatives,
                 entry.other_spellings);
}

std::vector<VocabularyEntry> parse_vocabulary(std::string_view file_text) {
  std::vector<VocabularyEntry> entries;
  entries.reserve(static_cast<std::size_t>(std::count(file_text.begin(), file_text.end(), '\n')));
  for (std::size_t line = 1; !file_text.empty() || line == 1; ++line) {
    const std::size_t end = file_text.find('\n');
    const std::string_view text = file_text.substr(0, end);
    if (end == std::string_view::npos || (line == 1 && text != kVocabularyHeader)) {
      fail(line);
    }
    if (line > 1) {
      entries.push_back(entry_from(text, line));
    }
    file_text.remove_prefix(end + 1);
  }
  return entries;
}

}  // namespace torikumi::indexer
