// Analytics over the socket: each number is what its own query finds, and bad input is named.

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
using ::testing::HasSubstr;

/// The sample corpus, which is always there.
class AnalyticsApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    ASSERT_EQ(
        build_index_with_program(folder->path() / "index", source_dir() / "corpus" / "sample"), 0);
    daemon = std::make_unique<RunningDaemon>(folder->path() / "index");
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static HttpAnswer get(std::string_view route, const std::vector<QueryParameter>& parameters) {
    return daemon->get(fmt::format("/api/v1/analytics/{}", route), parameters);
  }

  static Json ask(std::string_view route, const std::vector<QueryParameter>& parameters) {
    return expect_success(get(route, parameters));
  }

  /// How many records the search finds that `query`, a query string, names.
  static std::size_t found_by(const Json& query) {
    const std::string target = "/api/v1/search?limit=0&" + query.get<std::string>();
    return expect_success(daemon->get(target))["total"].get<std::size_t>();
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

TEST_F(AnalyticsApiTest, TermsAreWhatTheirQueriesFind) {
  const std::vector<std::vector<QueryParameter>> requests{
      {{"ward", "中原区"}, {"min_records", "2"}, {"min_departments", "1"}},
      {{"q", "窓口 OR 電話"}, {"min_records", "2"}, {"sort", "jaccard"}},
      {{"q", "案内"}, {"kind", "all"}, {"against", "filters"}, {"year", "2020..2025"}},
  };
  for (const auto& request : requests) {
    const Json answer = ask("terms", request);
    EXPECT_GT(answer["tested"], 0);
    EXPECT_THAT(answer["method"].get<std::string>(),
                HasSubstr(fmt::format("{}語", answer["tested"].get<std::size_t>())));
    EXPECT_EQ(answer["subset"]["records"], found_by(answer["subset"]["query"]));
    const std::size_t both = answer["subset"]["records"].get<std::size_t>() +
                             answer["rest"]["records"].get<std::size_t>();
    EXPECT_EQ(both, found_by(answer["rest"]["query_all"]));
    ASSERT_GT(answer["terms"].size(), 0U);
    for (const Json& term : answer["terms"]) {
      SCOPED_TRACE(term["term"]);
      EXPECT_EQ(term["records"], found_by(term["query"]));
      EXPECT_EQ(term["records"].get<std::size_t>() + term["rest_records"].get<std::size_t>(),
                found_by(term["query_all"]));
    }
  }
}

TEST_F(AnalyticsApiTest, TrendsAreWhatTheirQueriesFind) {
  const std::vector<std::vector<QueryParameter>> requests{
      {{"kind", "all"}},
      {{"q", "窓口"}, {"term", "電話"}, {"term", "案内"}, {"kind", "all"}},
      {{"kind", "example"}, {"ward", "川崎市"}},
  };
  for (const auto& request : requests) {
    const Json answer = ask("trends", request);
    ASSERT_GT(answer["series"].size(), 0U);
    for (const Json& series : answer["series"]) {
      SCOPED_TRACE(series["label"]);
      std::size_t sum = 0;
      for (const Json& year : series["years"]) {
        if (year["state"] == "no_report") {
          EXPECT_TRUE(year["records"].is_null());
          EXPECT_EQ(year["wards_reporting"], 0);
          continue;
        }
        sum += year["records"].get<std::size_t>();
        EXPECT_EQ(year["rate_per_100"].is_null(), year["base"] < 10);
        EXPECT_EQ(year["query"].is_null(), year["records"] == 0);
        if (!year["query"].is_null()) {
          EXPECT_EQ(year["records"], found_by(year["query"]));
        }
      }
      EXPECT_EQ(series["records"], sum);
      EXPECT_NE(series["reason"], "");
    }
  }
}

TEST_F(AnalyticsApiTest, ASeriesThatIsAskedForStandsAlone) {
  const Json answer = ask("trends", {{"q", "窓口"}, {"term", "電話"}});
  ASSERT_EQ(answer["series"].size(), 2U);
  EXPECT_EQ(answer["series"][0]["type"], "query");
  EXPECT_EQ(answer["series"][1]["type"], "term");
  EXPECT_EQ(answer["series"][1]["label"], "電話");
  EXPECT_EQ(answer["query"]["q"], "窓口");
}

TEST_F(AnalyticsApiTest, ThemesAreWhatTheirQueriesFind) {
  const Json answer = ask("trends", {{"of", "themes"}, {"kind", "all"}, {"limit", "200"}});
  const Json themes = expect_success(daemon->get("/api/v1/themes", {{"limit", "0"}}));
  EXPECT_EQ(answer["total"], themes["total"]);
  EXPECT_EQ(answer["tested"], themes["total"]);
  double q_before = 0;
  for (const Json& series : answer["series"]) {
    SCOPED_TRACE(series["label"]);
    EXPECT_EQ(series["type"], "theme");
    EXPECT_EQ(series["query"].is_null(), series["records"] == 0);
    for (const Json& year : series["years"]) {
      if (!year["query"].is_null()) {
        EXPECT_EQ(year["records"], found_by(year["query"]));
      }
    }
    EXPECT_GE(series["q_value"], q_before);
    q_before = series["q_value"];
  }
  const std::string id = answer["series"][0]["theme"];
  const Json alone = ask("trends", {{"theme", id}, {"kind", "all"}});
  ASSERT_EQ(alone["series"].size(), 1U);
  EXPECT_EQ(alone["series"][0]["years"], answer["series"][0]["years"]);
  const Json network = ask("cooccurrence", {{"theme", id}, {"kind", "all"}, {"min_records", "2"}});
  EXPECT_EQ(network["subset"]["records"], found_by(network["subset"]["query"]));
}

TEST_F(AnalyticsApiTest, OneReportIsNoTrend) {
  const Json answer = ask("trends", {{"q", "窓口"}, {"year", "2020"}, {"ward", "中原区"}});
  EXPECT_EQ(answer["series"][0]["state"], "one_year");
  EXPECT_THAT(answer["series"][0]["reason"].get<std::string>(), HasSubstr("1か年"));
  EXPECT_THAT(answer["notes"][0].get<std::string>(), HasSubstr("1か年では"));
}

TEST_F(AnalyticsApiTest, NetworksAreWhatTheirQueriesFind) {
  const Json answer = ask("cooccurrence", {{"kind", "all"}, {"min_records", "2"}});
  EXPECT_EQ(answer["subset"]["records"], found_by(answer["subset"]["query"]));
  ASSERT_GT(answer["edges"].size(), 0U);
  for (const Json& node : answer["nodes"]) {
    EXPECT_EQ(node["records"], found_by(node["query"])) << node["term"];
  }
  for (const Json& edge : answer["edges"]) {
    EXPECT_EQ(edge["records"], found_by(edge["query"]));
    EXPECT_EQ(answer["nodes"][edge["source"].get<std::size_t>()]["term"], edge["source_term"]);
    EXPECT_EQ(answer["nodes"][edge["target"].get<std::size_t>()]["term"], edge["target_term"]);
  }
}

TEST_F(AnalyticsApiTest, ConcordancesHaveTheirRecords) {
  const Json answer = ask("concordance", {{"q", "窓口"}, {"sort", "right"}, {"context", "10"}});
  EXPECT_EQ(answer["subset"]["records"], found_by(answer["subset"]["query"]));
  ASSERT_GT(answer["lines"].size(), 0U);
  const Json& line = answer["lines"][0];
  const Json record =
      expect_success(daemon->get(fmt::format("/api/v1/records/{}", line["id"].get<std::string>())));
  const std::string field = line["field"];
  EXPECT_THAT(record["record"][field].get<std::string>(),
              HasSubstr(line["left"].get<std::string>() + line["match"].get<std::string>() +
                        line["right"].get<std::string>()));
}

TEST_F(AnalyticsApiTest, TablesHaveALineForEachRow) {
  const Json terms = ask("terms", {{"ward", "中原区"}, {"min_records", "2"}});
  EXPECT_EQ(expect_csv(get("terms", {{"ward", "中原区"}, {"min_records", "2"}, {"format", "csv"}}))
                .size(),
            terms["terms"].size() + 1);
  EXPECT_THAT(expect_csv(get("terms", {{"ward", "中原区"}, {"format", "csv"}})).front(),
              HasSubstr("term,records,rate_per_100,ci95_low,ci95_high,departments,"));
  EXPECT_THAT(expect_csv(get("trends", {{"q", "窓口"}, {"format", "csv"}})).front(),
              HasSubstr("year_state,records,base,rate_per_100,ci95_low,ci95_high,wards,"));
  const Json network = ask("cooccurrence", {{"kind", "all"}});
  EXPECT_EQ(expect_csv(get("cooccurrence", {{"kind", "all"}, {"format", "csv"}})).size(),
            network["edges"].size() + 1);
  const Json trends = ask("trends", {{"q", "窓口"}, {"kind", "all"}});
  EXPECT_EQ(expect_csv(get("trends", {{"q", "窓口"}, {"kind", "all"}, {"format", "csv"}})).size(),
            trends["series"][0]["years"].size() + 1);
  const Json lines = ask("concordance", {{"q", "窓口"}});
  const auto table = expect_csv(get("concordance", {{"q", "窓口"}, {"format", "csv"}}));
  EXPECT_EQ(table.size(), lines["lines"].size() + 1);
}

TEST_F(AnalyticsApiTest, ListsAreGivenInPages) {
  const Json whole = ask("trends", {{"kind", "all"}, {"limit", "6"}});
  const Json page = ask("trends", {{"kind", "all"}, {"limit", "2"}, {"offset", "3"}});
  ASSERT_EQ(page["series"].size(), 2U);
  EXPECT_EQ(page["series"][0], whole["series"][3]);
  EXPECT_EQ(page["total"], whole["total"]);
}

struct ProblemCase {
  const char* name;
  const char* route;
  std::vector<QueryParameter> parameters;
  const char* slug;
  const char* parameter;
};
std::ostream& operator<<(std::ostream& out, const ProblemCase& row) {
  return out << row.name;
}

TEST_F(AnalyticsApiTest, BadInputIsNamed) {
  const std::vector<ProblemCase> cases{
      {"Everything", "terms", {}, "missing-parameter", "q"},
      {"NothingFound", "terms", {{"q", "郵便番号帳"}}, "invalid-parameter", "q"},
      {"NoSuchYear", "terms", {{"year", "1999"}}, "invalid-parameter", "year"},
      {"YearsReversed", "trends", {{"year", "2025..2020"}}, "invalid-parameter", "year"},
      {"UnknownWard", "cooccurrence", {{"ward", "架空区"}}, "invalid-parameter", "ward"},
      {"UnknownScene", "trends", {{"scene", "宇宙"}}, "invalid-parameter", "scene"},
      {"UnknownTheme", "terms", {{"theme", "no-such"}}, "invalid-parameter", "theme"},
      {"EmptyYear", "trends", {{"year", "1999"}}, "invalid-parameter", "year"},
      {"EmptyNetwork", "cooccurrence", {{"year", "1999"}}, "invalid-parameter", "year"},
      {"NoQuery", "concordance", {}, "missing-parameter", "q"},
      {"TooManyNodes", "cooccurrence", {{"nodes", "101"}}, "limit-exceeded", "nodes"},
      {"TooFewRecords", "trends", {{"min_records", "1"}}, "invalid-parameter", "min_records"},
      {"UnknownSort", "terms", {{"sort", "best"}}, "invalid-parameter", "sort"},
      {"UnknownState", "trends", {{"state", "rising"}}, "invalid-parameter", "state"},
      {"Misspelled", "trends", {{"trem", "電話"}}, "unknown-parameter", "trem"},
      {"TooMuchContext",
       "concordance",
       {{"q", "a"}, {"context", "201"}},
       "limit-exceeded",
       "context"},
  };
  for (const ProblemCase& row : cases) {
    SCOPED_TRACE(row);
    const HttpAnswer answer = get(row.route, row.parameters);
    EXPECT_EQ(answer.status, 400);
    const Json problem = Json::parse(answer.body);
    EXPECT_EQ(problem["type"], fmt::format("/problems/{}", row.slug));
    EXPECT_EQ(problem["parameter"], row.parameter);
    EXPECT_NE(problem["hint"], "");
  }
}

TEST_F(AnalyticsApiTest, TooManyTermsAreRefused) {
  std::vector<QueryParameter> parameters;
  static const std::vector<std::string> kTerms = [] {
    std::vector<std::string> terms;
    for (int i = 0; i < 21; ++i) {
      terms.push_back("t" + std::to_string(i));
    }
    return terms;
  }();
  for (const std::string& term : kTerms) {
    parameters.emplace_back("term", term);
  }
  const Json problem = Json::parse(get("trends", parameters).body);
  EXPECT_EQ(problem["type"], "/problems/limit-exceeded");
  EXPECT_EQ(problem["parameter"], "term");
}

/// The real reports, where they are.
TEST(RealAnalyticsApiTest, AnswersTheQuestionsOfHeadquarters) {
  const std::optional<std::filesystem::path> reports = reports_dir();
  if (!reports) {
    GTEST_SKIP() << "the real reports are not here";
  }
  const TemporaryDirectory folder;
  ASSERT_EQ(build_index_with_program(folder.path() / "index", *reports), 0);
  const RunningDaemon daemon(folder.path() / "index");
  const auto series_of = [&](std::string_view q) {
    return expect_success(daemon.get(
        "/api/v1/analytics/trends",
        {{"q", q}, {"kind", "initiative"}, {"kind", "example"}, {"synonyms", "off"}}))["series"][0];
  };
  std::vector<int> years;
  const Json dispensers = series_of("発券機");
  for (const Json& year : dispensers["years"]) {
    if (year["records"].is_number() && year["records"] > 0) {
      years.push_back(year["fiscal_year"]);
    }
  }
  EXPECT_THAT(years, ::testing::ElementsAre(2008, 2010, 2025));
  const Json infection = series_of("感染症");
  for (const Json& year : infection["years"]) {
    EXPECT_LE(year["rate_per_100"].is_number() ? year["rate_per_100"].get<double>() : 0.0,
              infection["years"][2020 - 2008]["rate_per_100"].get<double>());
  }
}

}  // namespace
}  // namespace torikumi::testing
