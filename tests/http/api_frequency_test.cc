// Themes and their frequency over the socket: each number is what its own query finds, and bad
// input is named.

#include "tests/http/running_daemon.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <ostream>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kThemes =
    "[ticket-machine]\n名前 = 発券機\n説明 = 発券機の取組\n検索 = 発券機 OR 番号札\n"
    "[telephone]\n名前 = 電話\n説明 = 電話の応対\n検索 = 電話\n除外 = 「携帯電話」\n";

/// The sample corpus, which is always there, with two themes of our own.
class FrequencyApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    const std::filesystem::path themes = folder->path() / "themes.txt";
    write_file(themes, kThemes);
    ASSERT_EQ(
        build_index_with_program(folder->path() / "index", source_dir() / "corpus" / "sample"), 0);
    daemon = std::make_unique<RunningDaemon>(folder->path() / "index",
                                             std::vector<std::string>{"--themes", themes.string()});
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static HttpAnswer get(const std::vector<QueryParameter>& parameters) {
    return daemon->get("/api/v1/analytics/frequency", parameters);
  }

  static Json ask(const std::vector<QueryParameter>& parameters) {
    return expect_success(get(parameters));
  }

  /// How many records the search finds that `query`, a query string, names.
  static Json found_by(const Json& query) {
    const std::string target = "/api/v1/search?limit=0&" + query.get<std::string>();
    return expect_success(daemon->get(target))["total"];
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

TEST_F(FrequencyApiTest, ListsTheThemesOfTheFile) {
  const Json answer = expect_success(daemon->get("/api/v1/themes"));
  EXPECT_EQ(answer["total"], 2);
  EXPECT_EQ(answer["themes"][1], Json({{"id", "telephone"},
                                       {"label", "電話"},
                                       {"description", "電話の応対"},
                                       {"query", "電話 -「携帯電話」"}}));
  const Json one = expect_success(daemon->get("/api/v1/themes/telephone"));
  EXPECT_EQ(one["theme"], answer["themes"][1]);
  EXPECT_THAT(expect_csv(daemon->get("/api/v1/themes", {{"format", "csv"}})),
              ElementsAre("theme,label,description,query",
                          "ticket-machine,発券機,発券機の取組,発券機 OR 番号札",
                          "telephone,電話,電話の応対,電話 -「携帯電話」"));
  expect_problem(
      daemon->get("/api/v1/themes/telefone"),
      {404, "not-found", "there is no theme \"telefone\"", "id", "did you mean \"telephone\"?"});
}

struct TableCase {
  const char* name;
  std::vector<QueryParameter> parameters;
};
std::ostream& operator<<(std::ostream& out, const TableCase& row) {
  return out << row.name;
}

TEST_F(FrequencyApiTest, EveryNumberIsWhatItsQueryFinds) {
  const std::vector<TableCase> cases{
      {"Default", {{"theme", "telephone"}, {"year", "2020..2025"}}},
      {"Scenes", {{"by", "scene"}, {"ward", "中原区"}, {"scene", "電話対応"}, {"scene", "共通"}}},
      {"Departments", {{"by", "department,field"}, {"department", "区民課"}}},
      {"Query", {{"q", "窓口 案内"}, {"by", "year, field"}, {"year", "2020"}, {"year", "2025"}}},
      {"NoSynonyms", {{"q", "外国人"}, {"synonyms", "off"}, {"by", "ward"}, {"kind", "all"}}},
      {"Nothing", {{"q", "宇宙 開発"}, {"by", "field"}}},
      {"Both", {{"q", "研修"}, {"theme", "telephone"}, {"by", "field"}, {"field", "result"}}}};
  for (const TableCase& row : cases) {
    SCOPED_TRACE(row);
    const Json answer = ask(row.parameters);
    std::vector<Json> cells(answer["cells"].begin(), answer["cells"].end());
    ASSERT_FALSE(cells.empty());
    for (const Json& table : answer["totals"]) {
      cells.insert(cells.end(), table["cells"].begin(), table["cells"].end());
    }
    for (const Json& cell : cells) {
      SCOPED_TRACE(cell.dump());
      const Json found = found_by(cell["query"]);
      if (cell["state"] == "counted") {
        EXPECT_EQ(cell["initiatives"], found);
        EXPECT_EQ(cell["rate_per_100"].is_null(), cell["base"] < 10);
        EXPECT_EQ(cell["ci95"].is_null(), cell["base"] < 10);
      } else {
        EXPECT_EQ(cell["state"], "no_report");
        EXPECT_EQ(found, 0);
        EXPECT_EQ(cell["base"], 0);
        for (const char* key : {"initiatives", "occurrences", "departments", "share", "ci95"}) {
          EXPECT_TRUE(cell[key].is_null()) << key;
        }
      }
    }
  }
}

TEST_F(FrequencyApiTest, HasTotalsOfRowsAndColumnsAndOfAll) {
  const Json answer = ask({{"by", "ward,year"}, {"theme", "ticket-machine"}});
  ASSERT_EQ(answer["totals"].size(), 3U);
  EXPECT_EQ(answer["totals"][0]["by"], Json({"ward"}));
  EXPECT_EQ(answer["totals"][1]["by"], Json({"year"}));
  EXPECT_EQ(answer["totals"][2]["by"], Json::array());
  EXPECT_EQ(answer["cells"].size(),
            answer["totals"][0]["cells"].size() * answer["totals"][1]["cells"].size());
  int initiatives = 0;
  for (const Json& cell : answer["cells"]) {
    initiatives += cell["initiatives"].is_null() ? 0 : cell["initiatives"].get<int>();
  }
  EXPECT_EQ(answer["totals"][2]["cells"][0]["initiatives"], initiatives);
  EXPECT_GT(initiatives, 0);
}

TEST_F(FrequencyApiTest, TakesAllThemesIfNoneIsNamed) {
  EXPECT_EQ(ask({{"by", "field"}})["themes"].size(), 2U);
  EXPECT_EQ(ask({{"by", "field"}, {"q", "電話"}})["themes"].size(), 0U);
  EXPECT_EQ(ask({{"by", "field"}, {"q", "電話"}})["cells"][0]["theme"], nullptr);
}

TEST_F(FrequencyApiTest, GivesTheSameAsATable) {
  const std::vector<std::string> lines = expect_csv(get({{"theme", "telephone"},
                                                         {"by", "ward,year"},
                                                         {"format", "csv"},
                                                         {"ward", "中原区"},
                                                         {"ward", "宮前区"},
                                                         {"year", "2020..2025"}}));
  ASSERT_EQ(lines.size(), 1U + 12 + 2 + 6 + 1);
  EXPECT_EQ(lines[0],
            "theme,theme_label,municipality,ward_name,ward_code,year,initiatives,occurrences,"
            "departments,base,rate_per_100,ci95_low,ci95_high,share,state,query");
  EXPECT_THAT(lines[1], StartsWith("telephone,電話,川崎市,中原区,141330,2020,"));
  EXPECT_THAT(lines[1], HasSubstr(",50,"));
  EXPECT_THAT(lines[7], StartsWith("telephone,電話,川崎市,宮前区,141364,2020,,,,0,,,,,no_report,"));
  EXPECT_THAT(lines[13], StartsWith("telephone,電話,川崎市,中原区,141330,合計,"));
  EXPECT_THAT(lines.back(), StartsWith("telephone,電話,合計,合計,合計,合計,"));
  EXPECT_THAT(lines.back(), EndsWith("&kind=initiative&kind=example"));
}

struct RefusedCase {
  const char* name;
  std::vector<QueryParameter> parameters;
  ExpectedProblem problem;
  std::vector<std::string> valid_values;
};

TEST_F(FrequencyApiTest, RefusesWhatCannotBeCounted) {
  constexpr std::string_view kNothing = "no record fits all filters, so there is nothing to count";
  constexpr std::string_view kUseValid = "use one of the valid values or leave the filter out";
  const std::vector<RefusedCase> cases{
      {"Theme",
       {{"theme", "telefone"}},
       {400, "invalid-parameter", "there is no theme \"telefone\"", "theme",
        "did you mean \"telephone\"?"},
       {"ticket-machine", "telephone"}},
      {"Dimension",
       {{"by", "ward,yaer"}},
       {400, "invalid-parameter", "\"yaer\" is not a dimension", "by", "did you mean \"year\"?"},
       {"ward", "year", "department", "scene", "field"}},
      {"EmptyDimension",
       {{"by", "ward,"}},
       {400, "invalid-parameter", "\"\" is not a dimension", "by",
        "write some of the valid values, parted by commas"},
       {"ward", "year", "department", "scene", "field"}},
      {"RepeatedDimension",
       {{"by", "ward,ward"}},
       {400, "invalid-parameter", "\"ward\" is there twice", "by", "name each dimension once"},
       {"ward", "year", "department", "scene", "field"}},
      {"YearsReversed",
       {{"year", "2025..2020"}},
       {400, "invalid-parameter", "\"2025..2020\" is not a fiscal year: the range runs backwards",
        "year", "write it like 令和2..令和7, H27-29 or 2018..2020"},
       {"2008", "2009", "2010", "2011", "2020", "2024", "2025"}},
      {"WardWithoutReport",
       {{"ward", "宮前区"}, {"year", "2020"}},
       {400, "invalid-parameter", kNothing, "year", kUseValid},
       {"2008", "2009", "2010"}},
      {"YearWithoutReport",
       {{"year", "2015"}},
       {400, "invalid-parameter", kNothing, "year", kUseValid},
       {"2008", "2009", "2010", "2020", "2025"}},
      {"YearAndSceneThatDoNotMeet",
       {{"scene", "電話対応"}, {"year", "2008"}},
       {400, "invalid-parameter", kNothing, "year", kUseValid},
       {"2020"}},
      {"TwoOfNoRecord",
       {{"year", "2015"}, {"ward", "宮前区"}, {"kind", "standard"}},
       {400, "invalid-parameter", kNothing, "year", kUseValid},
       {"2024"}},
      {"TooMany",
       {{"by", "ward,year,department,scene,field"}},
       {400,
        "limit-exceeded",
        {},
        "by",
        "name one theme or a few (theme=…), a ward or city, a range of years or a department, or "
        "leave a dimension out of by"},
       {}},
  };
  for (const RefusedCase& row : cases) {
    SCOPED_TRACE(row.name);
    const HttpAnswer answer = get(row.parameters);
    ExpectedProblem problem = row.problem;
    const Json json = Json::parse(answer.body);
    const std::string detail = json.value("detail", "");
    if (problem.detail.empty()) {
      EXPECT_THAT(detail, HasSubstr("more than 20000"));
      problem.detail = detail;
    }
    expect_problem(answer, problem);
    EXPECT_EQ(json.value("valid_values", std::vector<std::string>()), row.valid_values);
  }
}

TEST(ThemeFileTest, IsRefusedWithLineAndReason) {
  const TemporaryDirectory folder;
  const std::filesystem::path themes = folder.path() / "themes.txt";
  write_file(themes, "[telephone]\n名前 = 電話\n説明 = 電話\n検索 = 電話 区:中原区\n");
  ChildProcess daemon(TORIKUMI_SEARCHD, {"--index", (folder.path() / "index").string(), "--listen",
                                         "127.0.0.1:0", "--themes", themes.string()});
  const std::optional<int> code = daemon.wait_for(std::chrono::seconds(60));
  EXPECT_EQ(code, 1);
  EXPECT_EQ(daemon.standard_error(),
            fmt::format("torikumi-searchd: {}:4: theme \"telephone\": the query has the filter "
                        "\"区:中原区\"; a theme counts everywhere; delete the filter and ask for "
                        "it beside the theme\n",
                        themes.string()));
}

}  // namespace
}  // namespace torikumi::testing
