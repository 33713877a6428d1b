#include "searchd/http/server.h"

#include "corpus/error.h"
#include "searchd/http/etag.h"
#include "tests/http/running_server.h"
#include "tests/support/http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>

#include <unistd.h>

#include <array>
#include <atomic>
#include <future>
#include <latch>
#include <ostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace torikumi::searchd {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;
using ::torikumi::testing::exchange;
using ::torikumi::testing::free_port;
using ::torikumi::testing::http_get;
using ::torikumi::testing::HttpAnswer;
using ::torikumi::testing::HttpClient;
using ::torikumi::testing::parse_answer;
using ::torikumi::testing::RunningServer;

HttpResponse text(std::string body) {
  HttpResponse response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

// Shows the request as the handler sees it.
HttpResponse mirror(const HttpRequest& request) {
  std::string body = request.method + " " + request.path;
  for (const HttpParameter& parameter : request.parameters) {
    body += " " + parameter.name + "=" + parameter.value;
  }
  return text(body);
}

nlohmann::json problem_in(const HttpAnswer& answer) {
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
  auto body = nlohmann::json::parse(answer.body);
  EXPECT_EQ(body["status"], answer.status);
  return body;
}

TEST(HttpServerTest, HandlerSeesTheDecodedRequest) {
  RunningServer server(mirror);
  const HttpAnswer answer =
      http_get(server.port(), "/api/v1/search?q=%E7%AA%93%E5%8F%A3+120&ward=a&ward=b");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "GET /api/v1/search q=窓口 120 ward=a ward=b");
  EXPECT_EQ(answer.header("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(answer.header("content-length"), std::to_string(answer.body.size()));
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(answer.header("date").ends_with(" GMT")) << answer.header("date");
}

TEST(HttpServerTest, HandlerSeesTheHeadersItNeedsAndTheSocketsAddress) {
  HttpRequest seen;
  RunningServer server([&](const HttpRequest& request) {
    seen = request;
    return text("");
  });
  http_get(server.port(), "/",
           "Accept-Language: ja\r\nREMOTE_ADDR: 9.9.9.9\r\nX-Forwarded-For: 9.9.9.9\r\n");
  server.stop();
  EXPECT_EQ(seen.header("accept-language"), "ja");
  EXPECT_EQ(seen.headers.size(), 2U);  // With Host.
  EXPECT_EQ(seen.remote_address, "127.0.0.1");
}

TEST(HttpServerTest, AnswersHeadWithoutTheBody) {
  RunningServer server(mirror);
  const HttpAnswer answer = exchange(server.port(), "HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(answer.header("content-length"), std::to_string(std::string("HEAD /a").size()));
  EXPECT_EQ(answer.header("accept-ranges"), "");
}

TEST(HttpServerTest, WholeAnswerLeavesInOnePiece) {
  RunningServer server([](const HttpRequest&) { return text(std::string(20000, 'x')); });
  std::array<int, 2> ends{};
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends.data()), 0);
  constexpr std::string_view kRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  ASSERT_EQ(::send(ends[1], kRequest.data(), kRequest.size(), 0),
            static_cast<ssize_t>(kRequest.size()));
  server.server().serve(ends[0]);
  std::array<char, 65536> piece{};
  const ssize_t first = ::recv(ends[1], piece.data(), piece.size(), 0);
  ASSERT_GT(first, 20000);
  EXPECT_EQ(parse_answer({piece.data(), static_cast<std::size_t>(first)}).body.size(), 20000U);
  EXPECT_EQ(::recv(ends[1], piece.data(), piece.size(), 0), 0);
  ::close(ends[1]);
}

struct MethodCase {
  const char* name;
  const char* method;
  int status;
};
std::ostream& operator<<(std::ostream& out, const MethodCase& row) {
  return out << row.method;
}

class HttpMethodTest : public ::testing::TestWithParam<MethodCase> {};

TEST_P(HttpMethodTest, IsAnsweredOrRefused) {
  RunningServer server(mirror);
  const HttpAnswer answer = exchange(
      server.port(), std::string(GetParam().method) + " /api/x HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(answer.status, GetParam().status);
  if (GetParam().status == 405) {
    EXPECT_EQ(answer.header("allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(problem_in(answer)["type"], "/problems/method-not-allowed");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, HttpMethodTest,
    ::testing::Values(MethodCase{"Get", "GET", 200}, MethodCase{"Options", "OPTIONS", 204},
                      MethodCase{"Post", "POST", 405}, MethodCase{"Put", "PUT", 405},
                      MethodCase{"Delete", "DELETE", 405}, MethodCase{"Patch", "PATCH", 405},
                      MethodCase{"Trace", "TRACE", 405}, MethodCase{"Connect", "CONNECT", 405},
                      MethodCase{"UnknownMethod", "BREW", 400},
                      MethodCase{"LowerCase", "get", 400}),
    [](const auto& row) { return row.param.name; });

TEST(HttpServerTest, OptionsTellsWhatOtherSitesMayDo) {
  RunningServer server(mirror);
  const HttpAnswer answer = exchange(server.port(), "OPTIONS /api/x HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(answer.header("allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(answer.header("access-control-allow-origin"), "*");
  EXPECT_EQ(answer.header("access-control-allow-methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(answer.header("content-length"), "");
  EXPECT_EQ(exchange(server.port(), "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status, 204);
}

struct BadRequestCase {
  const char* name;
  std::string bytes;
  int status;
  std::string type;
  std::string parameter;
};
std::ostream& operator<<(std::ostream& out, const BadRequestCase& row) {
  return out << row.name;
}

class BadRequestTest : public ::testing::TestWithParam<BadRequestCase> {};

TEST_P(BadRequestTest, GetsAProblemAndNeverReachesTheHandler) {
  std::atomic<int> calls = 0;
  RunningServer server([&](const HttpRequest& request) {
    ++calls;
    return mirror(request);
  });
  const HttpAnswer answer = exchange(server.port(), GetParam().bytes);
  EXPECT_EQ(answer.status, GetParam().status);
  const nlohmann::json problem = problem_in(answer);
  EXPECT_EQ(problem["type"], "/problems/" + GetParam().type);
  EXPECT_EQ(problem.value("parameter", ""), GetParam().parameter);
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_EQ(calls, 0);
}

std::string get(const std::string& target, const std::string& lines = {}) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadRequestTest,
    ::testing::Values(
        BadRequestCase{"BadEscape", get("/?q=%zz"), 400, "invalid-parameter", "q"},
        BadRequestCase{"Nul", get("/?q=%00"), 400, "invalid-parameter", "q"},
        BadRequestCase{"IllFormed", get("/?a=1&q=%E7%AA"), 400, "invalid-parameter", "q"},
        BadRequestCase{"BadPath", get("/%ff"), 400, "invalid-parameter", ""},
        BadRequestCase{"LongTarget", get("/?q=" + std::string(8200, 'a')), 414, "target-too-long",
                       "q"},
        BadRequestCase{"Http2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "malformed-request", ""},
        BadRequestCase{"NoVersion", "GET /\r\n\r\n", 400, "malformed-request", ""},
        BadRequestCase{"EmptyLine", "\r\n\r\n", 400, "malformed-request", ""},
        BadRequestCase{"TlsHello", std::string("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10), 400,
                       "malformed-request", ""},
        BadRequestCase{"BadHeader", get("/", "no colon\r\n"), 400, "malformed-request", ""},
        BadRequestCase{"NegativeLength", get("/", "Content-Length: -1\r\n"), 400,
                       "malformed-request", ""},
        BadRequestCase{"Body", get("/", "Content-Length: 3\r\n") + "abc", 413, "body-refused", ""},
        BadRequestCase{"ExpectedBody", get("/", "Content-Length: 3\r\nExpect: 100-continue\r\n"),
                       413, "body-refused", ""},
        BadRequestCase{"ChunkedBody",
                       get("/", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n", 413,
                       "body-refused", ""}),
    [](const auto& row) { return row.param.name; });

struct HeaderCase {
  const char* name;
  const char* target;
  const char* header;
  const char* value;
};
std::ostream& operator<<(std::ostream& out, const HeaderCase& row) {
  return out << row.target << " " << row.header;
}

constexpr const char* kPagePolicy =
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
constexpr const char* kDataPolicy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

class StandardHeaderTest : public ::testing::TestWithParam<HeaderCase> {};

TEST_P(StandardHeaderTest, IsOnTheAnswer) {
  RunningServer server([](const HttpRequest& request) {
    HttpResponse response = text("x");
    if (request.path == "/page") {
      response.content_type = "text/html; charset=utf-8";
    }
    if (request.path == "/own") {
      response.headers.push_back({"vary", "Accept-Language"});
    }
    return response;
  });
  EXPECT_EQ(http_get(server.port(), GetParam().target).header(GetParam().header), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Table, StandardHeaderTest,
    ::testing::Values(
        HeaderCase{"NoSniff", "/x", "x-content-type-options", "nosniff"},
        HeaderCase{"NoReferrer", "/page", "referrer-policy", "no-referrer"},
        HeaderCase{"PagePolicy", "/page", "content-security-policy", kPagePolicy},
        HeaderCase{"DataPolicy", "/api/x", "content-security-policy", kDataPolicy},
        HeaderCase{"Vary", "/api/x", "vary", "Accept-Encoding"},
        HeaderCase{"TheRoutesOwnWins", "/own", "vary", "Accept-Language"},
        HeaderCase{"CrossOriginForTheApi", "/api/x", "access-control-allow-origin", "*"},
        HeaderCase{"CrossOriginExposed", "/api/x", "access-control-expose-headers",
                   "ETag, Link, Retry-After"},
        HeaderCase{"NotForThePage", "/page", "access-control-allow-origin", ""},
        HeaderCase{"OnProblemsToo", "/api/x?q=%zz", "access-control-allow-origin", "*"}),
    [](const auto& row) { return row.param.name; });

TEST(HttpServerTest, CrossOriginAccessCanBeNarrowedOrTurnedOff) {
  const auto allowed_origin = [](const std::string& origin) {
    HttpServer::Options options = free_port();
    options.cross_origin.allow_origin = origin;
    RunningServer server(mirror, options);
    return http_get(server.port(), "/api/x").header("access-control-allow-origin");
  };
  EXPECT_EQ(allowed_origin("https://example.jp"), "https://example.jp");
  EXPECT_EQ(allowed_origin(""), "");
}

TEST(HttpServerTest, AnswersNotModifiedForAKnownTag) {
  const std::string tag = weak_etag("generation 1");
  RunningServer server([&](const HttpRequest&) {
    HttpResponse response = text("long");
    response.headers.push_back({"ETag", tag});
    return response;
  });
  const HttpAnswer known = http_get(server.port(), "/api/x", "If-None-Match: " + tag + "\r\n");
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.body, "");
  EXPECT_EQ(known.header("etag"), tag);
  EXPECT_EQ(known.header("vary"), "Accept-Encoding");
  EXPECT_EQ(known.header("content-length"), "");
  EXPECT_EQ(known.header("content-type"), "");
  EXPECT_EQ(http_get(server.port(), "/", "If-None-Match: \"other\"\r\n").status, 200);
}

TEST(HttpServerTest, ExceptionBecomesAProblemThatTellsNothing) {
  RunningServer server([](const HttpRequest& request) -> HttpResponse {
    if (request.path == "/odd") {
      throw 42;  // NOLINT(hicpp-exception-baseclass): what a careless library may do
    }
    throw std::runtime_error("secret file name");
  });
  const HttpAnswer answer = http_get(server.port(), "/api/x");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(problem_in(answer)["type"], "/problems/internal");
  EXPECT_THAT(answer.body, Not(HasSubstr("secret")));
  EXPECT_EQ(answer.header("exception_what"), "");
  EXPECT_EQ(http_get(server.port(), "/odd").status, 500);
  // A line is written after its answer has left, so that two workers may write in either order.
  std::vector<std::string> errors;
  for (const AccessRecord& record : server.log(2)) {
    errors.push_back(record.error);
  }
  EXPECT_THAT(errors,
              UnorderedElementsAre("secret file name", "an exception that is no std::exception"));
}

TEST(HttpServerTest, ErrorOfTheHandlerBecomesItsProblem) {
  RunningServer server([](const HttpRequest&) -> HttpResponse {
    throw Error(ErrorKind::InvalidArgument, "\"x\" is no year", "year", "write 2020 or 令和2");
  });
  const HttpAnswer answer = http_get(server.port(), "/api/x");
  EXPECT_EQ(answer.status, 400);
  const nlohmann::json problem = problem_in(answer);
  EXPECT_EQ(problem["parameter"], "year");
  EXPECT_EQ(problem["hint"], "write 2020 or 令和2");
  EXPECT_EQ(problem["instance"], "/api/x");
}

TEST(HttpServerTest, OwnMistakesInAnAnswerAreNotSent) {
  HttpServer::Options options = free_port();
  options.max_response_bytes = 1000;
  RunningServer server(
      [](const HttpRequest& request) {
        HttpResponse response = text(std::string(request.path == "/long" ? 1001 : 1000, 'x'));
        if (request.path == "/split") {
          response.headers.push_back({"X-Name", "a\r\nSet-Cookie: b=c"});
        }
        return response;
      },
      options);
  EXPECT_EQ(http_get(server.port(), "/").status, 200);
  EXPECT_EQ(http_get(server.port(), "/long").status, 500);
  const HttpAnswer split = http_get(server.port(), "/split");
  EXPECT_EQ(split.status, 500);
  EXPECT_EQ(split.header("set-cookie"), "");
}

TEST(HttpServerTest, LogsOneLinePerAnswerWithoutTheQuery) {
  RunningServer server(mirror);
  http_get(server.port(), "/api/v1/search?q=secret");
  const AccessRecord record = server.log(1).front();
  EXPECT_EQ(record.remote_address, "127.0.0.1");
  EXPECT_EQ(record.method, "GET");
  EXPECT_EQ(record.path, "/api/v1/search");
  EXPECT_EQ(record.status, 200);
  EXPECT_EQ(record.body_bytes, std::string("GET /api/v1/search q=secret").size());
  EXPECT_EQ(record.error, "");
  EXPECT_GT(record.duration.count(), 0);
}

TEST(HttpServerTest, AnswersManyClientsAtOnce) {
  constexpr int kClients = 64;
  constexpr int kRequestsEach = 10;
  RunningServer server(mirror);
  std::atomic<int> right = 0;
  std::vector<std::thread> clients;
  clients.reserve(kClients);
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&, client] {
      for (int i = 0; i < kRequestsEach; ++i) {
        const std::string target = "/" + std::to_string(client) + "/" + std::to_string(i);
        right += http_get(server.port(), target).body == "GET " + target ? 1 : 0;
      }
    });
  }
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(right, kClients * kRequestsEach);
}

TEST(HttpServerTest, ListensOnIpVersion6) {
  for (const std::string host : {"::1", "[::1]"}) {
    HttpServer::Options options = free_port();
    options.host = host;
    std::string remote_address;
    RunningServer server(
        [&](const HttpRequest& request) {
          remote_address = request.remote_address;
          return text("");
        },
        options);
    HttpClient client(server.port(), "::1");
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(parse_answer(client.receive_all()).status, 200);
    server.stop();
    EXPECT_EQ(remote_address, "::1");
  }
}

struct BindCase {
  const char* name;
  std::string host;
  int port;
  ErrorKind kind;
  std::string message;
};
std::ostream& operator<<(std::ostream& out, const BindCase& row) {
  return out << row.name;
}

class HttpServerBindTest : public ::testing::TestWithParam<BindCase> {};

TEST_P(HttpServerBindTest, SaysWhatToDo) {
  HttpServer::Options options;
  options.host = GetParam().host;
  options.port = GetParam().port;
  HttpServer server(options, mirror);
  try {
    server.bind();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, GetParam().kind);
    EXPECT_THAT(error.what(), HasSubstr(GetParam().message));
    EXPECT_THAT(error.what(), HasSubstr("--listen"));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, HttpServerBindTest,
    ::testing::Values(BindCase{"NotOurs", "192.0.2.1", 0, ErrorKind::Unreadable,
                               "cannot listen on port 0 of 192.0.2.1"},
                      BindCase{"NoHost", "256.0.0.1", 0, ErrorKind::InvalidArgument,
                               "the host \"256.0.0.1\" is not known"},
                      BindCase{"NoPort", "127.0.0.1", 65536, ErrorKind::InvalidArgument,
                               "the port 65536 is not 0 .. 65535"}),
    [](const auto& row) { return row.param.name; });

TEST(HttpServerTest, SaysThatThePortIsTaken) {
  RunningServer first(mirror);
  HttpServer::Options options;
  options.port = first.port();
  HttpServer second(options, mirror);
  try {
    second.bind();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Conflict);
    EXPECT_EQ(std::string(error.what()),
              "port " + std::to_string(options.port) +
                  " on 127.0.0.1 is in use; stop the other program or choose another port with "
                  "--listen");
  }
}

TEST(HttpServerTest, StopEndsWhatWasBegun) {
  std::latch begun(1);
  std::promise<void> may_end;
  RunningServer server([&](const HttpRequest&) {
    begun.count_down();
    may_end.get_future().wait();
    return text("done");
  });
  HttpClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  begun.wait();
  server.server().stop();
  may_end.set_value();
  EXPECT_EQ(parse_answer(client.receive_all()).body, "done");
  server.stop();
}

TEST(HttpServerTest, StopBeforeRunIsNotLost) {
  HttpServer server(free_port(), mirror);
  server.bind();
  server.stop();
  server.run();
}

TEST(HttpServerTest, StopDoesNotWaitForIdleClients) {
  RunningServer server(mirror);
  HttpClient idle(server.port());
  HttpClient half(server.port());
  half.send("GET / HT");
  http_get(server.port(), "/");  // Accepted after the two, so that they are waited for by now.
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
  EXPECT_TRUE(idle.is_closed_within(HttpClient::kPatience));
  EXPECT_TRUE(half.is_closed_within(HttpClient::kPatience));
}

}  // namespace
}  // namespace torikumi::searchd
