#include "analysis/tab_separated_file.h"

#include "corpus/utf8.h"

#include <fmt/format.h>

#include <fstream>
#include <string_view>

namespace torikumi::analysis {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(corpus::trimmed(line.substr(0, tab)));
    if (tab == std::string_view::npos) {
      return cells;
    }
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

std::vector<TabSeparatedRow> read_tab_separated(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  if (!input || !std::filesystem::is_regular_file(file)) {
    throw Error(ErrorKind::NotFound, "the word list is not there", file.string(),
                "build or install again, or name another file");
  }
  std::vector<TabSeparatedRow> rows;
  std::string line;
  for (int number = 1; std::getline(input, line); ++number) {
    std::string_view text = line;
    if (number == 1 && text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
      text.remove_prefix(kByteOrderMark.size());
    }
    const std::string where = fmt::format("{}:{}", file.string(), number);
    if (corpus::first_ill_formed_byte(text)) {
      throw Error(ErrorKind::Malformed, "the line is not UTF-8", where, "save the file as UTF-8");
    }
    if (!corpus::trimmed(text).empty() && text.front() != '#') {
      rows.push_back({where, cells_of(text)});
    }
  }
  return rows;
}

}  // namespace torikumi::analysis
