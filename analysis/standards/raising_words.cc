#include "analysis/standards/raising_words.h"

#include "analysis/concrete_figures.h"
#include "analysis/tab_separated_file.h"
#include "corpus/error.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace torikumi::analysis {
namespace {

// How often, before the figure itself: 年4回, 月に1回, 毎週1回.
constexpr std::array<std::string_view, 9> kPeriods{"毎月", "毎週", "毎日", "年に", "月に",
                                                   "週に", "年",   "月",   "週"};

// A point in time says when something was done, not how much of it.
constexpr std::array<std::string_view, 7> kPointsInTime{"年度末", "年度", "年",  "月",
                                                        "日",     "時",   "度目"};
constexpr std::array<std::string_view, 3> kEras{"令和", "平成", "昭和"};

bool is_date(std::string_view figure) {
  return std::any_of(kEras.begin(), kEras.end(),
                     [&](std::string_view era) { return figure.starts_with(era); }) ||
         std::any_of(kPointsInTime.begin(), kPointsInTime.end(),
                     [&](std::string_view unit) { return figure.ends_with(unit); });
}

ByteRange with_period(std::string_view text, ByteRange figure) {
  for (const std::string_view period : kPeriods) {
    if (text.substr(0, figure.begin).ends_with(period)) {
      return {figure.begin - period.size(), figure.end};
    }
  }
  return figure;
}

/// Something added, with its place for the order.
using Found = std::pair<std::size_t, std::string_view>;

void find_figures(std::string_view sentence, std::vector<Found>& found) {
  for (const ByteRange& figure : concrete_figures(sentence)) {
    if (!is_date(sentence.substr(figure.begin, figure.end - figure.begin))) {
      const ByteRange whole = with_period(sentence, figure);
      found.emplace_back(whole.begin, sentence.substr(whole.begin, whole.end - whole.begin));
    }
  }
}

}  // namespace

RaisingWords RaisingWords::load(const std::filesystem::path& file) {
  RaisingWords words;
  for (const TabSeparatedRow& row : read_tab_separated(file)) {
    if (row.cells.size() < 2) {
      throw Error(ErrorKind::Malformed, "the line has no words behind its class", row.where,
                  "write: class, tab, word, tab, word …");
    }
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      if (!row.cells[i].empty()) {
        words.words_.push_back(row.cells[i]);
      }
    }
  }
  std::sort(words.words_.begin(), words.words_.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return words;
}

std::vector<std::string> RaisingWords::found_in(std::string_view text) const {
  std::vector<Found> found;
  find_figures(text, found);
  const std::vector<Found> figures = found;
  for (std::size_t at = 0; at < text.size();) {
    const auto figure = std::find_if(figures.begin(), figures.end(),
                                     [&](const Found& each) { return each.first == at; });
    if (figure != figures.end()) {
      at += figure->second.size();
      continue;
    }
    const auto word = std::find_if(words_.begin(), words_.end(), [&](const std::string& each) {
      return text.substr(at).starts_with(each);
    });
    if (word == words_.end()) {
      ++at;
    } else {
      found.emplace_back(at, text.substr(at, word->size()));
      at += word->size();
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> words;
  for (const auto& [place, word] : found) {
    if (std::find(words.begin(), words.end(), word) == words.end()) {
      words.emplace_back(word);
    }
  }
  return words;
}

}  // namespace torikumi::analysis
