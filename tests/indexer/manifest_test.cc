#include "indexer/manifest.h"

#include "corpus/error.h"
#include "indexer/schema.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using ::testing::HasSubstr;
using testing::read_file;
using testing::write_file;

Manifest sample_manifest() {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.program_version = "0.1.0";
  manifest.built_at = "2026-04-01T09:00:00Z";
  manifest.content_sha256 = "1a2b3c4d5e6f";
  manifest.record_count = 3;
  manifest.analyzer = {1, 2, "/dictionary", 52'934'181, "aa", "bb", "cc"};
  ManifestReport entry;
  entry.report = {corpus::ReportKind::TargetsAndResults,
                  {"141330", "中原区", "川崎市"},
                  2020,
                  "区役所サービス向上目標",
                  "a/中原区.txt",
                  "https://example.jp/a",
                  "要約"};
  entry.inferences = {{"ward", "川崎市中原区", "file name"}};
  entry.diagnostics = {{corpus::Diagnostic::Severity::Warning, "a/中原区.txt", 7, "odd", "look"},
                       {corpus::Diagnostic::Severity::Note, "a/中原区.txt", 0, "mended", ""}};
  entry.initiatives = 1;
  entry.examples = 2;
  entry.standards = 3;
  entry.passages = 4;
  entry.departments = 5;
  manifest.reports = {entry};
  manifest.unread = {{corpus::Diagnostic::Severity::Error, "b.txt", 0, "the file is empty", ""}};
  manifest.files = {{"xapian/postlist.glass", 8192, "dd"}};
  return manifest;
}

class ManifestTest : public ::testing::Test {
 protected:
  std::string message_of_reading() {
    try {
      read_manifest(file_);
    } catch (const Error& error) {
      EXPECT_EQ(error.where, file_.string());
      kind_ = error.kind;
      return error.message + "; " + error.hint;
    }
    return "no error";
  }

  /// Writes the sample manifest with `change` made to its JSON.
  template <typename Change>
  void write_changed(Change change) {
    write_manifest(sample_manifest(), file_);
    auto json = nlohmann::ordered_json::parse(read_file(file_));
    change(json);
    write_file(file_, json.dump());
  }

  testing::TemporaryDirectory temporary_;
  std::filesystem::path file_ = temporary_.path() / "manifest.json";
  ErrorKind kind_ = ErrorKind::Internal;
};

TEST_F(ManifestTest, ReadsWhatItWrote) {
  const Manifest written = sample_manifest();
  write_manifest(written, file_);
  const Manifest read = read_manifest(file_);
  EXPECT_EQ(read.schema_version, written.schema_version);
  EXPECT_EQ(read.program_version, written.program_version);
  EXPECT_EQ(read.built_at, written.built_at);
  EXPECT_EQ(read.content_sha256, written.content_sha256);
  EXPECT_EQ(read.record_count, written.record_count);
  EXPECT_EQ(read.analyzer.difference_from(written.analyzer), "");
  EXPECT_EQ(read.analyzer.dictionary_path, "/dictionary");
  EXPECT_EQ(read.analyzer.dictionary_bytes, 52'934'181U);
  ASSERT_EQ(read.reports.size(), 1U);
  EXPECT_EQ(read.reports[0].report, written.reports[0].report);
  EXPECT_EQ(read.reports[0].inferences, written.reports[0].inferences);
  EXPECT_EQ(read.reports[0].diagnostics, written.reports[0].diagnostics);
  EXPECT_EQ(read.reports[0].initiatives, 1U);
  EXPECT_EQ(read.reports[0].examples, 2U);
  EXPECT_EQ(read.reports[0].standards, 3U);
  EXPECT_EQ(read.reports[0].passages, 4U);
  EXPECT_EQ(read.reports[0].departments, 5U);
  EXPECT_EQ(read.unread, written.unread);
  EXPECT_EQ(read.files, written.files);
}

TEST_F(ManifestTest, WritesTheSameBytesForTheSameManifest) {
  write_manifest(sample_manifest(), file_);
  const std::string first = read_file(file_);
  write_manifest(read_manifest(file_), file_);
  EXPECT_EQ(read_file(file_), first);
}

TEST_F(ManifestTest, NamesAGenerationByNumberAndContent) {
  EXPECT_EQ(sample_manifest().generation_id("generation-000003"), "000003-1a2b3c4d");
}

TEST_F(ManifestTest, RefusesAnotherSchemaVersion) {
  for (const int version : {0, kSchemaVersion + 1}) {
    // An index of the future may have other keys as well.
    write_file(file_, R"({"schema_version": )" + std::to_string(version) + "}");
    EXPECT_EQ(message_of_reading(),
              "the index has schema version " + std::to_string(version) + ", this program needs " +
                  std::to_string(kSchemaVersion) +
                  "; build the index again with the torikumi-indexer of this version");
    EXPECT_EQ(kind_, ErrorKind::Incompatible);
  }
}

TEST_F(ManifestTest, NamesEachKeyThatIsMissing) {
  write_manifest(sample_manifest(), file_);
  const auto whole = nlohmann::ordered_json::parse(read_file(file_));
  for (const auto& [key, value] : whole.items()) {
    write_changed([name = key](auto& json) { json.erase(name); });
    EXPECT_THAT(message_of_reading(), HasSubstr("key '" + key + "' not found")) << key;
    EXPECT_EQ(kind_, ErrorKind::Damaged) << key;
  }
}

TEST_F(ManifestTest, SaysThatItIsNotWhole) {
  struct Case {
    const char* name;
    std::string content;
  };
  for (const Case& row :
       {Case{"empty", ""}, Case{"cut", R"({"schema_version": 1, "rec)"}, Case{"array", "[]"},
        Case{"number", "1"}, Case{"version is text", R"({"schema_version": "1"})"}}) {
    SCOPED_TRACE(row.name);
    write_file(file_, row.content);
    const std::string message = message_of_reading();
    EXPECT_EQ(kind_, ErrorKind::Damaged);
    EXPECT_THAT(message, HasSubstr("the manifest is not whole: "));
    EXPECT_THAT(message, HasSubstr("; build the index again from its reports"));
  }
}

TEST_F(ManifestTest, RefusesWordsThatItDoesNotKnow) {
  write_changed([](auto& json) { json["unread"][0]["severity"] = "loud"; });
  EXPECT_THAT(message_of_reading(), HasSubstr("there is no severity \"loud\""));
  EXPECT_EQ(kind_, ErrorKind::Damaged);
  write_changed([](auto& json) { json["reports"][0]["report"]["kind"] = "novel"; });
  EXPECT_THAT(message_of_reading(), HasSubstr("novel"));
  EXPECT_EQ(kind_, ErrorKind::Damaged);
}

TEST_F(ManifestTest, SaysThatTheFileIsMissing) {
  EXPECT_EQ(message_of_reading(), "there is no such file; ");
  EXPECT_EQ(kind_, ErrorKind::NotFound);
}

TEST_F(ManifestTest, ListsTheFilesOfTheDatabaseAndTheVocabulary) {
  write_file(temporary_.path() / "vocabulary.tsv", "abc");
  write_file(temporary_.path() / "other.txt", "abc");
  write_file(temporary_.path() / "xapian" / "b.glass", "abc");
  write_file(temporary_.path() / "xapian" / "a.glass", "");
  EXPECT_THAT(
      database_files(temporary_.path()),
      ::testing::ElementsAre(
          ManifestFile{"vocabulary.tsv", 3,
                       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
          ManifestFile{"xapian/a.glass", 0,
                       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
          ManifestFile{"xapian/b.glass", 3,
                       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}));
  EXPECT_THROW(database_files(temporary_.path() / "missing"), Error);
}

}  // namespace
}  // namespace torikumi::indexer
