// The pages for users of the API name everything that the code has.

#include "corpus/data_directory.h"
#include "corpus/error.h"
#include "searchd/api/route.h"
#include "searchd/http/problem.h"
#include "searchd/search/query.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <set>

namespace torikumi::searchd {
namespace {

std::string page(const char* name) {
  return testing::read_file(testing::source_dir() / "docs" / name);
}

::testing::AssertionResult has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos
             ? ::testing::AssertionSuccess()
             : ::testing::AssertionFailure() << text << " is missing";
}

std::string code(std::string_view text) {
  return "`" + std::string(text) + "`";
}

/// The part of the page below "## `/path`", up to the next heading of that level.
std::string section_of(const std::string& text, std::string_view path) {
  const std::size_t begin = text.find("\n## " + code(path));
  if (begin == std::string::npos) {
    return {};
  }
  return text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

TEST(ApiPageTest, HasASectionForEachRouteWithItsParameters) {
  const std::string text = page("api.md");
  for (const Route& route : routes()) {
    SCOPED_TRACE(route.path);
    const std::string section = section_of(text, route.path);
    EXPECT_TRUE(has(section, route.schema));
    for (const ParameterSpec& spec : route.parameters) {
      EXPECT_TRUE(has(section, code(spec.name)));
      for (const std::string_view choice : spec.choices) {
        EXPECT_TRUE(has(section, code(choice)));
      }
    }
    EXPECT_EQ(section.find("format=csv") != std::string::npos, route.has_csv);
  }
}

/// Every schema and every key of an object in it, as "Schema" and "Schema.key".
void collect_keys(const std::string& name, const Json& schema, std::set<std::string>& keys) {
  if (schema.contains("properties")) {
    for (const auto& [key, property] : schema["properties"].items()) {
      keys.insert(key);
      collect_keys(name, property, keys);
    }
  }
  for (const char* part : {"items", "additionalProperties"}) {
    if (schema.contains(part) && schema[part].is_object()) {
      collect_keys(name, schema[part], keys);
    }
  }
  if (schema.contains("allOf")) {
    for (const Json& each : schema["allOf"]) {
      collect_keys(name, each, keys);
    }
  }
}

TEST(ApiPageTest, HasEverySchemaAndItsKeys) {
  const std::string text = page("api.md");
  const Json schemas = Json::parse(testing::read_file(data_directory() / "openapi_schemas.json"));
  for (const auto& [name, schema] : schemas.items()) {
    EXPECT_TRUE(has(text, name));
    std::set<std::string> keys;
    collect_keys(name, schema, keys);
    for (const std::string& key : keys) {
      EXPECT_TRUE(has(text, code(key))) << name;
    }
  }
}

TEST(ErrorPageTest, HasEveryKindOfErrorAndProblem) {
  const std::string text = page("errors.md");
  for (int number = 0; number <= static_cast<int>(ErrorKind::Internal); ++number) {
    EXPECT_TRUE(has(text, code(name_of(static_cast<ErrorKind>(number)))));
  }
  for (const ProblemKind& kind : problem_kinds()) {
    EXPECT_TRUE(has(text, "| " + code(kind.slug) + " | " + std::to_string(kind.status) + " | " +
                              std::string(kind.title) + " |"));
  }
}

TEST(QueryLanguagePageTest, HasEveryFilterAndLimit) {
  const std::string text = page("query-language.md");
  for (const auto field : {QueryFilter::Field::Ward, QueryFilter::Field::FiscalYear,
                           QueryFilter::Field::Department, QueryFilter::Field::Scene}) {
    EXPECT_TRUE(has(text, code(std::string(label_of(field)) + ":")));
  }
  for (const indexer::TextField field : indexer::kTextFields) {
    EXPECT_TRUE(has(text, code(std::string(label_of(field)) + ":")));
  }
  EXPECT_TRUE(has(text, std::to_string(kMaxNearWords) + " words"));
  EXPECT_TRUE(has(text, std::to_string(kMaxQueryTerms)));
  EXPECT_TRUE(has(text, "1,000 bytes"));
  EXPECT_TRUE(has(text, "4,096 bytes"));
}

}  // namespace
}  // namespace torikumi::searchd
