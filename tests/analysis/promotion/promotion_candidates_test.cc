#include "analysis/promotion/promotion_candidates.h"

#include "tests/analysis/promotion/made_up_practices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace torikumi::analysis {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double kSmall = 1e-12;

Promotion promote(const std::vector<PracticeFacts>& practices, PromotionOptions options = {}) {
  return promotion_candidates(practices, five_wards(), options);
}

FactMember unachieved(FactMember made) {
  made.outcome = ResultOutcome::NotAchieved;
  return made;
}

std::vector<std::size_t> order_of(const Promotion& promotion) {
  std::vector<std::size_t> places;
  for (const Candidate& candidate : promotion.candidates) {
    places.push_back(candidate.practice);
  }
  return places;
}

TEST(PromotionCandidatesTest, FindsNothingInNothing) {
  EXPECT_THAT(promotion_candidates({}, {}, {}).candidates, IsEmpty());
  EXPECT_THAT(promote({}).rejected, IsEmpty());
}

TEST(PromotionCandidatesTest, NeedsTwoWardsUnlessToldOtherwise) {
  const std::vector<PracticeFacts> one{practice("p", {member(1, "a", 2020), member(2, "a", 2021)})};
  const Promotion refused = promote(one);
  EXPECT_THAT(refused.candidates, IsEmpty());
  ASSERT_EQ(refused.rejected.size(), 1U);
  EXPECT_EQ(refused.rejected[0].reason, NoCandidate::TooFewWards);
  PromotionOptions options;
  options.min_wards = 1;
  EXPECT_EQ(promote(one, options).candidates.size(), 1U);
}

TEST(PromotionCandidatesTest, AMunicipalityIsNoWard) {
  EXPECT_THAT(promote({practice("p", {member(1, "a", 2020), member(2, "city", 2020)})}).candidates,
              IsEmpty());
}

TEST(PromotionCandidatesTest, WhatHasNoYearCannotBeRanked) {
  PracticeFacts timeless = practice("p", {member(1, "a", 2020), member(2, "b", 2020)});
  timeless.members[0].fiscal_year.reset();
  timeless.members[1].fiscal_year.reset();
  const Promotion promotion = promote({timeless});
  ASSERT_EQ(promotion.rejected.size(), 1U);
  EXPECT_EQ(promotion.rejected[0].reason, NoCandidate::NoYear);
}

struct StandardCase {
  const char* name;
  std::size_t stating;
  std::size_t raising;
  corpus::StandardScope scope;
  bool is_candidate;
  CandidateKind kind;
};
std::ostream& operator<<(std::ostream& out, const StandardCase& row) {
  return out << row.name;
}

class NearStandardTest : public testing::TestWithParam<StandardCase> {};

// Four members, of which some state and some raise the standard.
TEST_P(NearStandardTest, DecidesWhatTheCandidateWouldBe) {
  const StandardCase& row = GetParam();
  const Promotion promotion = promote({practice(
      "p", {member(1, "a", 2020), member(2, "b", 2020), member(3, "a", 2021), member(4, "b", 2021)},
      {near_standard(27, row.stating, row.raising, row.scope)})});
  ASSERT_EQ(promotion.candidates.size(), row.is_candidate ? 1U : 0U);
  if (row.is_candidate) {
    EXPECT_EQ(promotion.candidates[0].kind, row.kind);
    EXPECT_EQ(promotion.candidates[0].nearest->number, 27);
  } else {
    EXPECT_EQ(promotion.rejected[0].reason, NoCandidate::Stated);
    EXPECT_EQ(promotion.rejected[0].standard->number, 27);
  }
}

using enum corpus::StandardScope;
using enum CandidateKind;

INSTANTIATE_TEST_SUITE_P(
    Table, NearStandardTest,
    testing::Values(StandardCase{"MostStateIt", 3, 0, AllOffices, false, NewItem},
                    StandardCase{"HalfStateIt", 2, 0, AllOffices, false, NewItem},
                    StandardCase{"OneStatesIt", 1, 0, AllOffices, true, NewItem},
                    StandardCase{"SomeStateAndSomeRaiseIt", 2, 1, AllOffices, false, NewItem},
                    StandardCase{"NearOnly", 0, 0, AllOffices, true, NewItem},
                    StandardCase{"OfEachSection", 3, 0, EachSection, false, NewItem},
                    StandardCase{"OfParticularSections", 3, 0, ParticularSections, false, NewItem},
                    StandardCase{"MostRaiseIt", 1, 3, AllOffices, true, Extension},
                    StandardCase{"SomeRaiseIt", 0, 2, ParticularSections, true, Extension},
                    StandardCase{"OneRaisesIt", 0, 1, AllOffices, true, NewItem},
                    StandardCase{"MoreStateThanRaise", 3, 1, AllOffices, false, NewItem},
                    StandardCase{"OfOneWard", 4, 0, OneWard, true, WardStandard},
                    StandardCase{"OneOfOneWard", 1, 0, OneWard, true, NewItem}),
    [](const auto& row) { return row.param.name; });

TEST(PromotionCandidatesTest, TheNearestStandardIsTheFirstOfThoseGiven) {
  const Promotion promotion = promote({practice("p", {member(1, "a", 2020), member(2, "b", 2020)},
                                                {near_standard(3, 0, 0), near_standard(9, 0, 0)})});
  EXPECT_EQ(promotion.candidates[0].nearest->number, 3);
}

TEST(PromotionCandidatesTest, PartsAreWhatTheirFormulasSay) {
  // Two of three wards that reported since 2020, two departments, one year of two, a year old, one
  // of two results.
  PracticeFacts facts = practice("p", {member(1, "a", 2020), member(2, "b", 2020)});
  facts.members[1].outcome = ResultOutcome::Partly;
  const Candidate found = promote({facts}).candidates.at(0);
  EXPECT_EQ(found.part(RankPart::Wards).counts, (Proportion{2, 3}));
  EXPECT_DOUBLE_EQ(found.part(RankPart::Wards).value, wilson_interval({2, 3}).low);
  EXPECT_DOUBLE_EQ(found.part(RankPart::Departments).value, 2.0 / 7);
  EXPECT_DOUBLE_EQ(found.part(RankPart::Persistence).value, wilson_interval({1, 2}).low);
  EXPECT_DOUBLE_EQ(found.part(RankPart::Recency).value, std::pow(0.5, 0.1));
  EXPECT_DOUBLE_EQ(found.part(RankPart::Results).value, 0.5);
  EXPECT_DOUBLE_EQ(found.part(RankPart::Wards).weight, 0.4);
}

TEST(PromotionCandidatesTest, TheScoreIsTheWeightedSumOfTheParts) {
  PromotionOptions options;
  options.weights = {3, 0, 1, 0, 0};
  for (const Candidate& candidate :
       promote({practice("p", {member(1, "a", 2020), member(2, "b", 2021)}),
                practice("q", {member(3, "a", 2020), member(4, "c", 2021)})},
               options)
           .candidates) {
    double sum = 0;
    for (const PartOfRank& part : candidate.parts) {
      sum += part.weight * part.value;
      EXPECT_GE(part.value, 0);
      EXPECT_LE(part.value, 1);
    }
    EXPECT_THAT(candidate.score, DoubleNear(sum, kSmall));
    EXPECT_DOUBLE_EQ(candidate.part(RankPart::Wards).weight, 0.75);
  }
}

TEST(PromotionCandidatesTest, LeadsSumToNothing) {
  const Promotion promotion =
      promote({practice("p", {member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)}),
               practice("q", {member(4, "a", 2020), member(5, "b", 2020)})});
  for (const RankPart part : kAllRankParts) {
    EXPECT_THAT(promotion.candidates[0].part(part).lead + promotion.candidates[1].part(part).lead,
                DoubleNear(0, kSmall));
  }
  EXPECT_GT(promotion.candidates[0].part(RankPart::Wards).lead, 0);
}

struct OrderCase {
  const char* name;
  std::vector<FactMember> better;
  std::vector<FactMember> worse;
};
std::ostream& operator<<(std::ostream& out, const OrderCase& row) {
  return out << row.name;
}

class CandidateOrderTest : public testing::TestWithParam<OrderCase> {};

TEST_P(CandidateOrderTest, PutsTheBetterOneFirst) {
  // The better one has the later id, so that it is not the order of ids.
  EXPECT_THAT(
      order_of(promote({practice("a", GetParam().worse), practice("b", GetParam().better)})),
      ElementsAre(1, 0));
}

INSTANTIATE_TEST_SUITE_P(
    Table, CandidateOrderTest,
    testing::Values(OrderCase{"MoreWards",
                              {member(1, "a", 2021), member(2, "b", 2021), member(3, "c", 2021)},
                              {member(4, "a", 2021), member(5, "b", 2021), member(6, "b", 2021)}},
                    OrderCase{"MoreDepartments",
                              {member(1, "a", 2021), member(2, "b", 2021),
                               member(3, "b", 2021, "税務課")},
                              {member(4, "a", 2021), member(5, "b", 2021), member(6, "b", 2021)}},
                    OrderCase{"MoreYears",
                              {member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)},
                              {member(4, "a", 2020), member(5, "b", 2020), member(6, "c", 2020)}},
                    OrderCase{"BetterResults",
                              {member(1, "a", 2021), member(2, "b", 2021)},
                              {member(4, "a", 2021), unachieved(member(5, "b", 2021))}}),
    [](const auto& row) { return row.param.name; });

TEST(PromotionCandidatesTest, RecencyAloneDecidesIfItAloneCounts) {
  PromotionOptions options;
  options.weights = {0, 0, 0, 1, 0};
  EXPECT_THAT(order_of(promote({practice("a", {member(1, "a", 2020), member(2, "b", 2020)}),
                                practice("b", {member(3, "a", 2020), member(4, "b", 2021)})},
                               options)),
              ElementsAre(1, 0));
  options.half_life_years = 1;
  const Promotion promotion =
      promote({practice("a", {member(1, "a", 2020), member(2, "b", 2020)})}, options);
  EXPECT_DOUBLE_EQ(promotion.candidates[0].score, 0.5);
}

TEST(PromotionCandidatesTest, EqualsComeInOrderOfTheirIds) {
  EXPECT_THAT(order_of(promote({practice("q", {member(1, "a", 2020), member(2, "b", 2020)}),
                                practice("p", {member(3, "a", 2020), member(4, "b", 2020)})})),
              ElementsAre(1, 0));
}

TEST(PromotionCandidatesTest, TellsWardsWithoutItFromWardsThatCannotSay) {
  const Candidate found =
      promote({practice("p", {member(1, "a", 2020), member(2, "b", 2021)})}).candidates.at(0);
  EXPECT_THAT(found.missing, ElementsAre(2));
  EXPECT_THAT(found.earlier_only, ElementsAre(3)) << "its examples are of 2010";
  EXPECT_THAT(found.without_report, ElementsAre(4));
}

TEST(PromotionCandidatesTest, NamesWardsThatReportedLaterWithoutIt) {
  const Candidate found =
      promote({practice("p", {member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)})})
          .candidates.at(0);
  EXPECT_THAT(found.wards, ElementsAre(0, 1, 2));
  EXPECT_THAT(found.stopped, ElementsAre(0)) << "a reports 2021 as well";
}

TEST(PromotionCandidatesTest, OneMemberExtendsNoStandard) {
  const std::vector<FactMember> members{member(1, "a", 2020), member(2, "b", 2020)};
  EXPECT_EQ(promote({practice("p", members, {near_standard(1, 0, 1)})}).candidates.at(0).kind,
            CandidateKind::NewItem);
  EXPECT_EQ(promote({practice("p", members, {near_standard(1, 0, 2)})}).candidates.at(0).kind,
            CandidateKind::Extension);
}

TEST(PromotionCandidatesTest, ListedExamplesSayNothingAgainstIt) {
  const Candidate found =
      promote({practice("p", {example(1, "a", 2010), member(2, "b", 2021)})}).candidates.at(0);
  EXPECT_THAT(found.missing, ElementsAre(2));
  EXPECT_THAT(found.examples_only, ElementsAre(3));
  EXPECT_EQ(found.part(RankPart::Wards).counts, (Proportion{2, 3}));
  EXPECT_THAT(found.earlier_only, IsEmpty());
}

TEST(PromotionCandidatesTest, ResultsAreThingsThatWereMade) {
  PracticeFacts facts = practice("p", {member(1, "a", 2020), member(2, "b", 2020),
                                       member(3, "b", 2021), unachieved(member(4, "c", 2021))});
  facts.members[0].made_thing = false;
  facts.members[1].made_thing.reset();
  const Candidate found = promote({facts}).candidates.at(0);
  EXPECT_EQ(found.part(RankPart::Results).counts, (Proportion{1, 3}));
  EXPECT_EQ(found.achieved, 3U);
  EXPECT_EQ(found.members, 4U);
}

TEST(PromotionCandidatesTest, AWardThatNamesNoDepartmentHasOneAtLeast) {
  const Candidate found =
      promote({practice("p", {example(1, "d", 2010), example(2, "d", 2011), example(3, "a", 2011),
                              member(4, "a", 2020), member(5, "a", 2020, "税務課")})})
          .candidates.at(0);
  EXPECT_EQ(found.part(RankPart::Departments).counts.hits, 3U);
  EXPECT_EQ(found.departments.size(), 2U);
}

TEST(PromotionCandidatesTest, ListsOneOfThoseOnTheSameSentences) {
  const PracticeFacts wide =
      practice("p", {member(1, "a", 2020), member(2, "b", 2020), member(3, "c", 2021)});
  const PracticeFacts narrow = practice("q", {member(1, "a", 2020), member(2, "b", 2020)});
  const Promotion promotion = promote({narrow, wide});
  ASSERT_EQ(promotion.candidates.size(), 1U);
  EXPECT_EQ(promotion.candidates[0].practice, 1U);
  EXPECT_THAT(promotion.candidates[0].related, ElementsAre(0));
  ASSERT_EQ(promotion.rejected.size(), 1U);
  EXPECT_EQ(promotion.rejected[0].reason, NoCandidate::SameEvidence);
  EXPECT_EQ(promotion.rejected[0].other, 1U);
}

TEST(PromotionCandidatesTest, OtherSentencesOfTheSameRecordsAreOtherEvidence) {
  PracticeFacts second = practice("q", {member(1, "a", 2020), member(2, "b", 2020)});
  second.members[0].sentence.bytes = {30, 60};
  second.members[1].sentence.part = TextPart::Result;
  EXPECT_EQ(promote({practice("p", {member(1, "a", 2020), member(2, "b", 2020)}), second})
                .candidates.size(),
            2U);
}

TEST(PromotionCandidatesTest, HalfOfTheSentencesMayBeShared) {
  EXPECT_EQ(promote({practice("p", {member(1, "a", 2020), member(2, "b", 2020)}),
                     practice("q", {member(1, "a", 2020), member(3, "b", 2020)})})
                .candidates.size(),
            2U);
}

struct SurenessCase {
  const char* name;
  std::vector<FactMember> members;
  Sureness want;
  std::vector<SurenessLimit> limits;
};
std::ostream& operator<<(std::ostream& out, const SurenessCase& row) {
  return out << row.name;
}

class SurenessTest : public testing::TestWithParam<SurenessCase> {};

TEST_P(SurenessTest, FollowsFromTheLimits) {
  const Candidate found = promote({practice("p", GetParam().members)}).candidates.at(0);
  EXPECT_EQ(name_of(found.sureness), name_of(GetParam().want));
  EXPECT_EQ(found.limits, GetParam().limits);
}

using enum SurenessLimit;

INSTANTIATE_TEST_SUITE_P(
    Table, SurenessTest,
    testing::Values(
        SurenessCase{"ThreeWardsTwoYears",
                     {member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)},
                     Sureness::High,
                     {}},
        SurenessCase{
            "TwoWards", {member(1, "a", 2020), member(2, "b", 2021)}, Sureness::Medium, {FewWards}},
        SurenessCase{"TwoWardsOneYear",
                     {member(1, "a", 2021), member(2, "b", 2021)},
                     Sureness::Low,
                     {FewWards, OneYear}},
        SurenessCase{"ExamplesOnly",
                     {example(1, "a", 2010), example(2, "b", 2011), example(3, "d", 2012)},
                     Sureness::Low,
                     {ExamplesOnly, Old}},
        SurenessCase{"BadResults",
                     {unachieved(member(1, "a", 2020)), unachieved(member(2, "b", 2021)),
                      member(3, "c", 2021)},
                     Sureness::Medium,
                     {FewResults}}),
    [](const auto& row) { return row.param.name; });

TEST(PromotionCandidatesTest, FewReportsMakeNothingMoreThanFairlySure) {
  const std::vector<PracticeFacts> practices{
      practice("p", {member(1, "a", 2020), example(2, "b", 2021), example(3, "c", 2021)})};
  const std::vector<WardReports> wards{{{"a", "甲区", "市"}, {2020}, {}},
                                       {{"b", "乙区", "市"}, {}, {2021}},
                                       {{"c", "丙区", "市"}, {}, {2021}}};
  const Candidate found = promotion_candidates(practices, wards, {}).candidates.at(0);
  EXPECT_EQ(found.sureness, Sureness::Medium);
  EXPECT_THAT(found.limits, ElementsAre(FewReports));
}

}  // namespace
}  // namespace torikumi::analysis
