#ifndef CORPUS_DOCUMENT_BLOCK_H_
#define CORPUS_DOCUMENT_BLOCK_H_

// A document in extracted text as a sequence of headings, paragraphs, list items and table rows.

#include "corpus/source_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// The look of a heading, which tells how deep it stands.
enum class HeadingStyle {
  Part,           ///< 資料編
  Front,          ///< はじめに, 前文, 附則
  Markdown,       ///< ## …
  Chapter,        ///< 第1章 …
  Section,        ///< 第1節 …
  Subsection,     ///< 第1款 …
  Numbered,       ///< 1 …
  ParenNumbered,  ///< (1) …
  Kana,           ///< ア …
  Parenthesized,  ///< （目的）
  Dated,          ///< 平成23年4月22日（金） …
  Plain,          ///< A short line on its own.
  NoteMark,       ///< ※ …
  Bracket,        ///< 【…】
  Angle,          ///< <…>, 〈…〉
  Circle,         ///< ● …
  Diamond,        ///< ◆ …, ◇ …, ■ …
  TortoiseShell,  ///< 〔…〕
};

struct DocumentBlock {
  enum class Kind { Heading, Paragraph, Bullet, Row };
  Kind kind = Kind::Paragraph;
  HeadingStyle style = HeadingStyle::Plain;  ///< Of a heading.
  int line = 0;                              ///< 1-based line on which it begins.
  std::string text;  ///< Settled; of a heading without its signs, of an item without its mark.
  std::optional<int> number;            ///< Of a list item: ①, (1).
  std::vector<std::string_view> cells;  ///< Of a row, as they are. Borrows from the lines.
  bool after_gap = false;               ///< A blank line or another kind of block stands before it.
};

/// The blocks of `lines`. Lines of one paragraph are joined, Markdown signs go; the table of
/// contents (目次), images and the captions of images (【…イメージ】) are left out.
std::vector<DocumentBlock> document_blocks(const std::vector<SourceLine>& lines);

}  // namespace torikumi::corpus

#endif  // CORPUS_DOCUMENT_BLOCK_H_
