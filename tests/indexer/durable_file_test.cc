#include "indexer/durable_file.h"

#include "corpus/error.h"
#include "tests/indexer/index_fixture.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace torikumi::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::read_file;
using testing::write_file;

class DurableFileTest : public ::testing::Test {
 protected:
  testing::TemporaryDirectory temporary_;
  std::filesystem::path folder_ = temporary_.path();
};

TEST_F(DurableFileTest, ReplacesAFileAndLeavesNothingBeside) {
  replace_file(folder_ / "CURRENT", "old\n");
  replace_file(folder_ / "CURRENT", "new\n");
  EXPECT_EQ(read_file(folder_ / "CURRENT"), "new\n");
  EXPECT_THAT(names_in(folder_), ElementsAre("CURRENT"));
}

TEST_F(DurableFileTest, WritesNulsAndNothing) {
  const std::string bytes("a\0b", 3);
  replace_file(folder_ / "bytes", bytes);
  replace_file(folder_ / "empty", "");
  EXPECT_EQ(read_whole_file(folder_ / "bytes"), bytes);
  EXPECT_EQ(read_whole_file(folder_ / "empty"), "");
}

TEST_F(DurableFileTest, LeavesTheOldFileWhenItCannotReplaceIt) {
  write_file(folder_ / "taken" / "inside", "kept");
  try {
    replace_file(folder_ / "taken", "new");
    FAIL() << "a folder was replaced";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Unreadable);
    EXPECT_THAT(error.message, HasSubstr("cannot rename to taken: "));
    EXPECT_EQ(error.where, (folder_ / "taken.new").string());
  }
  EXPECT_THAT(names_in(folder_), ElementsAre("taken"));
  EXPECT_EQ(read_file(folder_ / "taken" / "inside"), "kept");
}

TEST_F(DurableFileTest, MovesAFolder) {
  write_file(folder_ / "building" / "a", "1");
  move_path(folder_ / "building", folder_ / "done");
  EXPECT_EQ(read_file(folder_ / "done" / "a"), "1");
  EXPECT_THROW(move_path(folder_ / "building", folder_ / "again"), Error);
}

TEST_F(DurableFileTest, SyncsATree) {
  write_file(folder_ / "a" / "b" / "c", "1");
  EXPECT_NO_THROW(sync_tree(folder_ / "a"));
  EXPECT_THROW(sync_tree(folder_ / "missing"), Error);
}

TEST_F(DurableFileTest, SaysWhyAFileCannotBeRead) {
  struct Case {
    const char* name;
    ErrorKind kind;
    const char* message;
  };
  std::filesystem::create_directory(folder_ / "folder");
  for (const Case& row :
       {Case{"missing", ErrorKind::NotFound, "there is no such file"},
        Case{"folder", ErrorKind::Unreadable, "this is a folder where a file is wanted"}}) {
    SCOPED_TRACE(row.name);
    try {
      read_whole_file(folder_ / row.name);
      ADD_FAILURE() << "it was read";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, row.kind);
      EXPECT_EQ(error.message, row.message);
      EXPECT_EQ(error.where, (folder_ / row.name).string());
    }
  }
}

TEST_F(DurableFileTest, ReadsMoreThanOneBlock) {
  const std::string content(200'001, 'x');
  write_file(folder_ / "large", content);
  EXPECT_EQ(read_whole_file(folder_ / "large"), content);
}

}  // namespace
}  // namespace torikumi::indexer
