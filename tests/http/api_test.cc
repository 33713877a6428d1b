// The routes of the daemon, over a real socket, on an index that the indexer built.

#include "tests/http/sample_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ApiTest : public SampleDaemonTest {};

TEST_F(ApiTest, Search) {
  const Json answer = search({{"q", "個人情報 区:中原区 年度:令和2"}, {"limit", "3"}});
  EXPECT_EQ(answer["query"]["interpretation"],
            "「個人情報」を含む／区: 川崎市中原区／年度: 令和2年度");
  EXPECT_EQ(answer["query"]["sort"], "relevance");
  EXPECT_EQ(answer["total"], 8);
  EXPECT_EQ(answer["limit"], 3);
  ASSERT_EQ(answer["hits"].size(), 3U);
  for (const Json& hit : answer["hits"]) {
    EXPECT_EQ(hit["ward"]["code"], "141330");
    EXPECT_EQ(hit["fiscal_year"], 2020);
    EXPECT_EQ(hit["kind"], "initiative");
    EXPECT_GT(hit["score"], 0);
    EXPECT_GT(hit["highlights"]["target"].size() + hit["highlights"]["result"].size(), 0U);
  }
  EXPECT_GE(answer["took_ms"], 0);
}

TEST_F(ApiTest, SearchWithoutWordsListsTheLatestFirst) {
  const Json answer = search({{"limit", "200"}});
  EXPECT_EQ(answer["total"], answer["hits"].size());
  EXPECT_EQ(answer["hits"].front()["fiscal_year"], 2025);
  EXPECT_EQ(answer["hits"].back()["fiscal_year"], 2020);
  EXPECT_TRUE(answer["hits"].front()["score"].is_null());
}

TEST_F(ApiTest, SearchOfEveryKind) {
  std::size_t sum = 0;
  for (const char* kind : {"initiative", "example", "standard", "passage"}) {
    const Json answer = search({{"kind", kind}, {"limit", "1"}});
    EXPECT_EQ(answer["hits"][0]["kind"], kind);
    EXPECT_EQ(answer["kinds"][kind], answer["total"]);
    sum += answer["total"].get<std::size_t>();
  }
  EXPECT_EQ(search({{"kind", "all"}, {"limit", "0"}})["total"], sum);
}

TEST_F(ApiTest, SearchTakesAlternativesOfOneParameter) {
  const auto total = [](const std::vector<QueryParameter>& parameters) {
    return search(parameters)["total"].get<std::size_t>();
  };
  const std::size_t both = total({{"ward", "川崎区"}, {"ward", "141330"}});
  EXPECT_EQ(total({{"ward", "川崎区"}}) + total({{"ward", "中原区"}}), both);
  EXPECT_EQ(total({{"ward", "川崎市"}}), both);
  EXPECT_EQ(total({{"year", "R2"}, {"year", "2025"}}), both);
  EXPECT_EQ(total({{"year", "令和2..令和7"}}), both);
}

TEST_F(ApiTest, SearchExplainsItsScores) {
  const Json answer =
      search({{"q", "個人情報保護"}, {"explain", "1"}, {"recency", "on"}, {"limit", "50"}});
  EXPECT_EQ(answer["query"]["recency"], "on");
  ASSERT_FALSE(answer["hits"].empty());
  for (const Json& hit : answer["hits"]) {
    EXPECT_EQ(hit["explain"]["score"], hit["score"]);
    double sum = 0;
    for (const Json& part : hit["explain"]["parts"]) {
      sum += part["contribution"].get<double>();
      const bool is_recency = part["origin"] == "recency";
      EXPECT_EQ(part["word"].is_null(), is_recency);
      EXPECT_EQ(part["field"].is_null(), is_recency);
      EXPECT_GT(part["weight"], 0);
    }
    EXPECT_NEAR(sum, hit["score"].get<double>(), 1e-9);
  }
  const Json plain = search({{"q", "個人情報保護"}});
  EXPECT_EQ(plain["query"]["recency"], "off");
  EXPECT_FALSE(plain["hits"][0].contains("explain"));
  const Json by_year = search({{"q", "個人情報保護"}, {"explain", "1"}, {"sort", "year"}});
  EXPECT_EQ(by_year["hits"][0]["explain"].dump(), R"({"score":null,"parts":[]})");
}

TEST_F(ApiTest, SearchSaysWhenItIsRelaxed) {
  EXPECT_EQ(search({{"q", "個人情報"}})["relaxed"], false);
  EXPECT_EQ(search({{"q", "個人情報を守るにはどんな工夫がありますか"}})["relaxed"], true);
}

TEST_F(ApiTest, SearchAsATable) {
  const HttpAnswer answer =
      get("/api/v1/search", {{"q", "個人情報"}, {"format", "csv"}, {"limit", "5"}});
  const std::vector<std::string> lines = expect_csv(answer);
  EXPECT_EQ(lines.front(),
            "municipality,ward_name,ward_code,fiscal_year,fiscal_year_label,department,number,"
            "scenes,target,result,result_status,kind,id,source_title,source_file,source_line,"
            "source_url,source_note");
  EXPECT_EQ(lines.size(), 6U);
}

TEST_F(ApiTest, RecordById) {
  const Json hit = search({{"q", "個人情報"}, {"limit", "1"}})["hits"][0];
  const std::string id = hit["id"];
  const Json record = expect_success(get("/api/v1/records/" + id))["record"];
  for (const auto& [key, value] : record.items()) {
    EXPECT_EQ(hit[key], value) << key;
  }
  EXPECT_THAT(record["source"]["file"].get<std::string>(), ::testing::EndsWith(".txt"));
  EXPECT_GT(record["source"]["line"], 0);
}

TEST_F(ApiTest, Reports) {
  const Json answer = expect_success(get("/api/v1/reports"));
  EXPECT_EQ(answer["total"], 4);
  EXPECT_EQ(answer["reports"].size(), 4U);
  EXPECT_THAT(answer["indexed_at"].get<std::string>(), ::testing::EndsWith("Z"));
  EXPECT_EQ(answer["unread"].size(), 0U);
  std::size_t initiatives = 0;
  for (const Json& report : answer["reports"]) {
    initiatives += report["records"]["initiative"].get<std::size_t>();
    EXPECT_THAT(report["known_from"]["kind"].get<std::string>(), StartsWith("catalogue.csv:"));
  }
  EXPECT_EQ(initiatives, search({})["total"]);
  EXPECT_EQ(expect_success(get("/api/v1/reports", {{"ward", "中原区"}}))["total"], 1);
  EXPECT_EQ(expect_success(get("/api/v1/reports", {{"year", "1999"}}))["total"], 0);
}

TEST_F(ApiTest, Wards) {
  const Json answer = expect_success(get("/api/v1/wards"));
  EXPECT_EQ(answer["total"], answer["wards"].size());
  std::vector<std::string> reporting;
  for (const Json& ward : answer["wards"]) {
    EXPECT_EQ(ward["municipality"], "川崎市");
    if (ward["has_report"]) {
      reporting.push_back(ward["code"]);
    }
  }
  EXPECT_EQ(answer["total"], 8);  // The city and its seven wards.
  EXPECT_THAT(reporting, ::testing::ElementsAre("141313", "141330"));
}

TEST_F(ApiTest, Departments) {
  const Json answer =
      expect_success(get("/api/v1/departments", {{"ward", "中原区"}, {"limit", "200"}}));
  EXPECT_EQ(answer["total"], answer["departments"].size());
  std::size_t initiatives = 0;
  for (const Json& department : answer["departments"]) {
    for (const Json& report : department["reports"]) {
      EXPECT_EQ(report["ward"]["code"], "141330");
      initiatives += report["initiatives"].get<std::size_t>();
    }
  }
  EXPECT_EQ(initiatives, search({{"ward", "中原区"}})["total"]);
}

TEST_F(ApiTest, Standards) {
  const Json answer =
      expect_success(get("/api/v1/standards", {{"year", "令和6"}, {"limit", "200"}}));
  EXPECT_EQ(answer["total"], 36);
  EXPECT_EQ(answer["principles"].size(), 8U);
  for (std::size_t i = 0; i < answer["standards"].size(); ++i) {
    EXPECT_EQ(answer["standards"][i]["number"], i + 1);
    EXPECT_FALSE(answer["standards"][i]["scope"].is_null());
  }
  const Json notices = expect_success(get("/api/v1/standards", {{"scene", "お知らせ"}}));
  EXPECT_GT(notices["total"], 0);
  EXPECT_LT(notices["total"], 36);
}

TEST_F(ApiTest, Completeness) {
  const Json answer = expect_success(get("/api/v1/completeness"));
  EXPECT_EQ(answer["cells"].size(), 7U * 6U);  // Seven wards, 2020 to 2025.
  std::size_t initiatives = 0;
  for (const Json& cell : answer["cells"]) {
    const auto count = cell["initiatives"].get<std::size_t>();
    EXPECT_EQ(cell["state"] == "no_report", count == 0);
    const std::string found = "/api/v1/search?limit=0&" + cell["query"].get<std::string>();
    EXPECT_EQ(expect_success(get(found))["total"], count);
    EXPECT_EQ(expect_success(get(found + "&flag=omitted"))["total"], cell["omitted"]);
    EXPECT_EQ(cell["reported"].get<std::size_t>() + cell["omitted"].get<std::size_t>() +
                  cell["missing"].get<std::size_t>(),
              count);
    initiatives += count;
  }
  EXPECT_EQ(initiatives, search({})["total"]);
  EXPECT_EQ(answer["standards"][0]["standards"], 36);
  const Json one =
      expect_success(get("/api/v1/completeness", {{"ward", "幸区"}, {"year", "2021..2022"}}));
  EXPECT_EQ(one["cells"].size(), 2U);
  EXPECT_EQ(one["cells"][0]["state"], "no_report");
  EXPECT_EQ(one["standards"].size(), 0U);
}

struct TableCase {
  const char* path;
  std::string_view header;
};
std::ostream& operator<<(std::ostream& out, const TableCase& row) {
  return out << row.path;
}

TEST_F(ApiTest, TablesHaveARowForEachEntry) {
  const std::vector<TableCase> tables{
      {"/api/v1/reports",
       "municipality,ward_name,ward_code,fiscal_year,kind,title,initiatives,examples,standards,"
       "passages,warnings,file,url,note"},
      {"/api/v1/wards",
       "municipality,ward_name,ward_code,report_years,initiatives,examples,standards,passages"},
      {"/api/v1/departments",
       "department,municipality,ward_name,ward_code,fiscal_year,initiatives"},
      {"/api/v1/standards",
       "scope,municipality,ward_name,ward_code,fiscal_year,fiscal_year_label,department,number,"
       "scenes,target,result,result_status,kind,id,source_title,source_file,source_line,"
       "source_url,source_note"},
      {"/api/v1/completeness",
       "municipality,ward_name,ward_code,fiscal_year,state,initiatives,reported,omitted,missing,"
       "query"}};
  for (const TableCase& table : tables) {
    SCOPED_TRACE(table);
    const bool is_list = std::string_view(table.path) != "/api/v1/completeness";
    std::vector<QueryParameter> parameters{{"format", "csv"}};
    if (is_list) {
      parameters.emplace_back("limit", "200");
    }
    const std::vector<std::string> lines = expect_csv(get(table.path, parameters));
    EXPECT_EQ(lines.front(), table.header);
    const Json json = expect_success(get(table.path));
    if (json.contains("total") && std::string_view(table.path) != "/api/v1/departments") {
      EXPECT_EQ(lines.size() - 1, json["total"]);
    } else {
      EXPECT_GT(lines.size(), 1U);
    }
  }
}

TEST_F(ApiTest, OpenApiDescriptionIsServed) {
  const HttpAnswer answer = get("/api/v1/openapi.json");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(Json::parse(answer.body)["openapi"], "3.1.0");
  const std::string tag = answer.header("etag");
  EXPECT_EQ(get("/api/v1/openapi.json", {}, "If-None-Match: " + tag + "\r\n").status, 304);
  expect_problem(get("/api/v1/openapi.json", {{"x", "1"}}),
                 {400, "unknown-parameter", "there is no parameter \"x\" here", "x", ""});
}

TEST_F(ApiTest, OtherOriginsAreThoseOfTheFlag) {
  const auto allowed_origin = [](const std::string& flag) {
    const RunningDaemon other(folder->path() / "index", {"--cors", flag});
    return other.get("/api/v1/wards").header("access-control-allow-origin");
  };
  EXPECT_EQ(get("/api/v1/wards").header("access-control-allow-origin"), "*");
  EXPECT_EQ(allowed_origin("https://example.jp"), "https://example.jp");
  EXPECT_EQ(allowed_origin("off"), "");
  const ProgramOutcome refused =
      ChildProcess(TORIKUMI_SEARCHD, {"--index", "x", "--cors", "on"}).wait();
  EXPECT_EQ(refused.exit_code, 2);
}

TEST_F(ApiTest, HelpNamesWhatItTakes) {
  for (const char* program : {TORIKUMI_INDEXER, TORIKUMI_SEARCHD}) {
    SCOPED_TRACE(program);
    const ProgramOutcome help = ChildProcess(program, {"--help"}).wait();
    EXPECT_THAT(help.out, HasSubstr("TORIKUMI_DICTIONARY"));
    EXPECT_THAT(help.out, HasSubstr("TORIKUMI_DATA"));
  }
  const std::string help = ChildProcess(TORIKUMI_SEARCHD, {"--help"}).wait().out;
  for (const char* flag : {"--index DIR", "--listen HOST:PORT", "--cors ORIGIN", "--dictionary DIR",
                           "--wards FILE", "--synonyms FILE"}) {
    EXPECT_THAT(help, HasSubstr(flag));
  }
  EXPECT_THAT(help, ::testing::Not(HasSubstr("TEXT")));
}

TEST_F(ApiTest, HealthAndReadiness) {
  const HttpAnswer health = get("/healthz");
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(health.body, "ok\n");
  const HttpAnswer ready = get("/readyz");
  EXPECT_EQ(ready.status, 200);
  EXPECT_THAT(ready.body, ::testing::MatchesRegex("ready, generation [0-9]{6}-[0-9a-f]{8}\n"));
  EXPECT_EQ(ready.header("cache-control"), "no-store");
}

TEST_F(ApiTest, PageIsServed) {
  const HttpAnswer page = get("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.header("content-type"), StartsWith("text/html"));
}

TEST_F(ApiTest, AnswersAConditionalRequestWithoutABody) {
  const std::vector<QueryParameter> parameters{{"q", "個人情報"}, {"ward", "中原区"}};
  const HttpAnswer first = get("/api/v1/search", parameters);
  const std::string tag = first.header("etag");
  const HttpAnswer second = get("/api/v1/search", parameters, "If-None-Match: " + tag + "\r\n");
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
  EXPECT_EQ(second.header("etag"), tag);
  EXPECT_EQ(second.header("vary"), "Accept-Encoding");
  const HttpAnswer reordered = get("/api/v1/search", {{"ward", "中原区"}, {"q", "個人情報"}});
  EXPECT_EQ(reordered.header("etag"), tag);
  EXPECT_NE(get("/api/v1/search", {{"q", "個人情報"}}).header("etag"), tag);
  EXPECT_NE(get("/api/v1/search", {{"q", "個人情報"}, {"ward", "中原区"}, {"format", "csv"}})
                .header("etag"),
            tag);
}

TEST_F(ApiTest, DoesNotHideAProblemBehindACondition) {
  const std::string_view any = "If-None-Match: *\r\n";
  EXPECT_EQ(get("/api/v1/search", {{"ward", "架空区"}}, any).status, 400);
  EXPECT_EQ(get("/api/v1/records/nothing", {}, any).status, 404);
  EXPECT_EQ(get("/api/v1/search", {{"q", "電話"}}, any).status, 304);
}

TEST_F(ApiTest, AnswersAHeadLikeTheGet) {
  const HttpAnswer got = get("/api/v1/wards");
  const HttpAnswer head =
      exchange(daemon->port(), "HEAD /api/v1/wards HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.header("etag"), got.header("etag"));
  EXPECT_EQ(head.header("content-length"), std::to_string(got.body.size()));
}

TEST_F(ApiTest, FindsTheSameWithEveryWidth) {
  // No operator stands alone here: 「ＯＲ」 is a word, and as such not found with the other.
  EXPECT_THAT(search({{"q", "ＥラーニングＯＲ"}})["notes"].dump(),
              HasSubstr("言葉の多くを含む記録"));
  const Json half = search({{"q", "eラーニング"}});
  EXPECT_GT(half["total"], 0);
  EXPECT_EQ(search({{"q", "Ｅﾗｰﾆﾝｸﾞ"}})["total"], half["total"]);
}

TEST_F(ApiTest, SaysWhatItDidNotUnderstand) {
  const Json answer = search({{"q", "年度:昔"}});
  EXPECT_EQ(answer["total"], 0);
  ASSERT_EQ(answer["notes"].size(), 1U);
  EXPECT_THAT(answer["notes"][0].get<std::string>(), HasSubstr("年度として読めないため"));
}

struct ProblemCase {
  const char* name;
  std::string_view path;
  std::vector<QueryParameter> parameters;
  ExpectedProblem want;
};

TEST_F(ApiTest, NamesWhatIsWrongWithARequest) {
  const std::string long_value(4097, 'a');
  const std::vector<ProblemCase> cases{
      {"UnknownParameter",
       "/api/v1/search",
       {{"keyword", "電話"}},
       {400, "unknown-parameter", "there is no parameter \"keyword\" here", "keyword", ""}},
      {"NearParameter",
       "/api/v1/search",
       {{"wards", "中原区"}},
       {400, "unknown-parameter", "there is no parameter \"wards\" here", "wards",
        "did you mean \"ward\"?"}},
      {"ParameterOfAnotherRoute",
       "/api/v1/wards",
       {{"q", "電話"}},
       {400, "unknown-parameter", "there is no parameter \"q\" here", "q", ""}},
      {"UnknownWard",
       "/api/v1/search",
       {{"ward", "架空区"}},
       {400, "invalid-parameter", "no ward is known as \"架空区\"", "ward",
        "the index holds 川崎市 (141305), 川崎市川崎区 (141313), 川崎市幸区 (141321), "
        "川崎市中原区 (141330), 川崎市高津区 (141348), 川崎市多摩区 (141356), 川崎市宮前区 "
        "(141364), 川崎市麻生区 (141372)"}},
      {"AmbiguousWard",
       "/api/v1/reports",
       {{"ward", "旭区"}},
       {400, "invalid-parameter", "\"旭区\" is the name of several wards", "ward",
        "name one of them: 横浜市旭区 (141127), 大阪市旭区 (271179)"}},
      {"BadScene",
       "/api/v1/standards",
       {{"scene", "屋上"}},
       {400, "invalid-parameter", "\"屋上\" is not a scene", "scene",
        "use one of お知らせ, 応対, 電話対応, 庁舎案内, 対面対応, 地域訪問, 庁内体制, 共通"}},
      {"BadKind",
       "/api/v1/search",
       {{"kind", "idea"}},
       {400, "invalid-parameter", "\"idea\" is not one of the values of this parameter", "kind",
        "use one of the valid values"}},
      {"BadLimit",
       "/api/v1/search",
       {{"limit", "ten"}},
       {400, "invalid-parameter", "\"ten\" is not a whole number from 0 to 200", "limit",
        "leave it out for 20"}},
      {"LargeLimit",
       "/api/v1/search",
       {{"limit", "201"}},
       {400, "limit-exceeded", "\"201\" is not a whole number from 0 to 200", "limit",
        "leave it out for 20"}},
      {"MoreThanCanBeExplained",
       "/api/v1/search",
       {{"q", "電話"}, {"explain", "1"}, {"limit", "51"}},
       {400, "limit-exceeded", "51 hits are more than the 50 that can be explained at once",
        "limit", "give limit=50 or less, or leave explain out"}},
      {"LongQuery",
       "/api/v1/search",
       {{"q", long_value}},
       {400, "limit-exceeded", "the value is 4097 bytes long, more than 4096", "q", "shorten it"}},
      {"NoCsvHere",
       "/api/v1/records/x",
       {{"format", "csv"}},
       {400, "unknown-parameter", "there is no parameter \"format\" here", "format", ""}},
      {"NoRecord",
       "/api/v1/records/nothing",
       {},
       {404, "not-found", "no record has this id", "id",
        "ids come from /search; a record whose report is no longer indexed is gone"}},
      {"NearPath",
       "/api/v1/serch",
       {},
       {404, "not-found", "there is nothing at this path", "", "did you mean /api/v1/search?"}},
      {"OtherVersion",
       "/api/v9/search",
       {},
       {404, "not-found", "there is nothing at this path", "", "did you mean /api/v1/search?"}},
      {"OtherPath",
       "/administration/of/everything",
       {},
       {404, "not-found", "there is nothing at this path", "",
        "see /api/v1/openapi.json for all paths"}},
  };
  for (const ProblemCase& row : cases) {
    SCOPED_TRACE(row.name);
    expect_problem(get(row.path, row.parameters), row.want);
  }
}

TEST_F(ApiTest, SaysWhyAYearCannotBeRead) {
  for (const char* year : {"令和0", "平成32", "昔", "2020..2018"}) {
    SCOPED_TRACE(year);
    const HttpAnswer answer = get("/api/v1/search", {{"year", year}});
    EXPECT_EQ(answer.status, 400);
    const Json problem = Json::parse(answer.body);
    EXPECT_EQ(problem["type"], "/problems/invalid-parameter");
    EXPECT_EQ(problem["parameter"], "year");
    EXPECT_THAT(problem["detail"].get<std::string>(), HasSubstr(year));
  }
}

TEST_F(ApiTest, RefusesBytesThatAreNoText) {
  for (const char* target :
       {"/api/v1/search?q=%00", "/api/v1/search?q=%FF", "/api/v1/search?q=%zz"}) {
    const HttpAnswer answer = http_get(daemon->port(), target);
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_EQ(Json::parse(answer.body)["type"], "/problems/invalid-parameter") << target;
    EXPECT_EQ(Json::parse(answer.body)["parameter"], "q") << target;
  }
}

}  // namespace
}  // namespace torikumi::testing
