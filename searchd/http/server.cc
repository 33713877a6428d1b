#include "searchd/http/server.h"

// What cpp-httplib 0.11.4 does here, and what it is kept from doing.
//
// It accepts connections, parses the request line and writes the answer. It never reads a socket:
// HttpConnections collects the head under a limit of bytes and time, parse_head checks it, and a
// Stream in memory hands httplib the request line alone. So none of its weak places is reached:
// body readers (no limit for chunked bodies, decompression bombs, negative chunk sizes), header
// lines without end, the Range parser (one 8 kB request made it send 540 MB), its decoding of
// header values, REMOTE_ADDR headers, regular expressions for routes, keep-alive that holds a
// thread. The whole answer is collected in memory too, so that it leaves in one piece.

#include "corpus/error.h"
#include "searchd/http/connections.h"
#include "searchd/http/head.h"
#include "searchd/http/listener.h"
#include "searchd/http/problem.h"
#include "searchd/http/target.h"
#include "searchd/http/workers.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <ctime>
#include <exception>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBacklog =
    512;  // httplib's 5 makes clients of a burst wait a second for their retry.
constexpr std::chrono::milliseconds kPauseAfterAcceptFailure{10};
constexpr std::size_t kWorkersPerCore = 4;
constexpr std::size_t kMinWorkers = 8;

// A whole request line in, a whole answer out.
class MemoryStream final : public httplib::Stream {
 public:
  explicit MemoryStream(std::string input) : input_(std::move(input)) {}

  [[nodiscard]] bool is_readable() const override { return true; }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min(size, input_.size() - read_bytes_);
    std::memcpy(buffer, input_.data() + read_bytes_, count);
    read_bytes_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, std::size_t size) override {
    output_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  // httplib refuses descriptors that select() cannot take; there is none here.
  [[nodiscard]] socket_t socket() const override { return INVALID_SOCKET; }

  std::string take_output() { return std::move(output_); }

 private:
  std::string input_;
  std::size_t read_bytes_ = 0;
  std::string output_;
};

// Runs what httplib queues at once on the accepting thread: all it does is to hand the socket on.
class Inline final : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override {}
};

// What httplib's callbacks need to know of the request that their thread is answering.
struct Exchange {
  HttpHead head;
  std::optional<Problem> refusal;  // Decided before the request line was looked at.
  bool is_unread = false;          // The request line is not the client's.
  AccessRecord record;
};
thread_local Exchange* current_exchange = nullptr;

Problem simple_problem(ProblemType type, std::string detail, std::string hint = {}) {
  Problem problem;
  problem.type = type;
  problem.detail = std::move(detail);
  problem.hint = std::move(hint);
  return problem;
}

// A request line that stands in where the client's own is missing or is not to be read.
Exchange refused(Problem problem) {
  Exchange exchange;
  exchange.head.request_line = "GET / HTTP/1.1";
  exchange.is_unread = true;
  exchange.refusal = std::move(problem);
  return exchange;
}

Exchange exchange_for(HttpConnection& connection) {
  if (connection.state == HttpConnection::State::HeadTooLarge) {
    return refused(endless_head(connection.received));
  }
  if (connection.state == HttpConnection::State::HeadOverdue) {
    return refused(simple_problem(ProblemType::RequestTimeout,
                                  "the request header did not end before the deadline"));
  }
  auto head = parse_head(connection.received);
  if (!head) {
    connection.expects_more_input = true;
    return refused(std::move(head.error()));
  }
  connection.expects_more_input = head->announces_body;
  Exchange exchange;
  exchange.head = std::move(*head);
  return exchange;
}

HttpResponse method_refusal() {
  HttpResponse response = problem_response(
      simple_problem(ProblemType::MethodNotAllowed, "the method is none of those answered here",
                     fmt::format("use one of {}", kAllowedMethods)));
  response.headers.push_back({"Allow", std::string(kAllowedMethods)});
  return response;
}

std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

bool is_header_value(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
  });
}

void copy_answer(HttpResponse answer, httplib::Response& response) {
  response.status = answer.status;
  for (const HttpHeader& header : answer.headers) {
    response.headers.emplace(header.name, header.value);
  }
  if (!answer.body.empty()) {
    response.headers.emplace("Content-Type", answer.content_type);
  }
  response.headers.emplace("Date", http_date());
  response.body = std::move(answer.body);
}

bool has_no_content(int status) {
  return status == 204 || status == 304;
}

std::size_t default_workers() {
  return std::max<std::size_t>(kMinWorkers, kWorkersPerCore * std::thread::hardware_concurrency());
}

HttpConnections::Options connection_options(const HttpServer::Options& options) {
  HttpConnections::Options result;
  result.read_deadline = std::chrono::milliseconds(options.request_deadline_ms);
  result.write_deadline = std::chrono::milliseconds(options.response_deadline_ms);
  result.max_head_bytes = options.max_head_bytes;
  result.max_waiting = options.max_waiting;
  return result;
}

}  // namespace

class HttpServer::Impl final : private httplib::Server {
 public:
  Impl(const HttpServer::Options& options, HttpServer::Handler handler, AccessLog access_log);
  ~Impl() override { finish(Clock::now()); }

  void bind();
  [[nodiscard]] int port() const { return bound_port(listener_); }
  void run();
  void stop() noexcept;
  void adopt(int socket) { connections_.adopt(FileDescriptor(socket)); }

 private:
  bool process_and_close_socket(socket_t socket) override {
    adopt(socket);
    return true;
  }
  void set_callbacks();
  void finish(Clock::time_point give_up_at);

  void dispatch(std::unique_ptr<HttpConnection> connection);
  void answer(std::unique_ptr<HttpConnection> connection, Exchange exchange);
  HttpResponse respond(const httplib::Request& request, Exchange& exchange);
  HttpResponse response_to(const httplib::Request& request, Exchange& exchange);
  void complete(HttpResponse& response, std::string_view path) const;

  // Spelled out: httplib::Server has an Options and a Handler of its own.
  const HttpServer::Options options_;
  const HttpServer::Handler handler_;
  const AccessLog access_log_;
  FileDescriptor listener_;
  std::atomic<bool> stopping_ = false;
  HttpConnections connections_;
  HttpWorkers workers_;
};

HttpServer::Impl::Impl(const HttpServer::Options& options, HttpServer::Handler handler,
                       AccessLog access_log)
    : options_(options),
      handler_(std::move(handler)),
      access_log_(std::move(access_log)),
      connections_(connection_options(options),
                   [this](std::unique_ptr<HttpConnection> c) { dispatch(std::move(c)); }),
      workers_(options.workers == 0 ? default_workers() : options.workers, options.max_queued,
               [this](std::unique_ptr<HttpConnection> connection) {
                 Exchange exchange = exchange_for(*connection);
                 answer(std::move(connection), std::move(exchange));
               }) {
  set_callbacks();
}

void HttpServer::Impl::set_callbacks() {
  new_task_queue = [] { return new Inline; };  // httplib takes ownership.
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    copy_answer(respond(request, *current_exchange), response);
    return HandlerResponse::Handled;
  });
  // Comes for every status from 400 on; without a body it is httplib's own refusal of a request
  // line.
  const HandlerWithResponse explain = [this](const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty()) {
      return HandlerResponse::Unhandled;
    }
    HttpResponse problem = problem_response(
        simple_problem(ProblemType::MalformedRequest, "the request line is not understood",
                       "send GET, a path and HTTP/1.1, divided by one blank each"));
    complete(problem, {});
    current_exchange->record.status = problem.status;
    current_exchange->record.body_bytes = problem.body.size();
    copy_answer(std::move(problem), response);
    return HandlerResponse::Handled;
  };
  set_error_handler(explain);
  set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
    response.headers.erase("Accept-Ranges");  // httplib promises ranges to every HEAD.
    if (has_no_content(response.status)) {
      response.headers.erase("Content-Length");  // It would be that of the missing body.
    }
  });
}

void HttpServer::Impl::bind() {
  listener_ = open_listening_socket(options_.host, options_.port, kBacklog);
}

// httplib gives up when accept() fails for a passing reason (a client that is gone already,
// memory); it is then given the socket again. Each time it closes its own copy.
void HttpServer::Impl::run() {
  while (!stopping_) {
    svr_sock_ = ::fcntl(listener_.number(), F_DUPFD_CLOEXEC, 0);
    if (svr_sock_ == INVALID_SOCKET) {
      throw Error(ErrorKind::Unreadable, "cannot accept connections: too many open files");
    }
    listen_after_bind();
    if (!stopping_) {
      std::this_thread::sleep_for(kPauseAfterAcceptFailure);
    }
  }
  finish(Clock::now() + std::chrono::milliseconds(options_.stop_deadline_ms));
}

// httplib's own stop() is lost before its loop begins, and closes the socket under the loop. Here
// accept() fails at once, also a later one, and both calls are allowed in signal handlers.
void HttpServer::Impl::stop() noexcept {
  stopping_ = true;
  ::shutdown(listener_.number(), SHUT_RDWR);
}

void HttpServer::Impl::finish(Clock::time_point give_up_at) {
  workers_.finish(give_up_at);
  connections_.finish(give_up_at);
}

void HttpServer::Impl::dispatch(std::unique_ptr<HttpConnection> connection) {
  if (workers_.try_submit(connection)) {
    return;
  }
  Exchange exchange = exchange_for(*connection);
  if (!exchange.refusal) {
    exchange.refusal =
        simple_problem(ProblemType::TooBusy, "all workers are busy and the queue is full",
                       "try again in a second");
  }
  answer(std::move(connection), std::move(exchange));
}

void HttpServer::Impl::answer(std::unique_ptr<HttpConnection> connection, Exchange exchange) {
  MemoryStream stream(exchange.head.request_line + "\r\n\r\n");
  bool is_closed = false;
  exchange.record.remote_address = remote_address(connection->socket);
  current_exchange = &exchange;
  process_request(stream, true, is_closed, nullptr);
  current_exchange = nullptr;
  connection->answer = stream.take_output();
  exchange.record.duration =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - connection->accepted_at);
  connections_.send(std::move(connection));
  if (access_log_) {
    access_log_(exchange.record);
  }
}

HttpResponse HttpServer::Impl::respond(const httplib::Request& request, Exchange& exchange) {
  HttpResponse response;
  std::optional<Error> failed;
  try {
    response =
        exchange.is_unread ? problem_response(*exchange.refusal) : response_to(request, exchange);
    complete(response, exchange.record.path);
  } catch (const Error& error) {
    failed = error;
  } catch (const std::exception& error) {
    failed = Error(ErrorKind::Internal, error.what());
  } catch (...) {
    failed = Error(ErrorKind::Internal, "an exception that is no std::exception");
  }
  if (failed) {
    response = problem_response(problem_from(*failed, exchange.record.path));
    complete(response, exchange.record.path);
  }
  exchange.record.status = response.status;
  exchange.record.body_bytes = response.body.size();
  exchange.record.error = response.log_message;
  return response;
}

HttpResponse HttpServer::Impl::response_to(const httplib::Request& request, Exchange& exchange) {
  exchange.record.method = request.method;
  if (request.method == "OPTIONS" && request.target == "*") {
    return options_response({}, options_.cross_origin);
  }
  Result<std::string> path = path_of(request.target);
  if (!path) {
    return problem_response(problem_from(path.error()));
  }
  exchange.record.path = *path;
  if (exchange.refusal) {
    return problem_response(*exchange.refusal);
  }
  if (request.method == "OPTIONS") {
    return options_response(*path, options_.cross_origin);
  }
  if (request.method != "GET" && request.method != "HEAD") {
    return method_refusal();
  }
  if (exchange.head.announces_body) {
    return problem_response(simple_problem(ProblemType::BodyRefused, "the request has a body",
                                           "put everything into the address"));
  }
  Result<std::vector<HttpParameter>> parameters = parameters_of(request.target);
  if (!parameters) {
    return problem_response(problem_from(parameters.error(), *path));
  }
  HttpRequest ours{request.method, std::move(*path), std::move(*parameters),
                   std::move(exchange.head.headers), exchange.record.remote_address};
  HttpResponse response = handler_(ours);
  answer_conditionally(ours, response);
  return response;
}

void HttpServer::Impl::complete(HttpResponse& response, std::string_view path) const {
  if (response.body.size() > options_.max_response_bytes) {
    throw Error(ErrorKind::Internal,
                fmt::format("the answer has {} bytes, more than {}", response.body.size(),
                            options_.max_response_bytes));
  }
  add_standard_headers(response, path, options_.cross_origin);
  for (const HttpHeader& header : response.headers) {
    if (!is_header_value(header.value)) {
      throw Error(ErrorKind::Internal,
                  fmt::format("the header {} has a control character", header.name));
    }
  }
}

HttpServer::HttpServer(const Options& options, Handler handler, AccessLog access_log)
    : impl_(std::make_unique<Impl>(options, std::move(handler), std::move(access_log))) {}

HttpServer::~HttpServer() = default;

void HttpServer::bind() {
  impl_->bind();
}
int HttpServer::port() const {
  return impl_->port();
}
void HttpServer::run() {
  impl_->run();
}
void HttpServer::stop() noexcept {
  impl_->stop();
}
void HttpServer::serve(int connected_socket) {
  impl_->adopt(connected_socket);
}

}  // namespace torikumi::searchd
