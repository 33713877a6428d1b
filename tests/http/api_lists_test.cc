// Lists in pages, on an index of more wards than the daemon's own table knows.

#include "tests/http/running_daemon.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <set>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;

/// The sample corpus and one report of 架空市中央区, which only the indexer was told of.
class ListsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    const std::filesystem::path reports = folder->path() / "reports";
    std::filesystem::create_directories(reports);
    write_file(reports / "chuo.txt",
               "部署名\t\t目標及び具体的な取組内容\t実施結果及び目標の達成度\n"
               "総務課\t１\t受付に地図を置きます。\t地図を三か所に置きました。\n");
    write_file(reports / "catalogue.csv",
               "file,kind,municipality,ward,fiscal_year,title,url\n"
               "chuo.txt,targets_and_results,架空市,中央区,令和3,目標,\n");
    write_file(folder->path() / "wards.csv", "code,municipality,ward\n999903,架空市,中央区\n");
    const std::filesystem::path index = folder->path() / "index";
    ASSERT_EQ(
        run_program(TORIKUMI_INDEXER, {"build", "--index", index.string(), "--wards",
                                       (folder->path() / "wards.csv").string(), reports.string(),
                                       (source_dir() / "corpus" / "sample").string()}),
        0);
    daemon = std::make_unique<RunningDaemon>(index);
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static Json ask(std::string_view route, const std::vector<QueryParameter>& parameters = {}) {
    return expect_success(daemon->get(fmt::format("/api/v1/{}", route), parameters));
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

TEST_F(ListsTest, AreGivenInPagesWithTheirWholeTotal) {
  for (const char* name : {"reports", "wards", "departments", "standards"}) {
    SCOPED_TRACE(name);
    const Json whole = ask(name, {{"limit", "200"}});
    const auto total = whole["total"].get<std::size_t>();
    ASSERT_EQ(whole[name].size(), total);
    ASSERT_GT(total, 4U);
    Json joined = Json::array();
    for (std::size_t offset = 0; offset < total + 2; offset += 2) {
      const Json page = ask(name, {{"limit", "2"}, {"offset", std::to_string(offset)}});
      EXPECT_EQ(page["total"], total);
      EXPECT_EQ(page["offset"], offset);
      EXPECT_EQ(page["limit"], 2);
      EXPECT_LE(page[name].size(), 2U);
      joined.insert(joined.end(), page[name].begin(), page[name].end());
    }
    EXPECT_EQ(joined, whole[name]);
    EXPECT_EQ(ask(name)["limit"], 20);
    EXPECT_EQ(ask(name, {{"limit", "0"}})[name].size(), 0U);
    expect_problem(daemon->get(fmt::format("/api/v1/{}", name), {{"limit", "201"}}),
                   {400, "limit-exceeded", "\"201\" is not a whole number from 0 to 200", "limit",
                    "leave it out for 20"});
  }
}

TEST_F(ListsTest, HaveTheSamePageAsATable) {
  for (const char* name : {"reports", "wards", "standards"}) {
    SCOPED_TRACE(name);
    const std::string path = fmt::format("/api/v1/{}", name);
    EXPECT_EQ(
        expect_csv(daemon->get(path, {{"format", "csv"}, {"limit", "3"}, {"offset", "1"}})).size(),
        4U);
  }
}

TEST_F(ListsTest, OfWardsCanBeOfOneCity) {
  const Json answer = ask("wards", {{"ward", "川崎市"}});
  EXPECT_EQ(answer["total"], 8);
  EXPECT_EQ(ask("wards", {{"ward", "中原区"}})["wards"][0]["code"], "141330");
  EXPECT_EQ(ask("wards")["total"], 9);
}

TEST_F(ListsTest, OfStandardsCanBeOfOneDepartment) {
  std::set<std::string> owners;
  const Json all = ask("standards", {{"limit", "200"}});
  for (const Json& standard : all["standards"]) {
    if (!standard["department"].is_null()) {
      owners.insert(standard["department"]);
    }
  }
  EXPECT_FALSE(owners.empty());
  EXPECT_FALSE(all["principles"].empty());
  for (const std::string& owner : owners) {
    const Json of_owner = ask("standards", {{"department", owner}});
    EXPECT_GT(of_owner["total"], 0);
    for (const Json& standard : of_owner["standards"]) {
      EXPECT_EQ(standard["department"], owner);
    }
    EXPECT_EQ(of_owner["principles"], all["principles"]);  // They belong to every office.
  }
  EXPECT_EQ(ask("standards", {{"department", "宇宙開発課"}})["total"], 0);
}

struct WardCase {
  const char* name;
  std::string_view ward;
};
std::ostream& operator<<(std::ostream& out, const WardCase& row) {
  return out << row.name;
}

TEST_F(ListsTest, KnowTheWardsOfTheIndexWithoutTheirTable) {
  const std::vector<WardCase> cases{
      {"City", "架空市"}, {"Ward", "中央区"}, {"WardWithCity", "架空市中央区"}, {"Code", "999903"}};
  for (const WardCase& row : cases) {
    SCOPED_TRACE(row);
    EXPECT_EQ(ask("search", {{"ward", row.ward}})["total"], 1);
    EXPECT_EQ(ask("search", {{"q", "区:" + std::string(row.ward)}})["total"], 1);
    EXPECT_EQ(ask("reports", {{"ward", row.ward}})["total"], 1);
    const Json cells = ask("completeness", {{"ward", row.ward}, {"year", "令和3"}})["cells"];
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells[0]["ward"]["name"], "中央区");
    EXPECT_EQ(cells[0]["state"], "targets_and_results");
  }
}

}  // namespace
}  // namespace torikumi::testing
