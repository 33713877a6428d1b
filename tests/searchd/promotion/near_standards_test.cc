#include "searchd/promotion/near_standards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

using analysis::FactMember;
using analysis::LinkStrength;
using analysis::StandardLink;
using analysis::StandardRelation;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

HeldStandard standard(std::size_t place, int number, std::string text) {
  HeldStandard held{place, {}};
  held.record.number = number;
  held.record.target = std::move(text);
  held.record.scope = corpus::StandardScope::EachSection;
  return held;
}

/// 名札 in the lists of both years, 掲示 in the later one only.
HeldStandards two_lists() {
  return {{"市",
           {{2023, {standard(10, 1, "名札を着けています。")}},
            {2024,
             {standard(20, 1, "掲示を整えています。"), standard(21, 2, "名札を着けています。")}}}}};
}

FactMember member(std::size_t record) {
  FactMember made;
  made.record = record;
  made.sentence.bytes = {0, 30};
  return made;
}

StandardLink raising(std::size_t record, std::size_t place, std::string by) {
  StandardLink link;
  link.record = record;
  link.standard = place;
  link.strength = LinkStrength::Strong;
  link.relation = StandardRelation::Raises;
  link.raised_by = std::move(by);
  link.sentence.bytes = {0, 30};
  return link;
}

/// How members 0 and 1, of whom both say 名札, stand to the list of 2024.
std::vector<analysis::NearStandard> near(const std::vector<StandardLink>& links) {
  const HeldStandards held = two_lists();
  const std::vector<FactMember> members{member(0), member(1)};
  const std::vector<analysis::StandardSimilarity> similarities{
      {.standard = 21, .similarity = 0.6, .strong_sentences = 2},
      {.standard = 10, .similarity = 0.6, .strong_sentences = 2},
      {.standard = 20, .similarity = 0.1, .strong_sentences = 0}};
  const NearStandards near_standards(held, [&](std::size_t record) {
    const auto begin = std::find_if(links.begin(), links.end(), [&](const StandardLink& link) {
      return link.record == record;
    });
    const auto end = std::find_if(begin, links.end(),
                                  [&](const StandardLink& link) { return link.record != record; });
    return std::span<const StandardLink>(begin, end);
  });
  return near_standards.of(members, similarities, held.at("市").at(2024));
}

TEST(NearStandardsTest, KeepsTheOrderAndLeavesOtherListsOut) {
  const auto found = near({});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, 2);
  EXPECT_EQ(found[0].scope, corpus::StandardScope::EachSection);
  EXPECT_EQ(found[0].stating, 2U);
  EXPECT_EQ(found[0].raising, 0U);
  EXPECT_EQ(found[1].number, 1);
  EXPECT_EQ(found[1].stating, 0U);
}

TEST(NearStandardsTest, CountsThoseThatRaiseItApart) {
  const auto found = near({raising(0, 21, "年4回"), raising(1, 21, "年4回")});
  EXPECT_EQ(found[0].stating, 0U);
  EXPECT_EQ(found[0].raising, 2U);
  EXPECT_THAT(found[0].raised_by, ElementsAre("年4回"));
}

TEST(NearStandardsTest, ALinkToTheSameWordsOfAnotherYearCounts) {
  const auto found = near({raising(0, 10, "英語")});
  EXPECT_EQ(found[0].stating, 1U);
  EXPECT_EQ(found[0].raising, 1U);
}

TEST(NearStandardsTest, OtherSentencesWeakLinksAndRepeatsRaiseNothing) {
  StandardLink elsewhere = raising(0, 21, "年4回");
  elsewhere.sentence.bytes = {30, 60};
  StandardLink weak = raising(0, 21, "年4回");
  weak.strength = LinkStrength::Weak;
  StandardLink repeating = raising(1, 21, "");
  repeating.relation = StandardRelation::Repeats;
  const auto found = near({elsewhere, weak, repeating});
  EXPECT_EQ(found[0].raising, 0U);
  EXPECT_THAT(found[0].raised_by, IsEmpty());
}

}  // namespace
}  // namespace torikumi::searchd
