// What is known to hurt cpp-httplib 0.11.4 or servers in general, sent to ours. After each attack
// the server must still answer.

#include "searchd/http/server.h"
#include "tests/http/running_server.h"
#include "tests/support/http_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <memory>
#include <ostream>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

namespace torikumi::searchd {
namespace {

using std::chrono::milliseconds;
using ::torikumi::testing::free_port;
using ::torikumi::testing::http_get;
using ::torikumi::testing::HttpAnswer;
using ::torikumi::testing::HttpClient;
using ::torikumi::testing::parse_answer;
using ::torikumi::testing::RunningServer;

constexpr std::size_t kBodyBytes = 100'000;

HttpResponse long_text(const HttpRequest&) {
  HttpResponse response;
  response.content_type = "text/plain";
  response.body = std::string(kBodyBytes, 'x');
  return response;
}

struct AttackCase {
  const char* name;
  std::string bytes;
  int status;
};
std::ostream& operator<<(std::ostream& out, const AttackCase& row) {
  return out << row.name;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

class AttackTest : public ::testing::TestWithParam<AttackCase> {};

TEST_P(AttackTest, GetsASmallAnswerOnceAndHarmsNobody) {
  std::atomic<int> calls = 0;
  RunningServer server([&](const HttpRequest& request) {
    ++calls;
    return long_text(request);
  });
  HttpClient client(server.port());
  client.send(GetParam().bytes);
  const HttpAnswer answer = parse_answer(client.receive_all());
  EXPECT_EQ(answer.status, GetParam().status);
  EXPECT_EQ(answer.header("content-length"), std::to_string(answer.body.size()));
  EXPECT_LE(answer.body.size(), kBodyBytes);
  EXPECT_EQ(calls, GetParam().status == 200 ? 1 : 0);
  EXPECT_EQ(http_get(server.port(), "/").status, 200);
}

const std::string kGet = "GET / HTTP/1.1\r\nHost: a\r\n";

INSTANTIATE_TEST_SUITE_P(
    Table, AttackTest,
    ::testing::Values(
        AttackCase{"ManyRanges", kGet + "Range: bytes=" + repeated("0-,", 2600) + "0-\r\n\r\n",
                   200},
        AttackCase{"LineOfFiveMegabytes", "GET /" + std::string(5'000'000, 'a'), 414},
        AttackCase{"HeaderOfFiveMegabytes", kGet + "A: " + std::string(5'000'000, 'a'), 431},
        AttackCase{"HundredThousandHeaders", kGet + repeated("A: b\r\n", 100'000) + "\r\n", 431},
        AttackCase{"HundredAndOneHeaders", kGet + repeated("A: b\r\n", 100) + "\r\n", 431},
        AttackCase{
            "HugeBody",
            "POST / HTTP/1.1\r\nContent-Length: 1000000000\r\n\r\n" + std::string(3'000'000, 'x'),
            405},
        AttackCase{"HugeBodyOfGet",
                   kGet + "Content-Length: 3000000\r\n\r\n" + std::string(3'000'000, 'x'), 413},
        AttackCase{"EndlessChunks",
                   kGet + "Transfer-Encoding: chunked\r\n\r\n" + repeated("1\r\nx\r\n", 300'000),
                   413},
        AttackCase{"NegativeChunk", kGet + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 413},
        AttackCase{"CompressedBody",
                   kGet + "Content-Encoding: gzip\r\nContent-Length: 49000\r\n\r\n" +
                       std::string(49'000, '\x1f'),
                   413},
        AttackCase{"BodyThatIsARequest",
                   kGet + "Content-Length: 30\r\n\r\nGET /second HTTP/1.1\r\nA: b\r\n\r\n", 413},
        AttackCase{"SecondRequestInAdvance", repeated(kGet + "\r\n", 2), 200},
        AttackCase{"TwoLengths",
                   kGet + "Content-Length: 0\r\nContent-Length: 30\r\n\r\nGET /second HTTP/1.1\r\n",
                   413},
        AttackCase{"Brotli", kGet + "Accept-Encoding: br\r\n\r\n", 200},
        AttackCase{"HeaderInjectionByEscapes", kGet + "Host%0d%0aX: b\r\nA: %0d%0aX-Bad: 1\r\n\r\n",
                   200}),
    [](const auto& row) { return row.param.name; });

TEST(AttackTest, BodyInALaterPacketIsNotTheNextRequest) {
  std::atomic<int> calls = 0;
  RunningServer server([&](const HttpRequest& request) {
    ++calls;
    return long_text(request);
  });
  HttpClient client(server.port());
  client.send(kGet + "Content-Length: 20\r\n\r\n");
  server.log(1);  // The answer is on its way.
  client.send("GET /second HTTP/1.1\r\n\r\n");
  client.end_sending();
  EXPECT_EQ(parse_answer(client.receive_all()).status, 413);
  EXPECT_EQ(calls, 0);
}

TEST(AttackTest, DrippingClientIsCutAtTheDeadline) {
  HttpServer::Options options = free_port();
  options.request_deadline_ms = 100;
  RunningServer server(long_text, options);
  HttpClient client(server.port());
  client.send("GET");
  // Goes on for as long as the server lets it, a byte for each look at the socket.
  while (!client.is_closed_within(milliseconds(1)) && client.send("a")) {
  }
  EXPECT_EQ(server.log(1).front().status, 408);
}

TEST(AttackTest, NobodyWaitsForDrippingClients) {
  HttpServer::Options options = free_port();
  options.workers = 1;
  options.request_deadline_ms = 60'000;
  RunningServer server(long_text, options);
  std::vector<std::unique_ptr<HttpClient>> dripping;
  for (int i = 0; i < 400; ++i) {
    dripping.push_back(std::make_unique<HttpClient>(server.port()));
    dripping.back()->send("GET / HT");
  }
  EXPECT_EQ(http_get(server.port(), "/").status, 200);
}

TEST(AttackTest, NobodyWaitsForSlowReaders) {
  constexpr std::size_t kLongBytes = 20'000'000;
  HttpServer::Options options = free_port();
  options.workers = 1;
  options.response_deadline_ms = 200;
  RunningServer server(
      [](const HttpRequest& request) {
        HttpResponse response = long_text(request);
        response.body = std::string(request.path == "/long" ? kLongBytes : 1, 'x');
        return response;
      },
      options);
  std::vector<std::unique_ptr<HttpClient>> readers;
  for (int i = 0; i < 4; ++i) {
    readers.push_back(std::make_unique<HttpClient>(server.port(), "127.0.0.1", 4096));
    readers.back()->send("GET /long HTTP/1.1\r\n\r\n");
  }
  server.log(readers.size());
  EXPECT_EQ(http_get(server.port(), "/").status, 200);
  for (const auto& reader : readers) {
    EXPECT_TRUE(reader->is_closed_within(HttpClient::kPatience));
  }
}

TEST(AttackTest, FullQueueIsAnsweredAtOnce) {
  HttpServer::Options options = free_port();
  options.workers = 1;
  options.max_queued = 1;
  std::latch busy(1);
  std::counting_semaphore<2> may_end(0);
  RunningServer server(
      [&](const HttpRequest& request) {
        if (request.path == "/first") {
          busy.count_down();
        }
        may_end.acquire();
        return long_text(request);
      },
      options);
  HttpClient first(server.port());
  first.send("GET /first HTTP/1.1\r\n\r\n");
  busy.wait();
  HttpClient second(server.port());
  second.send("GET /api/second HTTP/1.1\r\n\r\n");
  // The second is in the queue, or this one is and the second is refused.
  HttpClient third(server.port());
  third.send("GET /api/third HTTP/1.1\r\n\r\n");
  EXPECT_EQ(server.log(1).front().status, 503);
  may_end.release(2);
  const HttpAnswer answers[] = {parse_answer(first.receive_all()),
                                parse_answer(second.receive_all()),
                                parse_answer(third.receive_all())};
  EXPECT_EQ(answers[0].status, 200);
  EXPECT_EQ(answers[1].status + answers[2].status, 200 + 503);
  const HttpAnswer& refused = answers[answers[1].status == 503 ? 1 : 2];
  EXPECT_EQ(refused.header("retry-after"), "1");
  EXPECT_EQ(refused.header("access-control-allow-origin"), "*");
}

}  // namespace
}  // namespace torikumi::searchd
