#include "indexer/console.h"

#include <gtest/gtest.h>

#include <string_view>

namespace torikumi::indexer {
namespace {

TEST(DisplayWidthTest, CountsColumnsOfATerminal) {
  struct Case {
    const char* name;
    std::string_view text;
    std::size_t want;
  };
  for (const Case& row : {
           Case{"empty", "", 0},
           Case{"ASCII", "abc 1", 5},
           Case{"kanji and kana", "中原区です", 10},
           Case{"full-width", "１２", 4},
           Case{"half-width kana", "ｻｰﾋﾞｽ", 5},
           Case{"voice mark on its own", "か\u3099", 2},
           Case{"mixed", "令和7年度", 9},
           Case{"control characters", "\x1b[31m", 4},
           Case{"ill-formed byte", "a\xFF", 2},
       }) {
    EXPECT_EQ(display_width(row.text), row.want) << row.name;
  }
}

TEST(ElidedTest, KeepsBeginningAndEndWithinTheWidth) {
  struct Case {
    const char* name;
    std::string_view text;
    std::size_t width;
    std::string_view want;
  };
  for (const Case& row : {
           Case{"fits", "report.txt", 10, "report.txt"},
           Case{"cut", "a-very-long-name.txt", 11, "a-ve…me.txt"},
           Case{"wide characters", "川崎市中原区令和二年度の報告書.txt", 15, "川崎…告書.txt"},
           Case{"narrow", "abcdef", 1, "…"},
       }) {
    const std::string got = elided(row.text, row.width);
    EXPECT_EQ(got, row.want) << row.name;
    EXPECT_LE(display_width(got), row.width) << row.name;
  }
}

TEST(PrintableTest, TakesTheTeethOutOfControlCharacters) {
  EXPECT_EQ(printable("a\x1b[2Jb\n\x7f"), "a\uFFFD[2Jb\uFFFD\uFFFD");
  EXPECT_EQ(printable("中原区.txt"), "中原区.txt");
}

TEST(WriteErrorTest, KeepsTheLinesOfAMessageAndNothingElseThatSteers) {
  ::testing::internal::CaptureStderr();
  write_error("torikumi-indexer", "a\x1b[2J.txt\n  b\r");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "torikumi-indexer: a\uFFFD[2J.txt\n  b\uFFFD\n");
}

TEST(ConsoleTableTest, LinesUpJapaneseAndStandsNumbersRight) {
  const ConsoleTable table{.header = {"ward", "year", "n"},
                           .is_number = {false, false, true},
                           .rows = {{"中原区", "令和2年度", "5"}, {"x", "-", "120"}}};
  EXPECT_EQ(table.to_string(),
            "ward    year         n\n"
            "------  ---------  ---\n"
            "中原区  令和2年度    5\n"
            "x       -          120\n");
}

TEST(ConsoleTableTest, PutsFurtherLinesOfACellBelow) {
  const ConsoleTable table{.header = {"file\n  kind", "n", "last"},
                           .is_number = {false, true, false},
                           .rows = {{"a.txt\n  policy", "1", "x\ny\nz"}, {"b", "22", ""}}};
  EXPECT_EQ(table.to_string(),
            "file       n  last\n"
            "  kind\n"
            "--------  --  ----\n"
            "a.txt      1  x\n"
            "  policy      y\n"
            "              z\n"
            "b         22\n");
}

TEST(ConsoleTableTest, ShowsAHeaderWithoutRows) {
  const ConsoleTable table{.header = {"a"}, .is_number = {true}, .rows = {}};
  EXPECT_EQ(table.to_string(), "a\n-\n");
}

// Standard error is no terminal under CTest.
TEST(ProgressLineTest, WritesOneLineForEachLabelWhenThereIsNoTerminal) {
  ::testing::internal::CaptureStderr();
  {
    ProgressLine progress;
    progress.show("reading", 1, 3, "a.txt");
    progress.show("reading", 2, 3, "b.txt");
    progress.show("indexing", 0, 10);
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "reading …\nindexing …\n");
}

}  // namespace
}  // namespace torikumi::indexer
