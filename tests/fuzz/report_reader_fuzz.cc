// The same bytes as five files: one of each kind by its row in the catalogue, and one whose kind,
// ward and year have to be told from its name and text.

#include "corpus/record_json.h"
#include "corpus/report_reader.h"
#include "corpus/source_text.h"
#include "tests/fuzz/invariant.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::fuzz {
namespace {

constexpr std::string_view kCatalogue =
    "file,kind,municipality,ward,fiscal_year,title,url\n"
    "goals.txt,targets_and_results,川崎市,中原区,令和2年度,目標と結果,\n"
    "standards.txt,standards,川崎市,,令和3年度,基準,\n"
    "guideline.txt,guideline,川崎市,,平成23年度,手引き,\n"
    "policy.txt,policy,大阪市,鶴見区,平成29年度,,https://example.org/\n";

constexpr std::array kFiles{"goals.txt", "standards.txt", "guideline.txt", "policy.txt",
                            "川崎市幸区_令和4年度.txt"};

// The files stay where they are; only their content changes from input to input.
std::vector<corpus::ReportReading> readings_of(std::string_view input) {
  static const testing::TemporaryDirectory folder;
  testing::write_file(folder.path() / "catalogue.csv", kCatalogue);
  for (const char* file : kFiles) {
    testing::write_file(folder.path() / file, input);
  }
  return corpus::read_reports({folder.path()}, shipped_wards());
}

// The number of the last line; of bytes that are not text, as far as a remark could count them.
int last_line_of(std::string_view input) {
  if (const auto text = corpus::SourceText::from_bytes(input, "input")) {
    return text->lines().back().number;
  }
  return static_cast<int>(std::count(input.begin(), input.end(), '\n')) + 1;
}

void require_sound_text(const corpus::Record& record) {
  require(!record.target.empty() || !record.result.empty(), "a record has a text");
  require(record.result_status != corpus::ResultStatus::Missing || record.result.empty(),
          "a missing result is empty");
  require(record.result_status != corpus::ResultStatus::Reported || !record.result.empty(),
          "a reported result is not empty");
  for (const std::string& text : {record.target, record.result, record.department.name,
                                  record.department.raw, record.source.title}) {
    require_utf8(text, "the texts of a record are well-formed");
  }
  for (const std::string& heading : record.headings) {
    require_utf8(heading, "a heading is well-formed");
  }
}

bool is_safe_in_an_url(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
}

void require_sound_record(const corpus::Record& record, const corpus::ReportReading& reading,
                          int last_line) {
  require(!record.id.empty() && std::all_of(record.id.begin(), record.id.end(), is_safe_in_an_url),
          "an id is safe in a URL");
  require(record.source.file == reading.file, "a record names its file");
  require(record.source.line >= 1 && record.source.line <= last_line,
          "a record begins on a line of its file");
  require(record.scenes.size() <= 2, "a record has two scenes at most");
  require(shipped_wards().by_code(record.ward.code) == record.ward, "the ward is a known one");
  require_sound_text(record);
  const auto stored = corpus::record_from_json(corpus::to_json(record).dump());
  require(stored && *stored == record, "a record survives being stored");
}

void require_sound(const corpus::ReportReading& reading, int last_line) {
  require(reading.report.has_value() || (reading.has_errors() && reading.records.empty()),
          "what cannot be read is said");
  require(reading.covered_characters <= reading.text_characters,
          "no more is covered than there is");
  for (const corpus::Record& record : reading.records) {
    require_sound_record(record, reading, last_line);
  }
  for (const corpus::Diagnostic& diagnostic : reading.diagnostics) {
    require(!diagnostic.message.empty(), "a remark says something");
    require(diagnostic.file == reading.file, "a remark names its file");
    require(diagnostic.line >= 0 && diagnostic.line <= last_line,
            "a remark is about a line of its file");
    require_utf8(to_string(diagnostic), "a remark is well-formed");
  }
}

}  // namespace

void check(std::string_view input) {
  const int last_line = last_line_of(input);
  const std::vector<corpus::ReportReading> readings = readings_of(input);
  require(readings.size() == kFiles.size(), "each file has a reading");
  std::set<std::string> ids;
  for (const corpus::ReportReading& reading : readings) {
    require_sound(reading, last_line);
    for (const corpus::Record& record : reading.records) {
      require(ids.insert(record.id).second, "an id is given once");
    }
  }
}

}  // namespace torikumi::fuzz
