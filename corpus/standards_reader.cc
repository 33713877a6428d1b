#include "corpus/standards_reader.h"

#include "corpus/cell_text.h"
#include "corpus/department.h"
#include "corpus/document_block.h"
#include "corpus/passage_collector.h"
#include "corpus/record_id.h"
#include "corpus/text_table.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr std::array kHeaderWords{
    ColumnWord{"基準", Column::Standard}, ColumnWord{"所管", Column::Owner},
    ColumnWord{"担当", Column::Owner},    ColumnWord{"場面", Column::Scene},
    ColumnWord{"No", Column::Number},     ColumnWord{"NO", Column::Number},
    ColumnWord{"№", Column::Number},      ColumnWord{"番号", Column::Number},
    ColumnWord{"Ｎｏ", Column::Number},
};
constexpr std::array kRequiredColumns{Column::Standard};

// The scope that the headings around a table tell, the innermost first.
StandardScope scope_of(const std::vector<std::string>& headings) {
  for (auto heading = headings.rbegin(); heading != headings.rend(); ++heading) {
    if (heading->find("特定の課") != std::string::npos) {
      return StandardScope::ParticularSections;
    }
    if (heading->find("独自") != std::string::npos) {
      return StandardScope::OneWard;
    }
    if (heading->find("各課") != std::string::npos) {
      return StandardScope::EachSection;
    }
  }
  return StandardScope::AllOffices;
}

// The names in a cell that blanks separate.
std::vector<std::string> names_in(std::string_view cell) {
  std::vector<std::string> names;
  bool in_name = false;
  for (const CodePoint& here : code_points(cell)) {
    if (is_blank(here.value)) {
      in_name = false;
      continue;
    }
    if (!in_name) {
      names.emplace_back();
      in_name = true;
    }
    names.back().append(cell.substr(here.byte_begin, here.byte_end - here.byte_begin));
  }
  return names;
}

// True if each of `names` is one whole office, not a piece of a name that was set wide.
bool are_offices(const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return name.ends_with("課") || name.ends_with("室") || name.ends_with("部") ||
           name.ends_with("係") || name.ends_with("所") || name.ends_with("センター") ||
           name.ends_with("担当");
  });
}

// Each of `names` once, in order, with blanks between.
std::string distinct(const std::vector<std::string>& names) {
  std::string joined;
  for (auto name = names.begin(); name != names.end(); ++name) {
    if (std::find(names.begin(), name, *name) == name) {
      joined += joined.empty() ? *name : ' ' + *name;
    }
  }
  return joined;
}

class StandardsReader {
 public:
  explicit StandardsReader(const Report& report) : report_(report), passages_(report, parts_) {}

  ReadingParts read(const std::vector<SourceLine>& lines) {
    for (const DocumentBlock& block : document_blocks(lines)) {
      if (block.kind == DocumentBlock::Kind::Row) {
        read_row(block);
        continue;
      }
      finish_owner_group();
      if (block.kind == DocumentBlock::Kind::Heading) {
        scene_.reset();
        owner_cell_.clear();
      }
      passages_.add(block);
    }
    finish_owner_group();
    passages_.finish();
    if (!layout_) {
      parts_.error(0, "there is no table of standards in this file",
                   "a header row such as No, 基準, 場面 must stand above it, with tabs between its "
                   "cells");
    }
    return std::move(parts_);
  }

 private:
  void read_row(const DocumentBlock& block) {
    if (auto layout = ColumnLayout::from_header(block.cells, kHeaderWords, kRequiredColumns)) {
      layout_ = std::move(layout);
      passages_.mark_content();
      return;
    }
    if (!layout_) {
      parts_.error(block.line, fmt::format("a row above the header of its table is left out: {}",
                                           quotation(block.cells.front())));
      return;
    }
    const std::string text = clean_cell(layout_->cell(block.cells, Column::Standard));
    const std::string number = clean_cell(layout_->cell(block.cells, Column::Number));
    parts_.text_characters += visible_character_count(text);
    if (text.empty()) {
      if (!number.empty()) {
        parts_.error(block.line, fmt::format("standard {} has no text and is left out", number));
      }
      return;
    }
    if (number.empty() && !owner_group_.empty()) {
      append_to_previous(block.line, text);
      return;
    }
    add_standard(block, number, text);
  }

  void append_to_previous(int line, const std::string& text) {
    Record& record = parts_.records[owner_group_.back()];
    record.target = ends_sentence(record.target) ? record.target + '\n' + text
                                                 : joined_lines(record.target, text);
    parts_.covered_characters += visible_character_count(text);
    parts_.note(line,
                fmt::format("a row without number was taken as the rest of the one on line {}",
                            record.source.line));
  }

  void add_standard(const DocumentBlock& block, const std::string& number,
                    const std::string& text) {
    Record record = record_of(report_, RecordKind::Standard, block.line);
    if (const auto mark = leading_list_mark(number + ' ')) {
      record.number = mark->number;
    } else {
      parts_.warn(block.line, fmt::format("{} is not the number of a standard", quotation(number)));
    }
    if (block.cells.size() < layout_->size()) {
      parts_.warn(block.line, fmt::format("the row has {} cells instead of {}", block.cells.size(),
                                          layout_->size()));
    }
    record.id = standard_id(report_, record.number.value_or(0));
    record.target = text;
    record.headings = passages_.headings();
    record.scope = scope_of(record.headings);
    record.scenes = scenes_of(block);
    const std::string owner = without_markup(layout_->cell(block.cells, Column::Owner));
    if (!trimmed(owner).empty()) {
      finish_owner_group();
      owner_cell_ = owner;
    }
    owner_group_.push_back(parts_.records.size());
    parts_.add(std::move(record));
  }

  std::vector<Scene> scenes_of(const DocumentBlock& block) {
    const std::string cell = without_markup(layout_->cell(block.cells, Column::Scene));
    if (!trimmed(cell).empty()) {
      const auto label = leading_scene_label(cell);
      const bool known = label && label->byte_count == cell.size();
      if (!known) {
        parts_.warn(block.line, fmt::format("{} is not the label of a scene", quotation(cell)));
      }
      scene_ = known ? label->scenes : std::vector<Scene>{};
    }
    return scene_.value_or(std::vector<Scene>{});
  }

  // Gives the rows under one merged cell of owners their owner.
  void finish_owner_group() {
    const std::vector<std::string> names = names_in(owner_cell_);
    const bool offices = are_offices(names);
    const bool one_each = offices && names.size() > 1 && names.size() == owner_group_.size();
    const std::string common = offices ? distinct(names) : owner_cell_;
    for (std::size_t row = 0; row < owner_group_.size() && !names.empty(); ++row) {
      Record& record = parts_.records[owner_group_[row]];
      record.department = department_from(one_each ? names[row] : common, report_.ward);
    }
    if (one_each) {
      parts_.note(parts_.records[owner_group_.front()].source.line,
                  fmt::format("{} owners in one cell were given to its {} rows one by one",
                              names.size(), names.size()));
    }
    owner_group_.clear();
  }

  const Report& report_;
  ReadingParts parts_;
  PassageCollector passages_;
  std::optional<ColumnLayout> layout_;
  std::optional<std::vector<Scene>> scene_;  // Of the merged cell being read.
  std::string owner_cell_;
  std::vector<std::size_t> owner_group_;  // Indexes of the records under `owner_cell_`.
};

}  // namespace

ReadingParts read_standards(const std::vector<SourceLine>& lines, const Report& report) {
  return StandardsReader(report).read(lines);
}

}  // namespace torikumi::corpus
