// The script ./torikumi in a checkout of its own, whose compiler and programs only write down how
// they were called.

#include "tests/support/child_process.h"
#include "tests/support/test_files.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <unistd.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// A port of this machine that is taken as long as this lives.
class TakenPort {
 public:
  TakenPort() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(socket_, generic, size), 0);
    EXPECT_EQ(::listen(socket_, 1), 0);
    EXPECT_EQ(::getsockname(socket_, generic, &size), 0);
    number_ = ntohs(address.sin_port);
  }
  ~TakenPort() { ::close(socket_); }
  TakenPort(const TakenPort&) = delete;
  TakenPort& operator=(const TakenPort&) = delete;

  [[nodiscard]] std::string text() const { return std::to_string(number_); }

 private:
  int socket_;
  int number_ = 0;
};

class TorikumiTest : public ::testing::Test {
 protected:
  TorikumiTest() {
    fs::create_directories(root() / "build/release/bin");
    fs::create_directories(root() / "corpus/sample");
    fs::create_directories(root() / "tools");
    fs::copy(source_dir() / "torikumi", root());
    write_program(root() / "build/release/bin/torikumi-indexer", "");
    write_program(root() / "build/release/bin/torikumi-searchd", "");
    write_program(root() / "tools/cmake", "");
    write_program(root() / "tools/dpkg-query", "printf installed");
  }

  [[nodiscard]] fs::path root() const { return folder_.path(); }

  /// A script that writes its name and arguments to `calls` and does `then`.
  void write_program(const fs::path& file, const std::string& then) const {
    write_file(file, "#!/bin/sh\necho \"$(basename \"$0\") $*\" >>'" + (root() / "calls").string() +
                         "'\n" + then + "\n");
    fs::permissions(file, fs::perms::owner_all);
  }

  /// Runs the script with `variables` (NAME=value) and `arguments` to its end.
  [[nodiscard]] ProgramOutcome run(std::vector<std::string> variables,
                                   const std::vector<std::string>& arguments) const {
    fs::remove(root() / "calls");
    variables.insert(variables.begin(), {"-i", "LC_ALL=C.UTF-8", "TORIKUMI_PORT=0",
                                         "PATH=" + (root() / "tools").string() + ":/usr/bin:/bin"});
    variables.push_back((root() / "torikumi").string());
    variables.insert(variables.end(), arguments.begin(), arguments.end());
    return ChildProcess("/usr/bin/env", variables).wait();
  }

  /// Every call of a program so far, one on a line.
  [[nodiscard]] std::string calls() const {
    return fs::exists(root() / "calls") ? read_file(root() / "calls") : std::string();
  }

  /// The folder that the index of the last run was to be written to.
  [[nodiscard]] std::string index() const {
    constexpr std::string_view kFlag = "torikumi-indexer build --index ";
    const std::string all = calls();
    const std::size_t begin = all.find(kFlag) + kFlag.size();
    return all.substr(begin, all.find(' ', begin) - begin);
  }

 private:
  TemporaryDirectory folder_;
};

TEST_F(TorikumiTest, TestsThePortBeforeAnythingIsBuilt) {
  const TakenPort taken;
  const ProgramOutcome outcome = run({"TORIKUMI_PORT=" + taken.text()}, {"up"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "torikumi: cannot listen on port " + taken.text() +
                             " of 127.0.0.1 (Address already in use): stop what uses it, or choose "
                             "another with TORIKUMI_PORT\n");
  EXPECT_THAT(calls(), IsEmpty());
}

struct PortCase {
  const char* name;
  std::string_view port;
};
std::ostream& operator<<(std::ostream& out, const PortCase& row) {
  return out << row.port;
}

class PortTest : public TorikumiTest, public ::testing::WithParamInterface<PortCase> {};

TEST_P(PortTest, IsRefusedBeforeAnythingIsBuilt) {
  const std::string port(GetParam().port);
  const ProgramOutcome outcome = run({"TORIKUMI_PORT=" + port}, {"up"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err,
            "torikumi: TORIKUMI_PORT is \"" + port + "\", not a number from 0 to 65535\n");
  EXPECT_THAT(calls(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Table, PortTest,
                         ::testing::Values(PortCase{"Above", "65536"}, PortCase{"Long", "99999"},
                                           PortCase{"Longer", "18446744073709551696"},
                                           PortCase{"Negative", "-1"}, PortCase{"Word", "http"}),
                         [](const auto& row) { return row.param.name; });

TEST_F(TorikumiTest, KeepsAnIndexForEachSetOfPaths) {
  fs::create_directories(root() / "reports");
  fs::create_directories(root() / "more");
  const std::string reports = (root() / "reports").string();
  const std::string more = (root() / "more").string();
  ASSERT_EQ(run({}, {"up"}).exit_code, 0);
  EXPECT_EQ(index(), (root() / "index/sample").string());
  ASSERT_EQ(run({}, {"up", reports}).exit_code, 0);
  const std::string of_reports = index();
  EXPECT_THAT(of_reports, StartsWith((root() / "index/reports-").string()));
  ASSERT_EQ(run({}, {"up", reports + "/../reports/"}).exit_code, 0);
  EXPECT_EQ(index(), of_reports) << "the same folder by another name";
  ASSERT_EQ(run({}, {"up", reports, more}).exit_code, 0);
  const std::string of_both = index();
  EXPECT_NE(of_both, of_reports);
  EXPECT_THAT(calls(), HasSubstr("torikumi-searchd --index " + of_both + " --listen 127.0.0.1:0"));
}

TEST_F(TorikumiTest, SaysThatANamedIndexIsReplaced) {
  const std::string index_folder = (root() / "mine").string();
  const std::string variable = "TORIKUMI_INDEX=" + index_folder;
  EXPECT_THAT(run({variable}, {"up"}).out, Not(HasSubstr("replaced")));
  EXPECT_EQ(index(), index_folder);
  fs::create_directories(index_folder);
  write_file(root() / "mine/CURRENT", "");
  EXPECT_THAT(run({variable}, {"up"}).out, HasSubstr("The index that is there is replaced"));
}

TEST_F(TorikumiTest, PassesTheWardsToBothPrograms) {
  const fs::path wards = root() / "wards.csv";
  const std::string variable = "TORIKUMI_WARDS=" + wards.string();
  const ProgramOutcome missing = run({variable}, {"up"});
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.err, EndsWith("which is not there\n"));
  EXPECT_THAT(calls(), IsEmpty());
  write_file(wards, "code,municipality,ward\n");
  ASSERT_EQ(run({variable}, {"up"}).exit_code, 0);
  EXPECT_THAT(calls(), AllOf(HasSubstr("/sample --wards " + wards.string() + " -- "),
                             HasSubstr("127.0.0.1:0 --wards " + wards.string() + "\n")));
}

struct HelpCase {
  const char* name;
  std::vector<std::string> arguments;
};
std::ostream& operator<<(std::ostream& out, const HelpCase& row) {
  return out << row.name;
}

class HelpTest : public TorikumiTest, public ::testing::WithParamInterface<HelpCase> {};

TEST_P(HelpTest, IsPrintedAndNothingElseIsDone) {
  const ProgramOutcome outcome = run({}, GetParam().arguments);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("Usage: ./torikumi COMMAND\n"));
  EXPECT_THAT(calls(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Table, HelpTest,
                         ::testing::Values(HelpCase{"Alone", {}}, HelpCase{"Flag", {"--help"}},
                                           HelpCase{"OfUp", {"up", "--help"}},
                                           HelpCase{"OfBuild", {"build", "-h"}},
                                           HelpCase{"OfTest", {"test", "--help"}}),
                         [](const auto& row) { return row.param.name; });

struct MisuseCase {
  const char* name;
  std::vector<std::string> arguments;
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const MisuseCase& row) {
  return out << row.name;
}

class MisuseTest : public TorikumiTest, public ::testing::WithParamInterface<MisuseCase> {};

TEST_P(MisuseTest, IsToldAndNothingIsDone) {
  const ProgramOutcome outcome = run({}, GetParam().arguments);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "torikumi: " + std::string(GetParam().message) + "\nSee ./torikumi help\n");
  EXPECT_THAT(calls(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, MisuseTest,
    ::testing::Values(
        MisuseCase{"Command", {"serve"}, "there is no command \"serve\""},
        MisuseCase{"ArgumentOfBuild", {"build", "extra"}, "`build` takes no argument: \"extra\""},
        MisuseCase{"FlagOfUp", {"up", "--port"}, "there is no flag \"--port\""}),
    [](const auto& row) { return row.param.name; });

TEST(ContinuousIntegrationTest, DemandsTheRealReports) {
  TemporaryDirectory folder;
  fs::create_directories(folder.path() / ".ci");
  fs::copy(source_dir() / ".ci/run", folder.path() / ".ci/run");
  write_file(folder.path() / "torikumi", "#!/bin/sh\necho \"CI=$CI $*\"\n");
  fs::permissions(folder.path() / "torikumi", fs::perms::owner_all);
  const ProgramOutcome outcome =
      ChildProcess("/usr/bin/env", {"-u", "CI", (folder.path() / ".ci/run").string()}).wait();
  EXPECT_EQ(outcome.out, "CI=1 test\n");
}

}  // namespace
}  // namespace torikumi::testing
