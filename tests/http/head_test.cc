#include "searchd/http/head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(HttpHeadTest, EndsWithTheFirstEmptyLine) {
  EXPECT_EQ(head_length("GET / HTTP/1.1\r\nA: b\r\n"), std::nullopt);
  EXPECT_EQ(head_length("GET / HTTP/1.1\r\n\r\n"), 18U);
  EXPECT_EQ(head_length("GET / HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n"), 18U);
}

TEST(HttpHeadTest, KeepsTheNeededHeadersOnly) {
  const auto head = parse_head(
      "GET /x HTTP/1.1\r\nHOST: a.example\r\nRange: bytes=0-1,2-3\r\nCookie: c=1\r\n"
      "REMOTE_ADDR: 9.9.9.9\r\nAccept-Encoding: br\r\nif-none-match:\t\"%41\" \r\n"
      "If-None-Match: \"b\"\r\n\r\nrest: of it\r\n\r\n");
  ASSERT_TRUE(head) << head.error().detail;
  EXPECT_EQ(head->request_line, "GET /x HTTP/1.1");
  EXPECT_THAT(head->headers,
              ElementsAre(Pair("host", "a.example"), Pair("if-none-match", "\"%41\", \"b\"")));
  EXPECT_FALSE(head->announces_body);
}

struct BodyCase {
  const char* name;
  std::string_view line;
  bool want;
};
std::ostream& operator<<(std::ostream& out, const BodyCase& row) {
  return out << row.line;
}

class HttpHeadBodyTest : public ::testing::TestWithParam<BodyCase> {};

TEST_P(HttpHeadBodyTest, IsNoticed) {
  const auto head = parse_head("GET / HTTP/1.1\r\n" + std::string(GetParam().line) + "\r\n\r\n");
  ASSERT_TRUE(head) << head.error().detail;
  EXPECT_EQ(head->announces_body, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HttpHeadBodyTest,
    ::testing::Values(BodyCase{"None", "Host: a", false},
                      BodyCase{"LengthZero", "Content-Length: 0", false},
                      BodyCase{"LengthZeros", "Content-Length: 000", false},
                      BodyCase{"Length", "Content-Length: 10", true},
                      BodyCase{"HugeLength", "content-length: 99999999999999999999999", true},
                      BodyCase{"TwoLengths", "Content-Length: 0\r\nContent-Length: 5", true},
                      BodyCase{"Chunked", "Transfer-Encoding: chunked", true},
                      BodyCase{"OddCoding", "TRANSFER-ENCODING:", true}),
    [](const auto& row) { return row.param.name; });

struct BadHeadCase {
  const char* name;
  std::string head;
  ProblemType type;
  std::string_view detail;
};
std::ostream& operator<<(std::ostream& out, const BadHeadCase& row) {
  return out << row.name;
}

std::string with_line(const std::string& line) {
  return "GET / HTTP/1.1\r\n" + line + "\r\n\r\n";
}

std::string with_lines(int count) {
  std::string head = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < count; ++i) {
    head += "A: b\r\n";
  }
  return head + "\r\n";
}

constexpr std::string_view kBadLine = "a header line is not of the form name: value";

class BadHeadTest : public ::testing::TestWithParam<BadHeadCase> {};

TEST_P(BadHeadTest, IsRefused) {
  const auto head = parse_head(GetParam().head);
  ASSERT_FALSE(head);
  EXPECT_EQ(head.error().type, GetParam().type);
  EXPECT_EQ(head.error().detail, GetParam().detail);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadHeadTest,
    ::testing::Values(
        BadHeadCase{"NoColon", with_line("Host"), ProblemType::MalformedRequest, kBadLine},
        BadHeadCase{"NoName", with_line(": b"), ProblemType::MalformedRequest, kBadLine},
        BadHeadCase{"BlankBeforeColon", with_line("Host : b"), ProblemType::MalformedRequest,
                    kBadLine},
        BadHeadCase{"FoldedLine", with_line("A: b\r\n c"), ProblemType::MalformedRequest, kBadLine},
        BadHeadCase{"LineFeedInValue", with_line("A: b\nC: d"), ProblemType::MalformedRequest,
                    kBadLine},
        BadHeadCase{"NulInValue", with_line(std::string("A: b\0c", 6)),
                    ProblemType::MalformedRequest, kBadLine},
        BadHeadCase{"NegativeLength", with_line("Content-Length: -5"),
                    ProblemType::MalformedRequest, "the Content-Length is not a number"},
        BadHeadCase{"EmptyLength", with_line("Content-Length:"), ProblemType::MalformedRequest,
                    "the Content-Length is not a number"},
        BadHeadCase{"TwoHosts", with_line("Host: a\r\nHost: b"), ProblemType::MalformedRequest,
                    "there are two Host lines"},
        BadHeadCase{"ControlInRequestLine", "GET /\x01 HTTP/1.1\r\n\r\n",
                    ProblemType::MalformedRequest, "the request line holds a control character"},
        BadHeadCase{"LongRequestLine", "GET /" + std::string(8186, 'a') + "\r\n\r\n",
                    ProblemType::TargetTooLong, "the request line is longer than 8190 bytes"},
        BadHeadCase{"ManyLines", with_lines(101), ProblemType::HeaderTooLarge,
                    "the request has more than 100 header lines"}),
    [](const auto& row) { return row.param.name; });

TEST(HttpHeadTest, TakesAsMuchAsItSays) {
  EXPECT_TRUE(parse_head(with_lines(100)));
  EXPECT_TRUE(parse_head("GET /" + std::string(8185, 'a') + "\r\n\r\n"));
}

struct LongLineCase {
  const char* name;
  std::string target;  // What follows GET.
  std::string_view parameter;
};
std::ostream& operator<<(std::ostream& out, const LongLineCase& row) {
  return out << row.name;
}

class LongLineTest : public ::testing::TestWithParam<LongLineCase> {};

TEST_P(LongLineTest, NamesTheLongestParameter) {
  const std::string line = "GET " + GetParam().target;
  const auto head = parse_head(line + " HTTP/1.1\r\n\r\n");
  ASSERT_FALSE(head);
  for (const Problem& problem : {head.error(), endless_head(line)}) {
    EXPECT_EQ(problem.type, ProblemType::TargetTooLong);
    EXPECT_EQ(problem.parameter, GetParam().parameter);
    EXPECT_THAT(problem.hint, ::testing::StartsWith("shorten "));
  }
}

const std::string kLongText(100'000, 'a');  // NOLINT(cert-err58-cpp): a test's own constant

INSTANTIATE_TEST_SUITE_P(
    Table, LongLineTest,
    ::testing::Values(LongLineCase{"Query", "/api/v1/search?q=" + kLongText, "q"},
                      LongLineCase{"Among", "/search?limit=5&q=" + kLongText + "&year=2020", "q"},
                      LongLineCase{"Other", "/search?q=a&department=" + kLongText, "department"},
                      LongLineCase{"Path", "/" + kLongText, ""},
                      LongLineCase{"Name", "/search?" + kLongText + "=1", ""},
                      LongLineCase{"NoValue", "/search?" + kLongText, ""},
                      LongLineCase{"Encoded", "/search?%3Cb%3E=" + kLongText, ""}),
    [](const auto& row) { return row.param.name; });

TEST(HttpHeadTest, TellsALongLineFromALongHeader) {
  EXPECT_EQ(endless_head("GET /" + std::string(20000, 'a')).type, ProblemType::TargetTooLong);
  EXPECT_EQ(endless_head("GET / HTTP/1.1\r\nA: " + std::string(20000, 'a')).type,
            ProblemType::HeaderTooLarge);
}

}  // namespace
}  // namespace torikumi::searchd
