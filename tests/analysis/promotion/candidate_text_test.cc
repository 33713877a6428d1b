#include "analysis/promotion/candidate_text.h"

#include "tests/analysis/promotion/made_up_practices.h"

#include <gtest/gtest.h>

#include <string>

namespace torikumi::analysis {
namespace {

Candidate only_candidate(std::vector<FactMember> members,
                         std::vector<NearStandard> standards = {}) {
  PromotionOptions options;
  options.min_wards = 1;
  return promotion_candidates(std::vector{practice("p", std::move(members), std::move(standards))},
                              five_wards(), options)
      .candidates.at(0);
}

struct ReasonCase {
  const char* name;
  Candidate candidate;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const ReasonCase& row) {
  return out << row.name;
}

class CandidateReasonTest : public testing::TestWithParam<ReasonCase> {};

TEST_P(CandidateReasonTest, SaysTheFacts) {
  EXPECT_EQ(reason_of(GetParam().candidate), GetParam().want);
}

NearStandard extended_by(std::vector<std::string> additions) {
  NearStandard standard = near_standard(27, 0, 2, corpus::StandardScope::ParticularSections);
  standard.raised_by = std::move(additions);
  return standard;
}

NearStandard far_standard() {
  NearStandard standard = near_standard(27, 0, 0);
  standard.similarity = 0.1;
  return standard;
}

INSTANTIATE_TEST_SUITE_P(
    Table, CandidateReasonTest,
    testing::Values(
        ReasonCase{
            "TwoYears",
            only_candidate({member(1, "a", 2020), member(2, "b", 2021),
                            member(3, "b", 2021, "税務課")},
                           {near_standard(27, 1, 0)}),
            "取り組みの有無が分かる3区のうち2区（3部署）の、令和2年度と令和3年度の報告に見られます"
            "。"
            "最も近い基準はNo.27「各階にフロア案内図を掲示しています」で、"
            "内容は一部重なります。"},
        ReasonCase{
            "AllWardsOneYear",
            only_candidate({member(1, "a", 2021), member(2, "b", 2021), member(3, "c", 2021)},
                           {near_standard(27, 0, 0)}),
            "取り組みの有無が分かる3区のすべて（3部署）の、令和3年度の報告に見られます。"
            "最も近い基準はNo.27「各階にフロア案内図を掲示しています」で、"
            "内容は異なります。"},
        ReasonCase{"SharesAWordOnly", only_candidate({member(1, "a", 2021)}, {far_standard()}),
                   "取り組みの有無が分かる3区のうち1区（1部署）の、令和3年度の報告に見られます。"
                   "近い基準は見当たりません。"},
        ReasonCase{"OneWard", only_candidate({member(1, "a", 2021)}),
                   "取り組みの有無が分かる3区のうち1区（1部署）の、令和3年度の報告に見られます。"
                   "近い基準は見当たりません。"},
        ReasonCase{"ExamplesNameNoDepartment",
                   only_candidate({example(1, "d", 2010), example(2, "a", 2011)}),
                   "取り組みの有無が分かる4区のうち2区（少なくとも2部署）の、平成22年度と平成23年度"
                   "の報告に見られます。"
                   "近い基準は見当たりません。"},
        ReasonCase{
            "SomeDepartmentsAreKnown",
            only_candidate({example(1, "d", 2010), member(2, "a", 2020), member(3, "b", 2021)}),
            "取り組みの有無が分かる4区のうち3区（少なくとも3部署）の、"
            "平成22年度から令和3年度までの3年度分の報告に見られます。"
            "近い基準は見当たりません。"},
        ReasonCase{"Extension",
                   only_candidate({member(1, "a", 2020), member(2, "b", 2021)},
                                  {extended_by({"英語版", "6カ国語"})}),
                   "取り組みの有無が分かる3区のうち2区（2部署）の、令和2年度と令和3年度の報告に見ら"
                   "れます。"
                   "特定の課の基準No.27「各階にフロア案内図を掲示しています」と同じ事柄で、"
                   "「英語版」「6カ国語」などの点でそれを上回る内容です。"},
        ReasonCase{"WardStandard",
                   only_candidate({member(1, "a", 2020), member(2, "b", 2021)},
                                  {near_standard(31, 2, 0, corpus::StandardScope::OneWard)}),
                   "取り組みの有無が分かる3区のうち2区（2部署）の、令和2年度と令和3年度の報告に見ら"
                   "れます。"
                   "No.31「各階にフロア案内図を掲示しています」は一部の区の独自基準で、"
                   "2区で同じことが行われています。"}),
    [](const auto& row) { return row.param.name; });

TEST(CandidateTextTest, SaysASingleReportingWardPlainly) {
  PromotionOptions options;
  options.min_wards = 1;
  const std::vector<WardReports> wards{{{"a", "甲区", "市"}, {2021}, {}}};
  const Promotion promotion =
      promotion_candidates(std::vector{practice("p", {member(1, "a", 2021)})}, wards, options);
  EXPECT_EQ(reason_of(promotion.candidates.at(0)),
            "取り組みの有無が分かる1区（1部署）の、令和3年度の報告に見られます。近い基準は見当たり"
            "ません。");
}

TEST(CandidateTextTest, ShortensLongStandards) {
  NearStandard standard = near_standard(1, 0, 0);
  EXPECT_EQ(name_of_standard(standard), "No.1「各階にフロア案内図を掲示しています」");
  standard.text.clear();
  for (int i = 0; i < 61; ++i) {
    standard.text += "窓";
  }
  standard.number.reset();
  const std::string name = name_of_standard(standard);
  EXPECT_TRUE(name.ends_with("窓…」")) << name;
  EXPECT_EQ(name.size(), 3U * (60 + 3));
}

TEST(CandidateTextTest, ExplainsTheOrder) {
  const std::vector<PracticeFacts> practices{
      practice("p", {member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)}),
      practice("q", {member(4, "a", 2020), member(5, "b", 2020)})};
  const Promotion promotion = promotion_candidates(practices, five_wards(), {});
  EXPECT_EQ(order_of(promotion.candidates.at(0)),
            "候補の平均と比べて、順位を上げているのは、区の広がり（有無が分かる3区のうち3区）、"
            "続いた年（初めて見られてからの報告2年度分のうち2年度分）です。");
  EXPECT_EQ(order_of(promotion.candidates.at(1)),
            "候補の平均と比べて、下げているのは、区の広がり（有無が分かる3区のうち2区）、"
            "続いた年（初めて見られてからの報告2年度分のうち1年度分）です。");
}

TEST(CandidateTextTest, AnOnlyCandidateIsNeitherLiftedNorHeldDown) {
  EXPECT_EQ(order_of(only_candidate({member(1, "a", 2021)})), "どの点も候補の平均と変わりません。");
}

TEST(CandidateTextTest, SaysHowSure) {
  EXPECT_EQ(sureness_of(only_candidate({member(1, "a", 2020), member(2, "b", 2021)})),
            "2区の報告だけにもとづきます。");
  EXPECT_EQ(sureness_of(
                only_candidate({member(1, "a", 2020), member(2, "b", 2021), member(3, "c", 2021)})),
            "3区・2年度分の報告にもとづき、近年の報告にも見られます。");
  EXPECT_EQ(sureness_of(only_candidate({example(1, "d", 2010)})),
            "事例の一覧だけに見られ、目標と結果の報告にはありません。1区の報告だけにもとづきます。"
            "1年度分の報告だけに見られます。"
            "最後に見られるのは平成22年度で、最新の報告（令和3年度）にはありません。");
}

}  // namespace
}  // namespace torikumi::analysis
