// Each number of the measure does what it says: with and without it the score of one made-up case.

#include "analysis/standards/standard_scores.h"

#include "tests/analysis/standards/comparison_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>

namespace torikumi::analysis {
namespace {

/// The greatest score of a record for a standard; both stand behind usual ones.
double score(const StandardMeasure& measure, const std::string& standard, const std::string& text,
             bool with_same_scene = false) {
  ComparisonFixture fixture(measure);
  fixture.add_usual_initiatives();
  const std::size_t wanted = fixture.standard(standard);
  fixture.standard("個人情報を適切に管理しています。");
  const std::size_t record = fixture.initiative(text);
  if (with_same_scene) {
    fixture.record(wanted).scenes = {corpus::Scene::Telephone};
    fixture.record(record).scenes = {corpus::Scene::Telephone};
  }
  const StandardComparison comparison = fixture.comparison();
  const ComparedRecord& compared = *comparison.record_at(record);
  const StandardList& list = *comparison.list_for(compared);
  double best = 0;
  for (const StandardScore& each :
       standard_scores(compared.sentences, compared.scenes,
                       {list, comparison.weights(), comparison.measure()})) {
    if (list.place(each.standard) == wanted) {
      best = std::max(best, each.score);
    }
  }
  return best;
}

struct MeasureCase {
  const char* name;
  double StandardMeasure::*number;
  double off;  ///< Its value that does nothing.
  const char* standard;
  const char* text;
  bool raises;  ///< Whether the part that is tested makes the score greater.
};
std::ostream& operator<<(std::ostream& out, const MeasureCase& row) {
  return out << row.name;
}

class StandardMeasureTest : public ::testing::TestWithParam<MeasureCase> {};

TEST_P(StandardMeasureTest, EachNumberCounts) {
  const MeasureCase& row = GetParam();
  StandardMeasure without;
  without.*row.number = row.off;
  const double with_it = score({}, row.standard, row.text);
  const double without_it = score(without, row.standard, row.text);
  EXPECT_GT(with_it, 0);
  if (row.raises) {
    EXPECT_GT(with_it, without_it);
  } else {
    EXPECT_LT(with_it, without_it);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, StandardMeasureTest,
    ::testing::Values(
        MeasureCase{"VerbsSayLess", &StandardMeasure::verb, 1, "名札を胸に付けています。",
                    "花を庭に付けます。名札を置きます。", false},
        MeasureCase{"ActionsSayLess", &StandardMeasure::action, 0, "名札を着用しています。",
                    "帽子を着用します。", false},
        MeasureCase{"RepeatedWordsSayMore", &StandardMeasure::repetition, 0,
                    "名札は、胸の名札が見えるように付けています。", "名札を配布します。", true},
        MeasureCase{"QuotedWordsSayLess", &StandardMeasure::aside, 1,
                    "名札を「服務規程」により付けています。", "服務規程を配布します。", false},
        MeasureCase{"APartOfALongStandardSaysLess", &StandardMeasure::containment, 0,
                    "名札、帽子、腕章、上着、手袋を付けています。", "名札と帽子を配布します。",
                    false},
        MeasureCase{
            "LongSentencesSayLess", &StandardMeasure::dilution, 0, "名札を付けています。",
            "名札と防災の倉庫の毛布、食料、発電機、担架、簡易の便器、浄水器、無線機、救急箱、"
            "懐中電灯、電池、拡声器、工具を点検します。",
            false},
        MeasureCase{"FarClausesSayLess", &StandardMeasure::far_clause, 0,
                    "名札と帽子を付けています。",
                    "名札を配布し、倉庫を片付け、毛布を数え、帽子を洗います。", false},
        MeasureCase{"OtherSentencesAddALittle", &StandardMeasure::context, 0,
                    "名札と帽子を付けています。", "名札を配布します。帽子を洗います。", true},
        MeasureCase{"ABetterStandardTakesTheWord", &StandardMeasure::competition, 0,
                    "個人情報の入った名札を付けています。", "個人情報を適切に管理します。", false}),
    [](const auto& row) { return row.param.name; });

TEST(StandardScoresTest, ACommonSceneBringsTheScoreNearerToOne) {
  const double other = score({}, "名札を付けています。", "名札を配布します。");
  const double same = score({}, "名札を付けています。", "名札を配布します。", true);
  EXPECT_GT(same, other);
  EXPECT_LT(same, 1);
}

TEST(StandardScoresTest, WordsOfFewStandardsSayMore) {
  StandardMeasure without;
  without.rarity_among_standards = 0;
  const char* standard = "個人情報の入った名札を付けています。";  // Two standards have 個人情報.
  const char* shared_word = "個人情報を守ります。";
  const char* own_word = "名札を守ります。";
  EXPECT_LT(score({}, standard, shared_word) / score({}, standard, own_word),
            score(without, standard, shared_word) / score(without, standard, own_word));
}

TEST(StandardScoresTest, NounsOfOneCharacterCountInTheirCompoundOnly) {
  EXPECT_EQ(score({}, "名札を担当者に渡しています。", "運転者を雇います。"), 0);
  EXPECT_GT(score({}, "名札を担当者に渡しています。", "担当者を雇います。"), 0);
}

TEST(StandardScoresTest, TheWholeStandardScoresNearlyOne) {
  const char* text = "名札を胸の高さに付けています。";
  EXPECT_GT(score({}, text, text), 0.7);
  EXPECT_LE(score({}, text, text, true), 1);
}

}  // namespace
}  // namespace torikumi::analysis
