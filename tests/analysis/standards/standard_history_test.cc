#include "analysis/standards/standard_history.h"

#include "analysis/standards/list_year.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <ostream>
#include <vector>

namespace torikumi::analysis {
namespace {

using Lists = std::vector<ListedStandard>;

const Lists kEarlier{{1, "電話は3コール以内に受けています。"},
                     {2, "各階にフロア案内図を掲示しています。"},
                     {3, "古い用紙は、裏を使ってから捨てています。"}};

TEST(StandardHistoryTest, KeepsWhatIsTheSame) {
  for (const StandardStep& step : standard_steps(kEarlier, kEarlier)) {
    EXPECT_EQ(step.change, StandardChange::Unchanged);
    EXPECT_EQ(step.earlier, step.later);
    EXPECT_EQ(step.likeness, 1);
    EXPECT_FALSE(step.has_moved);
  }
}

TEST(StandardHistoryTest, TellsNewDroppedAndMovedApart) {
  const Lists later{{1, "電話は3コール以内に受けています。"},
                    {2, "申請書の記入台に、記入見本を置いています。"},
                    {3, "各階にフロア案内図を掲示しています。"}};
  const std::vector<StandardStep> want{
      {StandardChange::Unchanged, 0, 0, 1, false},
      {StandardChange::New, {}, 1, 0, false},
      {StandardChange::Unchanged, 1, 2, 1, true},
      {StandardChange::Dropped, 2, {}, 0, false},
  };
  EXPECT_EQ(standard_steps(kEarlier, later), want);
}

TEST(StandardHistoryTest, FindsARewordedStandardUnderAnotherNumber) {
  const Lists later{{7, "各階の入口にフロア案内図を掲示しています。"}};
  const std::vector<StandardStep> steps = standard_steps(kEarlier, later);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].change, StandardChange::Reworded);
  EXPECT_EQ(steps[0].earlier, 1U);
  EXPECT_TRUE(steps[0].has_moved);
  EXPECT_GE(steps[0].likeness, kRewordedLikeness);
  EXPECT_LT(steps[0].likeness, 1);
}

TEST(StandardHistoryTest, FindsAStandardToWhichALongSentenceWasAddedByItsNumber) {
  constexpr const char* kLonger =
      "電話は3コール以内に受け、お待たせしたときはお詫びの一言を必ず添えています。";
  EXPECT_EQ(standard_steps(kEarlier, {{1, kLonger}})[0].change, StandardChange::Reworded);
  EXPECT_EQ(standard_steps(kEarlier, {{9, kLonger}})[0].change, StandardChange::New);
}

TEST(StandardHistoryTest, PairsOneToOneAndEqualTextsByNumber) {
  const Lists twice{{1, "名札を着用しています。"}, {2, "名札を着用しています。"}};
  const Lists later{{2, "名札を着用しています。"}};
  const std::vector<StandardStep> want{{StandardChange::Unchanged, 1, 0, 1, false},
                                       {StandardChange::Dropped, 0, {}, 0, false}};
  EXPECT_EQ(standard_steps(twice, later), want);
}

TEST(StandardHistoryTest, PairsTextsThatAreTooShortForAPassage) {
  const std::vector<StandardStep> want{{StandardChange::Unchanged, 0, 0, 1, false}};
  EXPECT_EQ(standard_steps({{{}, "名札着用"}}, {{{}, "名札着用"}}), want);
}

TEST(StandardHistoryTest, HasNothingToSayOfEmptyLists) {
  EXPECT_TRUE(standard_steps({}, {}).empty());
  EXPECT_EQ(standard_steps({}, kEarlier).size(), 3U);
  EXPECT_EQ(standard_steps(kEarlier, {}).size(), 3U);
}

struct ListYearCase {
  const char* name;
  std::optional<int> record_year;
  std::vector<std::optional<int>> list_years;
  std::optional<std::size_t> want;
};
std::ostream& operator<<(std::ostream& out, const ListYearCase& row) {
  return out << row.name;
}

class ListYearTest : public ::testing::TestWithParam<ListYearCase> {};

TEST_P(ListYearTest, FindsTheListOfARecord) {
  EXPECT_EQ(list_place_for(GetParam().record_year, GetParam().list_years), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ListYearTest,
    ::testing::Values(ListYearCase{"NoLists", 2020, {}, {}},
                      ListYearCase{"ItsOwn", 2020, {2019, 2020, 2021}, 1},
                      ListYearCase{"TheNearest", 2008, {2024, 2020}, 1},
                      ListYearCase{"TheLaterOfTwoAsNear", 2020, {2018, 2022}, 1},
                      ListYearCase{"TheEarlierIfNearer", 2025, {2024, 2030}, 0},
                      ListYearCase{"NoYearOnlyIfThereIsNoOther", 2020, {{}, 2030}, 1},
                      ListYearCase{"NoYearAlone", 2020, {{}}, 0},
                      ListYearCase{"ARecordWithoutAYear", {}, {2020, 2024, {}}, 1}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::analysis
