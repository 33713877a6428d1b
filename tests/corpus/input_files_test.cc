#include "corpus/input_files.h"

#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class InputFilesTest : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path path(const std::string& name) const { return folder_.path() / name; }
  void write(const std::string& name) const { testing::write_file(path(name), "x"); }
  [[nodiscard]] InputFiles find(const std::vector<std::string>& named = {""},
                                std::size_t max_files = 100) const {
    std::vector<fs::path> paths;
    for (const std::string& name : named) {
      paths.push_back(name.empty() ? folder_.path() : path(name));
    }
    return find_input_files(paths, max_files);
  }
  // The remarks, with … for the folder.
  [[nodiscard]] std::vector<std::string> remarks(const InputFiles& inputs) const {
    std::vector<std::string> texts;
    for (const Diagnostic& remark : inputs.remarks) {
      texts.push_back(to_string(remark));
      const std::size_t at = texts.back().find(folder_.path().string());
      if (at != std::string::npos) {
        texts.back().replace(at, folder_.path().string().size(), "…");
      }
    }
    return texts;
  }

 private:
  testing::TemporaryDirectory folder_;
};

std::vector<std::string> names(const InputFiles& inputs) {
  std::vector<std::string> found;
  for (const InputFile& file : inputs.files) {
    found.push_back(file.name);
  }
  return found;
}

TEST_F(InputFilesTest, AreTextFilesWhateverTheCaseOfTheirEnding) {
  for (const char* name : {"b.TXT", "a.text", "sub/c.Md", "d.txt", ".hidden.txt", "README.txt",
                           "Provenance.md", "catalogue.csv"}) {
    write(name);
  }
  const InputFiles inputs = find();
  EXPECT_THAT(names(inputs), ElementsAre("a.text", "b.TXT", "d.txt", "sub/c.Md"));
  EXPECT_THAT(remarks(inputs), IsEmpty());
}

TEST_F(InputFilesTest, FilesOfOtherKindsAreNamed) {
  for (const char* name : {"a.txt", "b.pdf", "sub/c.XLSX", "d.png", "e", "f.bin", "g.bin", "h.bin",
                           "i.bin", "j.bin"}) {
    write(name);
  }
  EXPECT_THAT(
      remarks(find()),
      ElementsAre(
          "warning: …: 2 files are not read, being of another kind: b.pdf, sub/c.XLSX; PDF, "
          "Office, HTML and CSV files are not yet read: convert them to text",
          "note: …: 7 files are not read, being of another kind: d.png, e, f.bin, g.bin, h.bin and "
          "2 more; reports are .txt, .text or .md files"));
}

TEST_F(InputFilesTest, AFileThatIsNamedIsReadWhateverItsEnding) {
  write("a.pdf");
  const InputFiles inputs = find({"a.pdf"});
  EXPECT_THAT(names(inputs), ElementsAre("a.pdf"));
  EXPECT_THAT(remarks(inputs), IsEmpty());
}

TEST_F(InputFilesTest, LinksToFoldersAreFollowedOnce) {
  write("in/z/a.txt");
  write("out/b.txt");
  fs::create_directory_symlink("z", path("in/a_link"));        // To a folder beside it.
  fs::create_directory_symlink("..", path("in/z/up"));         // A circle.
  fs::create_directory_symlink("../out", path("in/m_link"));   // To the outside.
  fs::create_directory_symlink("nowhere", path("in/broken"));  // A link to nothing is no folder.
  const InputFiles inputs = find({"in"});
  EXPECT_THAT(names(inputs), ElementsAre("m_link/b.txt", "z/a.txt"));
}

TEST_F(InputFilesTest, AFolderThatCannotBeReadIsAnError) {
  write("a.txt");
  write("sub/b.txt");
  fs::permissions(path("sub"), fs::perms::none);
  if (::access(path("sub").c_str(), R_OK) == 0) {
    fs::permissions(path("sub"), fs::perms::owner_all);
    GTEST_SKIP() << "root may read everything";
  }
  const InputFiles inputs = find();
  fs::permissions(path("sub"), fs::perms::owner_all);
  EXPECT_THAT(names(inputs), ElementsAre("a.txt"));
  ASSERT_EQ(inputs.remarks.size(), 1U);
  EXPECT_THAT(remarks(inputs)[0], HasSubstr("error: …/sub: the folder cannot be read: "));
}

TEST_F(InputFilesTest, WhatIsMissingIsAnError) {
  fs::create_directories(path("empty"));
  EXPECT_THAT(remarks(find({"nothing", "empty"})),
              ElementsAre("error: …/nothing: there is no such file or folder",
                          "error: …/empty: there is no .txt, .text or .md file in this folder"));
}

TEST_F(InputFilesTest, TheOrderOfThePathsDoesNotMatter) {
  for (const char* name : {"x/a.txt", "y/a.txt", "y/b.txt", "z/y/c.txt"}) {
    write(name);
  }
  fs::create_directory_symlink("../y", path("z/link"));
  const std::vector<std::string> want{"a.txt", path("y/a.txt").string(), "b.txt", "y/c.txt"};
  EXPECT_EQ(names(find({"x", "y", "z", "y/b.txt"})), want);
  EXPECT_EQ(names(find({"y/b.txt", "z", "y", "x"})), want);
}

TEST_F(InputFilesTest, NoMoreThanTheLimit) {
  write("a.txt");
  write("b.txt");
  const InputFiles inputs = find({""}, 1);
  EXPECT_THAT(names(inputs), ElementsAre("a.txt"));
  EXPECT_THAT(remarks(inputs), ElementsAre("error: …/b.txt: there are more than 1 files; this one "
                                           "and what follows is not read"));
}

}  // namespace
}  // namespace torikumi::corpus
