#include "corpus/reading_parts.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <utility>

namespace torikumi::corpus {

void ReadingParts::note(int line, std::string message) {
  diagnostics.push_back({Diagnostic::Severity::Note, {}, line, std::move(message), {}});
}

void ReadingParts::warn(int line, std::string message, std::string hint) {
  diagnostics.push_back(
      {Diagnostic::Severity::Warning, {}, line, std::move(message), std::move(hint)});
}

void ReadingParts::error(int line, std::string message, std::string hint) {
  diagnostics.push_back(
      {Diagnostic::Severity::Error, {}, line, std::move(message), std::move(hint)});
}

void ReadingParts::add(Record record) {
  covered_characters +=
      visible_character_count(record.target) + visible_character_count(record.result);
  records.push_back(std::move(record));
}

Record record_of(const Report& report, RecordKind kind, int line) {
  Record record;
  record.kind = kind;
  record.ward = report.ward;
  record.fiscal_year = report.fiscal_year;
  record.source = {report.file, line, report.title, report.url, report.note};
  return record;
}

std::string quotation(std::string_view text) {
  constexpr std::size_t kLongest = 20;  // Characters.
  std::size_t count = 0;
  std::size_t end = 0;
  text = trimmed(text);
  for (const CodePoint& here : code_points(text)) {
    if (++count > kLongest || here.value == U'\n') {
      return "\"" + std::string(text.substr(0, end)) + "…\"";
    }
    end = here.byte_end;
  }
  return "\"" + std::string(text) + "\"";
}

}  // namespace torikumi::corpus
