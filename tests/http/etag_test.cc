#include "searchd/http/etag.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

TEST(EtagTest, IsTheSameForTheSameIdentityOnly) {
  EXPECT_EQ(weak_etag("g1 q=窓口"), weak_etag("g1 q=窓口"));
  EXPECT_NE(weak_etag("g1 q=窓口"), weak_etag("g2 q=窓口"));
}

// The hash of the empty text begins like this in FIPS 180-4's SHA-256.
TEST(EtagTest, HasTheFormOfAnEntityTag) {
  EXPECT_EQ(weak_etag(""), "W/\"e3b0c44298fc1c14\"");
  EXPECT_EQ(strong_etag(""), "\"e3b0c44298fc1c14\"");
  EXPECT_EQ(content_hash(""), "e3b0c44298fc1c14");
}

struct MatchCase {
  const char* name;
  std::string_view if_none_match;
  std::string_view etag;
  bool want;
};
std::ostream& operator<<(std::ostream& out, const MatchCase& row) {
  return out << row.if_none_match << " / " << row.etag;
}

class EtagMatchTest : public ::testing::TestWithParam<MatchCase> {};

TEST_P(EtagMatchTest, ComparesWeakly) {
  EXPECT_EQ(matches_if_none_match(GetParam().if_none_match, GetParam().etag), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EtagMatchTest,
    ::testing::Values(MatchCase{"Same", "W/\"a\"", "W/\"a\"", true},
                      MatchCase{"StrongAsksForWeak", "\"a\"", "W/\"a\"", true},
                      MatchCase{"WeakAsksForStrong", "W/\"a\"", "\"a\"", true},
                      MatchCase{"LastOfAList", "\"x\", W/\"y\" ,\"a\"", "W/\"a\"", true},
                      MatchCase{"EmptyElements", " , ,\"a\",", "\"a\"", true},
                      MatchCase{"Star", " *", "\"a\"", true},
                      MatchCase{"CommaInsideATag", "\"b,a\"", "\"a\"", false},
                      MatchCase{"Other", "\"ab\"", "\"a\"", false},
                      MatchCase{"Nothing", "", "\"a\"", false},
                      MatchCase{"NoQuotes", "a", "\"a\"", false},
                      MatchCase{"NotClosed", "\"a", "\"a\"", false},
                      MatchCase{"RubbishFirst", "rubbish, \"a\"", "\"a\"", false}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
