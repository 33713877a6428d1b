#include "searchd/http/connections.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

using std::chrono::milliseconds;

// Both ends of a local connection. Over SOCK_SEQPACKET each send() of one end is one recv() of the
// other, which shows in how many pieces something left.
struct SocketPair {
  FileDescriptor server;
  FileDescriptor client;
};

SocketPair connected(int type) {
  std::array<int, 2> ends{};
  EXPECT_EQ(::socketpair(AF_UNIX, type, 0, ends.data()), 0);
  return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

void put(const FileDescriptor& socket, std::string_view bytes) {
  EXPECT_EQ(::send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL),
            static_cast<ssize_t>(bytes.size()));
}

// One recv(); empty at the end, which must not be a reset.
std::string take(const FileDescriptor& socket) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::recv(socket.number(), buffer.data(), buffer.size(), 0);
  EXPECT_GE(count, 0) << "the connection was reset";
  return count > 0 ? std::string(buffer.data(), static_cast<std::size_t>(count)) : std::string();
}

std::string take_all(const FileDescriptor& socket) {
  std::string all;
  for (std::string piece = take(socket); !piece.empty(); piece = take(socket)) {
    all += piece;
  }
  return all;
}

// Answers each connection with a text that names its state and what was received.
class Answering {
 public:
  explicit Answering(const HttpConnections::Options& options)
      : connections_(options, [this](std::unique_ptr<HttpConnection> connection) {
          answer(std::move(connection));
        }) {}

  HttpConnections& connections() { return connections_; }
  std::string extra;  // Appended to each answer.

 private:
  void answer(std::unique_ptr<HttpConnection> connection) {
    static constexpr std::array<const char*, 4> kNames = {"incomplete", "whole", "too large",
                                                          "overdue"};
    connection->answer =
        kNames.at(static_cast<std::size_t>(connection->state)) + (": " + connection->received);
    connection->answer += extra;
    connections_.send(std::move(connection));
  }

  HttpConnections connections_;
};

HttpConnections::Options short_deadlines() {
  HttpConnections::Options options;
  options.read_deadline = milliseconds(50);
  options.write_deadline = milliseconds(50);
  options.drain_deadline = milliseconds(50);
  options.max_head_bytes = 100;
  return options;
}

TEST(HttpConnectionsTest, AnswerOfTwentyKilobytesLeavesInOnePiece) {
  Answering answering({});
  answering.extra = std::string(20000, 'x');
  SocketPair pair = connected(SOCK_SEQPACKET);
  put(pair.client, "GET\r\n\r\n");
  answering.connections().adopt(std::move(pair.server));
  EXPECT_EQ(take(pair.client), "whole: GET\r\n\r\n" + answering.extra);
  EXPECT_EQ(take(pair.client), "");
}

TEST(HttpConnectionsTest, HeadMayComeInManyPieces) {
  Answering answering({});
  SocketPair pair = connected(SOCK_STREAM);
  answering.connections().adopt(std::move(pair.server));
  for (const char* piece : {"G", "ET\r", "\n\r", "\n"}) {
    put(pair.client, piece);
  }
  EXPECT_EQ(take_all(pair.client), "whole: GET\r\n\r\n");
}

TEST(HttpConnectionsTest, HeadWithoutEndIsCutAtItsLimit) {
  Answering answering(short_deadlines());
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, std::string(101, 'a'));
  answering.connections().adopt(std::move(pair.server));
  EXPECT_EQ(take_all(pair.client), "too large: " + std::string(101, 'a'));
}

TEST(HttpConnectionsTest, HalfAHeadIsAnsweredAtTheDeadline) {
  Answering answering(short_deadlines());
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, "GET /");
  answering.connections().adopt(std::move(pair.server));
  EXPECT_EQ(take_all(pair.client), "overdue: GET /");
}

TEST(HttpConnectionsTest, SilenceIsClosedWithoutAnAnswer) {
  Answering answering(short_deadlines());
  SocketPair pair = connected(SOCK_STREAM);
  answering.connections().adopt(std::move(pair.server));
  EXPECT_EQ(take_all(pair.client), "");
}

TEST(HttpConnectionsTest, LargeAnswerReachesAReaderThatTakesItsTime) {
  HttpConnections::Options options;
  options.write_deadline = milliseconds(20000);
  Answering answering(options);
  answering.extra = std::string(4'000'000, 'x');
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, "GET\r\n\r\n");
  answering.connections().adopt(std::move(pair.server));
  EXPECT_EQ(take_all(pair.client), "whole: GET\r\n\r\n" + answering.extra);
}

TEST(HttpConnectionsTest, ReaderThatDoesNotReadIsCutAtTheDeadline) {
  Answering answering(short_deadlines());
  answering.extra = std::string(4'000'000, 'x');
  SocketPair slow = connected(SOCK_STREAM);
  put(slow.client, "GET\r\n\r\n");
  answering.connections().adopt(std::move(slow.server));
  // The deadline of the second connection is later, so that the first is cut once the second ends.
  SocketPair silent = connected(SOCK_STREAM);
  answering.connections().adopt(std::move(silent.server));
  EXPECT_EQ(take_all(silent.client), "");
  EXPECT_LT(take_all(slow.client).size(), answering.extra.size());
}

TEST(HttpConnectionsTest, InputThatNobodyWantsDoesNotResetTheConnection) {
  Answering answering({});
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, "GET\r\n\r\n" + std::string(100'000, 'x'));
  answering.connections().adopt(std::move(pair.server));
  EXPECT_TRUE(take_all(pair.client).starts_with("whole: GET\r\n\r\n"));
}

TEST(HttpConnectionsTest, InputWithoutEndIsCutAtTheDeadline) {
  Answering answering(short_deadlines());
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, std::string(50'000, 'x'));
  answering.connections().adopt(std::move(pair.server));
  // The client has its answer and keeps its side open: only the deadline can end this.
  EXPECT_TRUE(take_all(pair.client).starts_with("too large: "));
  constexpr std::string_view kMore = "more";
  while (::send(pair.client.number(), kMore.data(), kMore.size(), MSG_NOSIGNAL) > 0) {
  }
  EXPECT_EQ(errno, EPIPE);
}

TEST(HttpConnectionsTest, LongestWaitingMakesRoomForTheNewest) {
  HttpConnections::Options options;
  options.max_waiting = 2;
  options.read_deadline = milliseconds(20000);
  Answering answering(options);
  std::vector<SocketPair> pairs;
  for (int i = 0; i < 3; ++i) {
    pairs.push_back(connected(SOCK_STREAM));
    answering.connections().adopt(std::move(pairs.back().server));
  }
  EXPECT_EQ(take_all(pairs[0].client), "");
  for (int i : {1, 2}) {
    put(pairs[static_cast<std::size_t>(i)].client, "GET\r\n\r\n");
    EXPECT_EQ(take_all(pairs[static_cast<std::size_t>(i)].client), "whole: GET\r\n\r\n");
  }
}

TEST(HttpConnectionsTest, UnsentAnswersAreBoundedTogether) {
  HttpConnections::Options options;
  options.max_unsent_bytes = 5'000'000;
  options.write_deadline = milliseconds(20000);
  Answering answering(options);
  answering.extra = std::string(4'000'000, 'x');
  std::vector<SocketPair> pairs;
  for (int i = 0; i < 2; ++i) {
    pairs.push_back(connected(SOCK_STREAM));
    put(pairs.back().client, "GET\r\n\r\n");
    answering.connections().adopt(std::move(pairs.back().server));
  }
  EXPECT_EQ(take_all(pairs[1].client).size(), answering.extra.size() + 14);
  EXPECT_LT(take_all(pairs[0].client).size(), answering.extra.size());
}

TEST(HttpConnectionsTest, FinishClosesThoseThatStillSendTheirHead) {
  HttpConnections::Options options;
  options.read_deadline = milliseconds(20000);
  Answering answering(options);
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, "GET");
  answering.connections().adopt(std::move(pair.server));
  answering.connections().finish(std::chrono::steady_clock::now() + milliseconds(20000));
  EXPECT_EQ(take_all(pair.client), "");
}

TEST(HttpConnectionsTest, FinishGivesUpOnAReaderThatDoesNotRead) {
  HttpConnections::Options options;
  options.write_deadline = milliseconds(20000);
  Answering answering(options);
  answering.extra = std::string(4'000'000, 'x');
  SocketPair pair = connected(SOCK_STREAM);
  put(pair.client, "GET\r\n\r\n");
  answering.connections().adopt(std::move(pair.server));
  answering.connections().finish(std::chrono::steady_clock::now() + milliseconds(30));
  EXPECT_LT(take_all(pair.client).size(), answering.extra.size());
}

}  // namespace
}  // namespace torikumi::searchd
