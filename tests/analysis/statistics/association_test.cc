#include "analysis/statistics/association.h"

#include <gtest/gtest.h>

namespace torikumi::analysis {
namespace {

TEST(JaccardTest, IsTheShareOfBothInEither) {
  EXPECT_DOUBLE_EQ(jaccard({.left = 6, .right = 4, .both = 2, .total = 50}), 2.0 / 8);
  EXPECT_DOUBLE_EQ(jaccard({.left = 4, .right = 4, .both = 4, .total = 4}), 1.0);
  EXPECT_DOUBLE_EQ(jaccard({.left = 3, .right = 4, .both = 0, .total = 9}), 0.0);
  EXPECT_DOUBLE_EQ(jaccard({}), 0.0);
}

// Tea and coffee, S. Brin, R. Motwani and C. Silverstein, SIGMOD 1997: of 100 baskets 25 hold tea,
// 90 coffee, 20 both; the interest is 0.89, so tea drinkers buy less coffee than others.
TEST(LiftTest, AgreesWithThePublishedExample) {
  EXPECT_NEAR(lift({.left = 25, .right = 90, .both = 20, .total = 100}), 0.89, 0.005);
}

TEST(LiftTest, IsZeroForAnEmptySet) {
  EXPECT_DOUBLE_EQ(lift({.left = 0, .right = 4, .both = 0, .total = 10}), 0.0);
}

TEST(OverlapTest, BecomesATableOfFourCells) {
  EXPECT_EQ(table_of({.left = 25, .right = 90, .both = 20, .total = 100}),
            (TwoByTwo{20, 5, 70, 5}));
}

}  // namespace
}  // namespace torikumi::analysis
