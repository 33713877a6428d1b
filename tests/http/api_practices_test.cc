// Practices and what became of them, over the made-up history of three wards.

#include "tests/http/history_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
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
using ::testing::SizeIs;
using ::testing::StartsWith;

class PracticesApiTest : public HistoryDaemonTest {
 protected:
  static Json practices(const std::vector<QueryParameter>& parameters = {}) {
    return expect_success(get("/api/v1/practices", parameters));
  }

  /// The first practice that a query finds.
  static Json practice_for(std::string_view q) {
    const Json answer = practices({{"q", q}});
    EXPECT_FALSE(answer["practices"].empty()) << q;
    return answer["practices"][0];
  }

  static std::string path_of(const Json& practice, std::string_view behind = "") {
    return "/api/v1/practices/" + practice["id"].get<std::string>() + std::string(behind);
  }
};

std::vector<std::string> ward_names(const Json& list) {
  std::vector<std::string> names;
  for (const Json& entry : list) {
    names.push_back(entry["ward"]["name"]);
  }
  return names;
}

/// The states of a grid, by the name of the ward, parted by one blank.
std::map<std::string, std::string> states_of(const Json& grid) {
  std::map<std::string, std::string> states;
  for (const Json& cell : grid["cells"]) {
    std::string& row = states[cell["ward"]["name"]];
    row += (row.empty() ? "" : " ") + cell["state"].get<std::string>();
  }
  return states;
}

TEST_F(PracticesApiTest, FindsWhatWardsDoAlike) {
  const Json practice = practice_for("筆談ボード");
  EXPECT_THAT(practice["label"].get<std::string>(), HasSubstr("筆談ボード"));
  EXPECT_EQ(practice["records"], 8);
  EXPECT_EQ(practice["ward_count"], 3);
  EXPECT_THAT(ward_names(practice["wards"]), ElementsAre("幸区", "高津区", "宮前区"));
  EXPECT_EQ(practice["department_count"], 4);
  EXPECT_EQ(practice["first_seen"], 2021);
  EXPECT_EQ(practice["latest_seen"], 2023);
  EXPECT_EQ(practice["named"], true);
  EXPECT_THAT(practice["representative"]["sentence"].get<std::string>(), HasSubstr("筆談ボード"));
}

TEST_F(PracticesApiTest, CountsAddUp) {
  const Json answer = practices({{"limit", "200"}});
  EXPECT_EQ(answer["total"], answer["practices"].size());
  EXPECT_GE(answer["practices"].size(), 5U);
  for (const Json& practice : answer["practices"]) {
    SCOPED_TRACE(practice["label"]);
    EXPECT_EQ(practice["found"], practice["records"]) << "without a query all are found";
    for (const char* list : {"wards", "years", "departments"}) {
      std::size_t records = 0;
      for (const Json& entry : practice[list]) {
        records += entry["records"].get<std::size_t>();
      }
      EXPECT_EQ(records, practice["records"]) << list;
    }
    EXPECT_EQ(practice["wards"].size(), practice["ward_count"]);
  }
}

TEST_F(PracticesApiTest, CountsOnlyMembersThatPassTheFilters) {
  const Json answer =
      practices({{"q", "筆談ボード"}, {"ward", "宮前区"}, {"year", "2022"}, {"limit", "1"}});
  const Json& practice = answer["practices"][0];
  EXPECT_EQ(practice["records"], 1);
  EXPECT_THAT(ward_names(practice["wards"]), ElementsAre("宮前区"));
  EXPECT_EQ(practice["representative"]["ward"]["name"], "宮前区");
  EXPECT_EQ(practices({{"min_wards", "4"}})["total"], 0);
  EXPECT_LT(practices({{"min_wards", "3"}})["total"], practices()["total"]);
}

TEST_F(PracticesApiTest, GivesPagesThatMakeUpTheWholeList) {
  const Json whole = practices({{"sort", "label"}, {"limit", "200"}});
  std::vector<std::string> ids;
  for (std::size_t offset = 0; offset < whole["practices"].size(); offset += 3) {
    const Json page =
        practices({{"sort", "label"}, {"limit", "3"}, {"offset", std::to_string(offset)}});
    for (const Json& practice : page["practices"]) {
      EXPECT_EQ(practice["id"], whole["practices"][ids.size()]["id"]);
      ids.push_back(practice["id"]);
    }
  }
  EXPECT_EQ(ids.size(), whole["total"]);
}

TEST_F(PracticesApiTest, GivesATableOfPractices) {
  const std::vector<std::string> lines = expect_csv(
      get("/api/v1/practices", {{"q", "筆談ボード"}, {"limit", "1"}, {"format", "csv"}}));
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0],
            "id,label,key_terms,records,wards,departments,years,first_seen,latest_seen,found,"
            "ward_names,representative,sentence");
  EXPECT_THAT(lines[1], HasSubstr(",8,3,4,3,2021,2023,8,幸区、高津区、宮前区,"));
}

TEST_F(PracticesApiTest, ShowsTheSentenceOfEachMember) {
  const Json answer = expect_success(get(path_of(practice_for("筆談ボード"))));
  EXPECT_EQ(answer["total"], 8);
  ASSERT_THAT(answer["members"], SizeIs(8));
  double strength = 1;
  for (const Json& member : answer["members"]) {
    SCOPED_TRACE(member["id"]);
    EXPECT_LE(member["strength"].get<double>(), strength);
    strength = member["strength"];
    const Json record = expect_success(get("/api/v1/records/" + member["id"].get<std::string>()));
    EXPECT_THAT(record["record"][member["part"].get<std::string>()].get<std::string>(),
                HasSubstr(member["sentence"].get<std::string>()));
    EXPECT_EQ(record["record"]["source"], member["source"]);
    EXPECT_THAT(record["practices"], Contains(Json{{"id", answer["practice"]["id"]},
                                                   {"label", answer["practice"]["label"]}}));
  }
}

TEST_F(PracticesApiTest, RestrictsMembersByFilters) {
  const std::string path = path_of(practice_for("筆談ボード"));
  const Json answer = expect_success(get(path, {{"ward", "幸区"}, {"limit", "2"}}));
  EXPECT_EQ(answer["total"], 3);
  EXPECT_THAT(answer["members"], SizeIs(2));
  EXPECT_EQ(answer["practice"]["records"], 3);
  const std::vector<std::string> lines =
      expect_csv(get(path, {{"ward", "幸区"}, {"format", "csv"}}));
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[0], StartsWith("practice,label,id,kind,municipality,ward_name,ward_code,"));
}

TEST_F(PracticesApiTest, GivesThePracticesOfARecord) {
  const Json practice = practice_for("混雑状況");
  const std::string id = practice["representative"]["id"];
  const Json answer = practices({{"record", id}});
  std::vector<std::string> ids;
  for (const Json& each : answer["practices"]) {
    ids.push_back(each["id"]);
  }
  EXPECT_THAT(ids, Contains(practice["id"].get<std::string>()));
  expect_problem(get("/api/v1/practices", {{"record", "nobody"}}),
                 {.status = 400,
                  .slug = "invalid-parameter",
                  .detail = "no record has this id",
                  .parameter = "record",
                  .hint = "ids come from /search; a record whose report is no longer indexed is "
                          "gone"});
}

TEST_F(PracticesApiTest, TellsWhereToLookForAnIdThatIsGone) {
  for (const char* path :
       {"/api/v1/practices/p-000000000000", "/api/v1/practices/p-000000000000/timeline"}) {
    expect_problem(get(path),
                   {.status = 404,
                    .slug = "not-found",
                    .detail = "no practice has this id",
                    .parameter = "id",
                    .hint = "この番号の共通する取組は、いまの索引にはありません。含まれる取組が"
                            "変わると番号も変わります。/api/v1/practices?q=… または ?record=… "
                            "で探し直してください"});
  }
}

TEST_F(PracticesApiTest, TellsWhoHadAPracticeWhen) {
  const Json timeline = expect_success(get(path_of(practice_for("筆談ボード"), "/timeline")));
  EXPECT_EQ(timeline["first_year"], 2021);
  EXPECT_EQ(timeline["last_year"], 2023);
  const auto states = states_of(timeline);
  EXPECT_THAT(states, SizeIs(7));
  EXPECT_EQ(states.at("幸区"), "had_at_first continued continued");
  EXPECT_EQ(states.at("高津区"), "had_at_first continued continued");
  EXPECT_EQ(states.at("宮前区"), "not_yet adopted continued");
  EXPECT_EQ(states.at("麻生区"), "no_report no_report no_report");
  EXPECT_THAT(ward_names(timeline["first_adopters"]), ElementsAre("幸区", "高津区"));
  EXPECT_THAT(ward_names(timeline["followers"]), ElementsAre("宮前区"));
  EXPECT_EQ(timeline["followers"][0]["lag_years"], 1);
  EXPECT_EQ(timeline["followers"][0]["first_year_held"], false);
  EXPECT_THAT(timeline["dropped"], IsEmpty());
  std::size_t records = 0;
  for (const Json& cell : timeline["cells"]) {
    EXPECT_EQ(cell["ids"].size(), cell["records"]);
    EXPECT_TRUE(cell["query"].is_null());
    records += cell["records"].get<std::size_t>();
  }
  EXPECT_EQ(records, 8U);
}

TEST_F(PracticesApiTest, TellsWhoHadWhatAQueryFinds) {
  const Json grid = expect_success(get("/api/v1/analytics/diffusion", {{"q", "記入見本"}}));
  const auto states = states_of(grid);
  EXPECT_EQ(states.at("幸区"), "had_at_first dropped readopted");
  EXPECT_EQ(states.at("高津区"), "not_yet adopted continued");
  EXPECT_EQ(states.at("宮前区"), "had_at_first continued dropped");
  EXPECT_THAT(ward_names(grid["dropped"]), ElementsAre("宮前区"));
  EXPECT_THAT(ward_names(grid["readopted"]), ElementsAre("幸区"));
  EXPECT_EQ(grid["readopted"][0]["again"], 2023);
  EXPECT_THAT(grid["unknown_at_first"], SizeIs(4));
  EXPECT_EQ(grid["years"][1]["wards_with"], 2);
  EXPECT_EQ(grid["years"][1]["wards_reporting"], 3);
  for (const Json& cell : grid["cells"]) {
    const HttpAnswer answer = daemon->get("/api/v1/search?" + cell["query"].get<std::string>());
    EXPECT_EQ(expect_success(answer)["total"], cell["records"]) << cell["query"];
  }
}

TEST_F(PracticesApiTest, LetsYearsThatAreNotShownDecide) {
  const Json grid = expect_success(
      get("/api/v1/analytics/diffusion", {{"q", "記入見本"}, {"year", "2023"}, {"ward", "幸区"}}));
  ASSERT_THAT(grid["cells"], SizeIs(1));
  EXPECT_EQ(grid["cells"][0]["state"], "readopted");
  const std::vector<std::string> lines = expect_csv(
      get("/api/v1/analytics/diffusion",
          {{"q", "記入見本"}, {"year", "2022..2023"}, {"ward", "幸区"}, {"format", "csv"}}));
  EXPECT_THAT(lines, ElementsAre("municipality,ward_name,ward_code,first_report,first_with,"
                                 "latest_with,2022,2023",
                                 "川崎市,幸区,141321,2021,2021,2023,dropped,readopted"));
}

TEST_F(PracticesApiTest, AsksForWhatIsToBeShown) {
  expect_problem(get("/api/v1/analytics/diffusion"),
                 {.status = 400,
                  .slug = "missing-parameter",
                  .detail = "there is nothing whose spread could be shown",
                  .parameter = "q",
                  .hint = "give a query with a word or phrase as in /search, or a theme"});
}

class DepartmentTimelineApiTest : public HistoryDaemonTest {
 protected:
  static Json timeline(std::string_view ward, std::string_view department) {
    return expect_success(
        get("/api/v1/departments/timeline", {{"ward", ward}, {"department", department}}));
  }

  static std::vector<std::string> steps_of(const Json& year) {
    std::vector<std::string> steps;
    for (const Json& goal : year["goals"]) {
      steps.push_back(goal["step"]);
    }
    return steps;
  }
};

TEST_F(DepartmentTimelineApiTest, FollowsEachGoal) {
  const Json answer = timeline("幸区", "区民課");
  EXPECT_EQ(answer["department"], "区民サービス部 区民課");
  ASSERT_THAT(answer["years"], SizeIs(3));
  EXPECT_THAT(steps_of(answer["years"][0]), ElementsAre("first_held", "first_held", "first_held"));
  EXPECT_THAT(steps_of(answer["years"][1]), ElementsAre("carried_over", "became_norm"));
  EXPECT_THAT(steps_of(answer["years"][2]), ElementsAre("continued", "returned", "new"));
  const Json& carried_over = answer["years"][1]["goals"][0];
  EXPECT_EQ(carried_over["earlier"]["unchanged"], true);
  EXPECT_EQ(carried_over["earlier"]["id"], answer["years"][0]["goals"][0]["id"]);
  EXPECT_EQ(answer["years"][2]["goals"][1]["earlier"]["fiscal_year"], 2021);
  ASSERT_THAT(answer["trails"], SizeIs(4));
  EXPECT_EQ(answer["trails"][0]["years"], 3);
  EXPECT_EQ(answer["trails"][1]["end"], "achieved");
  EXPECT_THAT(answer["notes"], SizeIs(1));
}

TEST_F(DepartmentTimelineApiTest, SaysThatOneYearTellsNothing) {
  const Json answer = timeline("幸区", "道路公園センター");
  ASSERT_THAT(answer["years"], SizeIs(3));
  EXPECT_EQ(answer["years"][0]["state"], "no_goals");
  EXPECT_EQ(answer["years"][2]["state"], "goals");
  EXPECT_THAT(
      answer["notes"],
      ElementsAre("この部署の目標は、令和5年度の1年分だけを持っています。前後の年度がないため、"
                  "年度をまたぐ流れは分かりません。"));
}

TEST_F(DepartmentTimelineApiTest, GivesATableOfGoals) {
  const std::vector<std::string> lines =
      expect_csv(get("/api/v1/departments/timeline",
                     {{"ward", "幸区"}, {"department", "区民課"}, {"format", "csv"}}));
  ASSERT_THAT(lines, SizeIs(9));
  EXPECT_EQ(lines[0],
            "fiscal_year,id,number,target,result,outcome,step,earlier_id,earlier_year,likeness,"
            "trail,trail_end,source_file,source_line");
  EXPECT_THAT(lines[5], HasSubstr(",became_norm,"));
}

TEST_F(DepartmentTimelineApiTest, ListsDepartmentsIfItIsNotOneOfThem) {
  const std::vector<std::string> of_saiwai{
      "まちづくり推進部 総務課", "区民サービス部 保険年金課", "区民サービス部 区民課",
      "地域みまもり支援センター 高齢・障害課", "道路公園センター"};
  for (const char* department : {"", "広報課"}) {
    const HttpAnswer answer =
        get("/api/v1/departments/timeline", {{"ward", "幸区"}, {"department", department}});
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(Json::parse(answer.body)["valid_values"], of_saiwai) << department;
  }
  const HttpAnswer several =
      get("/api/v1/departments/timeline", {{"ward", "幸区"}, {"department", "区民サービス部"}});
  EXPECT_THAT(Json::parse(several.body)["valid_values"], SizeIs(2));
}

TEST_F(DepartmentTimelineApiTest, NeedsAWardWithGoals) {
  for (const char* ward : {"", "中原区", "架空区", "川崎市"}) {
    const HttpAnswer answer =
        get("/api/v1/departments/timeline", {{"ward", ward}, {"department", "区民課"}});
    EXPECT_EQ(answer.status, 400) << ward;
    EXPECT_EQ(Json::parse(answer.body)["parameter"], "ward") << ward;
  }
}

}  // namespace
}  // namespace torikumi::testing
