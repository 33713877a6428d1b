#include "corpus/text_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string_view>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array kWords{ColumnWord{"結果", Column::Result}, ColumnWord{"目標", Column::Target},
                            ColumnWord{"部署", Column::Department}};
constexpr std::array kRequired{Column::Target};

std::optional<ColumnLayout> layout_of(std::string_view line) {
  return ColumnLayout::from_header(row_cells(line), kWords, kRequired);
}

TEST(RowCellsTest, SplitsAtTabsAndBars) {
  EXPECT_THAT(row_cells("a\t\t b\t"), ElementsAre("a", "", " b", ""));
  EXPECT_THAT(row_cells("| a | b |"), ElementsAre(" a ", " b "));
  EXPECT_THAT(row_cells("- | a | b |"), ElementsAre(" a ", " b "));
}

TEST(RowCellsTest, SeesNoRowInTextAndRules) {
  EXPECT_THAT(row_cells(""), IsEmpty());
  EXPECT_THAT(row_cells("text"), IsEmpty());
  EXPECT_THAT(row_cells("| one cell |"), IsEmpty());
  EXPECT_THAT(row_cells("|---|:--|"), IsEmpty());
  EXPECT_THAT(row_cells("|"), IsEmpty());
}

TEST(ColumnLayoutTest, FindsColumnsByWords) {
  const auto layout = layout_of("部 署 名\t目標及び内容\t\t結果及び目標の達成度\t備考");
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->size(), 5U);
  EXPECT_EQ(layout->at(0), Column::Department);
  EXPECT_EQ(layout->count(Column::Target), 2U);
  EXPECT_EQ(layout->at(3), Column::Result);
  EXPECT_EQ(layout->at(4), Column::Other);
}

TEST(ColumnLayoutTest, TakesRowsForWhatTheyAre) {
  EXPECT_FALSE(layout_of("総務課\t1\t目標を決めます。\t結果をまとめました。"));
  EXPECT_FALSE(layout_of("部署\t結果"));
  EXPECT_FALSE(layout_of("目標\tその他"));
  EXPECT_FALSE(layout_of("部署\t目標を決めるまでの長い道のりについての詳しい説明の文\t結果"));
}

TEST(ColumnLayoutTest, GivesOutCellsByColumn) {
  auto layout = layout_of("部署\t目標\t\t結果");
  ASSERT_TRUE(layout);
  const auto cells = row_cells("総務課\t1\t鍵\t数えた");
  EXPECT_EQ(layout->cell(cells, Column::Target), "1\n鍵");
  layout->split_first(Column::Target, Column::Number);
  EXPECT_EQ(layout->cell(cells, Column::Number), "1");
  EXPECT_EQ(layout->cell(cells, Column::Target), "鍵");
  EXPECT_EQ(layout->cell(row_cells("総務課\t1"), Column::Result), "");
}

}  // namespace
}  // namespace torikumi::corpus
