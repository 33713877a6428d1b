#include "searchd/practices/practice_list.h"

#include "tests/searchd/practices/practice_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<corpus::Record>& records() {
  static const std::vector<corpus::Record> kRecords{
      initiative_of("a", kawasaki(), 2020, "総務課", "番号発券機を置きます。"),
      initiative_of("b", nakahara(), 2020, "区民課", "番号発券機を新しくします。"),
      initiative_of("c", nakahara(), 2021, "区民課", "番号発券機の画面を大きくします。"),
      initiative_of("d", nakahara(), 2021, "保険年金課", "朝礼で名札を確かめます。"),
      initiative_of("e", nakahara(), 2022, "保険年金課", "名札を新しくします。"),
      example_of("f", tsurumi(), 2010, "発券の機械を置きました。"),
      initiative_of("g", nakahara(), 2022, "区民課", "朝礼を開きます。"),
  };
  return kRecords;
}

const IndexSnapshot& snapshot() {
  static const PracticeIndex kIndex(
      records(), {{.until_year = {},
                   .practices = {practice_of("p-1", "番号発券機を置く", {0, 1, 2, 5}, records()),
                                 practice_of("p-2", "名札を付ける", {3, 4}, records()),
                                 practice_of("p-3", "朝礼を開く", {6, 3}, records())}}});
  return kIndex.snapshot();
}

PracticeListRequest all_kinds() {
  PracticeListRequest request;
  request.query.filters.kinds = {corpus::RecordKind::Initiative, corpus::RecordKind::Example};
  return request;
}

std::vector<std::string> ids_of(const PracticeListRequest& request) {
  std::vector<std::string> ids;
  for (const ListedPractice& listed : list_practices(request, snapshot()).practices) {
    ids.push_back(listed.view.practice->id);
  }
  return ids;
}

TEST(PracticeListTest, CountsWardsYearsAndDepartments) {
  const PracticeList list = list_practices(all_kinds(), snapshot());
  const PracticeView& widest = list.practices.front().view;
  EXPECT_EQ(widest.practice->id, "p-1");
  EXPECT_THAT(widest.members, ElementsAre(0U, 1U, 2U, 3U));
  ASSERT_EQ(widest.wards.size(), 3U);
  EXPECT_EQ(snapshot().ward_at(widest.wards[1].ward).name, "中原区");
  EXPECT_EQ(widest.wards[1].records, 2U);
  ASSERT_EQ(widest.years.size(), 3U);
  EXPECT_EQ(widest.first_seen(), 2010);
  EXPECT_EQ(widest.latest_seen(), 2021);
  ASSERT_EQ(widest.departments.size(), 2U) << "an example has no department";
  EXPECT_EQ(widest.departments[1].records, 2U);
}

TEST(PracticeListTest, CountsOnlyMembersThatPassTheFilters) {
  PracticeListRequest request = all_kinds();
  request.query.filters.ward_codes = {nakahara().code};
  request.query.filters.fiscal_years = {{2021, 2021}};
  const PracticeList list = list_practices(request, snapshot());
  ASSERT_EQ(list.practices.size(), 3U);
  for (const ListedPractice& listed : list.practices) {
    EXPECT_EQ(listed.view.members.size(), 1U);
    EXPECT_EQ(listed.view.first_seen(), 2021);
  }
}

TEST(PracticeListTest, LeavesOutWhatNoMemberOfPasses) {
  PracticeListRequest request = all_kinds();
  request.query.filters.ward_codes = {kawasaki().code};
  EXPECT_THAT(ids_of(request), ElementsAre("p-1"));
  request.query.filters.fiscal_years = {{2025, 2025}};
  EXPECT_THAT(ids_of(request), IsEmpty());
}

TEST(PracticeListTest, LeavesOutWhatHasTooFewWardsOrDepartments) {
  PracticeListRequest request = all_kinds();
  request.min_wards = 2;
  EXPECT_THAT(ids_of(request), ElementsAre("p-1"));
  request.min_wards = 1;
  request.min_departments = 2;
  EXPECT_THAT(ids_of(request), ElementsAre("p-1", "p-3"));
  request.query.filters.ward_codes = {nakahara().code};
  EXPECT_THAT(ids_of(request), ElementsAre("p-3"));
}

TEST(PracticeListTest, FindsByMembersTheLargestShareFirst) {
  PracticeListRequest request = all_kinds();
  request.query.q = "保険年金課 OR 新しく";
  const PracticeList list = list_practices(request, snapshot());
  ASSERT_EQ(list.practices.size(), 3U);
  EXPECT_EQ(list.practices[0].view.practice->id, "p-2");
  EXPECT_EQ(list.practices[0].found, 2U);
  EXPECT_EQ(list.practices[1].view.practice->id, "p-3");
  EXPECT_DOUBLE_EQ(list.practices[1].share_found(), 0.5);
  EXPECT_DOUBLE_EQ(list.practices[2].share_found(), 0.25);
}

TEST(PracticeListTest, PutsWhatIsNamedSoFirst) {
  PracticeListRequest request = all_kinds();
  request.query.q = "朝礼";
  EXPECT_THAT(ids_of(request), ElementsAre("p-3", "p-2")) << "both have one, one is called so";
  request.query.q = "番号発券機を置く";
  const PracticeList list = list_practices(request, snapshot());
  ASSERT_FALSE(list.practices.empty());
  EXPECT_TRUE(list.practices.front().is_named);
}

TEST(PracticeListTest, FindsNothingForAQueryThatNothingHolds) {
  PracticeListRequest request = all_kinds();
  request.query.q = "太陽光発電";
  EXPECT_THAT(ids_of(request), IsEmpty());
}

TEST(PracticeListTest, GivesThePracticesOfOneRecord) {
  PracticeListRequest request = all_kinds();
  request.of_document = 4;
  EXPECT_THAT(ids_of(request), ElementsAre("p-3", "p-2"));
}

TEST(PracticeListTest, SortsAsAsked) {
  struct Case {
    PracticeOrder order;
    std::vector<std::string> want;
  };
  const std::vector<Case> cases{{PracticeOrder::Relevance, {"p-1", "p-3", "p-2"}},
                                {PracticeOrder::Spread, {"p-1", "p-3", "p-2"}},
                                {PracticeOrder::Size, {"p-1", "p-3", "p-2"}},
                                {PracticeOrder::Recent, {"p-3", "p-2", "p-1"}},
                                {PracticeOrder::Label, {"p-2", "p-3", "p-1"}}};
  for (const Case& row : cases) {
    PracticeListRequest request = all_kinds();
    request.order = row.order;
    EXPECT_EQ(ids_of(request), row.want) << static_cast<int>(row.order);
  }
}

}  // namespace
}  // namespace torikumi::searchd
