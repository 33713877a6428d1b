// What must be found in the real reports. Skipped where they are not.

#include "corpus/utf8.h"
#include "tests/http/running_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::UnorderedElementsAre;

class ReportsApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::optional<std::filesystem::path> reports = reports_dir();
    if (!reports) {
      return;
    }
    folder = std::make_unique<TemporaryDirectory>();
    ASSERT_EQ(build_index_with_program(folder->path() / "index", *reports), 0);
    daemon = std::make_unique<RunningDaemon>(folder->path() / "index");
  }
  static void TearDownTestSuite() {
    daemon.reset();
    folder.reset();
  }
  void SetUp() override {
    if (!reports_dir()) {
      GTEST_SKIP() << "the real reports are not here";
    }
    ASSERT_NE(daemon, nullptr);
  }

  static Json search(std::vector<QueryParameter> parameters) {
    parameters.emplace_back("limit", "200");
    return expect_success(daemon->get("/api/v1/search", parameters));
  }

  static inline std::unique_ptr<TemporaryDirectory> folder;
  static inline std::unique_ptr<RunningDaemon> daemon;
};

/// What is highlighted in one text of a hit.
std::vector<std::string> highlighted(const Json& hit, const char* field) {
  std::vector<std::string> pieces;
  for (const Json& range : hit["highlights"][field]) {
    const std::string text = hit[field];
    std::string piece;
    std::size_t at = 0;
    for (const corpus::CodePoint& point : corpus::code_points(text)) {
      if (at >= range[0] && at < range[1]) {
        piece += text.substr(point.byte_begin, point.byte_end - point.byte_begin);
      }
      ++at;
    }
    pieces.push_back(piece);
  }
  return pieces;
}

/// Every distinct highlighted piece of an answer, blanks left out. Each hit must have one.
std::set<std::string> all_highlighted(const Json& answer) {
  std::set<std::string> pieces;
  for (const Json& hit : answer["hits"]) {
    const std::size_t before = hit["highlights"]["target"].size();
    EXPECT_GT(before + hit["highlights"]["result"].size(), 0U) << hit["id"];
    for (const char* field : {"target", "result"}) {
      for (const std::string& piece : highlighted(hit, field)) {
        pieces.insert(corpus::without_blanks(piece));
      }
    }
  }
  return pieces;
}

std::string place_of(const Json& hit) {
  return hit["ward"]["name"].get<std::string>() + " " + hit["department"].get<std::string>() + " " +
         std::to_string(hit["number"].get<int>());
}

TEST_F(ReportsApiTest, FindTheTicketMachines) {
  const Json answer = search({{"q", "発券機"}});
  std::vector<std::string> places;
  for (const Json& hit : answer["hits"]) {
    EXPECT_EQ(hit["fiscal_year"], 2025);
    places.push_back(place_of(hit));
  }
  EXPECT_THAT(places, UnorderedElementsAre("川崎区 区民サービス部 保険年金課 2",
                                           "川崎区 地域みまもり支援センター 地域ケア推進課 1",
                                           "川崎区 地域みまもり支援センター 児童家庭課 3"));
  EXPECT_THAT(all_highlighted(answer),
              UnorderedElementsAre("番号発券機", "窓口発券システム", "発券機"));
}

TEST_F(ReportsApiTest, FindTheTicketMachinesOfTheExamples) {
  const Json answer = search({{"q", "発券機"}, {"kind", "example"}, {"kind", "initiative"}});
  EXPECT_EQ(answer["total"],
            answer["kinds"]["initiative"].get<int>() + answer["kinds"]["example"].get<int>());
  EXPECT_GE(answer["kinds"]["example"], 2);
  for (const std::string& piece : all_highlighted(answer)) {
    EXPECT_THAT(piece,
                ::testing::AnyOf("番号発券機", "窓口発券システム", "発券機", "番号札", "番号案内"));
  }
}

TEST_F(ReportsApiTest, FindEverySpellingOfAnEnquiry) {
  const Json answer = search({{"q", "問合せ"}, {"kind", "all"}});
  EXPECT_EQ(search({{"q", "問い合わせ"}, {"kind", "all"}})["total"], answer["total"]);
  const std::set<std::string> pieces = all_highlighted(answer);
  EXPECT_THAT(pieces, ::testing::IsSupersetOf({"問合せ", "問い合わせ"}));
  for (const std::string& piece : pieces) {
    EXPECT_THAT(piece, ::testing::StartsWith("問"));
    EXPECT_THAT(piece, ::testing::HasSubstr("合"));
  }
}

TEST_F(ReportsApiTest, CountPersonalDataInNakahara) {
  const Json answer = search({{"q", "区:中原区 年度:令和2 個人情報"}});
  EXPECT_EQ(answer["total"], 8);
  EXPECT_EQ(answer["hits"].size(), 8U);
  EXPECT_THAT(all_highlighted(answer), UnorderedElementsAre("個人情報"));
  EXPECT_EQ(search({{"q", "個人情報"}, {"ward", "中原区"}, {"year", "2020"}})["total"], 8);
}

TEST_F(ReportsApiTest, HoldWhatTheyAreKnownToHold) {
  const Json reports = expect_success(daemon->get("/api/v1/reports"));
  EXPECT_EQ(reports["total"], 5);
  EXPECT_EQ(search({{"ward", "川崎区"}})["total"], 30);
  EXPECT_EQ(search({{"ward", "中原区"}})["total"], 50);
  EXPECT_EQ(search({{"kind", "example"}})["total"], 63);
  EXPECT_EQ(search({{"kind", "standard"}})["total"], 36);
}

}  // namespace
}  // namespace torikumi::testing
