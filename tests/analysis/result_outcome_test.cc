#include "analysis/result_outcome.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace torikumi::analysis {
namespace {

using corpus::ResultStatus;

struct OutcomeCase {
  const char* name;
  std::string_view result;
  ResultOutcome want;
  std::string_view passage;  ///< What shows it.
};
std::ostream& operator<<(std::ostream& out, const OutcomeCase& row) {
  return out << row.result;
}

class ResultOutcomeTest : public testing::TestWithParam<OutcomeCase> {};

TEST_P(ResultOutcomeTest, TellsWhatTheWordsSay) {
  const OutcomeCase& row = GetParam();
  const OutcomeFinding found = outcome_of(row.result, ResultStatus::Reported);
  EXPECT_EQ(name_of(found.outcome), name_of(row.want));
  const std::string_view shown =
      found.passage
          ? row.result.substr(found.passage->begin, found.passage->end - found.passage->begin)
          : std::string_view();
  EXPECT_EQ(shown, row.passage);
}

using enum ResultOutcome;

INSTANTIATE_TEST_SUITE_P(
    Table, ResultOutcomeTest,
    testing::Values(
        OutcomeCase{"Done", "窓口に発券機を設置しました。", Achieved, "窓口に発券機を設置しました"},
        OutcomeCase{"Could", "待ち時間を短くすることができました。", Achieved,
                    "待ち時間を短くすることができました"},
        OutcomeCase{"ClosingNoun", "ローカウンターを増設", Achieved, "ローカウンターを増設"},
        OutcomeCase{"RemarkBehind", "コーナーを開設しました(4階)", Achieved,
                    "コーナーを開設しました"},
        OutcomeCase{"LastsTillNow", "結果をサービス向上に役立てています。", Achieved,
                    "結果をサービス向上に役立てています"},
        OutcomeCase{"GoesOnNextYear", "研修を行いました。来年度も続ける予定です。", Achieved,
                    "研修を行いました"},
        OutcomeCase{"Cancelled", "講座は中止しました。", NotAchieved, "講座は中止しました"},
        OutcomeCase{"Postponed", "感染症の影響により、延期となりました。", NotAchieved,
                    "感染症の影響により、延期となりました"},
        OutcomeCase{"OnlyConsidered", "案内板の設置を検討しています。", NotAchieved,
                    "案内板の設置を検討しています"},
        OutcomeCase{"OnlyPlanned", "令和8年度に導入する予定です。", NotAchieved,
                    "令和8年度に導入する予定です"},
        OutcomeCase{"CouldNot", "目標を達成することができませんでした。", NotAchieved,
                    "目標を達成することができませんでした"},
        OutcomeCase{"ConsideredAndDone", "課題の検討を行い、方針を策定しました。", Achieved,
                    "課題の検討を行い、方針を策定しました"},
        OutcomeCase{"BackgroundIsNoFailure",
                    "事業が中止になる中、講習に参加し、質の向上に努めました。", Achieved,
                    "事業が中止になる中、講習に参加し、質の向上に努めました"},
        OutcomeCase{"InsteadOfTheCancelled", "事業中止の代替として、貸し出しを行いました。",
                    Achieved, "事業中止の代替として、貸し出しを行いました"},
        OutcomeCase{"NamesProblemsItSolved", "会議を開催して課題解決を図り情報共有を実施しました。",
                    Achieved, "会議を開催して課題解決を図り情報共有を実施しました"},
        OutcomeCase{"Conceded", "全課では実施できませんでしたが、2課で研修を行いました。", Partly,
                    "全課では実施できませんでしたが、2課で研修を行いました"},
        OutcomeCase{"DoneAndNotDone", "冊子を配布しました。説明会は見送りました。", Partly,
                    "説明会は見送りました"},
        OutcomeCase{"ForTheMostPart", "目標はおおむね達成しました。", Partly,
                    "目標はおおむね達成しました"},
        OutcomeCase{"EffortOnly", "区民の立場に立った応対に努めました。", Partly,
                    "区民の立場に立った応対に努めました"},
        OutcomeCase{"EffortWithDeed", "解説欄を設置し、内容が伝わるよう努めました。", Achieved,
                    "解説欄を設置し、内容が伝わるよう努めました"},
        OutcomeCase{"TroubleAvoided", "行き違いによるトラブルを避けることができました。", Achieved,
                    "行き違いによるトラブルを避けることができました"},
        OutcomeCase{"SaysNothing", "窓口の案内", Unknown, ""},
        OutcomeCase{"Empty", "", Unknown, ""}, OutcomeCase{"OnlyMarks", "。\n。", Unknown, ""}),
    [](const auto& row) { return row.param.name; });

TEST(ResultOutcomeTest, IsUnknownWithoutAResult) {
  EXPECT_EQ(outcome_of("※総括を省略としました", ResultStatus::Omitted), OutcomeFinding{});
  EXPECT_EQ(outcome_of("", ResultStatus::Missing), OutcomeFinding{});
}

TEST(ResultOutcomeTest, SurvivesTextsThatAreNoUtf8) {
  EXPECT_EQ(outcome_of("\xe3\x80", ResultStatus::Reported).outcome, Unknown);
  EXPECT_EQ(outcome_of("(", ResultStatus::Reported).outcome, Unknown);
  EXPECT_EQ(outcome_of("、、、", ResultStatus::Reported).outcome, Unknown);
}

}  // namespace
}  // namespace torikumi::analysis
