#include "searchd/http/response_headers.h"

#include "corpus/error.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace torikumi::searchd {
namespace {

struct PolicyCase {
  const char* name;
  std::string_view text;
  std::string_view allow_origin;
};
std::ostream& operator<<(std::ostream& out, const PolicyCase& row) {
  return out << row.text;
}

class CrossOriginTest : public ::testing::TestWithParam<PolicyCase> {};

TEST_P(CrossOriginTest, IsNamedByTheFlag) {
  EXPECT_EQ(parse_cross_origin(GetParam().text).allow_origin, GetParam().allow_origin);
}

INSTANTIATE_TEST_SUITE_P(
    Table, CrossOriginTest,
    ::testing::Values(PolicyCase{"Any", "*", "*"}, PolicyCase{"None", "off", ""},
                      PolicyCase{"Origin", "https://example.jp", "https://example.jp"},
                      PolicyCase{"Port", "http://localhost:3000", "http://localhost:3000"},
                      PolicyCase{"Six", "http://[::1]:3000", "http://[::1]:3000"}),
    [](const auto& row) { return row.param.name; });

class RefusedCrossOriginTest : public ::testing::TestWithParam<std::string> {};

TEST_P(RefusedCrossOriginTest, SaysWhatIsTaken) {
  try {
    parse_cross_origin(GetParam());
    FAIL() << "it was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(std::string(error.what()),
              "--cors: \"" + GetParam() +
                  "\" is neither an origin nor off nor *; give an origin such as "
                  "https://example.jp, off for no other site, or * for all");
  }
}

INSTANTIATE_TEST_SUITE_P(Table, RefusedCrossOriginTest,
                         ::testing::Values("", "on", "example.jp", "https://", "ftp://example.jp",
                                           "https://example.jp/", "https://a.jp, https://b.jp",
                                           "https://a.jp\r\nX-Other: 1", "https://*.jp",
                                           "https://user@a.jp", "null"));

}  // namespace
}  // namespace torikumi::searchd
