#include "searchd/search/likely_slip.h"

#include "analysis/utf8_encoding.h"
#include "corpus/nearest_names.h"
#include "searchd/search/typed_reading.h"
#include "searchd/search/vocabulary.h"
#include "tests/analysis/shared_lexicon.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

constexpr unsigned kNever = 0;

struct SlipCase {
  const char* name;
  std::string_view typed;
  std::string_view known;
  unsigned want;  // kNever: not likely.
};
std::ostream& operator<<(std::ostream& out, const SlipCase& row) {
  return out << row.typed << " for " << row.known;
}

class SlipCostTest : public ::testing::TestWithParam<SlipCase> {};

TEST_P(SlipCostTest, TellsSlipsFromOtherWords) {
  const SlipCase& row = GetParam();
  analysis::Analyzer analyzer = analysis::make_analyzer();
  const auto cost =
      slip_cost(typed_word(analysis::to_code_points(row.typed), analyzer),
                analysis::to_code_points(row.known), corpus::edit_distance(row.typed, row.known));
  EXPECT_EQ(cost.value_or(kNever), row.want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SlipCostTest,
    ::testing::Values(SlipCase{"KanjiAlike", "個人惰報", "個人情報", kAlikeCost},
                      SlipCase{"KanjiAlikeInTwo", "接偶", "接遇", kAlikeCost},
                      SlipCase{"KanaForKanji", "窓ロ", "窓口", kAlikeCost},
                      SlipCase{"Voice", "ボスター", "ポスター", kAlikeCost},
                      SlipCase{"KanjiBesideNoWord", "個人情服", "個人情報", kEditCost},
                      SlipCase{"KanjiInAWord", "生活保険", "生活保護", kNever},
                      SlipCase{"OneOfThreeKanji", "障害物", "障害者", kNever},
                      SlipCase{"MissingKana", "アンケト", "アンケート", kEditCost + 1},
                      SlipCase{"WrongKana", "コミニュケーション", "コミュニケーション", kEditCost},
                      SlipCase{"Swapped", "サビース", "サービス", kEditCost},
                      SlipCase{"MissingKanji", "個人報保護", "個人情報保護", kEditCost + 1},
                      SlipCase{"KanjiMore", "会計士", "会計", kNever},
                      SlipCase{"KanjiMoreInAPhrase", "住民税課税", "住民税課", kNever},
                      SlipCase{"DictionaryWord", "プール", "メール", kNever},
                      SlipCase{"DictionaryWordAlike", "ペット", "ベット", kNever},
                      SlipCase{"ShortHiragana", "ぬかり", "わかり", kNever}),
    [](const auto& row) { return row.param.name; });

class SoundSlipCostTest : public ::testing::TestWithParam<SlipCase> {};

TEST_P(SoundSlipCostTest, TellsSlipsFromOtherWords) {
  const SlipCase& row = GetParam();
  const std::string typed = coarse_reading(row.typed);
  const std::string known = coarse_reading(row.known);
  const auto cost =
      sound_slip_cost(analysis::to_code_points(typed), analysis::to_code_points(known),
                      corpus::edit_distance(typed, known), sounds_in(row.typed));
  EXPECT_EQ(cost.value_or(kNever), row.want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SoundSlipCostTest,
    ::testing::Values(SlipCase{"Wa", "デンハ", "デンワ", kAlikeCost},
                      SlipCase{"Voice", "マドクチ", "マドグチ", kAlikeCost},
                      SlipCase{"NoSmallTsu", "ハケンキ", "ハッケンキ", kAlikeCost},
                      SlipCase{"NoLength", "タイオ", "タイオウ", kNever},
                      SlipCase{"Long", "セイカツコゴ", "セイカツホゴ", kEditCost},
                      SlipCase{"Short", "キョウト", "キョウカ", kNever},
                      SlipCase{"FourSounds", "センセイ", "シンセイ", kNever}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
