#include "corpus/cell_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::corpus {
namespace {

struct TextCase {
  const char* name;
  std::string_view text;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const TextCase& row) {
  return out << row.text;
}

class CleanCellTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(CleanCellTest, LeavesOnlyTheText) {
  EXPECT_EQ(clean_cell(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Markup, CleanCellTest,
    ::testing::Values(
        TextCase{"Empty", "", ""}, TextCase{"OnlyMarkup", "<p> </p><ul></ul>", ""},
        TextCase{"Paragraphs", "<p>鍵です。</p> <p>傘です。</p>", "鍵です。\n傘です。"},
        TextCase{"ListWithStyle", "<ul style=\"a: b\"> <li>鍵</li><li>傘</li></ul>", "鍵\n傘"},
        TextCase{"BreakTag", "鍵<br/>傘<BR>靴", "鍵\n傘\n靴"},
        TextCase{"InlineTags", "<b>鍵</b>と<span class='x'>傘</span>", "鍵と傘"},
        TextCase{"Stars", "**鍵**を数えます", "鍵を数えます"},
        TextCase{"TextInAngles", "<考え方>と<表>", "<考え方>と<表>"},
        TextCase{"LessThan", "3 < 5 です", "3 < 5です"},
        TextCase{"TagCutByTheEnd", "鍵<ul style=\"li", "鍵"},
        TextCase{"DashMark", "- 鍵です", "鍵です"}, TextCase{"MinusSign", "-5度", "-5度"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Blanks, CleanCellTest,
    ::testing::Values(
        TextCase{"InsideAWord", "番号 発券機", "番号発券機"},
        TextCase{"RunsAndWideBlanks", "鍵を　　数え   ます", "鍵を数えます"},
        TextCase{"LatinWords", "Web Site と e mail", "Web Siteとe mail"},
        TextCase{"WideLatinWords", "Ｗｅｂ Ｓｉｔｅ", "Ｗｅｂ Ｓｉｔｅ"},
        TextCase{"Hangul", "한국어 안내 を置く", "한국어 안내を置く"},
        TextCase{"BehindASentence", "数えます。  具体的には、", "数えます。\n具体的には、"},
        TextCase{"InsideQuotes", "「数えます。 」と言う", "「数えます。」と言う"},
        TextCase{"CircledNumbers", "①鍵 ②傘", "①鍵\n②傘"},
        TextCase{"BracketedNumbers", "(1) 鍵 (2) 傘", "(1)鍵\n(2)傘"},
        TextCase{"BareNumbersInSequence", "1 鍵 2 傘 3 10月の靴", "1 鍵\n2 傘\n3 10月の靴"},
        TextCase{"BareNumbersOutOfSequence", "第 2 回と 5 回", "第2回と5回"},
        TextCase{"Dates", "平成23年 7月 5日", "平成23年7月5日"},
        TextCase{"Bullets", "・ 鍵 ・ 傘", "・鍵\n・傘"},
        TextCase{"BulletBehindText", "棚の中 ・鍵", "棚の中\n・鍵"},
        TextCase{"MiddleDotWithBlanks", "鍵 ・ 傘", "鍵・傘"},
        TextCase{"Remark", "数えます ※急ぐときを除く", "数えます\n※急ぐときを除く"},
        TextCase{"SpellingStays", "ﾍﾞﾙと㈱と１２", "ﾍﾞﾙと㈱と１２"}),
    [](const auto& row) { return row.param.name; });

TEST(SettledTextTest, KeepsBlanksOfPrintedLinesExceptInWideWords) {
  EXPECT_EQ(settled_text("第1条  この決まり", Blanks::Printed), "第1条 この決まり");
  EXPECT_EQ(settled_text("附 則", Blanks::Printed), "附則");
  EXPECT_EQ(settled_text("対 面 対 応", Blanks::Printed), "対面対応");
  EXPECT_EQ(settled_text("毎月　鍵を数えます。 次に", Blanks::Printed), "毎月 鍵を数えます。次に");
}

TEST(SettledTextTest, ChangesNothingOnASecondRun) {
  for (const std::string_view text :
       {"1 鍵 2 傘 3 10月の靴", "数えます。  具体的には、① 鍵 ② 傘", "Web Site と 棚の中 ・鍵"}) {
    const std::string once = settled_text(text, Blanks::Layout);
    EXPECT_EQ(settled_text(once, Blanks::Layout), once);
  }
}

TEST(HasUnclosedParagraphTest, SeesCutsOnly) {
  EXPECT_FALSE(has_unclosed_paragraph("<p>鍵</p> <p>傘</p>"));
  EXPECT_FALSE(has_unclosed_paragraph("<ul> ①鍵"));
  EXPECT_FALSE(has_unclosed_paragraph("3 < 5, <考え方>"));
  EXPECT_TRUE(has_unclosed_paragraph("<p>鍵</p> <p>傘"));
  EXPECT_TRUE(has_unclosed_paragraph("<p>鍵</"));
  EXPECT_TRUE(has_unclosed_paragraph("鍵<ul style"));
}

TEST(JoinedLinesTest, PutsABlankBetweenLatinWordsOnly) {
  EXPECT_EQ(joined_lines("鍵を ", " 数えます"), "鍵を数えます");
  EXPECT_EQ(joined_lines("Web", "Site"), "Web Site");
  EXPECT_EQ(joined_lines("", "鍵"), "鍵");
}

TEST(EndsSentenceTest, LooksBehindClosingBrackets) {
  EXPECT_TRUE(ends_sentence("数えます。"));
  EXPECT_TRUE(ends_sentence("（数えます。） "));
  EXPECT_FALSE(ends_sentence("数えて"));
  EXPECT_FALSE(ends_sentence("（数）"));
  EXPECT_FALSE(ends_sentence(""));
}

struct MarkCase {
  const char* name;
  std::string_view text;
  int number;  // 0 for none.
  std::string_view rest;
};
std::ostream& operator<<(std::ostream& out, const MarkCase& row) {
  return out << row.text;
}

class LeadingListMarkTest : public ::testing::TestWithParam<MarkCase> {};

TEST_P(LeadingListMarkTest, ReadsTheNumber) {
  const auto mark = leading_list_mark(GetParam().text);
  ASSERT_EQ(mark ? mark->number : 0, GetParam().number);
  if (mark) {
    EXPECT_EQ(GetParam().text.substr(mark->byte_count), GetParam().rest);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, LeadingListMarkTest,
    ::testing::Values(
        MarkCase{"Circled", "③ 鍵", 3, "鍵"}, MarkCase{"CircledTwenty", "⑳鍵", 20, "鍵"},
        MarkCase{"Bracketed", "(12)鍵", 12, "鍵"}, MarkCase{"WideBracketed", "（２） 鍵", 2, "鍵"},
        MarkCase{"BeforeABlank", " 1　鍵", 1, "鍵"}, MarkCase{"Dotted", "1. 鍵", 1, "鍵"},
        MarkCase{"Decimal", "1.5倍", 0, ""}, MarkCase{"Date", "4月に", 0, ""},
        MarkCase{"Year", "2024 鍵", 0, ""}, MarkCase{"Zero", "0 鍵", 0, ""},
        MarkCase{"BracketedText", "(鍵)", 0, ""}, MarkCase{"Empty", "", 0, ""}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::corpus
