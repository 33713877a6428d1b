#include "corpus/passage_collector.h"

#include "corpus/record_id.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

// Headings have no level of their own in extracted text, only a look. Each look has a rank; a
// heading ends everything of its own look and of the same or a deeper rank. Two exceptions: signs
// such as 【…】 and <…> nest in both orders, so one directly below another opens a level of its
// own; and the names of the principles stand below the heading that announces them, whatever they
// look like.

namespace torikumi::corpus {
namespace {

constexpr int kFirstSignRank = 6;  // From here on headings are signs, not numbers.

// What stands between a scene's label and its definition.
constexpr std::array<std::string_view, 5> kDefinitionMarks{"・・・", "…", "：", ":", "‥"};

// The scene that an item such as お知らせ・・・市民が… defines.
std::optional<Scene> defined_scene(std::string_view text) {
  for (const std::string_view mark : kDefinitionMarks) {
    const std::size_t end = text.find(mark);
    if (end != std::string_view::npos) {
      if (const auto scene = scene_named(text.substr(0, end))) {
        return scene;
      }
    }
  }
  return std::nullopt;
}

// A heading that, left without any text, was an item of a list after all.
bool may_be_item(HeadingStyle style) {
  switch (style) {
    case HeadingStyle::Numbered:
    case HeadingStyle::ParenNumbered:
    case HeadingStyle::Kana:
    case HeadingStyle::NoteMark:
    case HeadingStyle::Circle:
    case HeadingStyle::Diamond:
      return true;
    default:
      return false;
  }
}

bool announces_principles(const DocumentBlock& block) {
  return block.text.ends_with("理念") && block.style != HeadingStyle::Numbered;
}

}  // namespace

int PassageCollector::rank_of(HeadingStyle style) const {
  const int below_title =
      in_appendix_ ? 1 : 0;  // An appendix has documents with titles of their own.
  switch (style) {
    case HeadingStyle::Part:
      return 0;
    case HeadingStyle::Front:
    case HeadingStyle::Markdown:
    case HeadingStyle::Chapter:
      return 1;
    case HeadingStyle::Numbered:
      return 1 + below_title;
    case HeadingStyle::Section:
      return 2;
    case HeadingStyle::ParenNumbered:
      return 2 + below_title;
    case HeadingStyle::Subsection:
    case HeadingStyle::Kana:
      return 3;
    case HeadingStyle::Plain:
      return in_appendix_ ? 1 : 4;
    case HeadingStyle::Parenthesized:
    case HeadingStyle::Dated:
      return 4;
    case HeadingStyle::NoteMark:
      return 5;
    case HeadingStyle::Bracket:
    case HeadingStyle::Angle:
    case HeadingStyle::Circle:
      return kFirstSignRank;
    case HeadingStyle::Diamond:
    case HeadingStyle::TortoiseShell:
      return kFirstSignRank + 1;
  }
  return 1;
}

void PassageCollector::add(const DocumentBlock& block) {
  if (block.kind == DocumentBlock::Kind::Heading) {
    add_heading(block);
    return;
  }
  const PassageRole role = role_of(block);
  if (role == PassageRole::Principle && levels_.size() == principles_->depth) {
    principles_->are_items = true;
  }
  mark_content();
  parts_.text_characters += visible_character_count(block.text);
  emit(block.line, block.text, block.number, role);
}

void PassageCollector::add_paragraph(int line, const std::string& text) {
  mark_content();
  parts_.text_characters += visible_character_count(text);
  emit(line, text, std::nullopt, PassageRole::Paragraph);
}

void PassageCollector::finish() {
  pop_to(0);
  std::set<std::string_view> kept;
  for (const Record& record : parts_.records) {
    kept.insert(record.headings.begin(), record.headings.end());
  }
  for (const auto& [heading, line] : ended_headings_) {
    if (!kept.contains(heading) && report_.title.find(heading) == std::string::npos) {
      parts_.text_characters += visible_character_count(heading);
      parts_.note(line, fmt::format("the heading {} is in no record, for no text stands below it",
                                    quotation(heading)));
    }
  }
}

void PassageCollector::mark_levels() {
  for (Level& level : levels_) {
    level.has_content = true;
  }
}

void PassageCollector::mark_content() {
  mark_levels();
  if (principles_ && !principles_->are_items && levels_.size() <= principles_->depth) {
    principles_.reset();  // Text before the first name: the heading announced something else.
  }
}

std::vector<std::string> PassageCollector::headings() const {
  std::vector<std::string> texts;
  texts.reserve(levels_.size());
  for (const Level& level : levels_) {
    texts.push_back(level.text);
  }
  return texts;
}

void PassageCollector::add_heading(const DocumentBlock& block) {
  if (block.style == HeadingStyle::Part) {
    in_appendix_ = true;
  }
  if (add_principle_name(block)) {
    return;
  }
  const int rank = rank_of(block.style);
  pop_to(parent_depth(block.style, rank));
  push(block, rank);
  if (announces_principles(block)) {
    principles_ = PrincipleList{.depth = levels_.size()};
  }
}

bool PassageCollector::add_principle_name(const DocumentBlock& block) {
  if (!principles_) {
    return false;
  }
  const bool first = !principles_->has_names && levels_.size() == principles_->depth &&
                     !levels_.back().has_content && !announces_principles(block);
  if (!first && !(principles_->has_names && block.style == principles_->name_style)) {
    if (principles_->has_names) {
      pop_to(principles_->depth - 1);
    }
    principles_.reset();
    return false;
  }
  pop_to(principles_->depth);
  principles_->has_names = true;
  principles_->name_style = block.style;
  push(block, levels_.back().rank + 1);
  return true;
}

// How many levels stay above a heading of this look.
std::size_t PassageCollector::parent_depth(HeadingStyle style, int rank) const {
  for (std::size_t depth = levels_.size(); depth > 0; --depth) {
    const Level& level = levels_[depth - 1];
    if (level.style == style && level.rank >= rank) {
      return depth - 1;
    }
  }
  if (!levels_.empty() && rank >= kFirstSignRank && levels_.back().rank >= kFirstSignRank &&
      !levels_.back().has_content) {
    return levels_.size();
  }
  std::size_t depth = levels_.size();
  while (depth > 0 && levels_[depth - 1].rank >= rank) {
    --depth;
  }
  return depth;
}

void PassageCollector::pop_to(std::size_t depth) {
  while (levels_.size() > depth) {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    if (!level.has_content && may_be_item(level.style)) {
      mark_levels();
      parts_.text_characters += visible_character_count(level.text);
      emit(level.line, level.text, std::nullopt, PassageRole::Bullet);
    } else {
      ended_headings_.emplace(level.text, level.line);
    }
  }
}

void PassageCollector::push(const DocumentBlock& block, int rank) {
  mark_levels();
  levels_.push_back({block.text, block.style, rank, block.line, false});
}

PassageRole PassageCollector::role_of(const DocumentBlock& block) const {
  const bool item = block.kind == DocumentBlock::Kind::Bullet;
  const std::string_view innermost =
      levels_.empty() ? std::string_view() : std::string_view(levels_.back().text);
  if (principles_) {
    const bool below_name = levels_.size() > principles_->depth && !levels_.back().has_content;
    const bool listed = item && levels_.size() == principles_->depth &&
                        (principles_->are_items || !levels_.back().has_content);
    if (below_name || listed) {
      return PassageRole::Principle;
    }
  }
  if (item && items_ == ListItems::AsPolicies && innermost.find("方針") != std::string_view::npos) {
    return PassageRole::Policy;
  }
  if (item && innermost.find("場面") != std::string_view::npos && defined_scene(block.text)) {
    return PassageRole::SceneDefinition;
  }
  return item ? PassageRole::Bullet : PassageRole::Paragraph;
}

void PassageCollector::emit(int line, const std::string& text, std::optional<int> number,
                            PassageRole role) {
  Record record = record_of(report_, RecordKind::Passage, line);
  record.headings = headings();
  record.id = passage_id(report_, record.headings, ++passages_below_[record.headings]);
  record.number = number;
  record.role = role;
  record.target = text;
  if (role == PassageRole::SceneDefinition) {
    if (const auto scene = defined_scene(text)) {
      record.scenes = {*scene};
    }
  }
  parts_.add(std::move(record));
}

}  // namespace torikumi::corpus
