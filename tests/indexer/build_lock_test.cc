#include "corpus/error.h"
#include "indexer/generation_store.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <unistd.h>

#include <csignal>
#include <optional>
#include <string>

namespace torikumi::indexer {
namespace {

using ::testing::MatchesRegex;

/// A process of its own that holds the lock until it is killed or told to let go.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& folder) {
    int ready[2];
    if (::pipe(ready) != 0) {
      throw std::runtime_error("no pipe");
    }
    process_ = ::fork();
    if (process_ == 0) {
      const BuildLock lock(folder);
      static_cast<void>(::write(ready[1], "x", 1));
      ::pause();
      ::_exit(0);
    }
    char byte = 0;
    static_cast<void>(::read(ready[0], &byte, 1));
    ::close(ready[0]);
    ::close(ready[1]);
  }
  ~Holder() { kill(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  [[nodiscard]] pid_t process() const { return process_; }

  void kill() {
    if (process_ > 0) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
      process_ = 0;
    }
  }

 private:
  pid_t process_ = 0;
};

std::optional<Error> problem_of_locking(const std::filesystem::path& folder) {
  try {
    const BuildLock lock(folder);
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

TEST(BuildLockTest, SaysWhoHoldsIt) {
  const testing::TemporaryDirectory temporary;
  const Holder holder(temporary.path());
  const std::optional<Error> problem = problem_of_locking(temporary.path());
  ASSERT_TRUE(problem.has_value());
  EXPECT_EQ(problem->kind, ErrorKind::Conflict);
  EXPECT_THAT(
      problem->message,
      MatchesRegex("the index is being built by process " + std::to_string(holder.process()) +
                   " on [^ ]+ since [0-9]+-[0-9]+-[0-9]+ [0-9]+:[0-9]+:[0-9]+ UTC"));
  EXPECT_EQ(problem->where, temporary.path().string());
  EXPECT_EQ(problem->hint, "wait until it is done, then run the command again");
}

TEST(BuildLockTest, IsFreeAfterItsHolderWasKilled) {
  const testing::TemporaryDirectory temporary;
  Holder holder(temporary.path());
  holder.kill();
  EXPECT_EQ(problem_of_locking(temporary.path()), std::nullopt);
}

TEST(BuildLockTest, IsFreeAgainAndForgetsItsHolder) {
  const testing::TemporaryDirectory temporary;
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(problem_of_locking(temporary.path()), std::nullopt);
    EXPECT_EQ(testing::read_file(temporary.path() / "lock"), "");
  }
}

TEST(BuildLockTest, MakesTheFolder) {
  const testing::TemporaryDirectory temporary;
  EXPECT_EQ(problem_of_locking(temporary.path() / "a" / "b"), std::nullopt);
  EXPECT_TRUE(std::filesystem::is_directory(temporary.path() / "a" / "b"));
}

TEST(BuildLockTest, SaysThatAFileStandsWhereTheFolderShouldBe) {
  const testing::TemporaryDirectory temporary;
  testing::write_file(temporary.path() / "index", "a file");
  const std::optional<Error> problem = problem_of_locking(temporary.path() / "index");
  ASSERT_TRUE(problem.has_value());
  EXPECT_EQ(problem->kind, ErrorKind::Unreadable);
  EXPECT_STREQ(problem->what(), ((temporary.path() / "index").string() +
                                 ": cannot make the folder: Not a directory; check that it may be "
                                 "written")
                                    .c_str());
}

}  // namespace
}  // namespace torikumi::indexer
