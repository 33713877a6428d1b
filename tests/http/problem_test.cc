#include "searchd/http/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <set>

namespace torikumi::searchd {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Problem whole_problem() {
  Problem problem;
  problem.type = ProblemType::UnknownParameter;
  problem.detail = "\"wrad\" is not known";
  problem.parameter = "wrad";
  problem.hint = "did you mean ward?";
  problem.valid_values = {"ward", "year"};
  problem.instance = "/api/v1/search";
  problem.log_message = "secret";
  return problem;
}

TEST(ProblemTest, HasTheMembersOfRfc9457AndOurs) {
  const HttpResponse response = problem_response(whole_problem());
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.body,
            R"({"type":"/problems/unknown-parameter","title":"The parameter is not known here",)"
            R"("status":400,"detail":"\"wrad\" is not known","instance":"/api/v1/search",)"
            R"("parameter":"wrad","hint":"did you mean ward?","valid_values":["ward","year"]})");
  EXPECT_EQ(response.log_message, "secret");
}

TEST(ProblemTest, LeavesOutWhatIsEmpty) {
  Problem problem;
  problem.type = ProblemType::NotFound;
  EXPECT_EQ(
      problem_response(problem).body,
      R"({"type":"/problems/not-found","title":"There is nothing at this address","status":404})");
}

TEST(ProblemTest, ReplacesIllFormedText) {
  Problem problem = whole_problem();
  problem.detail = "a\xff";
  const auto body = nlohmann::json::parse(problem_response(problem).body);
  EXPECT_EQ(body["detail"], "a\xEF\xBF\xBD");
}

TEST(ProblemTest, SaysWhenToComeBack) {
  const auto retry_after = [](ProblemType type) {
    Problem problem;
    problem.type = type;
    return std::string(problem_response(problem).header("retry-after"));
  };
  EXPECT_EQ(retry_after(ProblemType::TooBusy), "1");
  EXPECT_EQ(retry_after(ProblemType::Unavailable), "10");
  EXPECT_EQ(retry_after(ProblemType::RateLimited), "10");
  EXPECT_EQ(retry_after(ProblemType::NotFound), "");
}

TEST(ProblemTest, TableIsInTheOrderOfTheTypesWithoutTwins) {
  std::set<std::string_view> slugs;
  std::size_t position = 0;
  for (const ProblemKind& kind : problem_kinds()) {
    EXPECT_EQ(static_cast<std::size_t>(kind.type), position++) << kind.slug;
    EXPECT_TRUE(slugs.insert(kind.slug).second) << kind.slug;
    EXPECT_GE(kind.status, 400) << kind.slug;
  }
  EXPECT_EQ(position, static_cast<std::size_t>(ProblemType::TooBusy) + 1);
}

struct KindCase {
  ErrorKind kind;
  int status;
  bool shows_message;
};

// Where, message and hint of an error that is not the client's fault may name files of the server.
TEST(ProblemTest, MapsEveryKindOfErrorAndShowsOnlyTheClientsOwn) {
  const KindCase cases[] = {
      {ErrorKind::InvalidArgument, 400, true}, {ErrorKind::NotFound, 404, true},
      {ErrorKind::Unreadable, 500, false},     {ErrorKind::UnsupportedFormat, 400, true},
      {ErrorKind::Malformed, 400, true},       {ErrorKind::TooLarge, 400, true},
      {ErrorKind::Unknown, 400, true},         {ErrorKind::Conflict, 400, true},
      {ErrorKind::Incompatible, 503, false},   {ErrorKind::Damaged, 503, false},
      {ErrorKind::Unavailable, 503, true},     {ErrorKind::Internal, 500, false},
  };
  for (const KindCase& row : cases) {
    SCOPED_TRACE(name_of(row.kind));
    const Problem problem = problem_from(Error(row.kind, "MESSAGE", "WHERE", "HINT"), "/here");
    const HttpResponse response = problem_response(problem);
    const auto body = nlohmann::json::parse(response.body);
    EXPECT_EQ(response.status, row.status);
    EXPECT_EQ(body["status"], row.status);
    EXPECT_EQ(body["instance"], "/here");
    if (row.shows_message) {
      EXPECT_EQ(body["detail"], "MESSAGE");
      EXPECT_EQ(body["hint"], "HINT");
    } else {
      EXPECT_THAT(response.body, Not(HasSubstr("MESSAGE")));
      EXPECT_THAT(response.body, Not(HasSubstr("HINT")));
    }
    if (row.status < 500) {
      EXPECT_EQ(body["parameter"], "WHERE");
      EXPECT_EQ(response.log_message, "");
    } else {
      EXPECT_THAT(response.body, Not(HasSubstr("WHERE")));
      EXPECT_EQ(response.log_message, "WHERE: MESSAGE; HINT");
    }
  }
}

}  // namespace
}  // namespace torikumi::searchd
