#include "corpus/report_inference.h"

#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;

const WardRegistry& wards() {
  static const WardRegistry kRegistry =
      WardRegistry::load(testing::source_dir() / "corpus" / "data" / "wards.csv");
  return kRegistry;
}

constexpr std::string_view kTargets =
    "部署名\t目標及び具体的な取組内容\t\t実施結果及び目標の達成度\n"
    "まちづくり推進部 企画課\t1 共通\t幸区や令和元年度の例に学びます。\t学びました。\n";

SourceText text_of(std::string_view bytes) {
  return SourceText::from_bytes(std::string(bytes), "shown.txt").value();
}

std::vector<std::string> shown(const std::vector<Inference>& inferences) {
  std::vector<std::string> out;
  out.reserve(inferences.size());
  for (const Inference& inference : inferences) {
    out.push_back(inference.property + "=" + inference.value + " from " + inference.from);
  }
  return out;
}

std::vector<std::string> inferred(std::string_view path, std::string_view bytes) {
  const Result<ReportDescription> description = infer_report(text_of(bytes), path, wards());
  return description ? shown(description->inferences)
                     : std::vector<std::string>{description.error().what()};
}

struct PathCase {
  const char* name;
  std::string path;
  std::string ward;
  std::string year;
};
std::ostream& operator<<(std::ostream& out, const PathCase& row) {
  return out << row.name;
}

class InferenceFromPathTest : public ::testing::TestWithParam<PathCase> {};

TEST_P(InferenceFromPathTest, FindsWardAndYear) {
  const PathCase& row = GetParam();
  const std::string label = row.ward.substr(0, row.ward.find(' '));
  const std::string year = row.year.substr(0, row.year.find(' '));
  EXPECT_THAT(inferred(row.path, kTargets),
              ElementsAre("kind=targets_and_results from the table header in line 1",
                          "ward=" + row.ward, "fiscal_year=" + row.year,
                          "title=" + label + " " + year +
                              " 区役所サービス向上目標 from kind, ward and fiscal year"));
}

INSTANTIATE_TEST_SUITE_P(
    Table, InferenceFromPathTest,
    ::testing::Values(PathCase{"Folders", "in/川崎市/中原区/令和2年度/x.txt",
                               "川崎市中原区 from folder name", "令和2年度 from folder name"},
                      PathCase{"FileName", "中原区_R2.txt", "川崎市中原区 from file name",
                               "令和2年度 from file name"},
                      PathCase{"Code", "kawasaki-141356-2020.txt", "川崎市多摩区 from file name",
                               "令和2年度 from file name"},
                      PathCase{"FileNameBeforeFolder", "川崎市/幸区/R3/中原区2020年度.txt",
                               "川崎市中原区 from file name", "令和2年度 from file name"},
                      PathCase{"NearestFolder", "H30/幸区/R3/a.txt", "川崎市幸区 from folder name",
                               "令和3年度 from folder name"},
                      PathCase{"CitySettlesWard", "大阪市/鶴見区/平成29年度.txt",
                               "大阪市鶴見区 from folder name", "平成29年度 from file name"},
                      PathCase{"CityBesideWard", "横浜市_鶴見区_H29.md",
                               "横浜市鶴見区 from file name", "平成29年度 from file name"},
                      PathCase{"FullWidth", "川崎市　麻生区（令和７年度）.txt",
                               "川崎市麻生区 from file name", "令和7年度 from file name"},
                      PathCase{"DateOfPublication", "2021-03-31_中原区_令和2年度.txt",
                               "川崎市中原区 from file name", "令和2年度 from file name"}),
    [](const auto& row) { return row.param.name; });

std::string add_row(const std::string& row) {
  return "; add this row to catalogue.csv beside it "
         "(file,kind,municipality,ward,fiscal_year,title,url) with the right words for …: " +
         row;
}

TEST(InferReportTest, NeverTakesWardOrYearFromCells) {
  EXPECT_THAT(inferred("in/000_d82a2020.txt", kTargets),
              ElementsAre("shown.txt: the ward is not known, the fiscal year is not known" +
                          add_row("000_d82a2020.txt,targets_and_results,…,…,…,,")));
}

TEST(InferReportTest, FillsTheRowWithWhatIsKnown) {
  EXPECT_THAT(inferred("川崎市/a,b.txt", kTargets),
              ElementsAre("shown.txt: the ward is not known, the fiscal year is not known" +
                          add_row("\"a,b.txt\",targets_and_results,川崎市,…,…,,")));
  EXPECT_THAT(inferred("a.txt", "令和6年度 区役所サービス基準\n\nNo\t基 準\t場 面\n"),
              ElementsAre("shown.txt: the ward is not known" +
                          add_row("a.txt,standards,…,,令和6年度,令和6年度 区役所サービス基準,")));
  EXPECT_THAT(inferred("幸区.txt", "・一つ\n"),
              ElementsAre("shown.txt: the kind is not known, the fiscal year is not known" +
                          add_row("幸区.txt,…,川崎市,幸区,…,,")));
}

TEST(InferReportTest, DoesNotGuessBetweenCitiesOrYears) {
  EXPECT_THAT(inferred("鶴見区_H29.txt", kTargets),
              ElementsAre("shown.txt: the ward is not clear (the file name says 横浜市鶴見区 or "
                          "大阪市鶴見区)" +
                          add_row("鶴見区_H29.txt,targets_and_results,…,…,平成29年度,,")));
  EXPECT_THAT(inferred("R3/幸区と中原区_2019_2020.txt", kTargets),
              ElementsAre("shown.txt: the ward is not clear (the file name says 川崎市中原区 or "
                          "川崎市幸区), the fiscal year is not clear (the file name says 2019 and "
                          "2020)" +
                          add_row("幸区と中原区_2019_2020.txt,targets_and_results,…,…,…,,")));
}

TEST(InferReportTest, ReadsATitleADateAndAnIssuer) {
  EXPECT_THAT(
      inferred("a.txt",
               "区役所サービス向上指針\n(平成24年3月改定版)\n平成24年3月\n川崎市\n\nはじめに\n"
               "本市の令和元年度の取組です。\n"),
      ElementsAre("kind=guideline from line 1 of the text", "ward=川崎市 from line 4 of the text",
                  "fiscal_year=平成23年度 from the date in line 3 of the text",
                  "title=区役所サービス向上指針 from line 1 of the text"));
}

TEST(InferReportTest, ReadsATitleWithWardAndYear) {
  EXPECT_THAT(
      inferred("a.txt", "# 令和7年度 区役所サービス向上目標（中原区）\n" + std::string(kTargets)),
      ElementsAre("kind=targets_and_results from the table header in line 2",
                  "ward=川崎市中原区 from line 1 of the text",
                  "fiscal_year=令和7年度 from line 1 of the text",
                  "title=令和7年度 区役所サービス向上目標（中原区） from line 1 of the text"));
}

TEST(InferReportTest, DoesNotTakeADateForTheYearOfTargets) {
  EXPECT_THAT(inferred("中原区.txt", "令和3年4月\n" + std::string(kTargets)),
              ElementsAre("shown.txt: the fiscal year is not known" +
                          add_row("中原区.txt,targets_and_results,川崎市,中原区,…,,")));
}

TEST(InferReportTest, ReadsTheWardInFrontOfDepartments) {
  const std::string head = "部署名\t目標\t実施結果\n";
  EXPECT_THAT(inferred("R2.txt", head + "中原区役所 総務課\t1\t目標\n中原区役所 区民課\t1\t目標\n"),
              ElementsAre("kind=targets_and_results from the table header in line 1",
                          "ward=川崎市中原区 from departments' names",
                          "fiscal_year=令和2年度 from file name",
                          "title=川崎市中原区 令和2年度 区役所サービス向上目標 from kind, ward and "
                          "fiscal year"));
  const std::string unknown =
      "shown.txt: the ward is not known" + add_row("R2.txt,targets_and_results,…,…,令和2年度,,");
  EXPECT_THAT(inferred("R2.txt", head + "中原区役所 総務課\t1\t目標\n幸区役所 区民課\t1\t目標\n"),
              ElementsAre(unknown));
  EXPECT_THAT(inferred("R2.txt", head + "幸区民センター\t1\t目標\n総務課\t1\t目標\n"),
              ElementsAre(unknown));
}

struct KindCase {
  const char* name;
  std::string path;
  std::string bytes;
  std::string want;
};
std::ostream& operator<<(std::ostream& out, const KindCase& row) {
  return out << row.name;
}

class InferredKindTest : public ::testing::TestWithParam<KindCase> {};

TEST_P(InferredKindTest, ComesFromNameTitleOrHeader) {
  EXPECT_EQ(inferred(GetParam().path, GetParam().bytes).front(), "kind=" + GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, InferredKindTest,
    ::testing::Values(
        KindCase{"FileName", "幸区運営方針R2.txt", "・一つ\n", "policy from file name"},
        KindCase{"EnglishFileName", "幸区-policy-R2.txt", "・一つ\n", "policy from file name"},
        KindCase{"TargetsWithoutResults", "幸区R2.txt", "部署名\t目標\n総務課\t案内\n",
                 "targets_and_results from the table header in line 1"},
        KindCase{"MarkdownHeader", "幸区R2.md", "| 部署名 | 目標 | 実施結果 |\n",
                 "targets_and_results from the table header in line 1"},
        KindCase{"StandardsHeader", "幸区R2.txt", "No\t基 準\t場 面\n1\t窓口の基準\t応対\n",
                 "standards from the table header in line 1"},
        KindCase{"Title", "幸区R2.txt", "区 政 運 営 方 針\n・一つ\n",
                 "policy from line 1 of the text"},
        KindCase{"GuidelineWithATable", "幸区R2.txt", "サービス向上指針\n部署名\t目標\n",
                 "guideline from line 1 of the text"}),
    [](const auto& row) { return row.param.name; });

TEST(DescribeReportTest, TakesEverythingFromTheCatalogue) {
  CatalogueEntry entry;
  entry.file = "a.txt";
  entry.kind = ReportKind::Policy;
  entry.ward = {"141330", "中原区", "川崎市"};
  entry.fiscal_year = 2020;
  entry.title = "運営方針";
  entry.url = "https://example.jp/";
  entry.note = "要約";
  entry.line = 3;
  const ReportDescription description =
      describe_report(entry, "catalogue.csv", text_of("令和7年度 区役所サービス向上目標\n"));
  EXPECT_EQ(description.report, (Report{ReportKind::Policy, entry.ward, 2020, "運営方針",
                                        "shown.txt", "https://example.jp/", "要約"}));
  EXPECT_THAT(
      shown(description.inferences),
      ElementsAre("kind=policy from catalogue.csv:3", "ward=川崎市中原区 from catalogue.csv:3",
                  "fiscal_year=令和2年度 from catalogue.csv:3",
                  "title=運営方針 from catalogue.csv:3"));
}

TEST(DescribeReportTest, TakesATitleThatIsNotInTheCatalogueFromTheText) {
  CatalogueEntry entry;
  entry.file = "a.txt";
  entry.ward = {"141330", "中原区", "川崎市"};
  entry.fiscal_year = 2020;
  entry.line = 2;
  const auto title = [&](std::string_view bytes) {
    return shown(describe_report(entry, "c.csv", text_of(bytes)).inferences).back();
  };
  EXPECT_EQ(title("## 区役所サービス向上目標\n"),
            "title=区役所サービス向上目標 from line 1 of the text");
  EXPECT_EQ(title("・一つ\n"),
            "title=川崎市中原区 令和2年度 区役所サービス向上目標 from kind, ward and fiscal year");
}

TEST(RealReportsTest, TellOnlyWhatTheySay) {
  const auto folder = testing::reports_dir();
  if (!folder) {
    GTEST_SKIP() << "the real reports are not here";
  }
  const auto inferred_file = [&](const std::string& name) {
    const SourceText text = SourceText::open(*folder / name, "shown.txt").value();
    const auto description = infer_report(text, name, wards());
    return description ? shown(description->inferences)
                       : std::vector<std::string>{description.error().message};
  };
  EXPECT_THAT(inferred_file("000_d82a4faa132b42a6.txt"),
              ElementsAre("the ward is not known, the fiscal year is not known"));
  EXPECT_THAT(inferred_file("001_03d626172f4b182f.txt"),
              ElementsAre("the ward is not known, the fiscal year is not known"));
  EXPECT_THAT(inferred_file("002_c898e5a07936ff53.txt"), ElementsAre("the ward is not known"));
  EXPECT_THAT(
      inferred_file("003_908f99573608259b.txt"),
      ElementsAre("kind=guideline from line 3 of the text", "ward=川崎市 from line 8 of the text",
                  "fiscal_year=平成23年度 from the date in line 7 of the text",
                  "title=区役所サービス向上指針 from line 3 of the text"));
  EXPECT_THAT(inferred_file("004_a92f801ccb7e9a05.txt"),
              ElementsAre("the kind is not known, the ward is not known, the fiscal year is not "
                          "known"));
}

}  // namespace
}  // namespace torikumi::corpus
