#include "indexer/index_checker.h"

#include "indexer/manifest.h"
#include "indexer/schema.h"
#include "tests/indexer/index_fixture.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using testing::read_file;
using testing::write_file;

class IndexCheckerTest : public ::testing::Test {
 protected:
  IndexCheckerTest() {
    write_two_reports(temporary_.path() / "reports");
    generation_ = build(index_, {temporary_.path() / "reports"}).generation;
  }

  std::vector<std::string> messages() {
    std::vector<std::string> messages;
    for (const Error& problem : check_index(index_).problems) {
      EXPECT_EQ(problem.kind, ErrorKind::Damaged);
      EXPECT_FALSE(problem.hint.empty());
      messages.emplace_back(problem.what());
    }
    return messages;
  }

  fs::path table(const std::string& name) { return generation_.database() / (name + ".glass"); }

  /// Changes the manifest without changing what it says of the database's files.
  void change_manifest(const std::function<void(Manifest&)>& change) {
    Manifest manifest = read_manifest(generation_.manifest());
    change(manifest);
    write_manifest(manifest, generation_.manifest());
  }

  /// Changes the database, and the manifest so that the files pass.
  void change_database(const std::function<void(Xapian::WritableDatabase&)>& change) {
    {
      Xapian::WritableDatabase database(generation_.database().string(), Xapian::DB_OPEN);
      change(database);
      database.commit();
    }
    change_manifest(
        [&](Manifest& manifest) { manifest.files = database_files(generation_.folder); });
  }

  testing::TemporaryDirectory temporary_;
  fs::path index_ = temporary_.path() / "index";
  Generation generation_;
};

TEST_F(IndexCheckerTest, FindsNothingWrongWithAWholeIndex) {
  const CheckReport report = check_index(index_);
  EXPECT_TRUE(report.problems.empty());
  EXPECT_EQ(report.record_count, 6U);
  EXPECT_THAT(report.generation_id, ::testing::MatchesRegex("000001-[0-9a-f]+"));
}

TEST_F(IndexCheckerTest, ThrowsIfThereIsNoIndex) {
  for (const fs::path& folder : {temporary_.path(), temporary_.path() / "missing"}) {
    try {
      check_index(folder);
      FAIL() << folder;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::NotFound);
      EXPECT_EQ(error.what(), folder.string() +
                                  ": there is no index here; make one with: torikumi-indexer "
                                  "build --index DIR PATH…");
    }
  }
}

TEST_F(IndexCheckerTest, FindsATruncatedTable) {
  for (const char* name : {"postlist", "docdata", "termlist", "position"}) {
    const std::string whole = read_file(table(name));
    write_file(table(name), whole.substr(0, whole.size() / 2));
    EXPECT_THAT(messages(),
                Contains(AllOf(HasSubstr(table(name).string()),
                               HasSubstr("bytes, it had " + std::to_string(whole.size())))))
        << name;
    write_file(table(name), whole);
  }
  EXPECT_THAT(messages(), ::testing::IsEmpty());
}

TEST_F(IndexCheckerTest, FindsADamagedOrMissingVocabulary) {
  const fs::path file = generation_.folder / "vocabulary.tsv";
  const std::string whole = read_file(file);
  write_file(file, whole + "x");
  EXPECT_THAT(messages(), ElementsAre(HasSubstr(file.string())));
  change_manifest([&](Manifest& manifest) { manifest.files = database_files(generation_.folder); });
  EXPECT_THAT(messages(), ElementsAre(HasSubstr("of the vocabulary cannot be read")));
  fs::remove(file);
  EXPECT_THAT(messages(), ElementsAre(HasSubstr("the file is missing")));
}

TEST_F(IndexCheckerTest, FindsDamagedOrMissingPractices) {
  const fs::path file = generation_.folder / "practices.jsonl";
  const std::string whole = read_file(file);
  write_file(file, whole + "x");
  EXPECT_THAT(messages(), ElementsAre(HasSubstr(file.string())));
  change_manifest([&](Manifest& manifest) { manifest.files = database_files(generation_.folder); });
  EXPECT_THAT(messages(), ElementsAre(HasSubstr("of the practices cannot be read")));
  fs::remove(file);
  EXPECT_THAT(messages(), ElementsAre(HasSubstr("the file is missing")));
}

// Xapian's own check passes most of these: its tables have no checksums.
TEST_F(IndexCheckerTest, FindsAFlippedBitAnywhereInTheDatabase) {
  for (const char* name : {"postlist", "docdata", "termlist", "position"}) {
    const std::string whole = read_file(table(name));
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 7 + 1) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ 1);
      write_file(table(name), flipped);
      EXPECT_THAT(
          messages(),
          Contains(AllOf(HasSubstr(table(name).string()),
                         HasSubstr("the bytes of the file are not those that were written"))))
          << name << " " << at;
    }
    write_file(table(name), whole);
  }
}

TEST_F(IndexCheckerTest, FindsAMissingTable) {
  fs::remove(table("docdata"));
  EXPECT_THAT(messages(), Contains(HasSubstr("docdata.glass: the file is missing")));
}

TEST_F(IndexCheckerTest, FindsAMissingDatabase) {
  fs::remove_all(generation_.database());
  EXPECT_THAT(messages(), Contains(HasSubstr("xapian: the database is missing")));
}

TEST_F(IndexCheckerTest, FindsAMissingOrBrokenManifest) {
  write_file(generation_.manifest(), "{");
  EXPECT_THAT(messages(), Contains(HasSubstr("the manifest is not whole: ")));
  fs::remove(generation_.manifest());
  EXPECT_THAT(messages(), Contains(HasSubstr("CURRENT: names generation-000001, which is not there "
                                             "or has no manifest")));
}

TEST_F(IndexCheckerTest, FindsAWrongCount) {
  change_manifest([](Manifest& manifest) { manifest.record_count = 7; });
  EXPECT_THAT(messages(), ::testing::ElementsAre(
                              HasSubstr("the database holds 6 records, the manifest says 7")));
}

TEST_F(IndexCheckerTest, FindsAWrongCountOfOneReport) {
  change_manifest([](Manifest& manifest) { manifest.reports.at(1).initiatives = 2; });
  EXPECT_THAT(messages(),
              ::testing::ElementsAre(AllOf(HasSubstr("the database holds 3 records of "),
                                           HasSubstr("令和3年度.txt, the manifest says 2"))));
}

TEST_F(IndexCheckerTest, FindsARecordThatWasAltered) {
  change_database([](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(2);
    auto json = nlohmann::ordered_json::parse(document.get_data());
    json["target"] = "別の目標です。";
    document.set_data(json.dump());
    database.replace_document(2, document);
  });
  EXPECT_THAT(messages(), ::testing::ElementsAre(
                              HasSubstr("the stored records are not those that were indexed")));
}

TEST_F(IndexCheckerTest, FindsARecordThatCannotBeReadOrFound) {
  change_database([](Xapian::WritableDatabase& database) {
    Xapian::Document broken = database.get_document(1);
    broken.set_data("{");
    database.replace_document(1, broken);
    Xapian::Document lost = database.get_document(2);
    const auto id = nlohmann::json::parse(lost.get_data()).at("id").get<std::string>();
    lost.remove_term(filter_term(FilterField::Id, id));
    database.replace_document(2, lost);
  });
  const std::vector<std::string> found = messages();
  EXPECT_THAT(found, Contains(HasSubstr("document 1: ")));
  EXPECT_THAT(found, Contains(AllOf(HasSubstr("document 2: the id "),
                                    HasSubstr(" is not found exactly once"))));
}

TEST_F(IndexCheckerTest, NamesAFewOfManyDamagedDocuments) {
  change_database([](Xapian::WritableDatabase& database) {
    for (int i = 0; i < 30; ++i) {
      Xapian::Document document;
      document.set_data("nonsense");
      database.add_document(document);
    }
  });
  const std::vector<std::string> found = messages();
  EXPECT_LT(found.size(), 15U);
  EXPECT_THAT(found, Contains(HasSubstr("20 more documents are damaged")));
}

TEST_F(IndexCheckerTest, LooksAtTheGenerationThatServes) {
  build(index_, {temporary_.path() / "reports"});
  fs::remove_all(generation_.folder);  // The one before.
  EXPECT_THAT(messages(), ::testing::IsEmpty());
  EXPECT_THAT(check_index(index_).generation_id, ::testing::StartsWith("000002-"));
}

TEST_F(IndexCheckerTest, PassesAnIndexThatMayNotBeWritten) {
  for (const fs::directory_entry& entry : fs::directory_iterator(generation_.database())) {
    fs::permissions(entry.path(), fs::perms::owner_read);
  }
  EXPECT_THAT(messages(), ::testing::IsEmpty());
}

TEST_F(IndexCheckerTest, PassesAnIndexThatWasCopiedElsewhere) {
  fs::copy(index_, temporary_.path() / "copy", fs::copy_options::recursive);
  fs::remove_all(index_);
  EXPECT_TRUE(check_index(temporary_.path() / "copy").problems.empty());
}

}  // namespace
}  // namespace torikumi::indexer
