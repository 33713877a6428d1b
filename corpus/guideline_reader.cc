#include "corpus/guideline_reader.h"

#include "corpus/cell_text.h"
#include "corpus/document_block.h"
#include "corpus/example_table.h"
#include "corpus/passage_collector.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr std::size_t kLongestHeaderCell = 24;  // Characters.

// True for the header of a list of members.
bool names_people(const DocumentBlock& header) {
  return std::any_of(header.cells.begin(), header.cells.end(), [](std::string_view cell) {
    const std::string word = without_blanks(cell);
    return word.ends_with("氏名") || word == "名前" || word == "委員名";
  });
}

// True for a first row that only names the columns.
bool is_header(const DocumentBlock& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) {
    const std::string text = clean_cell(cell);
    return visible_character_count(text) <= kLongestHeaderCell && !ends_sentence(text);
  });
}

std::size_t visible_in(const std::vector<DocumentBlock>& rows) {
  std::size_t count = 0;
  for (const DocumentBlock& row : rows) {
    for (const std::string_view cell : row.cells) {
      count += visible_character_count(without_markup(cell));
    }
  }
  return count;
}

class GuidelineReader {
 public:
  GuidelineReader(const Report& report, const WardRegistry& wards)
      : report_(report), wards_(wards), passages_(report, parts_) {}

  ReadingParts read(const std::vector<SourceLine>& lines) {
    for (DocumentBlock& block : document_blocks(lines)) {
      const bool row = block.kind == DocumentBlock::Kind::Row;
      if (!row || block.after_gap) {
        finish_table();
      }
      if (row) {
        table_.push_back(std::move(block));
      } else {
        passages_.add(block);
      }
    }
    finish_table();
    passages_.finish();
    if (parts_.records.empty()) {
      parts_.error(0, "there is no text in this file that could be read as a guideline");
    }
    return std::move(parts_);
  }

 private:
  void finish_table() {
    if (table_.empty()) {
      return;
    }
    const std::vector<DocumentBlock> rows = std::exchange(table_, {});
    passages_.mark_content();
    if (is_example_header(rows.front())) {
      read_examples(rows, report_, wards_, parts_);
    } else if (names_people(rows.front())) {
      parts_.text_characters += visible_in(rows);
      parts_.note(rows.front().line, "a table of people's names is left out: it is personal data");
    } else {
      read_rows(rows);
    }
  }

  void read_rows(const std::vector<DocumentBlock>& rows) {
    for (std::size_t index = is_header(rows.front()) ? 1 : 0; index < rows.size(); ++index) {
      std::string text;
      for (const std::string_view cell : rows[index].cells) {
        const std::string cell_text = clean_cell(cell);
        if (!cell_text.empty()) {
          text += text.empty() ? cell_text : '\n' + cell_text;
        }
      }
      if (!text.empty()) {
        passages_.add_paragraph(rows[index].line, text);
      }
    }
  }

  const Report& report_;
  const WardRegistry& wards_;
  ReadingParts parts_;
  PassageCollector passages_;
  std::vector<DocumentBlock> table_;  // The rows of the table being read.
};

}  // namespace

ReadingParts read_guideline(const std::vector<SourceLine>& lines, const Report& report,
                            const WardRegistry& wards) {
  return GuidelineReader(report, wards).read(lines);
}

}  // namespace torikumi::corpus
