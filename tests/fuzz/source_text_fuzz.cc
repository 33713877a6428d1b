#include "corpus/source_text.h"
#include "tests/fuzz/invariant.h"

#include <string>
#include <string_view>

namespace torikumi::fuzz {
namespace {

constexpr std::string_view kName = "report.txt";
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr corpus::ReadLimits kLimits{.max_file_bytes = 4000, .max_line_bytes = 500, .max_files = 1};

void require_sound_lines(const corpus::SourceText& text) {
  const std::string_view whole = text.text();
  const char* end_of_last = whole.data();
  int last_number = 0;
  require(!text.lines().empty(), "there is at least one line");
  for (const corpus::SourceLine& line : text.lines()) {
    require(line.text.find_first_of("\n\f") == line.text.npos, "a line holds no line end");
    require(line.text.data() >= end_of_last &&
                line.text.data() + line.text.size() <= whole.data() + whole.size(),
            "lines follow each other within the text");
    require(line.number == last_number + 1 || (line.number == last_number && line.begins_page),
            "lines are numbered as an editor does");
    end_of_last = line.text.data() + line.text.size();
    last_number = line.number;
  }
}

// UTF-8 that is read again is the same: nothing is repaired twice.
void require_same_when_read_again(const corpus::SourceText& text) {
  const auto again = corpus::SourceText::from_bytes(text.text(), text.name());
  if (!again) {
    return;  // What another encoding hid: a text that begins like a PDF, say.
  }
  require(again->encoding() == corpus::TextEncoding::Utf8, "decoded text is UTF-8");
  require(again->text() == text.text() || text.text().starts_with(kBom),
          "decoded text stays as it is");
}

void require_same_bytes(const corpus::SourceText& text, std::string_view input) {
  if (input.starts_with(kBom)) {
    input.remove_prefix(kBom.size());
  }
  require(input.starts_with(text.text()), "UTF-8 is not rewritten");
  require(text.text() == input || !text.diagnostics().empty(), "what is cut off is said");
  for (const corpus::SourceLine& line : text.lines()) {
    require(line.text.size() <= kLimits.max_line_bytes, "no line is over the limit");
  }
}

}  // namespace

void check(std::string_view input) {
  const auto text = corpus::SourceText::from_bytes(input, std::string(kName), kLimits);
  if (!text) {
    const Error& error = text.error();
    require(!error.message.empty(), "an error says what is wrong");
    require_utf8(error.what(), "an error is well-formed");
    require(error.where.starts_with(kName), "an error names the file");
    return;
  }
  require(input.size() <= kLimits.max_file_bytes, "no file is over the limit");
  require_utf8(text->text(), "the text is well-formed");
  require_sound_lines(*text);
  require_same_when_read_again(*text);
  if (text->encoding() == corpus::TextEncoding::Utf8) {
    require_same_bytes(*text, input);
  }
}

}  // namespace torikumi::fuzz
