#include "tests/http/running_daemon.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <stdexcept>
#include <thread>

namespace torikumi::testing {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::chrono::seconds kStartPatience{60};
constexpr std::chrono::milliseconds kLookInterval{10};

/// The port of the address that the daemon prints once it can be reached.
int port_of(ChildProcess& process) {
  const auto until = std::chrono::steady_clock::now() + kStartPatience;
  while (std::chrono::steady_clock::now() < until) {
    const std::string printed = process.standard_output();
    if (printed.ends_with("/\n")) {
      return std::stoi(printed.substr(printed.rfind(':') + 1));
    }
    if (process.wait_for(kLookInterval)) {
      break;
    }
  }
  throw std::runtime_error("the daemon does not serve: " + process.standard_error());
}

std::string encoded(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    const bool is_plain = std::isalnum(value) != 0 && value < 0x80;
    result += is_plain ? std::string(1, byte) : fmt::format("%{:02X}", value);
  }
  return result;
}

std::vector<std::string> flags_for(const std::filesystem::path& index,
                                   const std::vector<std::string>& further_flags) {
  std::vector<std::string> flags{"--index", index.string(), "--listen", "127.0.0.1:0"};
  flags.insert(flags.end(), further_flags.begin(), further_flags.end());
  return flags;
}

}  // namespace

int build_index_with_program(const std::filesystem::path& index,
                             const std::filesystem::path& reports) {
  return run_program(TORIKUMI_INDEXER, {"build", "--index", index.string(), reports.string()});
}

std::string target_of(std::string_view path, const std::vector<QueryParameter>& parameters) {
  std::string target(path);
  for (const auto& [name, value] : parameters) {
    target += target.find('?') == std::string::npos ? '?' : '&';
    target += encoded(name) + "=" + encoded(value);
  }
  return target;
}

RunningDaemon::RunningDaemon(const std::filesystem::path& index,
                             const std::vector<std::string>& further_flags)
    : process_(TORIKUMI_SEARCHD, flags_for(index, further_flags)), port_(port_of(process_)) {}

HttpAnswer RunningDaemon::get(std::string_view path, const std::vector<QueryParameter>& parameters,
                              std::string_view header_lines) const {
  return http_get(port_, target_of(path, parameters), header_lines);
}

Json expect_success(const HttpAnswer& answer) {
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "application/json; charset=utf-8");
  EXPECT_THAT(answer.header("etag"), ::testing::MatchesRegex("W/\"[0-9a-f]+\""));
  EXPECT_EQ(answer.header("cache-control"), "no-cache");
  EXPECT_EQ(answer.header("vary"), "Accept-Encoding");
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  Json json = Json::parse(answer.body, nullptr, /*allow_exceptions=*/false);
  EXPECT_TRUE(json.is_object()) << answer.body;
  EXPECT_EQ(json.dump(), answer.body) << "something stands around the object";
  EXPECT_EQ(json.begin().key(), "generation");
  EXPECT_THAT(json.value("generation", ""), ::testing::MatchesRegex("[0-9]{6}-[0-9a-f]{8}"));
  return json;
}

void expect_problem(const HttpAnswer& answer, const ExpectedProblem& problem) {
  EXPECT_EQ(answer.status, problem.status) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
  EXPECT_EQ(answer.header("cache-control"), "no-store");
  EXPECT_EQ(answer.header("etag"), "");
  const Json json = Json::parse(answer.body, nullptr, /*allow_exceptions=*/false);
  ASSERT_TRUE(json.is_object()) << answer.body;
  EXPECT_EQ(json.value("type", ""), "/problems/" + std::string(problem.slug));
  EXPECT_EQ(json.value("status", 0), problem.status);
  EXPECT_THAT(json.value("title", ""), ::testing::Not(::testing::IsEmpty()));
  EXPECT_THAT(json.value("instance", ""), ::testing::StartsWith("/"));
  EXPECT_EQ(json.value("detail", ""), problem.detail);
  EXPECT_EQ(json.value("parameter", ""), problem.parameter);
  EXPECT_EQ(json.value("hint", ""), problem.hint);
  for (const auto& [key, value] : json.items()) {
    EXPECT_THAT(key, ::testing::AnyOf("type", "title", "status", "detail", "instance", "parameter",
                                      "hint", "valid_values"));
    EXPECT_FALSE(value.empty()) << key;
  }
}

std::vector<std::string> expect_csv(const HttpAnswer& answer) {
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
  EXPECT_THAT(answer.header("etag"), ::testing::StartsWith("W/\""));
  EXPECT_THAT(answer.body, ::testing::StartsWith("\xEF\xBB\xBF"));
  EXPECT_THAT(answer.body, ::testing::EndsWith("\r\n"));
  std::vector<std::string> lines;
  std::string_view rest = std::string_view(answer.body).substr(3);
  while (!rest.empty()) {
    const std::size_t end = rest.find("\r\n");
    lines.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 2);
  }
  return lines;
}

}  // namespace torikumi::testing
