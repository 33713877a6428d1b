// The real program on small reports. What a whole build, a failed one and a killed one leave
// behind.

#include "analysis/file_digest.h"
#include "indexer/console.h"
#include "indexer/generation_store.h"
#include "indexer/manifest.h"
#include "tests/indexer/index_fixture.h"
#include "tests/support/child_process.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using testing::ChildProcess;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProgramOutcome;
using testing::read_file;
using ::testing::StartsWith;
using testing::write_file;

/// Runs torikumi-indexer to its end.
ProgramOutcome run_indexer(std::vector<std::string> arguments) {
  return ChildProcess(TORIKUMI_INDEXER, std::move(arguments)).wait();
}

/// Every file below `folder` with the SHA-256 of its bytes.
std::map<std::string, std::string> digests_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[fs::relative(entry.path(), folder).string()] =
          analysis::digest_of({entry.path()}).sha256;
    }
  }
  return files;
}

/// One report for each of seven wards and five years, so that tables and manifest have some size.
void write_many_reports(const fs::path& folder) {
  for (const char* ward : {"川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"}) {
    for (int year = 2; year < 7; ++year) {
      write_file(folder / report_file_name(ward, "令和" + std::to_string(year) + "年度"),
                 report_text("相談" + std::to_string(year)));
    }
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    lines.push_back(text.substr(begin, end - begin));
  }
  return lines;
}

std::vector<std::string> error_lines(const std::string& text) {
  std::vector<std::string> errors;
  for (const std::string& line : lines_of(text)) {
    if (line.find("error: ") < 3) {
      errors.push_back(line);
    }
  }
  return errors;
}

class ProgramsTest : public ::testing::Test {
 protected:
  ProgramsTest() { write_file(good_, report_text("相談")); }

  ProgramOutcome build_program(std::vector<fs::path> paths) {
    std::vector<std::string> arguments{"build", "--index", index_.string()};
    for (const fs::path& path : paths) {
      arguments.push_back(path.string());
    }
    return run_indexer(std::move(arguments));
  }

  ProgramOutcome check() { return run_indexer({"check", "--index", index_.string()}); }

  Manifest served_manifest() {
    return read_manifest(GenerationStore(index_).current()->manifest());
  }

  testing::TemporaryDirectory temporary_;
  fs::path folder_ = temporary_.path();
  fs::path index_ = folder_ / "index";
  fs::path good_ = folder_ / "good" / report_file_name("中原区", "令和2年度");
};

// --- What each command prints --------------------------------------------------------------------

TEST_F(ProgramsTest, BuildsAndSaysWhatCameOfEachFile) {
  const ProgramOutcome outcome = build_program({folder_ / "good"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "reading …\nindexing …\nwriting …\n");
  const std::string generation = served_manifest().generation_id("generation-000001");
  EXPECT_EQ(outcome.out,
            "file                        ward          year         records        departments  "
            "warnings  errors\n"
            "  kind                        from          from\n"
            "--------------------------  ------------  -----------  -------------  -----------  "
            "--------  ------\n"
            "川崎市中原区_令和2年度.txt  川崎市中原区  令和2年度    3 initiatives            2  "
            "       -       -\n"
            "  targets_and_results         file name     file name\n"
            "3 records of 1 file in generation " +
                generation + "\n");
}

TEST_F(ProgramsTest, InspectsWithoutAnIndex) {
  const ProgramOutcome outcome = run_indexer({"inspect", good_.string()});
  EXPECT_EQ(outcome.exit_code, 0);
  const std::vector<std::string> lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 3U);
  for (const std::string& line : lines) {
    const auto record = nlohmann::json::parse(line);
    EXPECT_EQ(record.at("ward").at("code"), "141330");
    EXPECT_EQ(record.at("fiscal_year"), 2020);
  }
  EXPECT_EQ(nlohmann::json::parse(lines[1]).at("result"), "帳面を回し始めました。");
  EXPECT_THAT(outcome.err, HasSubstr("ward is 川崎市中原区 (from file name)\n"));
  EXPECT_THAT(outcome.err, HasSubstr("3 records, 2 departments, "));
}

TEST_F(ProgramsTest, ChecksAnIndex) {
  build_program({good_});
  const ProgramOutcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, index_.string() + ": generation " +
                             served_manifest().generation_id("generation-000001") +
                             " is whole, 3 records\n");
}

TEST_F(ProgramsTest, ChecksADamagedIndexAndAMissingOne) {
  EXPECT_EQ(check().exit_code, 1);
  EXPECT_EQ(check().err, "torikumi-indexer: " + index_.string() +
                             ": there is no index here; make one with: torikumi-indexer build "
                             "--index DIR PATH…\n");
  build_program({good_});
  const fs::path table = index_ / "generation-000001" / "xapian" / "docdata.glass";
  fs::resize_file(table, 100);
  const ProgramOutcome outcome = check();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(lines_of(outcome.err),
              ::testing::ElementsAre(
                  StartsWith("error: " + table.string() + ": the file has 100 bytes, it had "),
                  index_.string() + ": the index is not whole (1 problem)"));
}

TEST_F(ProgramsTest, SaysThatAFlagOrACommandIsUnknown) {
  struct Case {
    std::vector<std::string> arguments;
    const char* message;
  };
  for (const Case& row : std::vector<Case>{
           {{"build", "--indx", "x", "y"},
            "there is no flag \"--indx\"; did you mean \"--index\"?"},
           {{"inspct", "y"}, "there is no command \"inspct\"; did you mean \"inspect\"?"},
           {{"build", "--index", "x"}, "PATH is required"}}) {
    const ProgramOutcome outcome = run_indexer(row.arguments);
    EXPECT_EQ(outcome.exit_code, 2) << row.message;
    EXPECT_EQ(outcome.err,
              "torikumi-indexer: " + std::string(row.message) + "\nSee torikumi-indexer --help\n");
  }
}

TEST_F(ProgramsTest, SaysWhichDictionaryIsMissing) {
  const ProgramOutcome outcome = run_indexer(
      {"build", "--index", index_.string(), "--dictionary", "/nowhere", good_.string()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, AllOf(StartsWith("torikumi-indexer: "), HasSubstr("/nowhere")));
}

TEST_F(ProgramsTest, FailsIfItsOutputCannotBeWritten) {
  const ProgramOutcome outcome =
      ChildProcess(TORIKUMI_INDEXER, {"inspect", good_.string()}, {.max_file_bytes = 100}).wait();
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out.size(), 100U);
}

// --- Bad input -----------------------------------------------------------------------------------

struct BadInput {
  const char* name;
  const char* file;     ///< Below the folder of the test.
  const char* content;  ///< Null: the file or folder is made by the test, or not at all.
  const char* message;  ///< The one error, from "error: " on, without the folder of the test.
};

std::ostream& operator<<(std::ostream& out, const BadInput& row) {
  return out << row.name;
}

class BadInputTest : public ProgramsTest, public ::testing::WithParamInterface<BadInput> {
 protected:
  fs::path make_input() {
    const fs::path path = folder_ / "bad" / GetParam().file;
    const std::string name = GetParam().name;
    if (GetParam().content != nullptr) {
      write_file(path, GetParam().content);
    } else if (name == "OneLongLine") {
      write_file(path, std::string(50U << 20U, 'a'));
    } else if (name == "FolderWithoutReports") {
      write_file(path / "readme.pdf", "%PDF-1.7");
    }
    return path;
  }

  /// `text` with the folder of the test left out.
  std::string without_folder(std::string text) {
    const std::string folder = (folder_ / "bad").string() + "/";
    for (std::size_t at; (at = text.find(folder)) != std::string::npos;) {
      text.erase(at, folder.size());
    }
    return text;
  }
};

TEST_P(BadInputTest, IsOneClearErrorAndStopsNoOtherFile) {
  const ProgramOutcome outcome = build_program({make_input(), good_});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(error_lines(without_folder(outcome.err)), ::testing::ElementsAre(GetParam().message));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("3 initiatives"), HasSubstr("not read"),
                                 HasSubstr("; what was left out is named above\n")));
  EXPECT_EQ(served_manifest().record_count, 3U);
  ASSERT_EQ(served_manifest().unread.size(), 1U);
  EXPECT_EQ(check().exit_code, 0);
}

TEST_P(BadInputTest, AloneLeavesTheOldIndexAsItWas) {
  ASSERT_EQ(build_program({good_}).exit_code, 0);
  const auto before = digests_below(index_);
  const ProgramOutcome outcome = build_program({make_input()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(without_folder(outcome.err),
              ::testing::EndsWith("torikumi-indexer: no record could be read, so the index is left "
                                  "as it was\n  " +
                                  std::string(GetParam().message) + "\n"));
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(digests_below(index_), before);
}

TEST_P(BadInputTest, FailsInspectAlone) {
  const ProgramOutcome outcome = run_indexer({"inspect", make_input().string()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(error_lines(without_folder(outcome.err)), ::testing::ElementsAre(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadInputTest,
    ::testing::Values(
        BadInput{"EmptyFile", "empty.txt", "",
                 "error: empty.txt: the file is empty; fill it or remove it"},
        BadInput{"PdfNamedText", "report.txt", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n",
                 "error: report.txt: this is a PDF; PDFs are not read yet; give its text as .txt "
                 "(UTF-8)"},
        BadInput{"OneLongLine", "line.txt", nullptr,
                 "error: line.txt:1: the line has 50.0 MB, more than the 1.0 MB that are read; "
                 "check that the file is a report; one row of a table stands on one line"},
        BadInput{"FolderWithoutReports", "folder", nullptr,
                 "error: folder: there is no .txt, .text or .md file in this folder"},
        BadInput{"MissingPath", "missing.txt", nullptr,
                 "error: missing.txt: there is no such file or folder"},
        BadInput{"NobodyKnowsWhatItIs", "minutes.txt", "会議の記録です。\n",
                 "error: minutes.txt: the kind is not known, the ward is not known, the fiscal "
                 "year is not known; add this row to catalogue.csv beside it "
                 "(file,kind,municipality,ward,fiscal_year,title,url) with the right words for …: "
                 "minutes.txt,…,…,…,…,,"}),
    [](const auto& row) { return row.param.name; });

TEST_F(ProgramsTest, ReadsAFileThatWasCutShortAndSaysWhere) {
  const std::string whole = report_text("相談");
  // Within the last character of the last row.
  write_file(good_, whole.substr(0, whole.size() - 3));
  const ProgramOutcome outcome = build_program({good_});
  EXPECT_EQ(served_manifest().record_count, 3U);
  EXPECT_EQ(check().exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("ends inside a character"));
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST_F(ProgramsTest, ReadsShiftJisWithAWarning) {
  // 部署名 目標 実施結果 / 総務課 1 帳面を回します。 回しました。
  write_file(good_,
             "\x95\x94\x8F\x90\x96\xBC\t\x96\xDA\x95\x57\t\x8E\xC0\x8E\x7B\x8C\x8B\x89\xCA\n"
             "\x91\x8D\x96\xB1\x89\xDB\t1 \x92\xA0\x96\xCA\x82\xF0\x89\xF1\x82\xB5\x82\xDC\x82\xB7"
             "\x81\x42\t\x89\xF1\x82\xB5\x82\xDC\x82\xB5\x82\xBD\x81\x42\n");
  const ProgramOutcome outcome = build_program({good_});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("warning: 川崎市中原区_令和2年度.txt: "));
  EXPECT_THAT(outcome.err, HasSubstr("Shift_JIS"));
  const ProgramOutcome inspected = run_indexer({"inspect", good_.string()});
  EXPECT_THAT(inspected.out, HasSubstr("\"target\":\"帳面を回します。\""));
}

TEST_F(ProgramsTest, LeavesOutNotesBesideTheReports) {
  for (const char* name : {"README.md", "readme.txt", "Provenance.md", "PROVENANCE.ja.txt"}) {
    write_file(folder_ / "good" / name, "# About these files\n");
  }
  const ProgramOutcome outcome = build_program({folder_ / "good"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("3 records of 1 file in"));
}

// --- The index that serves -----------------------------------------------------------------------

TEST_F(ProgramsTest, LeavesTheOldIndexWhenTheDiskIsFull) {
  write_many_reports(folder_ / "many");
  ASSERT_EQ(build_program({good_}).exit_code, 0);
  const auto before = digests_below(index_);
  // The first table, a table that grows, the manifest (the largest file here).
  for (const std::size_t limit : {100U, 5'000U, 12'000U, 20'000U, 30'000U}) {
    ChildProcess program(TORIKUMI_INDEXER,
                         {"build", "--index", index_.string(), (folder_ / "many").string()},
                         {.max_file_bytes = limit});
    const ProgramOutcome outcome = program.wait();
    EXPECT_EQ(outcome.exit_code, 1) << limit << outcome.err;
    EXPECT_EQ(digests_below(index_), before) << limit;
    EXPECT_EQ(check().exit_code, 0) << limit;
  }
}

TEST_F(ProgramsTest, SaysThatTheDiskIsFull) {
  ChildProcess program(TORIKUMI_INDEXER, {"build", "--index", index_.string(), good_.string()},
                       {.max_file_bytes = 5'000});
  EXPECT_THAT(program.wait().err,
              HasSubstr("check that there is room on the disk and that it may be written"));
}

TEST_F(ProgramsTest, SaysThatTheFolderMayNotBeWritten) {
  if (::geteuid() == 0) {
    GTEST_SKIP() << "root may write everywhere";
  }
  fs::create_directory(index_);
  fs::permissions(index_, fs::perms::owner_read | fs::perms::owner_exec);
  const ProgramOutcome outcome = build_program({good_});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("lock: cannot open the lock of the index: Permission denied; "
                                     "check that the folder may be written"));
}

TEST_F(ProgramsTest, GivesTheSameContentForTheSameInput) {
  build_program({folder_ / "good"});
  const std::string first = served_manifest().content_sha256;
  build_program({folder_ / "good"});
  EXPECT_EQ(served_manifest().content_sha256, first);
  EXPECT_EQ(GenerationStore(index_).current()->name, "generation-000002");
}

TEST_F(ProgramsTest, CanBeCopiedElsewhere) {
  build_program({good_});
  fs::copy(index_, folder_ / "copy", fs::copy_options::recursive);
  fs::remove_all(index_);
  EXPECT_EQ(run_indexer({"check", "--index", (folder_ / "copy").string()}).exit_code, 0);
}

TEST_F(ProgramsTest, RefusesASecondBuildAndNamesTheFirst) {
  fs::create_directory(index_);
  ChildProcess first(TORIKUMI_INDEXER, {"build", "--index", index_.string(), good_.string()});
  // Stopped in the middle, so that it cannot be done before the second one asks.
  const fs::path lock = index_ / "lock";
  while (first.is_running() && (!fs::exists(lock) || read_file(lock).empty())) {
    std::this_thread::yield();
  }
  first.send(SIGSTOP);
  ASSERT_TRUE(first.is_running());

  const ProgramOutcome second = build_program({good_});
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_THAT(second.err, StartsWith("torikumi-indexer: " + index_.string() +
                                     ": the index is being built by process " +
                                     std::to_string(first.process()) + " on "));
  EXPECT_THAT(second.err,
              ::testing::EndsWith(" UTC; wait until it is done, then run the command again\n"));

  first.send(SIGCONT);
  EXPECT_EQ(first.wait().exit_code, 0);
  EXPECT_EQ(check().exit_code, 0);
}

// The one test that waits: a build must be killed in the middle, wherever that is. The moments are
// spread over the time that a whole build took, so that reading, indexing and switching are all
// met.
TEST_F(ProgramsTest, SurvivesBeingKilledAtAnyMoment) {
  using Clock = std::chrono::steady_clock;
  constexpr int kKills = 20;
  write_many_reports(folder_ / "many");
  ASSERT_EQ(build_program({good_}).exit_code, 0);
  const std::string old_content = served_manifest().content_sha256;
  const auto begin = Clock::now();
  ASSERT_EQ(build_program({folder_ / "many"}).exit_code, 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  const std::string new_content = served_manifest().content_sha256;

  std::mt19937 random(20'200'401);
  int killed = 0;
  for (int i = 0; i < kKills; ++i) {
    SCOPED_TRACE(i);
    ASSERT_EQ(build_program({good_}).exit_code, 0);
    const auto before = digests_below(index_ / GenerationStore(index_).current()->name);
    std::uniform_int_distribution<long> within(i * whole.count() / kKills,
                                               (i + 1) * whole.count() / kKills);
    ChildProcess program(TORIKUMI_INDEXER,
                         {"build", "--index", index_.string(), (folder_ / "many").string()});
    std::this_thread::sleep_for(std::chrono::microseconds(within(random)));
    program.send(SIGKILL);
    killed += program.wait().signal == SIGKILL ? 1 : 0;

    EXPECT_EQ(check().exit_code, 0);
    const std::string content = served_manifest().content_sha256;
    EXPECT_THAT(content, ::testing::AnyOf(old_content, new_content));
    if (content == old_content) {
      EXPECT_EQ(digests_below(index_ / GenerationStore(index_).current()->name), before);
    }
    ASSERT_EQ(build_program({folder_ / "many"}).exit_code, 0);
    EXPECT_THAT(names_in(index_), Each(Not(StartsWith("building-"))));
    EXPECT_EQ(names_in(index_).size(), 4U);  // CURRENT, lock and two generations.
    EXPECT_EQ(served_manifest().content_sha256, new_content);
  }
  EXPECT_GT(killed, kKills / 2);
}

TEST_F(ProgramsTest, RecordsAndRemarksStayWholeInOneStream) {
  write_many_reports(folder_ / "many");
  const std::string command =
      std::string(TORIKUMI_INDEXER) + " inspect " + (folder_ / "many").string() + " 2>&1";
  const ProgramOutcome outcome = ChildProcess("/bin/sh", {"-c", command}).wait();
  for (const std::string& line : lines_of(outcome.out)) {
    EXPECT_EQ(line.starts_with("{"), line.ends_with("}")) << line;
  }
}

// --- The real reports ----------------------------------------------------------------------------

TEST_F(ProgramsTest, PrintsATableOfTheRealReportsThatFitsATerminal) {
  const auto reports = testing::reports_dir();
  if (!reports) {
    GTEST_SKIP() << "the real reports are not here";
  }
  const ProgramOutcome outcome = build_program({*reports});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const std::string& line : lines_of(outcome.out)) {
    EXPECT_LE(display_width(line), 120U) << line;
  }
  for (const char* part : {"30 initiatives", "50 initiatives", "36 standards", "63 examples"}) {
    EXPECT_THAT(outcome.out, HasSubstr(part));
  }
  EXPECT_EQ(check().exit_code, 0);
}

}  // namespace
}  // namespace torikumi::indexer
