#include "corpus/goal_cell.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::corpus {
namespace {

struct NumberCase {
  const char* cell;
  int number;  // 0 for none.
  std::size_t byte_count;
};
std::ostream& operator<<(std::ostream& out, const NumberCase& row) {
  return out << row.cell;
}

class GoalNumberTest : public ::testing::TestWithParam<NumberCase> {};

TEST_P(GoalNumberTest, IsReadFromTheStartOfTheCell) {
  const auto mark = leading_goal_number(GetParam().cell);
  EXPECT_EQ(mark.has_value(), GetParam().number > 0);
  if (mark) {
    EXPECT_EQ(mark->number, GetParam().number);
    EXPECT_EQ(mark->byte_count, GetParam().byte_count);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, GoalNumberTest,
                         ::testing::Values(NumberCase{"1", 1, 1}, NumberCase{"１２", 12, 6},
                                           NumberCase{"1 お知らせ", 1, 2},
                                           NumberCase{"12お知らせ", 12, 2}, NumberCase{"①", 1, 3},
                                           NumberCase{"(3)", 3, 3}, NumberCase{"100", 100, 3},
                                           NumberCase{"100 共通", 100, 4}, NumberCase{"1000", 0, 0},
                                           NumberCase{"0", 0, 0}, NumberCase{"", 0, 0},
                                           NumberCase{"3コール以内", 0, 0}, NumberCase{"1-2", 0, 0},
                                           NumberCase{"目標１", 0, 0}));

TEST(GoalCellTest, ANumberMayHaveALabelAndNothingElse) {
  EXPECT_TRUE(is_goal_number(" 1 "));
  EXPECT_TRUE(is_goal_number("1 電 話 対 応"));
  EXPECT_FALSE(is_goal_number("② 共通 案内します。"));
  EXPECT_FALSE(is_goal_number(""));
}

}  // namespace
}  // namespace torikumi::corpus
