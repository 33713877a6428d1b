#ifndef CORPUS_REPORT_KIND_H_
#define CORPUS_REPORT_KIND_H_

// The words by which a document shows of what kind it is. Widths and blanks do not matter.

#include "corpus/record.h"

#include <optional>
#include <string_view>

namespace torikumi::corpus {

/// By a file name, with Japanese words (運営方針) or the names of the kinds (policy).
std::optional<ReportKind> kind_in_file_name(std::string_view name);

/// By a title line: 令和6年度 区役所サービス基準.
std::optional<ReportKind> kind_in_title(std::string_view title);

/// By a line that is the header row of a table (tabs or bars): 部署名, 目標, 実施結果. Nothing for
/// a row below a header, which may hold the same words.
std::optional<ReportKind> kind_in_table_header(std::string_view line);

}  // namespace torikumi::corpus

#endif  // CORPUS_REPORT_KIND_H_
