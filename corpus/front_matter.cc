#include "corpus/front_matter.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <array>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kMostLines = 15;
constexpr std::size_t kLongestTitle = 60;  // Characters.

bool is_row(std::string_view line) {
  return line.find('\t') != std::string_view::npos || line.starts_with("|");
}

bool is_list_item(std::string_view line) {
  constexpr std::array<std::string_view, 8> kMarks{"・", "●", "○", "■", "※", "- ", "* ", "| "};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return line.starts_with(mark); });
}

bool is_sentence(std::string_view line) {
  return line.find("。") != std::string_view::npos || character_count(line) > kLongestTitle;
}

std::string_view without_heading_marks(std::string_view line) {
  while (line.starts_with('#') || line.starts_with('*')) {
    line.remove_prefix(1);
  }
  while (line.ends_with('*')) {
    line.remove_suffix(1);
  }
  return trimmed(line);
}

}  // namespace

std::vector<FrontLine> front_matter(const SourceText& text) {
  std::vector<FrontLine> front;
  for (const SourceLine& line : text.lines()) {
    const std::string_view content = trimmed(line.text);
    if (content.empty()) {
      continue;
    }
    if (front.size() == kMostLines || is_row(line.text) || is_row(content) ||
        is_list_item(content) || is_sentence(content)) {
      break;
    }
    if (const std::string_view title = without_heading_marks(content); !title.empty()) {
      front.push_back({std::string(title), line.number});
    }
  }
  return front;
}

}  // namespace torikumi::corpus
