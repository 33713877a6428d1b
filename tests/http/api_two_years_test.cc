// Two reports of one ward in consecutive years, through the indexer and the daemon: targets carried
// over, and flags as a filter of everything that counts.

#include "tests/http/running_daemon.h"
#include "tests/support/test_files.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kHeader =
    "部署名\t目標及び具体的な取組内容\t\t実施結果及び目標の達成度\n";

/// Of 総務課 the first target is the same in both years, the second one a new one; of 区民課 all
/// but one word is; 企画課 has no report in the year before.
constexpr std::string_view kEarlier =
    "総務課\t1\t<p>応対</p> <p>来庁者の要望を応接記録簿に正確に残し、関係課へ的確に伝えます。</p>"
    "\t<p>要望を記録簿に残し、関係課へその日のうちに伝えました。</p>\n"
    "総務課\t2\t<p>共通</p> <p>庁舎の案内表示を見直し、迷わずに窓口へ行けるようにします。</p>"
    "\t<p>1階の案内板を2枚増やしました。</p>\n"
    "区民課\t1\t<p>電話 対応</p> <p>電話では担当部署と氏名を名乗り、用件を復唱して確認します。</p>"
    "\t<p>※感染症対応のため、総括を省略とします</p>\n";
constexpr std::string_view kLater =
    "総務課\t1\t<p>応対</p> <p>来庁者の要望を応接記録簿に正確に残し、関係課へ的確に伝えます。</p>"
    "\t<p>来庁者の要望を応接記録簿に正確に残し、関係課へ的確に伝えました。</p>\n"
    "総務課\t2\t<p>共通</p> <p>職員を対象に研修を開き、やさしい日本語での説明を身に付けます。</p>"
    "\t<p>研修を年3回開きました。</p>\n"
    "区民課\t1\t<p>電話 対応</p> "
    "<p>電話では担当部署と氏名を必ず名乗り、用件を復唱して確認します。</p>"
    "\t<p>電話では担当部署と氏名を必ず名乗り、用件を復唱して確認しました。研修も2回開きました。</"
    "p>\n"
    "企画課\t1\t<p>お知らせ</p> "
    "<p>来庁者の要望を応接記録簿に正確に残し、関係課へ的確に伝えます。</p>"
    "\t<p>市政だよりに特集を載せました。</p>\n";

class TwoYearsApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    const std::filesystem::path reports = folder->path() / "reports";
    std::filesystem::create_directory(reports);
    write_file(reports / "a.txt", fmt::format("{}{}", kHeader, kEarlier));
    write_file(reports / "b.txt", fmt::format("{}{}", kHeader, kLater));
    write_file(reports / "catalogue.csv",
               "file,kind,municipality,ward,fiscal_year,title,url\n"
               "a.txt,targets_and_results,川崎市,中原区,令和3年度,,\n"
               "b.txt,targets_and_results,川崎市,中原区,令和4年度,,\n");
    ASSERT_EQ(build_index_with_program(folder->path() / "index", reports), 0);
    daemon = std::make_unique<RunningDaemon>(folder->path() / "index");
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static Json ask(std::string_view path, const std::vector<QueryParameter>& parameters) {
    return expect_success(daemon->get(fmt::format("/api/v1/{}", path), parameters));
  }

  /// Year, department and number of what the search finds, latest first.
  static std::vector<std::string> found(std::vector<QueryParameter> parameters) {
    parameters.emplace_back("sort", "year");
    std::vector<std::string> names;
    const Json answer = ask("search", parameters);
    for (const Json& hit : answer["hits"]) {
      names.push_back(fmt::format("{} {} {}", hit["fiscal_year"].get<int>(),
                                  hit["department"].get<std::string>(), hit["number"].get<int>()));
    }
    return names;
  }

  static std::size_t found_by(const Json& query) {
    return expect_success(
        daemon->get("/api/v1/search?limit=0&" + query.get<std::string>()))["total"];
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

TEST_F(TwoYearsApiTest, TargetsCarriedOverAreFound) {
  EXPECT_THAT(found({{"flag", "carried_over"}}),
              ::testing::UnorderedElementsAre("2022 総務課 1", "2022 区民課 1"))
      << "not the same target of a department without an earlier year";
  const Json hits = ask("search", {{"flag", "carried_over"}})["hits"];
  for (const Json& hit : hits) {
    const Json& from = hit["derived"]["carried_over_from"];
    const bool is_unchanged = hit["department"] == "総務課";
    EXPECT_EQ(from["fiscal_year"], 2021);
    EXPECT_EQ(from["unchanged"], is_unchanged);
    EXPECT_EQ(from["likeness"] == 1.0, is_unchanged) << from;
    const Json earlier = ask("records/" + from["id"].get<std::string>(), {})["record"];
    EXPECT_EQ(earlier["department"], hit["department"]);
    EXPECT_EQ(earlier["fiscal_year"], 2021);
    EXPECT_EQ(earlier["target"] == hit["target"], is_unchanged);
  }
}

TEST_F(TwoYearsApiTest, QualityCountsThemWhereThereIsAnEarlierYear) {
  const Json answer = ask("quality", {});
  ASSERT_EQ(answer["cells"].size(), 2U);
  const auto carried_over = [&](std::size_t cell) { return answer["cells"][cell]["findings"]; };
  for (const auto& [cell, records, base] :
       {std::tuple<std::size_t, int, int>{0, 0, 0}, {1, 2, 3}}) {
    const Json findings = carried_over(cell);
    const auto place = std::find_if(findings.begin(), findings.end(), [](const Json& finding) {
      return finding["finding"] == "carried_over";
    });
    ASSERT_NE(place, findings.end());
    EXPECT_EQ((*place)["records"], records);
    EXPECT_EQ((*place)["base"], base);
    EXPECT_EQ(found_by((*place)["query"]), records);
  }
}

TEST_F(TwoYearsApiTest, EachOfSeveralFlagsIsRequired) {
  EXPECT_THAT(found({{"flag", "restated"}}),
              ::testing::UnorderedElementsAre("2022 区民課 1", "2022 総務課 1"));
  EXPECT_THAT(found({{"flag", "restated"}, {"flag", "quantities"}}), ElementsAre("2022 区民課 1"));
  EXPECT_THAT(found({{"flag", "restated"}, {"flag", "omitted"}}), IsEmpty());
}

TEST_F(TwoYearsApiTest, QualityOfAFlagCountsOtherFindingsAmongIts) {
  const Json answer = ask("quality", {{"flag", "restated"}});
  EXPECT_EQ(answer["totals"]["initiatives"], 2);
  for (const Json& finding : answer["totals"]["findings"]) {
    EXPECT_EQ(found_by(finding["query"]), finding["records"]) << finding["query"];
    if (finding["finding"] == "quantities") {
      EXPECT_EQ(finding["records"], 1);
    }
  }
}

TEST_F(TwoYearsApiTest, FlagsChooseTheRecordsOfEveryRouteThatCounts) {
  const Json table =
      ask("analytics/frequency", {{"q", "研修"}, {"flag", "quantities"}, {"by", "year"}});
  EXPECT_EQ(table["totals"][0]["cells"][0]["base"], 3) << "those with figures";
  for (const Json& total : table["totals"]) {
    for (const Json& cell : total["cells"]) {
      EXPECT_EQ(found_by(cell["query"]), cell["initiatives"]) << cell["query"];
    }
  }
  EXPECT_EQ(
      ask("analytics/trends", {{"q", "研修"}, {"flag", "quantities"}})["series"][0]["records"], 2);
  const Json terms = ask("analytics/terms", {{"flag", "carried_over"}, {"min_records", "2"}});
  EXPECT_EQ(terms["subset"]["records"], 2);
  EXPECT_EQ(terms["rest"]["records"], 5) << "all others, not those of the flag";
  EXPECT_EQ(found_by(terms["rest"]["query_all"]), 7);
  EXPECT_EQ(ask("analytics/cooccurrence", {{"flag", "carried_over"}})["subset"]["records"], 2);
  EXPECT_EQ(ask("analytics/concordance", {{"q", "要望"}, {"flag", "carried_over"}})["total"], 2);
}

struct EmptyCase {
  const char* name;
  const char* path;
  std::vector<QueryParameter> parameters;
  const char* parameter;
  std::vector<std::string> valid_values;
};
std::ostream& operator<<(std::ostream& out, const EmptyCase& row) {
  return out << row.name;
}

TEST_F(TwoYearsApiTest, AnEmptySubsetNamesWhatIsToBlameAndWhatThereIs) {
  const std::vector<EmptyCase> cases{
      {"Flag",
       "quality",
       {{"flag", "missing"}, {"ward", "中原区"}},
       "flag",
       {"omitted", "restated", "quantities", "carried_over"}},
      {"BothFlags",
       "analytics/terms",
       {{"flag", "omitted"}, {"year", "2022"}},
       "flag",
       {"restated", "quantities", "carried_over"}},
      {"WardBesideAQuery",
       "analytics/terms",
       {{"ward", "幸区"}, {"q", "研修"}},
       "ward",
       {"川崎市中原区"}},
      {"YearOfADepartment",
       "analytics/cooccurrence",
       {{"year", "2021"}, {"department", "企画課"}},
       "department",
       {"区民課", "総務課"}},
      {"Concordance",
       "analytics/concordance",
       {{"year", "2020"}, {"q", "研修"}},
       "year",
       {"2021", "2022"}},
      {"Trends",
       "analytics/trends",
       {{"scene", "地域訪問"}, {"q", "研修"}},
       "scene",
       {"お知らせ", "共通", "応対", "電話対応"}},
      {"Frequency",
       "analytics/frequency",
       {{"kind", "standard"}, {"q", "研修"}},
       "kind",
       {"initiative"}},
      {"KindIsNotOffered", "quality", {{"ward", "幸区"}}, "ward", {"川崎市中原区"}},
      {"Query", "analytics/terms", {{"q", "郵便番号帳"}}, "q", {}},
      {"Theme",
       "analytics/terms",
       {{"theme", "disaster"}, {"q", "特集"}},
       "theme",
       {"public-relations", "complaints", "cooperation"}},
      {"UnknownYear", "quality", {{"year", "2022..2021"}}, "year", {"2021", "2022"}},
      {"UnknownWard", "quality", {{"ward", "架空区"}}, "ward", {"川崎市中原区"}},
  };
  for (const EmptyCase& row : cases) {
    SCOPED_TRACE(row);
    const HttpAnswer answer = daemon->get(fmt::format("/api/v1/{}", row.path), row.parameters);
    EXPECT_EQ(answer.status, 400);
    const Json problem = Json::parse(answer.body);
    EXPECT_EQ(problem["parameter"], row.parameter) << problem;
    EXPECT_EQ(problem.value("valid_values", std::vector<std::string>{}), row.valid_values);
    EXPECT_NE(problem["hint"], "");
  }
}

}  // namespace
}  // namespace torikumi::testing
