// Suggestions, corrections and similar records over a real socket: on the sample corpus, and on the
// real reports where they are.

#include "tests/http/running_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <set>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::Contains;

/// A daemon over one folder of reports.
struct ServedReports {
  explicit ServedReports(const std::filesystem::path& reports) {
    EXPECT_EQ(build_index_with_program(folder.path() / "index", reports), 0);
    daemon = std::make_unique<RunningDaemon>(folder.path() / "index");
  }

  [[nodiscard]] Json answer(std::string_view path,
                            const std::vector<QueryParameter>& parameters) const {
    return expect_success(daemon->get("/api/v1" + std::string(path), parameters));
  }

  TemporaryDirectory folder;
  std::unique_ptr<RunningDaemon> daemon;
};

class VocabularyApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    served = std::make_unique<ServedReports>(source_dir() / "corpus" / "sample");
  }
  static void TearDownTestSuite() { served.reset(); }

  static HttpAnswer get(std::string_view path, const std::vector<QueryParameter>& parameters = {}) {
    return served->daemon->get(path, parameters);
  }

  static inline std::unique_ptr<ServedReports> served;
};

TEST_F(VocabularyApiTest, SuggestsWhatASearchThenFinds) {
  const Json answer = served->answer("/suggest", {{"q", "窓口 こじんj"}, {"limit", "3"}});
  EXPECT_EQ(answer["query"], "窓口 こじんj");
  ASSERT_FALSE(answer["suggestions"].empty());
  EXPECT_LE(answer["suggestions"].size(), 3U);
  const Json& first = answer["suggestions"][0];
  EXPECT_EQ(first["text"], "個人情報");
  EXPECT_EQ(first["query"], "窓口 個人情報");
  EXPECT_EQ(first["reading"], "コジンジョウホウ");
}

TEST_F(VocabularyApiTest, SuggestsWithTheCountsOfTheSearch) {
  for (const char* typed : {"個人", "こ", "k", "窓口 こ", "区:中原区 け", "窓", "", "研修 -で"}) {
    const Json answer = served->answer("/suggest", {{"q", typed}, {"limit", "20"}});
    EXPECT_FALSE(answer["suggestions"].empty()) << typed;
    for (const Json& each : answer["suggestions"]) {
      const std::string q = each["query"];
      const Json found = served->answer("/search", {{"q", q}, {"limit", "0"}});
      EXPECT_EQ(found["total"], each["initiatives"]) << q;
      EXPECT_GT(each["initiatives"], 0) << q;
      EXPECT_FALSE(found["relaxed"]) << q;
      const Json all = served->answer("/search", {{"q", q}, {"kind", "all"}, {"limit", "0"}});
      EXPECT_EQ(all["total"], each["records"]) << q;
    }
  }
}

TEST_F(VocabularyApiTest, SuggestsCompoundsForNothing) {
  const Json answer = served->answer("/suggest", {});
  EXPECT_EQ(answer["query"], "");
  EXPECT_EQ(answer["suggestions"].size(), 8U);
}

TEST_F(VocabularyApiTest, SuggestRefusesWhatItDoesNotKnow) {
  expect_problem(get("/api/v1/suggest", {{"lmit", "3"}}),
                 {.status = 400,
                  .slug = "unknown-parameter",
                  .detail = "there is no parameter \"lmit\" here",
                  .parameter = "lmit",
                  .hint = "did you mean \"limit\"?"});
  EXPECT_EQ(get("/api/v1/suggest", {{"limit", "21"}}).status, 400);
}

TEST_F(VocabularyApiTest, CorrectsATypingError) {
  const Json answer = served->answer("/search", {{"q", "個人惰報"}});
  EXPECT_EQ(answer["did_you_mean"], "個人情報");
  EXPECT_TRUE(served->answer("/search", {{"q", "個人情報"}})["did_you_mean"].is_null());
  EXPECT_TRUE(served->answer("/search", {{"q", "ぬぬぬぬ"}})["did_you_mean"].is_null());
  EXPECT_TRUE(served->answer("/search", {{"q", ""}, {"year", "1990"}})["did_you_mean"].is_null());
}

TEST_F(VocabularyApiTest, FindsSimilarRecords) {
  const Json hit = served->answer("/search", {{"q", "個人情報"}, {"limit", "1"}})["hits"][0];
  const std::string id = hit["id"];
  const Json answer = served->answer("/records/" + id + "/similar", {{"limit", "5"}});
  EXPECT_EQ(answer["id"], id);
  ASSERT_FALSE(answer["similar"].empty());
  EXPECT_LE(answer["similar"].size(), 5U);
  double last_score = 1;
  for (const Json& similar : answer["similar"]) {
    EXPECT_NE(similar["id"], id);
    EXPECT_EQ(similar["kind"], "initiative");
    EXPECT_FALSE(similar["shared"].empty());
    EXPECT_LE(similar["score"], last_score);
    last_score = similar["score"];
  }
  const Json other =
      served->answer("/records/" + id + "/similar", {{"kind", "standard"}, {"kind", "passage"}});
  for (const Json& similar : other["similar"]) {
    EXPECT_NE(similar["kind"], "initiative");
  }
}

TEST_F(VocabularyApiTest, KnowsNoSimilarsOfAnUnknownRecord) {
  expect_problem(get("/api/v1/records/nothing/similar"),
                 {.status = 404,
                  .slug = "not-found",
                  .detail = "no record has this id",
                  .parameter = "id",
                  .hint = "ids come from /search; a record whose report is no longer indexed is "
                          "gone"});
}

class ReportsVocabularyTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (const std::optional<std::filesystem::path> reports = reports_dir()) {
      served = std::make_unique<ServedReports>(*reports);
    }
  }
  static void TearDownTestSuite() { served.reset(); }
  void SetUp() override {
    if (!served) {
      GTEST_SKIP() << "the real reports are not here";
    }
  }

  static inline std::unique_ptr<ServedReports> served;
};

TEST_F(ReportsVocabularyTest, SuggestsForEveryWayOfTyping) {
  struct Case {
    const char* typed;
    const char* want;
  };
  for (const Case& row :
       {Case{"こじんj", "個人情報"}, Case{"kojin", "個人情報"}, Case{"個人", "個人情報"},
        Case{"はっけ", "発券機"}, Case{"ﾊｯｹﾝ", "発券機"}, Case{"hakken", "発券機"},
        Case{"たげん", "多言語化"}, Case{"けんしゅ", "研修"}, Case{"といあ", "問い合わせ"},
        Case{"いーらー", "e-ラーニング"}}) {
    std::vector<std::string> texts;
    const Json answer = served->answer("/suggest", {{"q", row.typed}});
    for (const Json& each : answer["suggestions"]) {
      texts.push_back(each["text"]);
      EXPECT_GT(each["initiatives"], 0);
    }
    EXPECT_THAT(texts, Contains(row.want)) << row.typed;
  }
}

TEST_F(ReportsVocabularyTest, OffersOnlyQueriesWithHits) {
  struct Case {
    const char* query;
    const char* want;
  };
  for (const Case& row : {Case{"個人惰報", "個人情報"}, Case{"多原語", "多言語"},
                          Case{"発見機", "発券機"}, Case{"福紙", "福祉"}}) {
    const Json answer = served->answer("/search", {{"q", row.query}});
    ASSERT_EQ(answer["did_you_mean"], row.want) << row.query;
    EXPECT_GT(served->answer("/search", {{"q", row.want}})["total"], 0) << row.query;
  }
  for (const char* nonsense : {"zzzz", "あああああ", "転山", "令和99年度"}) {
    EXPECT_TRUE(served->answer("/search", {{"q", nonsense}})["did_you_mean"].is_null()) << nonsense;
  }
}

TEST_F(ReportsVocabularyTest, FindsTheSamePracticeElsewhere) {
  std::set<std::string> relations;
  const Json all = served->answer("/search", {{"limit", "200"}});
  for (std::size_t i = 0; i < all["hits"].size(); i += 10) {
    const Json& hit = all["hits"][i];
    const std::string id = hit["id"];
    const Json answer = served->answer("/records/" + id + "/similar", {{"limit", "3"}});
    EXPECT_FALSE(answer["similar"].empty()) << id;
    for (const Json& similar : answer["similar"]) {
      relations.insert(similar["relation"]);
      const bool is_same_ward = similar["ward"] == hit["ward"];
      EXPECT_EQ(is_same_ward, similar["relation"] != "other_ward") << id;
    }
  }
  EXPECT_THAT(relations, Contains("other_ward"));
  EXPECT_THAT(relations, Contains("other_department"));
}

}  // namespace
}  // namespace torikumi::testing
