#include "searchd/api/openapi.h"

#include "corpus/data_directory.h"
#include "corpus/error.h"
#include "searchd/api/route.h"
#include "searchd/search/score_part.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torikumi::searchd {
namespace {

const Json& document() {
  static const Json kDocument =
      Json::parse(openapi_document(data_directory() / "openapi_schemas.json"));
  return kDocument;
}

/// Calls `use` with every $ref below `json`.
template <typename Use>
void for_each_reference(const Json& json, const Use& use) {
  if (json.is_object() && json.contains("$ref")) {
    use(json["$ref"].get<std::string>());
  }
  if (json.is_structured()) {
    for (const Json& value : json) {
      for_each_reference(value, use);
    }
  }
}

TEST(OpenApiTest, DescribesEveryRouteWithItsParameters) {
  EXPECT_EQ(document()["openapi"], "3.1.0");
  EXPECT_EQ(document()["paths"].size(), routes().size());
  for (const Route& route : routes()) {
    SCOPED_TRACE(route.path);
    const Json& operation = document()["paths"].at(std::string(route.path)).at("get");
    EXPECT_EQ(operation["operationId"], route.operation_id);
    EXPECT_EQ(operation["responses"]["200"]["content"].contains("text/csv"), route.has_csv);
    std::vector<std::string> names;
    for (const Json& parameter : operation["parameters"]) {
      if (parameter["in"] == "query") {
        names.push_back(parameter["name"]);
      }
    }
    std::vector<std::string> want;
    for (const ParameterSpec& spec : route.parameters) {
      want.emplace_back(spec.name);
    }
    EXPECT_EQ(names, want);
  }
}

TEST(OpenApiTest, GivesBoundsAndDefaults) {
  const Json& parameters = document()["paths"]["/search"]["get"]["parameters"];
  const auto schema_of = [&](std::string_view name) -> const Json& {
    for (const Json& parameter : parameters) {
      if (parameter["name"] == name) {
        return parameter["schema"];
      }
    }
    throw std::out_of_range(std::string(name));
  };
  EXPECT_EQ(schema_of("limit").dump(),
            R"({"type":"integer","minimum":0,"maximum":200,"default":20})");
  EXPECT_EQ(schema_of("sort").dump(),
            R"({"type":"string","enum":["relevance","year","ward"],"default":"relevance"})");
  EXPECT_EQ(schema_of("ward").dump(),
            R"({"type":"array","items":{"type":"string","maxLength":4096}})");
  EXPECT_EQ(schema_of("q").dump(), R"({"type":"string","maxLength":4096})");
}

TEST(OpenApiTest, ListsTheOriginsOfScores) {
  Json want = Json::array();
  for (const ScoreOrigin origin : kAllScoreOrigins) {
    want.push_back(name_of(origin));
  }
  EXPECT_EQ(document()["components"]["schemas"]["ScorePart"]["properties"]["origin"]["enum"], want);
}

TEST(OpenApiTest, HasWhatItRefersTo) {
  std::size_t references = 0;
  for_each_reference(document(), [&](std::string reference) {
    ++references;
    ASSERT_THAT(reference, ::testing::StartsWith("#/"));
    EXPECT_TRUE(document().contains(Json::json_pointer(reference.substr(1)))) << reference;
  });
  EXPECT_GT(references, routes().size());
}

TEST(OpenApiTest, RefusesSchemasThatLackAnAnswer) {
  const testing::TemporaryDirectory folder;
  const std::filesystem::path file = folder.path() / "schemas.json";
  const auto message_for = [&](std::string_view content) {
    testing::write_file(file, content);
    try {
      openapi_document(file);
    } catch (const Error& error) {
      return error.message;
    }
    return std::string();
  };
  EXPECT_EQ(message_for("[]"), "is not a JSON object");
  EXPECT_EQ(message_for("{"), "is not a JSON object");
  EXPECT_EQ(message_for("{}"), "has no schema \"SearchAnswer\"");
}

}  // namespace
}  // namespace torikumi::searchd
