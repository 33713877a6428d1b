#include "searchd/http/static_files.h"

#include "corpus/error.h"
#include "searchd/http/etag.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torikumi::searchd {
namespace {

using ::testing::HasSubstr;
using ::torikumi::testing::TemporaryDirectory;
using ::torikumi::testing::write_file;

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() {
    write_file(path() / "index.html", "<script src=\"{{asset:js/app.js}}\"></script>");
    write_file(path() / "help" / "index.html", "<p>\n<img src=\"{{asset:logo.svg}}\">");
    write_file(path() / "js" / "app.js", "start();");
    write_file(path() / "logo.svg", "<svg/>");
    write_file(path() / ".hidden" / "key.txt", "key");
    write_file(path().parent_path() / (path().filename().string() + "-outside.txt"), "outside");
  }
  ~StaticFilesTest() override {
    std::filesystem::remove(path().parent_path() / (path().filename().string() + "-outside.txt"));
  }
  [[nodiscard]] const std::filesystem::path& path() const { return directory_.path(); }

 private:
  TemporaryDirectory directory_;
};

TEST_F(StaticFilesTest, AnswersWithTypeAndTag) {
  const auto response = StaticFiles(path()).respond("/js/app.js");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body, "start();");
  EXPECT_EQ(response->content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(response->header("ETag"), strong_etag("start();"));
  EXPECT_EQ(response->header("Cache-Control"), "no-cache");
}

TEST_F(StaticFilesTest, FoldersAnswerWithTheirPage) {
  const StaticFiles files(path());
  EXPECT_EQ(files.respond("/"), files.respond("/index.html"));
  EXPECT_EQ(files.respond("/help/"), files.respond("/help/index.html"));
  EXPECT_TRUE(files.respond("/help/"));
}

TEST_F(StaticFilesTest, PagesNameAssetsRelativelyWithTheirHash) {
  const StaticFiles files(path());
  EXPECT_EQ(files.respond("/")->body,
            "<script src=\"js/app.js?v=" + content_hash("start();") + "\"></script>");
  EXPECT_EQ(files.respond("/help/")->body,
            "<p>\n<img src=\"../logo.svg?v=" + content_hash("<svg/>") + "\">");
}

TEST_F(StaticFilesTest, TagOfAPageIsThatOfTheBytesSent) {
  const auto page = StaticFiles(path()).respond("/");
  EXPECT_EQ(page->header("ETag"), strong_etag(page->body));
}

TEST_F(StaticFilesTest, OnlyTheRightVersionIsKeptForLong) {
  const StaticFiles files(path());
  const auto cache_control = [&](std::string_view file, std::string_view version) {
    return std::string(files.respond(file, version)->header("Cache-Control"));
  };
  EXPECT_EQ(cache_control("/js/app.js", content_hash("start();")),
            "public, max-age=31536000, immutable");
  EXPECT_EQ(cache_control("/js/app.js", "0123456789abcdef"), "no-cache");
  EXPECT_EQ(cache_control("/", content_hash(files.respond("/")->body)), "no-cache");
}

TEST_F(StaticFilesTest, NothingOutsideOrHiddenIsThere) {
  const StaticFiles files(path());
  EXPECT_EQ(files.size(), 4U);
  const std::string outside = path().filename().string() + "-outside.txt";
  for (const std::string& name :
       {std::string("/nothing.js"), std::string(""), "/../" + outside, "/js/../../" + outside,
        "//" + outside, "/" + (path().parent_path() / outside).string(),
        std::string("/.hidden/key.txt"), std::string("/js"), std::string("/js/"),
        std::string("js/app.js")}) {
    EXPECT_FALSE(files.respond(name)) << name;
  }
}

TEST_F(StaticFilesTest, AnAssetThatIsNotThereStopsTheStart) {
  write_file(path() / "help" / "index.html", "<p>\n\n<img src=\"{{asset:lgoo.svg}}\">");
  try {
    const StaticFiles files(path());
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
    EXPECT_STREQ(error.what(),
                 "help/index.html:3: there is no asset \"lgoo.svg\"; name a file of the web folder "
                 "that is not a page");
  }
}

TEST_F(StaticFilesTest, AnAssetThatIsNotClosedStopsTheStart) {
  write_file(path() / "index.html", "{{asset:logo.svg}} {{asset:");
  try {
    const StaticFiles files(path());
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_EQ(error.where, "index.html:1");
  }
}

TEST_F(StaticFilesTest, AMissingFolderIsNamed) {
  try {
    const StaticFiles files(path() / "none");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
    EXPECT_THAT(error.where, HasSubstr("/none"));
  }
}

}  // namespace
}  // namespace torikumi::searchd
