// Standards against the made-up reports of three wards and three years (tests/golden/history.md).

#include "tests/http/running_daemon.h"
#include "tests/support/test_files.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class StandardsApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TemporaryDirectory>();
    ASSERT_EQ(build_index_with_program(folder->path() / "index", golden_dir() / "history"), 0);
    daemon = std::make_unique<RunningDaemon>(folder->path() / "index");
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }

  static Json ask(std::string_view path, const std::vector<QueryParameter>& parameters = {}) {
    return expect_success(daemon->get(fmt::format("/api/v1/{}", path), parameters));
  }

  /// The standard with this number of the list of `year`.
  static Json standard_in(const Json& answer, int year, int number) {
    for (const Json& standard : answer["standards"]) {
      if (standard["fiscal_year"] == year && standard["number"] == number) {
        return standard;
      }
    }
    ADD_FAILURE() << "no standard " << number << " of " << year;
    return {};
  }

  static std::vector<int> numbers_of(const Json& standards) {
    std::vector<int> numbers;
    for (const Json& standard : standards) {
      numbers.push_back(standard["number"].get<int>());
    }
    return numbers;
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

TEST_F(StandardsApiTest, CountsEveryWardAndTellsNoReportFromZero) {
  const Json answer = ask("standards/coverage");
  EXPECT_EQ(answer["total"], 21);  // 6, 7 and 8 standards.
  EXPECT_EQ(answer["by"], "ward");
  const Json phone = standard_in(answer, 2022, 3);
  EXPECT_EQ(phone["strong"], 2);
  EXPECT_EQ(phone["strong_wards"], 2);
  EXPECT_EQ(phone["reporting_wards"], 3);
  std::map<std::string, Json> cells;
  for (const Json& cell : phone["cells"]) {
    cells[cell["ward"]["name"].get<std::string>()] = cell;
  }
  EXPECT_EQ(cells.size(), 7U);
  EXPECT_EQ(cells["幸区"]["state"], "counted");
  EXPECT_EQ(cells["幸区"]["strong"], 1);
  EXPECT_EQ(cells["宮前区"]["state"], "counted");
  EXPECT_EQ(cells["宮前区"]["strong"], 0);
  EXPECT_EQ(cells["麻生区"]["state"], "no_report");
  EXPECT_TRUE(cells["麻生区"]["strong"].is_null());
  EXPECT_EQ(cells["麻生区"]["base"], 0);
  const Json& evidence = cells["幸区"]["records"][0];
  EXPECT_EQ(evidence["sentence"], "電話は3コール以内に取り、所属と名前を名乗ります。");
  EXPECT_EQ(evidence["strength"], "strong");
  EXPECT_EQ(evidence["source"]["file"], "saiwai_2022.txt");
}

TEST_F(StandardsApiTest, NumbersOfCellsAreThoseOfTheirRecords) {
  const Json answer = ask("standards/coverage", {{"by", "ward,year"}});
  for (const Json& standard : answer["standards"]) {
    int strong = 0;
    int weak = 0;
    for (const Json& cell : standard["cells"]) {
      strong += cell["strong"].is_null() ? 0 : cell["strong"].get<int>();
      weak += cell["weak"].is_null() ? 0 : cell["weak"].get<int>();
      for (const Json& record : cell["records"]) {
        EXPECT_EQ(record["fiscal_year"], cell["fiscal_year"]);
        EXPECT_EQ(record["ward"], cell["ward"]);
      }
    }
    EXPECT_EQ(strong, standard["strong"]);
    EXPECT_EQ(weak, standard["weak"]);
  }
}

TEST_F(StandardsApiTest, ComparesEachYearWithItsNearestList) {
  const Json answer = ask("standards/coverage", {{"by", "ward,year"}, {"standard", "1"}});
  std::map<int, std::vector<int>> years;
  for (const Json& standard : answer["standards"]) {
    std::vector<int>& of_list = years[standard["fiscal_year"].get<int>()];
    for (const Json& cell : standard["cells"]) {
      if (cell["ward"]["name"] == "幸区") {
        of_list.push_back(cell["fiscal_year"].get<int>());
      }
    }
  }
  EXPECT_THAT(years[2022], ElementsAre(2021, 2022));
  EXPECT_THAT(years[2023], ElementsAre(2023));
  EXPECT_THAT(years[2024], IsEmpty());
}

TEST_F(StandardsApiTest, FiltersRecordsAndStandards) {
  const Json answer =
      ask("standards/coverage", {{"ward", "高津区"}, {"year", "2021"}, {"standard", "3"}});
  const Json phone = standard_in(answer, 2022, 3);
  EXPECT_EQ(answer["total"], 3);
  EXPECT_EQ(phone["strong"], 1);
  ASSERT_EQ(phone["cells"].size(), 1U);
  EXPECT_EQ(phone["cells"][0]["records"][0]["raised_by"], "当日中");
  EXPECT_EQ(phone["cells"][0]["records"][0]["relation"], "raises");

  const std::string id = phone["id"];
  const Json one = ask("standards/coverage", {{"standard", id}, {"scene", "庁舎案内"}});
  ASSERT_EQ(one["total"], 1);
  EXPECT_EQ(one["standards"][0]["strong"], 0);
  EXPECT_THAT(numbers_of(one["without_evidence"]), ElementsAre(3));

  const Json department = ask("standards/coverage", {{"standard", id}, {"department", "区民課"}});
  EXPECT_EQ(department["standards"][0]["strong"], 1);
  EXPECT_EQ(ask("standards/coverage", {{"kind", "initiative"}})["standards"],
            ask("standards/coverage")["standards"]);
}

TEST_F(StandardsApiTest, ShowsTheRecordsOfOneStrengthAndCountsBoth) {
  const Json strong = ask("standards/coverage", {{"strength", "strong"}, {"by", "link"}});
  const Json weak = ask("standards/coverage", {{"strength", "weak"}, {"by", "link"}});
  for (const Json& standard : strong["standards"]) {
    EXPECT_EQ(standard["links"].size(), standard["strong"]);
    for (const Json& link : standard["links"]) {
      EXPECT_EQ(link["strength"], "strong");
      EXPECT_GE(link["score"], 0.52);
    }
  }
  for (const Json& standard : weak["standards"]) {
    EXPECT_EQ(standard["links"].size(), standard["weak"]);
  }
}

TEST_F(StandardsApiTest, ListsStandardsWithoutEvidence) {
  const Json answer = ask("standards/coverage");
  std::vector<std::string> silent;
  for (const Json& standard : answer["without_evidence"]) {
    silent.push_back(
        fmt::format("{}-{}", standard["fiscal_year"].get<int>(), standard["number"].get<int>()));
  }
  EXPECT_THAT(silent, Contains("2022-5"));  // 避難の経路 in every year.
  EXPECT_THAT(silent, Contains("2023-5"));
  EXPECT_THAT(silent, Not(Contains("2022-3")));
}

TEST_F(StandardsApiTest, GivesTables) {
  const std::vector<std::string> cells = expect_csv(daemon->get(
      "/api/v1/standards/coverage", {{"format", "csv"}, {"by", "ward,year"}, {"standard", "3"}}));
  EXPECT_EQ(cells.size(), 1U + 3 * 7);  // Of the lists of 2022 (two years) and 2023 (one).
  EXPECT_EQ(cells[0],
            "standard_id,standard_number,standard_year,municipality,scope,standard,ward_name,"
            "ward_code,fiscal_year,state,base,strong,weak,record_id,strength,relation,raised_by,"
            "score,part,sentence,source_file,source_line");
  const std::vector<std::string> links = expect_csv(
      daemon->get("/api/v1/standards/coverage",
                  {{"format", "csv"}, {"by", "link"}, {"standard", "3"}, {"strength", "strong"}}));
  ASSERT_EQ(links.size(), 3U);
  EXPECT_THAT(links[1], ::testing::HasSubstr("幸区,141321,2022"));
  EXPECT_THAT(links[1], ::testing::HasSubstr("saiwai_2022.txt"));
}

TEST_F(StandardsApiTest, RefusesAStandardThatIsNotThere) {
  expect_problem(daemon->get("/api/v1/standards/coverage", {{"standard", "99"}}),
                 {.status = 400,
                  .slug = "invalid-parameter",
                  .detail = "no standard has the number or id \"99\"",
                  .parameter = "standard",
                  .hint = "numbers and ids come from /standards"});
}

TEST_F(StandardsApiTest, TellsWhatBecameOfTheStandards) {
  const Json answer = ask("standards/history");
  EXPECT_EQ(answer["state"], "compared");
  EXPECT_TRUE(answer["message"].is_null());
  ASSERT_EQ(answer["municipalities"].size(), 1U);
  const Json& changes = answer["municipalities"][0]["changes"];
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0]["from"], 2022);
  EXPECT_EQ(changes[0]["to"], 2023);
  EXPECT_EQ(changes[0]["counts"],
            Json({{"unchanged", 5}, {"moved", 0}, {"reworded", 1}, {"new", 1}, {"dropped", 0}}));
  EXPECT_EQ(changes[0]["items"][0]["change"], "reworded");
  EXPECT_EQ(changes[0]["items"][0]["earlier"]["number"], 3);
  EXPECT_EQ(changes[0]["items"][1]["change"], "new");
  EXPECT_TRUE(changes[0]["items"][1]["earlier"].is_null());
  EXPECT_EQ(changes[0]["items"][1]["later"]["number"], 7);
  EXPECT_EQ(changes[1]["counts"],
            Json({{"unchanged", 5}, {"moved", 1}, {"reworded", 0}, {"new", 2}, {"dropped", 1}}));
  EXPECT_EQ(changes[1]["items"][0]["change"], "moved");
  EXPECT_EQ(changes[1]["items"][0]["likeness"], 1);
}

TEST_F(StandardsApiTest, TellsWhichStandardsAreSilent) {
  const Json years = ask("standards/history")["municipalities"][0]["years"];
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[0]["silent_basis"], "same_year");
  EXPECT_THAT(numbers_of(years[0]["silent"]), Contains(5));
  EXPECT_THAT(numbers_of(years[0]["silent"]), Not(Contains(4)));
  EXPECT_EQ(years[2]["fiscal_year"], 2024);
  EXPECT_EQ(years[2]["silent_basis"], "no_report");
  EXPECT_TRUE(years[2]["silent"].is_null());
}

TEST_F(StandardsApiTest, SaysThatOneYearCannotBeCompared) {
  const Json answer = ask("standards/history", {{"year", "2023"}});
  EXPECT_EQ(answer["state"], "one_year_only");
  EXPECT_EQ(
      answer["message"],
      "基準の一覧がどの市町村も1年度分しかないため、移り変わりを示せません。別の年度の基準を取り"
      "込むと比べられます。");
  const Json& municipality = answer["municipalities"][0];
  EXPECT_EQ(municipality["state"], "one_year_only");
  EXPECT_THAT(municipality["message"].get<std::string>(), ::testing::HasSubstr("令和5年度"));
  EXPECT_TRUE(municipality["changes"].empty());
}

TEST_F(StandardsApiTest, SaysThatThereAreNoStandards) {
  const Json answer = ask("standards/history", {{"year", "2019"}});
  EXPECT_EQ(answer["state"], "no_standards");
  EXPECT_TRUE(answer["municipalities"].empty());
}

TEST_F(StandardsApiTest, GivesTheHistoryAsATable) {
  const std::vector<std::string> rows =
      expect_csv(daemon->get("/api/v1/standards/history", {{"format", "csv"}}));
  EXPECT_EQ(rows[0],
            "municipality,from_year,to_year,change,likeness,earlier_number,earlier_text,"
            "later_number,later_text");
  EXPECT_THAT(rows,
              Contains("川崎市,2023,2024,dropped,,6,古い用紙は、裏を使ってから捨てています。,,"));
}

TEST_F(StandardsApiTest, TellsTheRelationOfAnInitiative) {
  const Json found = ask("search", {{"q", "3コール"}, {"ward", "高津区"}, {"year", "2021"}});
  ASSERT_EQ(found["hits"].size(), 1U);
  const Json relation = found["hits"][0]["derived"]["relation_to_standards"];
  EXPECT_EQ(relation["relation"], "raises");
  ASSERT_FALSE(relation["standards"].empty());
  EXPECT_EQ(relation["standards"][0]["number"], 3);
  EXPECT_EQ(relation["standards"][0]["fiscal_year"], 2022);
  EXPECT_EQ(relation["standards"][0]["raised_by"], "当日中");
  const std::string id = found["hits"][0]["id"];
  EXPECT_EQ(ask("records/" + id)["record"]["derived"]["relation_to_standards"], relation);

  const Json other = ask("search", {{"q", "遊具"}, {"ward", "高津区"}, {"year", "2021"}});
  EXPECT_EQ(other["hits"][0]["derived"]["relation_to_standards"]["relation"], "new");
  const Json standard = ask("search", {{"q", "避難"}, {"kind", "standard"}});
  EXPECT_TRUE(standard["hits"][0]["derived"].is_null());
}

}  // namespace
}  // namespace torikumi::testing
