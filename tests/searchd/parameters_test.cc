#include "searchd/api/parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<ParameterSpec>& specs() {
  static const std::vector<ParameterSpec> kSpecs{
      {.name = "q", .description = "Text.", .choices = {}},
      {.name = "ward", .is_repeatable = true, .description = "Texts.", .choices = {}},
      {.name = "limit",
       .type = ParameterSpec::Type::Integer,
       .description = "Number.",
       .choices = {},
       .minimum = 1,
       .maximum = 200,
       .default_value = 20},
      {.name = "sort",
       .type = ParameterSpec::Type::Choice,
       .description = "Choice.",
       .choices = {"relevance", "year"}},
      {.name = "kind",
       .type = ParameterSpec::Type::Choice,
       .is_repeatable = true,
       .description = "Choices.",
       .choices = {"initiative", "example"}}};
  return kSpecs;
}

ApiResult<Parameters> parse(const std::vector<HttpParameter>& given) {
  return Parameters::parse(given, specs());
}

TEST(ParametersTest, HasDefaults) {
  const ApiResult<Parameters> parameters = parse({});
  ASSERT_TRUE(parameters);
  EXPECT_EQ(parameters->text("q"), "");
  EXPECT_THAT(parameters->all("ward"), IsEmpty());
  EXPECT_EQ(parameters->integer("limit"), 20U);
  EXPECT_EQ(parameters->text("sort"), "relevance");
  EXPECT_THAT(parameters->all("kind"), IsEmpty());
}

TEST(ParametersTest, TakesValuesWithoutOuterBlanks) {
  const ApiResult<Parameters> parameters = parse({{"q", "　電話 窓口 "},
                                                  {"ward", "中原区"},
                                                  {"ward", "川崎区"},
                                                  {"limit", " 7 "},
                                                  {"sort", "year"}});
  ASSERT_TRUE(parameters);
  EXPECT_EQ(parameters->text("q"), "電話 窓口");
  EXPECT_THAT(parameters->all("ward"), ElementsAre("中原区", "川崎区"));
  EXPECT_EQ(parameters->integer("limit"), 7U);
  EXPECT_EQ(parameters->text("sort"), "year");
}

TEST(ParametersTest, TakesAnEmptyValueForNone) {
  const ApiResult<Parameters> parameters =
      parse({{"q", ""}, {"ward", "　"}, {"ward", "中原区"}, {"limit", ""}, {"sort", ""}});
  ASSERT_TRUE(parameters);
  EXPECT_THAT(parameters->all("ward"), ElementsAre("中原区"));
  EXPECT_EQ(parameters->integer("limit"), 20U);
}

struct RefusedCase {
  const char* name;
  std::vector<HttpParameter> given;
  ProblemType type;
  std::string_view parameter;
  std::string_view detail;
  std::string_view hint;
  std::string_view valid_values;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& row) {
  return out << row.name;
}

class RefusedParametersTest : public ::testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedParametersTest, NamesWhatIsWrong) {
  const ApiResult<Parameters> parameters = parse(GetParam().given);
  ASSERT_FALSE(parameters);
  const Problem& problem = parameters.error();
  EXPECT_EQ(problem.type, GetParam().type);
  EXPECT_EQ(problem.parameter, GetParam().parameter);
  EXPECT_EQ(problem.detail, GetParam().detail);
  EXPECT_EQ(problem.hint, GetParam().hint);
  EXPECT_EQ(fmt::format("{}", fmt::join(problem.valid_values, " ")), GetParam().valid_values);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedParametersTest,
    ::testing::Values(RefusedCase{"NearName",
                                  {{"limt", "3"}},
                                  ProblemType::UnknownParameter,
                                  "limt",
                                  "there is no parameter \"limt\" here",
                                  "did you mean \"limit\"?",
                                  "q ward limit sort kind"},
                      RefusedCase{"OtherName",
                                  {{"callback", "x"}},
                                  ProblemType::UnknownParameter,
                                  "callback",
                                  "there is no parameter \"callback\" here",
                                  "",
                                  "q ward limit sort kind"},
                      RefusedCase{"Twice",
                                  {{"q", "a"}, {"q", "b"}},
                                  ProblemType::InvalidParameter,
                                  "q",
                                  "the parameter is given more than once",
                                  "give it once",
                                  ""},
                      RefusedCase{"NoNumber",
                                  {{"limit", "many"}},
                                  ProblemType::InvalidParameter,
                                  "limit",
                                  "\"many\" is not a whole number from 1 to 200",
                                  "leave it out for 20",
                                  ""},
                      RefusedCase{"Negative",
                                  {{"limit", "-1"}},
                                  ProblemType::InvalidParameter,
                                  "limit",
                                  "\"-1\" is not a whole number from 1 to 200",
                                  "leave it out for 20",
                                  ""},
                      RefusedCase{"Fraction",
                                  {{"limit", "1.5"}},
                                  ProblemType::InvalidParameter,
                                  "limit",
                                  "\"1.5\" is not a whole number from 1 to 200",
                                  "leave it out for 20",
                                  ""},
                      RefusedCase{"BelowMinimum",
                                  {{"limit", "0"}},
                                  ProblemType::InvalidParameter,
                                  "limit",
                                  "\"0\" is not a whole number from 1 to 200",
                                  "leave it out for 20",
                                  ""},
                      RefusedCase{"AboveMaximum",
                                  {{"limit", "201"}},
                                  ProblemType::LimitExceeded,
                                  "limit",
                                  "\"201\" is not a whole number from 1 to 200",
                                  "leave it out for 20",
                                  ""},
                      RefusedCase{"BeyondAnyNumber",
                                  {{"limit", "99999999999999999999"}},
                                  ProblemType::LimitExceeded,
                                  "limit",
                                  "\"99999999999999999999\" is not a whole number from 1 to 200",
                                  "leave it out for 20",
                                  ""},
                      RefusedCase{"NoChoice",
                                  {{"sort", "best"}},
                                  ProblemType::InvalidParameter,
                                  "sort",
                                  "\"best\" is not one of the values of this parameter",
                                  "use one of the valid values",
                                  "relevance year"},
                      RefusedCase{"NoRepeatedChoice",
                                  {{"kind", "initiative"}, {"kind", "none"}},
                                  ProblemType::InvalidParameter,
                                  "kind",
                                  "\"none\" is not one of the values of this parameter",
                                  "use one of the valid values",
                                  "initiative example"},
                      RefusedCase{"TooLong",
                                  {{"q", std::string(4097, 'a')}},
                                  ProblemType::LimitExceeded,
                                  "q",
                                  "the value is 4097 bytes long, more than 4096",
                                  "shorten it",
                                  ""}),
    [](const auto& row) { return row.param.name; });

std::string canonical_of(const std::vector<HttpParameter>& given) {
  return parse(given)->canonical();
}

TEST(CanonicalParametersTest, AreEqualForTheSameMeaning) {
  const std::string canonical = canonical_of({{"q", "電話"}, {"ward", "a"}, {"ward", "b"}});
  EXPECT_EQ(canonical_of({{"ward", "b"}, {"ward", "a"}, {"q", " 電話"}, {"ward", "b"}}), canonical);
  EXPECT_EQ(canonical_of({{"q", "電話"}, {"ward", "a"}, {"ward", "b"}, {"limit", "020"}}),
            canonical);
  EXPECT_EQ(canonical_of({{"sort", "relevance"}, {"limit", "20"}, {"q", ""}}), "");
}

TEST(CanonicalParametersTest, DifferForAnotherMeaning) {
  EXPECT_NE(canonical_of({{"q", "a&ward=1:b"}}), canonical_of({{"q", "a"}, {"ward", "b"}}));
  EXPECT_NE(canonical_of({{"limit", "2"}}), canonical_of({{"limit", "20"}}));
  EXPECT_NE(canonical_of({{"kind", "initiative"}}), canonical_of({{"kind", "example"}}));
}

}  // namespace
}  // namespace torikumi::searchd
