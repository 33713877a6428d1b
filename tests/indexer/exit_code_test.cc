#include "indexer/exit_code.h"

#include <gtest/gtest.h>

namespace torikumi {
namespace {

TEST(ExitCodeTest, KeepsTheNumbersThatScriptsRelyOn) {
  EXPECT_EQ(static_cast<int>(ExitCode::Success), 0);
  EXPECT_EQ(static_cast<int>(ExitCode::Failure), 1);
  EXPECT_EQ(static_cast<int>(ExitCode::Usage), 2);
  EXPECT_EQ(static_cast<int>(ExitCode::Partial), 3);
}

TEST(ExitCodeTest, IsUsageForAWrongArgumentAndFailureForTheRest) {
  EXPECT_EQ(exit_code_of(ErrorKind::InvalidArgument), ExitCode::Usage);
  for (const ErrorKind kind :
       {ErrorKind::NotFound, ErrorKind::Unreadable, ErrorKind::UnsupportedFormat,
        ErrorKind::Malformed, ErrorKind::TooLarge, ErrorKind::Unknown, ErrorKind::Conflict,
        ErrorKind::Incompatible, ErrorKind::Damaged, ErrorKind::Unavailable, ErrorKind::Internal}) {
    EXPECT_EQ(exit_code_of(kind), ExitCode::Failure) << name_of(kind);
  }
}

}  // namespace
}  // namespace torikumi
