#include "indexer/content_hash.h"

#include "indexer/manifest.h"
#include "tests/indexer/index_fixture.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

std::string hash_of(const std::vector<corpus::Record>& records,
                    const analysis::AnalyzerIdentity& identity = {}) {
  ContentHash hash(identity);
  for (const corpus::Record& record : records) {
    hash.add(record);
  }
  return hash.finish();
}

TEST(ContentHashTest, IsASha256InHex) {
  const std::string hash = hash_of({});
  EXPECT_EQ(hash.size(), 64U);
  EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(ContentHashTest, IsTheSameForTheSameContent) {
  EXPECT_EQ(hash_of({sample_initiative("a", "目標", "結果")}),
            hash_of({sample_initiative("a", "目標", "結果")}));
}

TEST(ContentHashTest, LeavesOutTheNameOfTheFile) {
  corpus::Record renamed = sample_initiative("a", "目標", "結果");
  renamed.source.file = "other/folder.txt";
  EXPECT_EQ(hash_of({renamed}), hash_of({sample_initiative("a", "目標", "結果")}));
}

TEST(ContentHashTest, TellsEveryOtherChange) {
  const corpus::Record record = sample_initiative("a", "目標", "結果");
  std::vector<corpus::Record> changed(8, record);
  changed[0].id = "b";
  changed[1].target += "。";
  changed[2].result.clear();
  changed[3].fiscal_year = 2021;
  changed[4].scenes.clear();
  changed[5].source.line = 4;
  changed[6].department.name = "区民課";
  changed[7].source.url = "https://example.jp/";
  for (std::size_t i = 0; i < changed.size(); ++i) {
    EXPECT_NE(hash_of({changed[i]}), hash_of({record})) << i;
  }
  EXPECT_NE(hash_of({record, record}), hash_of({record}));
}

TEST(ContentHashTest, TellsAnotherAnalyzerAndNotAnotherPath) {
  analysis::AnalyzerIdentity identity;
  identity.dictionary_path = "/somewhere/else";
  EXPECT_EQ(hash_of({}, identity), hash_of({}));
  identity.user_dictionary_sha256 = "1";
  EXPECT_NE(hash_of({}, identity), hash_of({}));
}

class BuiltContentHashTest : public ::testing::Test {
 protected:
  std::string built_hash(const std::vector<fs::path>& paths) {
    return read_manifest(build(folder_ / "index", paths).generation.manifest()).content_sha256;
  }

  testing::TemporaryDirectory temporary_;
  fs::path folder_ = temporary_.path();
};

TEST_F(BuiltContentHashTest, IsTheSameWhateverTheOrderOfThePathsAndTheNamesOfTheFiles) {
  write_two_reports(folder_ / "reports");
  const fs::path nakahara = folder_ / "reports" / report_file_name("中原区", "令和2年度");
  const fs::path saiwai = folder_ / "reports" / report_file_name("幸区", "令和3年度");
  const std::string hash = built_hash({folder_ / "reports"});
  EXPECT_EQ(built_hash({nakahara, saiwai}), hash);
  EXPECT_EQ(built_hash({saiwai, nakahara}), hash);

  // Other names, and the year in another era form; the catalogue says what they are.
  const fs::path renamed = folder_ / "renamed";
  fs::create_directory(renamed);
  fs::copy(nakahara, renamed / "z.txt");
  fs::copy(saiwai, renamed / "a.txt");
  testing::write_file(renamed / "catalogue.csv",
                      "file,kind,municipality,ward,fiscal_year,title,url\n"
                      "z.txt,targets_and_results,川崎市,中原区,R2,,\n"
                      "a.txt,targets_and_results,川崎市,幸区,2021,,\n");
  EXPECT_EQ(built_hash({renamed}), hash);
}

TEST_F(BuiltContentHashTest, IsAnotherForOtherWords) {
  const fs::path report = folder_ / report_file_name("中原区", "令和2年度");
  testing::write_file(report, report_text("相談"));
  const std::string hash = built_hash({report});
  testing::write_file(report, report_text("面談"));
  EXPECT_NE(built_hash({report}), hash);
}

}  // namespace
}  // namespace torikumi::indexer
