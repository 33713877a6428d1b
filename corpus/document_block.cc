#include "corpus/document_block.h"

#include "corpus/cell_text.h"
#include "corpus/text_table.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

// How a document is taken apart: `BlockBuilder` gathers the lines that belong together (a marked
// line begins something new, an unmarked one continues it), `classified` says what the result is.
// A short line without the end of a sentence is a heading; everything else has to carry text.

namespace torikumi::corpus {
namespace {

constexpr std::size_t kLongestHeading = 45;  // Characters of a marked heading.
constexpr std::size_t kLongestPlainHeading =
    30;  // Characters of one that only its shortness marks.
constexpr std::size_t kLongestDatedHeading = 60;

using Kind = DocumentBlock::Kind;

struct StyledWord {
  std::string_view word;
  HeadingStyle style;
};

constexpr std::array kWholeHeadings{
    StyledWord{"資料編", HeadingStyle::Part},    StyledWord{"参考資料", HeadingStyle::Part},
    StyledWord{"はじめに", HeadingStyle::Front}, StyledWord{"おわりに", HeadingStyle::Front},
    StyledWord{"前文", HeadingStyle::Front},     StyledWord{"附則", HeadingStyle::Front},
};

struct HeadingBrackets {
  std::string_view open;
  std::string_view close;
  HeadingStyle style;
};

constexpr std::array kHeadingBrackets{
    HeadingBrackets{"【", "】", HeadingStyle::Bracket},
    HeadingBrackets{"〔", "〕", HeadingStyle::TortoiseShell},
    HeadingBrackets{"<", ">", HeadingStyle::Angle},
    HeadingBrackets{"〈", "〉", HeadingStyle::Angle},
    HeadingBrackets{"＜", "＞", HeadingStyle::Angle},
};

constexpr std::array kSymbols{
    StyledWord{"●", HeadingStyle::Circle},  StyledWord{"○", HeadingStyle::Circle},
    StyledWord{"◆", HeadingStyle::Diamond}, StyledWord{"◇", HeadingStyle::Diamond},
    StyledWord{"■", HeadingStyle::Diamond}, StyledWord{"□", HeadingStyle::Diamond},
};

constexpr std::array<std::string_view, 3> kDots{"・", "･", "•"};

// 第1章, 第一節 or 第2款 at the start: how deep, and where the text behind it begins.
std::optional<HeadingStyle> chapter_style(std::string_view text) {
  if (!text.starts_with("第")) {
    return std::nullopt;
  }
  std::size_t at = std::string_view("第").size();
  std::size_t digits = 0;
  while (at < text.size()) {
    const CodePoint here = code_point_at(text, at);
    const std::string_view rest = text.substr(at);
    if (digits > 0 && (rest.starts_with("章") || rest.starts_with("編"))) {
      return HeadingStyle::Chapter;
    }
    if (digits > 0 && rest.starts_with("節")) {
      return HeadingStyle::Section;
    }
    if (digits > 0 && rest.starts_with("款")) {
      return HeadingStyle::Subsection;
    }
    const bool digit =
        (here.value >= U'0' && here.value <= U'9') ||
        (here.value >= U'０' && here.value <= U'９') ||
        std::u32string_view(U"一二三四五六七八九十").find(here.value) != std::u32string_view::npos;
    if (!digit || ++digits > 3) {
      return std::nullopt;
    }
    at = here.byte_end;
  }
  return std::nullopt;
}

bool begins_with_article(std::string_view text) {
  const std::size_t end = text.find("条");
  return text.starts_with("第") && end != std::string_view::npos && end <= 12;
}

bool begins_with_kana_mark(std::string_view text) {
  if (text.empty()) {
    return false;
  }
  const CodePoint first = code_point_at(text, 0);
  return first.value >= U'ア' && first.value <= U'ン' && first.byte_end < text.size() &&
         is_blank(code_point_at(text, first.byte_end).value);
}

// 平成23年 4月22日 …
bool begins_with_date(std::string_view text) {
  const std::size_t year = text.find("年");
  const std::size_t month = text.find("月");
  const std::size_t day = text.find("日");
  const bool ordered = year < month && month < day && day != std::string_view::npos;
  return ordered && day <= 40 &&
         (text.starts_with("平成") || text.starts_with("令和") || text.starts_with("昭和") ||
          text.starts_with("20"));
}

bool begins_with_bracket_heading(std::string_view text) {
  return std::any_of(kHeadingBrackets.begin(), kHeadingBrackets.end(),
                     [&](const HeadingBrackets& pair) { return text.starts_with(pair.open); });
}

const StyledWord* leading_symbol(std::string_view text) {
  const auto* found = std::find_if(kSymbols.begin(), kSymbols.end(), [&](const StyledWord& known) {
    return text.starts_with(known.word);
  });
  return found == kSymbols.end() ? nullptr : found;
}

std::size_t leading_dot(std::string_view text) {
  for (const std::string_view dot : kDots) {
    if (text.starts_with(dot)) {
      return dot.size();
    }
  }
  return 0;
}

// True if a line begins something of its own.
bool is_marked(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("#") ||
         line.starts_with("※") || line.starts_with("|") || line.starts_with("![") ||
         leading_dot(line) > 0 || leading_symbol(line) != nullptr ||
         begins_with_bracket_heading(line) || leading_list_mark(line) || chapter_style(line) ||
         begins_with_article(line) || begins_with_kana_mark(line);
}

// A line such as "電 話：…": a label with its value, not to be run together with the next.
bool is_labelled(std::string_view line) {
  const std::size_t colon = line.find("：");
  return colon != std::string_view::npos && colon <= 24;
}

bool is_rule_line(std::string_view line) {
  return line.find_first_not_of("|-: =_") == std::string_view::npos;
}

// The lines that make up one block, before it is known what it is.
struct Draft {
  int line = 0;
  std::string text;
  bool marked = false;
  bool after_gap = false;
};

DocumentBlock block_of(const Draft& draft, Kind kind, std::string_view text) {
  DocumentBlock block;
  block.kind = kind;
  block.line = draft.line;
  block.text = settled_text(text, Blanks::Printed);
  block.after_gap = draft.after_gap;
  return block;
}

DocumentBlock heading_of(const Draft& draft, HeadingStyle style, std::string_view text) {
  DocumentBlock block = block_of(draft, Kind::Heading, text);
  block.style = style;
  return block;
}

DocumentBlock bullet_of(const Draft& draft, std::string_view text) {
  text = trimmed(text);
  text.remove_prefix(leading_dot(text));
  const auto mark = leading_list_mark(text);
  DocumentBlock block = block_of(draft, Kind::Bullet, mark ? text.substr(mark->byte_count) : text);
  if (mark) {
    block.number = mark->number;
  }
  return block;
}

bool is_short(std::string_view text, std::size_t longest) {
  return visible_character_count(text) <= longest && !ends_sentence(text);
}

// 【…】 and its like, alone or with a text behind it; nothing for a bracket within a sentence.
std::vector<DocumentBlock> bracket_blocks(const Draft& draft, std::string_view text) {
  for (const HeadingBrackets& pair : kHeadingBrackets) {
    const std::size_t close = text.find(pair.close);
    if (!text.starts_with(pair.open) || close == std::string_view::npos) {
      continue;
    }
    const std::string_view inside = text.substr(pair.open.size(), close - pair.open.size());
    const std::string_view rest = trimmed(text.substr(close + pair.close.size()));
    if (rest.empty()) {
      return {heading_of(draft, pair.style, inside)};
    }
    if (pair.style == HeadingStyle::TortoiseShell) {
      return {heading_of(draft, pair.style, inside), block_of(draft, Kind::Paragraph, rest)};
    }
  }
  return {};
}

std::optional<DocumentBlock> marked_heading(const Draft& draft, std::string_view text,
                                            bool dashed) {
  if (const StyledWord* symbol = leading_symbol(text);
      symbol != nullptr && is_short(text, kLongestHeading)) {
    return heading_of(draft, symbol->style, text.substr(symbol->word.size()));
  }
  if (dashed || !is_short(text, kLongestHeading)) {
    return std::nullopt;
  }
  if (const auto style = chapter_style(text)) {
    return heading_of(draft, *style, text);
  }
  if (begins_with_kana_mark(text)) {
    return heading_of(draft, HeadingStyle::Kana, text);
  }
  const CodePoint first = code_point_at(text, 0);
  const bool parenthesized = first.value == U'(' || first.value == U'（';
  if (leading_list_mark(text) && !(first.value >= U'①' && first.value <= U'⑳')) {
    return heading_of(draft, parenthesized ? HeadingStyle::ParenNumbered : HeadingStyle::Numbered,
                      text);
  }
  if (parenthesized && (text.ends_with(")") || text.ends_with("）"))) {
    return heading_of(draft, HeadingStyle::Parenthesized,
                      text.substr(first.byte_end,
                                  text.size() - first.byte_end - (text.ends_with(")") ? 1U : 3U)));
  }
  if (text.starts_with("※ ") || text.starts_with("※　")) {
    return heading_of(draft, HeadingStyle::NoteMark, text.substr(std::string_view("※").size()));
  }
  return std::nullopt;
}

std::optional<DocumentBlock> unmarked_heading(const Draft& draft, std::string_view text) {
  const std::string squeezed = without_blanks(text);
  for (const StyledWord& known : kWholeHeadings) {
    if (known.word == squeezed) {
      return heading_of(draft, known.style, squeezed);
    }
  }
  if (begins_with_date(text) && is_short(text, kLongestDatedHeading)) {
    return heading_of(draft, HeadingStyle::Dated, text);
  }
  const bool goes_on = text.ends_with("、") || text.ends_with("，");
  if (!draft.marked && is_short(text, kLongestPlainHeading) && !goes_on && !is_labelled(text)) {
    return heading_of(draft, HeadingStyle::Plain, text);
  }
  return std::nullopt;
}

std::vector<DocumentBlock> classified(const Draft& draft) {
  const std::string plain = without_markup(draft.text);
  std::string_view text = trimmed(plain);
  if (text.starts_with("![") || is_rule_line(text)) {
    return {};
  }
  if (text.starts_with("#")) {
    return {heading_of(draft, HeadingStyle::Markdown,
                       text.substr(std::min(text.find_first_not_of('#'), text.size())))};
  }
  const bool dashed = text.starts_with("- ") || text.starts_with("* ");
  if (dashed) {
    text = trimmed(text.substr(2));
  }
  if (text.starts_with("|")) {
    text = trimmed(text.substr(1, text.size() - (text.ends_with("|") ? 2U : 1U)));
  }
  if (text.empty()) {
    return {};
  }
  if (auto blocks = bracket_blocks(draft, text); !blocks.empty()) {
    return blocks;
  }
  if (auto heading = marked_heading(draft, text, dashed)) {
    return {std::move(*heading)};
  }
  const bool item = leading_list_mark(text) || leading_dot(text) > 0;
  if ((dashed && !begins_with_article(text)) || item || leading_symbol(text) != nullptr) {
    return {bullet_of(draft, text)};
  }
  if (auto heading = unmarked_heading(draft, text)) {
    return {std::move(*heading)};
  }
  return {block_of(draft, Kind::Paragraph, text)};
}

// 第1章 … （第1条～第5条）: an entry of the contents of an ordinance.
bool lists_articles(std::string_view text) {
  return chapter_style(text) && text.find("（第") != std::string_view::npos && text.ends_with("）");
}

// A line of a table of contents without tabs: dots that lead to a page, the articles of a chapter,
// or
// "- 資料 1 …" in front of an appendix.
bool is_contents_line(std::string_view text) {
  const bool leaders = text.find("....") != std::string_view::npos ||
                       text.find("……") != std::string_view::npos ||
                       text.find("・・・・") != std::string_view::npos;
  const bool ends_in_page = !text.empty() && text.back() >= '0' && text.back() <= '9';
  const std::string_view entry = trimmed(text.starts_with("- ") ? text.substr(2) : text);
  const bool lists_appendix = entry.starts_with("資料") && !ends_sentence(entry) &&
                              leading_list_mark(entry.substr(std::string_view("資料").size()));
  return (leaders && ends_in_page) || lists_articles(text) || lists_appendix;
}

// A row of a table of contents: its last cell is the number of a page.
bool ends_in_page_number(const std::vector<std::string_view>& cells) {
  const std::string_view last = cells.empty() ? std::string_view() : trimmed(cells.back());
  return !last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos;
}

// Headings that stand for no text: captions of images, and the date on a cover.
bool is_left_out(const DocumentBlock& block) {
  if (block.text.empty()) {
    return true;
  }
  if (block.kind != Kind::Heading) {
    return false;
  }
  const bool date = block.style == HeadingStyle::Plain && block.text.ends_with("月") &&
                    block.text.find("年") != std::string::npos &&
                    block.text.find_first_of("0123456789") != std::string::npos;
  return date || block.text.ends_with("イメージ");
}

// True if the text ends inside round brackets that close nowhere.
bool has_open_bracket(std::string_view text) {
  int depth = 0;
  for (const CodePoint& here : code_points(text)) {
    if (here.value == U'(' || here.value == U'（') {
      ++depth;
    } else if (here.value == U')' || here.value == U'）') {
      --depth;
    }
  }
  return depth > 0;
}

class BlockBuilder {
 public:
  std::vector<DocumentBlock> built(const std::vector<SourceLine>& lines) {
    for (const SourceLine& line : lines) {
      read(line);
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void read(const SourceLine& line) {
    if (trimmed(line.text).empty()) {
      finish();
      gap_ = true;
      return;
    }
    if (auto cells = row_cells(line.text); !cells.empty()) {
      finish();
      add_row(line, std::move(cells));
      return;
    }
    if (draft_ && continues(line.text)) {
      draft_->text = is_labelled(draft_->text) || is_labelled(line.text)
                         ? draft_->text + '\n' + std::string(trimmed(line.text))
                         : joined_lines(draft_->text, line.text);
      return;
    }
    finish();
    draft_ = Draft{line.number, std::string(trimmed(line.text)), is_marked(line.text), gap_};
    gap_ = false;
  }

  [[nodiscard]] bool continues(std::string_view line) const {
    const bool heading_mark = draft_->text.starts_with("#") ||
                              (draft_->marked && begins_with_bracket_heading(draft_->text));
    return !is_marked(line) && !heading_mark && !ends_sentence(draft_->text);
  }

  void add_row(const SourceLine& line, std::vector<std::string_view> cells) {
    if (!in_contents_ || !ends_in_page_number(cells)) {
      in_contents_ = false;
      DocumentBlock block;
      block.kind = Kind::Row;
      block.line = line.number;
      block.cells = std::move(cells);
      block.after_gap = gap_;
      blocks_.push_back(std::move(block));
    }
    gap_ = false;
  }

  void finish() {
    if (!draft_) {
      return;
    }
    const Draft draft = std::move(*draft_);
    draft_.reset();
    if (without_blanks(draft.text) == "目次" || is_contents_line(draft.text)) {
      in_contents_ = true;
      lists_articles_ = lists_articles_ || lists_articles(draft.text);
      return;
    }
    for (DocumentBlock& block : classified(draft)) {
      if (is_left_out(block) || (in_contents_ && is_contents_word(block))) {
        continue;
      }
      in_contents_ = false;
      lists_articles_ = false;
      content_below_bracket(block);
      if (goes_on_behind_gap(block)) {
        blocks_.back().text = joined_lines(blocks_.back().text, block.text);
      } else {
        blocks_.push_back(std::move(block));
      }
    }
  }

  // The words that stand between the chapters of a table of contents.
  [[nodiscard]] bool is_contents_word(const DocumentBlock& block) const {
    return block.kind == Kind::Heading &&
           (block.text == "前文" || block.text == "附則" || block.style == HeadingStyle::Section ||
            block.style == HeadingStyle::Subsection ||
            (lists_articles_ && block.style == HeadingStyle::Chapter));
  }

  // A page break inside a bracket tears a paragraph in two.
  [[nodiscard]] bool goes_on_behind_gap(const DocumentBlock& block) const {
    return !blocks_.empty() && block.kind == Kind::Paragraph && block.after_gap &&
           (blocks_.back().kind == Kind::Paragraph || blocks_.back().kind == Kind::Bullet) &&
           ends_sentence(block.text) && has_open_bracket(blocks_.back().text);
  }

  // A short line right below 【…】 is what the bracket announces, not one more heading.
  void content_below_bracket(DocumentBlock& block) const {
    const bool below = !blocks_.empty() && blocks_.back().kind == Kind::Heading &&
                       blocks_.back().style == HeadingStyle::Bracket &&
                       !blocks_.back().text.ends_with("理念");
    if (below && block.kind == Kind::Heading && block.style == HeadingStyle::Plain) {
      block.kind = Kind::Paragraph;
    }
  }

  std::vector<DocumentBlock> blocks_;
  std::optional<Draft> draft_;
  bool gap_ = true;
  bool in_contents_ = false;     // Within a table of contents,
  bool lists_articles_ = false;  // and that of an ordinance.
};

}  // namespace

std::vector<DocumentBlock> document_blocks(const std::vector<SourceLine>& lines) {
  return BlockBuilder().built(lines);
}

}  // namespace torikumi::corpus
