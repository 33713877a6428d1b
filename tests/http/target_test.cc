#include "searchd/http/target.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

struct TargetCase {
  const char* name;
  std::string target;
  std::string path;
  std::vector<HttpParameter> parameters;
};
std::ostream& operator<<(std::ostream& out, const TargetCase& row) {
  return out << row.target;
}

class TargetTest : public ::testing::TestWithParam<TargetCase> {};

TEST_P(TargetTest, IsDecoded) {
  const auto path = path_of(GetParam().target);
  ASSERT_TRUE(path) << path.error().what();
  EXPECT_EQ(*path, GetParam().path);
  const auto parameters = parameters_of(GetParam().target);
  ASSERT_TRUE(parameters) << parameters.error().what();
  EXPECT_EQ(*parameters, GetParam().parameters);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TargetTest,
    ::testing::Values(
        TargetCase{"PathOnly", "/a/b", "/a/b", {}}, TargetCase{"EmptyQuery", "/a?", "/a", {}},
        TargetCase{"Japanese", "/search?q=%E7%AA%93%E5%8F%A3", "/search", {{"q", "窓口"}}},
        TargetCase{"LowerCaseDigits", "/?q=%e7%aa%93", "/", {{"q", "窓"}}},
        TargetCase{"RawUtf8", "/?q=窓口", "/", {{"q", "窓口"}}},
        TargetCase{"PlusIsABlank", "/a+b?q=c+d%2Be", "/a+b", {{"q", "c d+e"}}},
        TargetCase{
            "OrderAndDuplicates", "/?b=2&a=1&b=3", "/", {{"b", "2"}, {"a", "1"}, {"b", "3"}}},
        TargetCase{"NameOnly", "/?flag&x=", "/", {{"flag", ""}, {"x", ""}}},
        TargetCase{"EmptyPieces", "/?&&a=1&&", "/", {{"a", "1"}}},
        TargetCase{"EqualsInValue", "/?q=a=b", "/", {{"q", "a=b"}}},
        TargetCase{"QuestionMarkInValue", "/?q=a?b", "/", {{"q", "a?b"}}},
        TargetCase{"SeparatorsEncoded", "/?a%3D=%26%3F", "/", {{"a=", "&?"}}},
        TargetCase{"Fragment", "/a?q=1#top", "/a", {{"q", "1"}}},
        TargetCase{"AbsoluteForm", "http://host:80/a?q=1", "/a", {{"q", "1"}}},
        TargetCase{"AbsoluteFormWithoutPath", "http://host?q=1", "/", {{"q", "1"}}},
        TargetCase{"DotsAreNames", "/../a", "/../a", {}}),
    [](const auto& row) { return row.param.name; });

struct BadTargetCase {
  const char* name;
  std::string target;
  std::string_view where;
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const BadTargetCase& row) {
  return out << row.target;
}

constexpr std::string_view kBadEscape = "a percent sign is not followed by two hexadecimal digits";
constexpr std::string_view kIllFormed = "the text is not well-formed UTF-8";
constexpr std::string_view kNul = "the text holds the character U+0000";

// The error of the path, else of the parameters.
Error error_of(std::string_view target) {
  const auto path = path_of(target);
  if (!path) {
    return path.error();
  }
  const auto parameters = parameters_of(target);
  return parameters ? Error(ErrorKind::Internal, "no error") : parameters.error();
}

class BadTargetTest : public ::testing::TestWithParam<BadTargetCase> {};

TEST_P(BadTargetTest, NamesTheParameter) {
  const Error error = error_of(GetParam().target);
  EXPECT_EQ(error.kind, ErrorKind::InvalidArgument);
  EXPECT_EQ(error.where, GetParam().where);
  EXPECT_EQ(error.message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadTargetTest,
    ::testing::Values(
        BadTargetCase{"NoHexDigits", "/?q=%zz", "q", kBadEscape},
        BadTargetCase{"OneHexDigit", "/?q=%4", "q", kBadEscape},
        BadTargetCase{"SecondIsNoHexDigit", "/?q=%4g", "q", kBadEscape},
        BadTargetCase{"LonePercent", "/?ward=1&q=50%", "q", kBadEscape},
        BadTargetCase{"JavaScriptEscape", "/?q=%u3042", "q", kBadEscape},
        BadTargetCase{"Nul", "/?q=a%00b", "q", kNul},
        BadTargetCase{"LoneByte", "/?q=%ff", "q", kIllFormed},
        BadTargetCase{"CutOff", "/?q=%E7%AA", "q", kIllFormed},
        BadTargetCase{"TooLongForm", "/?q=%C0%AF", "q", kIllFormed},
        BadTargetCase{"Surrogate", "/?q=%ED%A0%80", "q", kIllFormed},
        BadTargetCase{"ShiftJis", "/?%E5%8C%BA=%8C%FB", "区", kIllFormed},
        BadTargetCase{"RawBytes", "/?q=\xff", "q", kIllFormed},
        BadTargetCase{"NameIllFormed", "/?%ff=1", "%ff", kIllFormed},
        BadTargetCase{"NameRawIllFormed", "/?\xff=1", "", kIllFormed},
        BadTargetCase{"NoName", "/?=1", "", "a parameter has no name"},
        BadTargetCase{"PathEscape", "/%zz", "", kBadEscape},
        BadTargetCase{"PathNul", "/a%00", "", kNul},
        BadTargetCase{"PathLineFeed", "/a%0Ab", "", "the path holds a control character"},
        BadTargetCase{"PathTerminalControl", "/%C2%9B1m", "", "the path holds a control character"},
        BadTargetCase{"NoSlash", "a/b", "", "the path does not begin with /"}),
    [](const auto& row) { return row.param.name; });

std::string target_with_parameters(std::size_t count) {
  std::string target = "/?";
  for (std::size_t i = 0; i < count; ++i) {
    target += "a=1&";
  }
  return target;
}

TEST(TargetTest, HasAtMostSixtyFourParameters) {
  const auto most = parameters_of(target_with_parameters(64));
  ASSERT_TRUE(most);
  EXPECT_EQ(most->size(), 64U);
  const auto too_many = parameters_of(target_with_parameters(65));
  ASSERT_FALSE(too_many);
  EXPECT_EQ(too_many.error().kind, ErrorKind::TooLarge);
  EXPECT_EQ(too_many.error().message, "there are more than 64 parameters");
}

}  // namespace
}  // namespace torikumi::searchd
