// The made-up history without one ward's report of 2022: what is not held is not taken for "no".

#include "tests/http/running_daemon.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace torikumi::testing {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::SizeIs;

/// The catalogue without the row of `file`.
std::string without_row(const std::string& catalogue, const std::string& file) {
  const std::size_t begin = catalogue.find(file);
  return catalogue.substr(0, begin) + catalogue.substr(catalogue.find('\n', begin) + 1);
}

class MissingYearApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    const fs::path reports = folder->path() / "reports";
    fs::copy(golden_dir() / "history", reports);
    fs::remove(reports / "saiwai_2022.txt");
    write_file(reports / "catalogue.csv",
               without_row(read_file(reports / "catalogue.csv"), "saiwai_2022.txt"));
    ASSERT_EQ(build_index_with_program(folder->path() / "index", reports), 0);
    daemon = std::make_unique<RunningDaemon>(folder->path() / "index");
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static Json answer(std::string_view path, const std::vector<QueryParameter>& parameters) {
    return expect_success(daemon->get(path, parameters));
  }

  static std::vector<std::string> states_of(const Json& grid) {
    std::vector<std::string> states;
    for (const Json& cell : grid["cells"]) {
      states.push_back(cell["state"]);
    }
    return states;
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

TEST_F(MissingYearApiTest, DropsNothing) {
  const Json grid = answer("/api/v1/analytics/diffusion", {{"q", "記入見本"}, {"ward", "幸区"}});
  EXPECT_THAT(states_of(grid), ElementsAre("had_at_first", "no_report", "continued"))
      << "with the report of 2022 it is dropped and taken up again";
  EXPECT_THAT(grid["dropped"], SizeIs(0));
  EXPECT_THAT(grid["readopted"], SizeIs(0));
  EXPECT_THAT(grid["notes"], Contains("報告書のない年度をまたいで「継続」としているところがあります"
                                      "。その間も行っていたかどうかは"
                                      "分かりません。"));
  EXPECT_EQ(grid["years"][1]["wards_reporting"], 0) << "of the rows that are shown";
}

TEST_F(MissingYearApiTest, IsNoYearWithoutTheGoal) {
  const Json timeline =
      answer("/api/v1/departments/timeline", {{"ward", "幸区"}, {"department", "区民課"}});
  EXPECT_EQ(timeline["years"][1]["state"], "no_report");
  EXPECT_EQ(timeline["years"][2]["goals"][1]["step"], "continued")
      << "記入見本, which returns where the report of 2022 is held";
  EXPECT_THAT(timeline["notes"],
              Contains("令和4年度は報告書がないため、その前後の年度を直接比べています。"));
}

}  // namespace
}  // namespace torikumi::testing
