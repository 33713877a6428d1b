#include "indexer/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi {
namespace {

using ::testing::HasSubstr;

struct Outcome {
  std::optional<ExitCode> code;
  std::string out;
  std::string err;
  std::string index;
  std::vector<std::string> paths;
};

Outcome parse(std::vector<std::string> arguments) {
  Outcome outcome;
  CLI::App app("Test.", "program");
  app.set_version_flag("--version", "1.2.3");
  app.require_subcommand(1);
  CLI::App* build = app.add_subcommand("build", "Build");
  build->add_option("--index", outcome.index, "Folder")->required();
  build->add_option("PATH", outcome.paths, "Paths")->required();
  app.add_subcommand("check", "Check")->add_option("--index", outcome.index, "Folder");

  arguments.insert(arguments.begin(), "program");
  std::vector<char*> raw;
  for (std::string& argument : arguments) {
    raw.push_back(argument.data());
  }
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  outcome.code = parse_command_line(app, static_cast<int>(raw.size()), raw.data());
  outcome.out = ::testing::internal::GetCapturedStdout();
  outcome.err = ::testing::internal::GetCapturedStderr();
  return outcome;
}

TEST(CommandLineTest, GoesOnWhenAllIsWell) {
  const Outcome outcome = parse({"build", "--index", "dir", "--", "a.txt", "-b.txt"});
  EXPECT_EQ(outcome.code, std::nullopt);
  EXPECT_EQ(outcome.index, "dir");
  EXPECT_THAT(outcome.paths, ::testing::ElementsAre("a.txt", "-b.txt"));
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST(CommandLineTest, NamesWhatIsWrongAndTheNearestName) {
  struct Case {
    const char* name;
    std::vector<std::string> arguments;
    const char* message;
  };
  for (const Case& row : std::vector<Case>{
           {"unknown flag",
            {"build", "--indx", "dir", "a.txt"},
            "there is no flag \"--indx\"; did you mean \"--index\"?"},
           {"unknown flag with a value",
            {"build", "--indez=dir", "a.txt"},
            "there is no flag \"--indez\"; did you mean \"--index\"?"},
           {"flag like no other",
            {"build", "--index", "dir", "--xyzzy", "a.txt"},
            "there is no flag \"--xyzzy\""},
           {"unknown command",
            {"buld", "a.txt"},
            "there is no command \"buld\"; did you mean \"build\"?"},
           {"no command", {}, "A subcommand is required"},
           {"flag missing", {"build", "a.txt"}, "--index is required"},
           {"value missing", {"check", "--index"}, "--index: 1 required TEXT missing"},
       }) {
    SCOPED_TRACE(row.name);
    const Outcome outcome = parse(row.arguments);
    EXPECT_EQ(outcome.code, ExitCode::Usage);
    EXPECT_EQ(outcome.err, "program: " + std::string(row.message) + "\nSee program --help\n");
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(CommandLineTest, PrintsHelpAndVersionToStandardOutput) {
  const Outcome help = parse({"--help"});
  EXPECT_EQ(help.code, ExitCode::Success);
  EXPECT_THAT(help.out, HasSubstr("build"));
  const Outcome version = parse({"--version"});
  EXPECT_EQ(version.code, ExitCode::Success);
  EXPECT_EQ(version.out, "1.2.3\n");
  EXPECT_EQ(help.err + version.err, "");
}

}  // namespace
}  // namespace torikumi
