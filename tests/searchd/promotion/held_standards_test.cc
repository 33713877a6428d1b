#include "searchd/promotion/held_standards.h"

#include <gtest/gtest.h>

namespace torikumi::searchd {
namespace {

HeldStandards two_lists() {
  return {{"市", {{2022, {}}, {2024, {}}}}};
}

TEST(LastListTest, IsTheLastOneUpToTheYear) {
  const HeldStandards held = two_lists();
  EXPECT_EQ(last_list(held, "市")->first, 2024);
  EXPECT_EQ(last_list(held, "市", 2024)->first, 2024);
  EXPECT_EQ(last_list(held, "市", 2023)->first, 2022);
  EXPECT_EQ(last_list(held, "市", 2021), nullptr);
  EXPECT_EQ(last_list(held, "町"), nullptr);
}

}  // namespace
}  // namespace torikumi::searchd
