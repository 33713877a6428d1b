#include "corpus/quoted_cells.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {
namespace {

// The lines, each as its number, a colon and its text.
std::string read(std::string_view text) {
  std::vector<SourceLine> lines;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    lines.push_back({text.substr(0, end), number, false});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  const UnquotedLines unquoted = without_cell_quotes(lines);
  std::string found;
  for (const SourceLine& line : unquoted.lines) {
    found += std::to_string(line.number) + ":" + std::string(line.text) + "\n";
  }
  return found;
}

struct Case {
  const char* name;
  const char* text;
  const char* want;
};
std::ostream& operator<<(std::ostream& out, const Case& row) {
  return out << row.text;
}

class QuotedCellsTest : public ::testing::TestWithParam<Case> {};

TEST_P(QuotedCellsTest, BecomeRowsWithoutMarks) {
  EXPECT_EQ(read(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, QuotedCellsTest,
    ::testing::Values(Case{"OneLine", "甲\t\"乙\"\t丙", "1:甲\t乙\t丙\n"},
                      Case{"SeveralLines", "甲\t\"乙\n丙\"\t\"丁\n\n戊\"\n己\t庚",
                           "1:甲\t乙 丙\t丁  戊\n5:己\t庚\n"},
                      Case{"FirstCell", "\"甲\n乙\"\t丙", "1:甲 乙\t丙\n"},
                      Case{"DoubledMarks", "甲\t\"\"\"乙\"\"と丙\"", "1:甲\t\"乙\"と丙\n"},
                      Case{"TabInside", "甲\t\"乙\t丙\"", "1:甲\t乙 丙\n"},
                      Case{"MarksInTheText", "甲\t\"乙\"丙\t丁\"", "1:甲\t\"乙\"丙\t丁\"\n"},
                      Case{"NeverClosed", "甲\t\"乙\n丙\t丁", "1:甲\t\"乙\n2:丙\t丁\n"},
                      Case{"NoTable", "\"甲\"\n乙", "1:\"甲\"\n2:乙\n"}),
    [](const auto& row) { return row.param.name; });

TEST(UnquotedLinesTest, ACellOfTooManyLinesIsText) {
  const std::string open = "甲\t\"乙";
  const std::string text = open + std::string(300, '\n') + "丙\"";
  EXPECT_EQ(read(text).substr(0, open.size() + 3), "1:" + open + "\n");
}

}  // namespace
}  // namespace torikumi::corpus
