// What is derived of results: /quality, the flags of a search and the fields of a record.

#include "tests/http/sample_daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::HasSubstr;

class QualityApiTest : public SampleDaemonTest {};

TEST_F(QualityApiTest, Quality) {
  const Json answer = expect_success(get("/api/v1/quality"));
  EXPECT_EQ(answer["totals"]["initiatives"], search({})["total"]);
  std::size_t initiatives = 0;
  for (const Json& cell : answer["cells"]) {
    initiatives += cell["initiatives"].get<std::size_t>();
    ASSERT_EQ(cell["findings"].size(), 6U);
    for (const Json& finding : cell["findings"]) {
      EXPECT_LE(finding["records"], finding["base"]);
      const Json listed = expect_success(
          get("/api/v1/search?" + finding["query"].get<std::string>() + "&limit=200"));
      EXPECT_EQ(listed["total"], finding["records"]) << finding["query"];
      for (const Json& hit : listed["hits"]) {
        EXPECT_EQ(hit["ward"], cell["ward"]);
        EXPECT_EQ(hit["fiscal_year"], cell["fiscal_year"]);
      }
    }
  }
  EXPECT_EQ(initiatives, answer["totals"]["initiatives"]);
}

TEST_F(QualityApiTest, QualityOfASubset) {
  const Json answer = expect_success(
      get("/api/v1/quality", {{"ward", "中原区"}, {"department", "衛生課"}, {"q", "個人情報"}}));
  ASSERT_EQ(answer["cells"].size(), 1U);
  EXPECT_EQ(answer["cells"][0]["fiscal_year"], 2020);
  EXPECT_EQ(answer["totals"]["initiatives"],
            search({{"ward", "中原区"}, {"department", "衛生課"}, {"q", "個人情報"}})["total"]);
  const HttpAnswer empty = get("/api/v1/quality", {{"ward", "幸区"}});
  EXPECT_EQ(empty.status, 400);
  EXPECT_EQ(Json::parse(empty.body)["parameter"], "ward");
  const HttpAnswer table = get("/api/v1/quality", {{"format", "csv"}});
  EXPECT_EQ(table.status, 200);
  EXPECT_THAT(table.body, HasSubstr("municipality,ward_name,ward_code,fiscal_year,finding,records,"
                                    "base,rate_per_100,ci95_low,ci95_high,query\r\n"));
}

TEST_F(QualityApiTest, FlagsFilterHitsAndFacets) {
  const Json omitted = search({{"flag", "omitted"}, {"limit", "200"}});
  EXPECT_GT(omitted["total"], 0);
  std::size_t in_years = 0;
  for (const Json& value : omitted["facets"]["year"]) {
    in_years += value["count"].get<std::size_t>();
  }
  EXPECT_EQ(in_years, omitted["total"]);
  for (const Json& hit : omitted["hits"]) {
    EXPECT_EQ(hit["result_status"], "omitted");
  }
  const HttpAnswer wrong = get("/api/v1/search", {{"flag", "nothing"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(Json::parse(wrong.body)["parameter"], "flag");
}

TEST_F(QualityApiTest, DerivedFieldsQuoteTheRecord) {
  const Json hits = search({{"flag", "restated"}})["hits"];
  for (const Json& hit : hits) {
    const Json record =
        expect_success(get("/api/v1/records/" + hit["id"].get<std::string>()))["record"];
    EXPECT_EQ(record["derived"], hit["derived"]);
    EXPECT_FALSE(record["derived"]["result_echo"]["passages"].empty());
  }
  const Json standard = search({{"kind", "standard"}, {"limit", "1"}})["hits"][0];
  EXPECT_TRUE(standard["derived"].is_null());
  EXPECT_EQ(search({{"kind", "standard"}, {"flag", "missing"}})["total"], 0);
}

}  // namespace
}  // namespace torikumi::testing
