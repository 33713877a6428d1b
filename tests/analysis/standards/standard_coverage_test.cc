#include "analysis/standards/standard_coverage.h"

#include "analysis/standards/standard_similarity.h"
#include "tests/analysis/standards/comparison_fixture.h"

#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {
namespace {

constexpr const char* kPhone = "電話は3コール以内で受けます。";
constexpr const char* kFloor = "各階にフロア案内図を掲示しています。";
constexpr const char* kPrivacy =
    "御相談の際には、声の大きさや個人情報などプライバシーに配慮しています。";
constexpr const char* kVisit =
    "訪問の際には玄関先での名乗り方に気を付け、プライバシーに配慮しています。";

/// The link of `record` to `standard`, if there is one.
std::optional<StandardLink> link_of(ComparisonFixture& fixture, std::size_t record,
                                    std::size_t standard) {
  for (const StandardLink& link : standard_links(fixture.comparison())) {
    if (link.record == record && link.standard == standard) {
      return link;
    }
  }
  return std::nullopt;
}

std::string sentence_of(ComparisonFixture& fixture, const StandardLink& link) {
  const corpus::Record& record = fixture.record(link.record);
  const std::string& text = link.sentence.part == TextPart::Target ? record.target : record.result;
  return text.substr(link.sentence.bytes.begin,
                     link.sentence.bytes.end - link.sentence.bytes.begin);
}

TEST(StandardCoverageTest, LinksARecordByTheSentenceThatSaysTheStandard) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t phone = fixture.standard(kPhone);
  fixture.standard(kFloor);
  const std::size_t record = fixture.initiative(
      "研修を実施します。電話は3コール以内で受けるよう徹底します。", "徹底しました。");
  const auto link = link_of(fixture, record, phone);
  ASSERT_TRUE(link);
  EXPECT_EQ(link->strength, LinkStrength::Strong);
  EXPECT_EQ(sentence_of(fixture, *link), "電話は3コール以内で受けるよう徹底します。");
  EXPECT_GT(link->score, StandardMeasure{}.strong_score);
  EXPECT_LE(link->score, 1);
}

TEST(StandardCoverageTest, LinksTheResultIfItSaysMore) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t floor = fixture.standard(kFloor);
  fixture.standard(kPhone);
  const std::size_t record =
      fixture.initiative("案内を改善します。", "各階のフロア案内図を見やすくしました。");
  const auto link = link_of(fixture, record, floor);
  ASSERT_TRUE(link);
  EXPECT_EQ(link->sentence.part, TextPart::Result);
}

TEST(StandardCoverageTest, DoesNotReadAResultThatTheReportLeavesOut) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t floor = fixture.standard(kFloor);
  const std::size_t record =
      fixture.initiative("事業を行います。", "各階にフロア案内図を掲示しました。");
  ASSERT_TRUE(link_of(fixture, record, floor));
  fixture.record(record).result_status = corpus::ResultStatus::Omitted;
  EXPECT_FALSE(link_of(fixture, record, floor));
}

TEST(StandardCoverageTest, DoesNotLinkByWordsThatEveryRecordHas) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  for (const char* text : {"道路", "公園", "保育", "年金", "防災", "統計", "選挙", "戸籍"}) {
    fixture.initiative(std::string("市民の方に丁寧な対応を行います。") + text + "の係です。");
  }
  fixture.standard("市民の方に丁寧な対応を行い、フロア案内図を掲示しています。");
  fixture.standard(kPhone);
  const std::size_t record = fixture.initiative("市民の方に丁寧な対応を行います。");
  for (const StandardLink& link : standard_links(fixture.comparison())) {
    EXPECT_FALSE(link.record == record && link.strength == LinkStrength::Strong);
  }
}

TEST(StandardCoverageTest, DoesNotLinkWordsThatAreScatteredOverTheRecords) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  fixture.standard(kPhone);
  fixture.standard(kFloor);
  fixture.standard(kPrivacy);
  // Each has one word of each standard, as texts have whose words were shuffled.
  for (const char* text :
       {"電話の案内図を市民と作ります。", "会議の声を掲示と決めます。",
        "コールの個人情報を倉庫に運びます。", "道路の大きさとフロアの記録を作成します。"}) {
    fixture.initiative(text);
  }
  for (const StandardLink& link : standard_links(fixture.comparison())) {
    EXPECT_EQ(link.strength, LinkStrength::Weak) << sentence_of(fixture, link);
  }
}

TEST(StandardCoverageTest, FindsAStandardInWordsThatStandForItsOwn) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t floor = fixture.standard(kFloor);
  fixture.standard(kPhone);
  const std::size_t record = fixture.initiative("各階のフロアガイドを新しくします。");
  EXPECT_TRUE(link_of(fixture, record, floor));
}

TEST(StandardCoverageTest, TakesASentenceForTheStandardThatItSaysBest) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t privacy = fixture.standard(kPrivacy);
  const std::size_t visit = fixture.standard(kVisit);
  const std::size_t record =
      fixture.initiative("窓口での御相談の際には、声の大きさとプライバシーに配慮します。");
  const auto best = link_of(fixture, record, privacy);
  const auto other = link_of(fixture, record, visit);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->strength, LinkStrength::Strong);
  EXPECT_TRUE(!other || other->strength == LinkStrength::Weak);
}

TEST(StandardCoverageTest, ComparesWithinAMunicipalityOnly) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t phone = fixture.standard(kPhone);
  const std::size_t record = fixture.initiative(kPhone);
  ASSERT_TRUE(link_of(fixture, record, phone));
  fixture.record(record).ward.municipality = "横浜市";
  EXPECT_FALSE(link_of(fixture, record, phone));
}

TEST(StandardCoverageTest, ComparesWithTheNearestList) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t old_phone = fixture.standard(kPhone, 2020);
  const std::size_t new_phone = fixture.standard(kPhone, 2024);
  const std::size_t early = fixture.initiative(kPhone, {}, 2021);
  const std::size_t late = fixture.initiative(kPhone, {}, 2025);
  EXPECT_TRUE(link_of(fixture, early, old_phone));
  EXPECT_FALSE(link_of(fixture, early, new_phone));
  EXPECT_TRUE(link_of(fixture, late, new_phone));
  EXPECT_FALSE(link_of(fixture, late, old_phone));
}

TEST(StandardCoverageTest, LinksNoStandardsAndNoPassages) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  fixture.standard(kPhone);
  const std::size_t passage = fixture.initiative(kPhone);
  fixture.record(passage).kind = corpus::RecordKind::Passage;
  EXPECT_TRUE(standard_links(fixture.comparison()).empty());
}

TEST(StandardCoverageTest, HasNoLinksWithoutStandardsOrRecords) {
  ComparisonFixture without_standards;
  without_standards.add_usual_initiatives();
  EXPECT_TRUE(standard_links(without_standards.comparison()).empty());
  ComparisonFixture without_records;
  without_records.standard(kPhone);
  EXPECT_TRUE(standard_links(without_records.comparison()).empty());
}

struct RelationCase {
  const char* name;
  const char* text;
  StandardRelation relation;
  const char* raised_by;
};
std::ostream& operator<<(std::ostream& out, const RelationCase& row) {
  return out << row.name;
}

class StandardRelationTest : public ::testing::TestWithParam<RelationCase> {};

TEST_P(StandardRelationTest, TellsWhatIsAdded) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t floor = fixture.standard(kFloor);
  fixture.standard(kPhone);
  const std::size_t record = fixture.initiative(GetParam().text);
  const auto link = link_of(fixture, record, floor);
  ASSERT_TRUE(link);
  EXPECT_EQ(link->relation, GetParam().relation);
  EXPECT_EQ(link->raised_by, GetParam().raised_by);
}

INSTANTIATE_TEST_SUITE_P(
    Table, StandardRelationTest,
    ::testing::Values(
        RelationCase{"Same", "各階にフロア案内図を掲示します。", StandardRelation::Repeats, ""},
        RelationCase{"Language", "各階に英語のフロア案内図を掲示します。", StandardRelation::Raises,
                     "英語"},
        RelationCase{"Frequency", "フロア案内図を年4回更新し、各階に掲示します。",
                     StandardRelation::Raises, "年4回"},
        RelationCase{"Date", "令和6年10月に各階のフロア案内図を掲示しました。",
                     StandardRelation::Repeats, ""},
        RelationCase{"AtMostThree", "英語、中国語、点字、手話のフロア案内図を各階に掲示します。",
                     StandardRelation::Raises, "英語、中国語、点字"},
        RelationCase{"BesideIt",
                     "各階にフロア案内図を掲示します。フロア案内図は英語でも作成します。",
                     StandardRelation::Raises, "英語"},
        RelationCase{"OfAnotherStandard",
                     "各階にフロア案内図を掲示します。電話は毎日3コール以内で受けます。",
                     StandardRelation::Repeats, ""}),
    [](const auto& row) { return row.param.name; });

TEST(StandardSimilarityTest, NamesTheNearestStandardFirst) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t phone = fixture.standard(kPhone);
  const std::size_t floor = fixture.standard(kFloor);
  const std::size_t record = fixture.initiative("フロア案内図を各階に掲示します。電話を受けます。");
  const StandardComparison comparison = fixture.comparison();
  const std::size_t length = std::string_view("フロア案内図を各階に掲示します。").size();
  const RecordSentence first{record, {TextPart::Target, {0, length}}};
  const auto similarities = standard_similarities(comparison, std::vector{first});
  ASSERT_FALSE(similarities.empty());
  EXPECT_EQ(similarities.front().standard, floor);
  EXPECT_EQ(similarities.front().strong_sentences, 1U);
  for (const StandardSimilarity& each : similarities) {
    EXPECT_NE(each.standard, phone);  // Only the other sentence says it.
  }
}

TEST(StandardSimilarityTest, IsTheMeanOverAllSentences) {
  ComparisonFixture fixture;
  fixture.add_usual_initiatives();
  const std::size_t floor = fixture.standard(kFloor);
  const std::size_t says_it = fixture.initiative(kFloor);
  const std::size_t does_not = fixture.initiative("避難の訓練に参加します。");
  const StandardComparison comparison = fixture.comparison();
  const RecordSentence one{says_it, {TextPart::Target, {0, 1000}}};
  const RecordSentence other{does_not, {TextPart::Target, {0, 1000}}};
  const auto alone = standard_similarities(comparison, std::vector{one});
  const auto both = standard_similarities(comparison, std::vector{one, other});
  ASSERT_EQ(alone.size(), 1U);
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both.front().standard, floor);
  EXPECT_DOUBLE_EQ(both.front().similarity, alone.front().similarity / 2);
}

TEST(StandardSimilarityTest, PassesOverWhatItDoesNotKnow) {
  ComparisonFixture fixture;
  const std::size_t standard = fixture.standard(kFloor);
  const StandardComparison comparison = fixture.comparison();
  EXPECT_TRUE(standard_similarities(comparison, {}).empty());
  const std::vector<RecordSentence> unknown{{standard, {TextPart::Target, {0, 9}}}, {77, {}}};
  EXPECT_TRUE(standard_similarities(comparison, unknown).empty());
}

}  // namespace
}  // namespace torikumi::analysis
