#include "corpus/report_kind.h"

#include "corpus/utf8.h"

#include <array>
#include <span>
#include <string>

namespace torikumi::corpus {
namespace {

struct KindWord {
  std::string_view word;
  ReportKind kind;
};

// The first that occurs decides: 区役所サービス向上指針に基づく目標 is no guideline.
constexpr std::array kTitleWords{
    KindWord{"サービス基準", ReportKind::Standards},
    KindWord{"運営方針", ReportKind::Policy},
    KindWord{"向上目標", ReportKind::TargetsAndResults},
    KindWord{"サービス向上指針", ReportKind::Guideline},
};

constexpr std::array kEnglishWords{
    KindWord{"targets_and_results", ReportKind::TargetsAndResults},
    KindWord{"standards", ReportKind::Standards},
    KindWord{"policy", ReportKind::Policy},
    KindWord{"guideline", ReportKind::Guideline},
};

std::optional<ReportKind> kind_by(std::span<const KindWord> words, std::string_view text) {
  const std::string key = without_blanks(width_folded(text));
  for (const KindWord& candidate : words) {
    if (key.find(candidate.word) != std::string::npos) {
      return candidate.kind;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ReportKind> kind_in_file_name(std::string_view name) {
  const std::optional<ReportKind> kind = kind_by(kTitleWords, name);
  return kind ? kind : kind_by(kEnglishWords, name);
}

std::optional<ReportKind> kind_in_title(std::string_view title) {
  return kind_by(kTitleWords, title);
}

std::optional<ReportKind> kind_in_table_header(std::string_view line) {
  constexpr std::size_t kLongestHeader = 80;  // Characters; the rows below are sentences.
  const bool is_row = line.find('\t') != std::string_view::npos || line.starts_with('|');
  if (!is_row || character_count(line.substr(0, kLongestHeader * 4)) > kLongestHeader) {
    return std::nullopt;
  }
  const std::string key = without_blanks(width_folded(line));
  const auto has = [&](std::string_view word) { return key.find(word) != std::string::npos; };
  if (has("目標") && (has("部署") || has("実施結果") || has("達成度"))) {
    return ReportKind::TargetsAndResults;
  }
  if (has("基準") && has("場面")) {
    return ReportKind::Standards;
  }
  return std::nullopt;
}

}  // namespace torikumi::corpus
