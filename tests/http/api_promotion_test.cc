// Candidates for the standards and their back-test, over the made-up history of three wards.

#include "tests/http/history_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kPath = "/api/v1/promotion";

class PromotionApiTest : public HistoryDaemonTest {
 protected:
  static Json promotion(const std::vector<QueryParameter>& parameters = {}) {
    return expect_success(get(kPath, parameters));
  }
};

TEST_F(PromotionApiTest, RanksCandidatesByPartsThatAddUp) {
  const Json answer = promotion();
  ASSERT_FALSE(answer["candidates"].empty());
  double last = 1;
  std::size_t rank = 0;
  for (const Json& candidate : answer["candidates"]) {
    SCOPED_TRACE(candidate["label"]);
    EXPECT_EQ(candidate["rank"], ++rank);
    double sum = 0;
    for (const Json& part : candidate["parts"]) {
      sum += part["contribution"].get<double>();
    }
    EXPECT_NEAR(candidate["score"].get<double>(), sum, 0.001);
    EXPECT_LE(candidate["score"].get<double>(), last);
    last = candidate["score"].get<double>();
    EXPECT_GE(candidate["wards"].size(), 2U);
    EXPECT_EQ(candidate["telling_wards"],
              candidate["wards"].size() + candidate["missing_wards"].size());
    EXPECT_FALSE(candidate["reason"].get<std::string>().empty());
    EXPECT_FALSE(candidate["sureness"]["sentence"].get<std::string>().empty());
    EXPECT_FALSE(candidate["evidence"].empty());
  }
}

TEST_F(PromotionApiTest, LeavesOutWhatTheLastStandardsSay) {
  const Json answer = promotion({{"min_wards", "1"}, {"limit", "200"}});
  std::vector<std::string> stated;
  for (const Json& practice : answer["kept_out"]["stated_practices"]) {
    stated.push_back(practice["standard"]["text"]);
  }
  EXPECT_THAT(stated, Contains(HasSubstr("筆談ボード")));
  EXPECT_THAT(stated, Contains(HasSubstr("翻訳機")));
  EXPECT_THAT(stated, Contains(HasSubstr("記入見本")));
  for (const Json& candidate : answer["candidates"]) {
    EXPECT_THAT(candidate["label"].get<std::string>(), Not(HasSubstr("筆談ボード")));
  }
}

TEST_F(PromotionApiTest, ShowsSentencesThatStandInTheirRecords) {
  const Json candidate = promotion({{"evidence", "2"}})["candidates"][0];
  EXPECT_LE(candidate["evidence"].size(), 2U);
  for (const Json& evidence : candidate["evidence"]) {
    const Json record =
        expect_success(get("/api/v1/records/" + evidence["id"].get<std::string>()))["record"];
    EXPECT_THAT(record[evidence["part"].get<std::string>()].get<std::string>(),
                HasSubstr(evidence["sentence"].get<std::string>()));
  }
}

TEST_F(PromotionApiTest, WardsThatReportedNothingCountAgainstNobody) {
  const Json candidate = promotion()["candidates"][0];
  std::vector<std::string> unknown;
  for (const Json& ward : candidate["unknown_wards"]) {
    unknown.push_back(ward["name"].get<std::string>() + " " + ward["state"].get<std::string>());
  }
  EXPECT_THAT(unknown, Contains("麻生区 no_report"));
}

TEST_F(PromotionApiTest, FiltersChooseAndDoNotRankAnew) {
  const Json all = promotion();
  const Json some = promotion({{"ward", "宮前区"}, {"year", "2023"}});
  for (const Json& candidate : some["candidates"]) {
    const Json& same = all["candidates"][candidate["rank"].get<std::size_t>() - 1];
    EXPECT_EQ(candidate["practice"], same["practice"]);
    EXPECT_EQ(candidate["score"], same["score"]);
  }
}

TEST_F(PromotionApiTest, TakesWeightsAndPages) {
  const Json answer = promotion({{"w_wards", "0"},
                                 {"w_recency", "100"},
                                 {"limit", "1"},
                                 {"offset", "1"},
                                 {"min_wards", "3"}});
  EXPECT_EQ(answer["options"]["weights"]["recency"], 100);
  EXPECT_LE(answer["candidates"].size(), 1U);
  for (const Json& candidate : answer["candidates"]) {
    EXPECT_EQ(candidate["rank"], 2);
    EXPECT_GE(candidate["wards"].size(), 3U);
  }
}

TEST_F(PromotionApiTest, RefusesAnOrderWithoutWeights) {
  expect_problem(get(kPath, {{"w_wards", "0"},
                             {"w_departments", "0"},
                             {"w_persistence", "0"},
                             {"w_recency", "0"},
                             {"w_results", "0"}}),
                 {.slug = "invalid-parameter",
                  .detail = "all weights are 0, so there is no order",
                  .parameter = "w_wards",
                  .hint = "give at least one of w_wards, w_departments, w_persistence, w_recency, "
                          "w_results a weight above 0"});
}

TEST_F(PromotionApiTest, HasATable) {
  const std::vector<std::string> lines = expect_csv(get(kPath, {{"format", "csv"}}));
  ASSERT_GT(lines.size(), 1U);
  EXPECT_THAT(lines[0], ::testing::StartsWith("rank,municipality,label,kind,reason,score,wards,"));
}

TEST_F(PromotionApiTest, HasAPaperWithoutScripts) {
  const HttpAnswer paper = get(kPath, {{"format", "html"}});
  EXPECT_EQ(paper.status, 200);
  EXPECT_THAT(std::string(paper.header("content-type")), HasSubstr("text/html"));
  EXPECT_THAT(std::string(paper.header("content-security-policy")),
              HasSubstr("default-src 'self'"));
  EXPECT_THAT(paper.body, HasSubstr("<h1>区役所サービス基準の候補</h1>"));
  EXPECT_THAT(paper.body, HasSubstr("href=\"../../paper.css?v="));
  for (const char* forbidden : {"<script", "<style", " style=", " onclick="}) {
    EXPECT_THAT(paper.body, Not(HasSubstr(forbidden)));
  }
}

TEST_F(PromotionApiTest, ThePaperSaysHowManyItShows) {
  const std::size_t total = promotion()["total"].get<std::size_t>();
  ASSERT_GT(total, 1U);
  const std::string all = std::to_string(total);
  EXPECT_THAT(get(kPath, {{"format", "html"}, {"limit", "1"}}).body,
              HasSubstr("条件に合う候補" + all + "件のうち、1件を載せています。"));
  EXPECT_THAT(get(kPath, {{"format", "html"}, {"limit", "0"}}).body,
              HasSubstr("条件に合う候補は全部で" + all + "件です。"));
  EXPECT_THAT(get(kPath, {{"format", "html"}}).body, Not(HasSubstr("件を載せています")));
}

TEST_F(PromotionApiTest, AListWithoutReportsIsNotCalledSilent) {
  // The reports end in 2023, the last list is of 2024.
  EXPECT_THAT(get(kPath, {{"format", "html"}}).body,
              HasSubstr("令和6年度の基準と比べられる報告は、まだ収録されていません。"));
  const Json coverage = expect_success(get("/api/v1/standards/coverage"));
  for (const Json& standard : coverage["without_evidence"]) {
    EXPECT_NE(standard["fiscal_year"], 2024);
  }
  EXPECT_THAT(coverage["notes"], Contains(HasSubstr("令和6年度の基準と比べる取組の報告がない")));
}

TEST_F(PromotionApiTest, TestsTheCandidatesOfEachYearAgainstTheNextStandards) {
  const Json answer = expect_success(get("/api/v1/promotion/backtest"));
  EXPECT_EQ(answer["state"], "evaluated");
  ASSERT_EQ(answer["steps"].size(), 2U);
  const Json& first = answer["steps"][0];
  EXPECT_EQ(first["until_year"], 2022);
  EXPECT_EQ(first["next_year"], 2023);
  ASSERT_EQ(first["new_standards"].size(), 1U) << "a reworded one is not new";
  EXPECT_THAT(first["new_standards"][0]["text"].get<std::string>(), HasSubstr("筆談ボード"));
  const Json& second = answer["steps"][1];
  EXPECT_EQ(second["new_standards"].size(), 2U);
  EXPECT_EQ(answer["recall"]["hits"], 3);
  EXPECT_EQ(answer["recall"]["base"], 3);
  for (const Json& step : answer["steps"]) {
    for (const Json& standard : step["new_standards"]) {
      EXPECT_NE(standard["rank"].is_null(), standard["miss"].is_null());
      EXPECT_FALSE(standard["sentence"].get<std::string>().empty());
    }
  }
}

TEST_F(PromotionApiTest, NamesStandardsOnWhichNobodyWorks) {
  const Json answer = expect_success(get("/api/v1/promotion/backtest"));
  std::vector<std::string> silent;
  for (const Json& standard : answer["steps"][1]["silent_standards"]) {
    silent.push_back(standard["text"]);
  }
  EXPECT_THAT(silent, Contains(HasSubstr("避難の経路")));
}

}  // namespace
}  // namespace torikumi::testing
