#include "corpus/csv_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Result<CsvTable> parsed(std::string_view bytes) {
  return SourceText::from_bytes(std::string(bytes), "t.csv").and_then(CsvTable::parse);
}

TEST(CsvTableTest, ReadsRowsByColumn) {
  const CsvTable table = parsed("b,a\n1,2\n 3 ,4\n").value();
  EXPECT_THAT(table.columns(), ElementsAre("b", "a"));
  EXPECT_THAT(table.rows(), ElementsAre(CsvRow{2, {"1", "2"}}, CsvRow{3, {"3", "4"}}));
  EXPECT_EQ(table.cell(table.rows()[0], "a"), "2");
  EXPECT_EQ(table.cell(table.rows()[1], "b"), "3");
  EXPECT_EQ(table.cell(table.rows()[1], "c"), "");
}

TEST(CsvTableTest, ReadsQuotedCellsAndKnowsWhereARowBegins) {
  const CsvTable table =
      parsed(
          "\xEF\xBB\xBF"
          "a,b\r\n\"x, \"\"y\"\"\",\"二\r\n行\"\r\n\r\n,\r\n1\r\n\u3000\r\n2,3\r\n")
          .value();
  EXPECT_THAT(table.columns(), ElementsAre("a", "b"));
  EXPECT_THAT(table.rows(), ElementsAre(CsvRow{2, {"x, \"y\"", "二\n行"}}, CsvRow{6, {"1"}},
                                        CsvRow{8, {"2", "3"}}));
  EXPECT_EQ(table.cell(table.rows()[1], "b"), "");
}

TEST(CsvTableTest, TakesALastRowWithoutLineEnd) {
  EXPECT_THAT(parsed("a\n1").value().rows(), ElementsAre(CsvRow{2, {"1"}}));
  EXPECT_THAT(parsed("a\n\"1\"").value().rows(), ElementsAre(CsvRow{2, {"1"}}));
  EXPECT_THAT(parsed("a\n").value().rows(), IsEmpty());
  EXPECT_EQ(parsed("\na\n").value().first_line(), 2);
}

TEST(CsvTableTest, NamesTheFirstMissingColumn) {
  const CsvTable table = parsed("a,b\n").value();
  EXPECT_EQ(table.missing_column({"b", "a"}), std::nullopt);
  EXPECT_EQ(table.missing_column({"b", "c", "d"}), "c");
}

TEST(CsvTableTest, RefusesBrokenTablesWithTheLine) {
  const auto refused = [](std::string_view bytes) {
    return std::string(parsed(bytes).error().what());
  };
  const std::string misplaced =
      ": a quotation mark is out of place in the row that begins here; put the whole cell in "
      "quotation marks and double those inside it";
  EXPECT_EQ(refused("a,b\n1,2\n3,\"4\n5\n6\n"), "t.csv:3" + misplaced);
  EXPECT_EQ(refused("a,b\n1,x\"y\"\n"), "t.csv:2" + misplaced);
  EXPECT_EQ(refused("a,b\n\"1\"x,2\n"), "t.csv:2" + misplaced);
  EXPECT_EQ(refused("\na,b,a\n"),
            "t.csv:2: the column \"a\" is there twice; rename or remove one of them");
}

}  // namespace
}  // namespace torikumi::corpus
