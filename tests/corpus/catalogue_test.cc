#include "corpus/catalogue.h"

#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TemporaryDirectory;
using testing::write_file;

constexpr std::string_view kHead = "file,kind,municipality,ward,fiscal_year,title,url\n";

class CatalogueTest : public ::testing::Test {
 protected:
  CatalogueTest() { write_file(folder_.path() / "a.txt", "a"); }

  Result<Catalogue> read(const std::string& content) {
    write_file(folder_.path() / "catalogue.csv", content);
    return Catalogue::read(folder_.path() / "catalogue.csv", "catalogue.csv", wards_);
  }

  // The diagnostics of a catalogue whose second line is `row`.
  std::vector<std::string> remarks(const std::string& rows) {
    const Result<Catalogue> catalogue = read(std::string(kHead) + rows);
    std::vector<std::string> out;
    for (const Diagnostic& remark : catalogue.value().diagnostics()) {
      out.push_back((remark.severity == Diagnostic::Severity::Error ? "error: " : "warning: ") +
                    remark.file + ":" + std::to_string(remark.line) + ": " + remark.message + "; " +
                    remark.hint);
    }
    return out;
  }

  TemporaryDirectory folder_;
  WardRegistry wards_ = WardRegistry::load(testing::source_dir() / "corpus" / "data" / "wards.csv");
};

TEST_F(CatalogueTest, ResolvesEveryField) {
  const Catalogue catalogue =
      read(
          "note,url,title,fiscal_year,ward,municipality,kind,file,licence\r\n"
          "\"抜粋, "
          "一部\",https://example.jp/a,\"目標\n(案)\",平成27～29年度,鶴見区,大阪市,policy,./"
          "a.txt,CC BY\r\n")
          .value();
  CatalogueEntry want;
  want.file = "a.txt";
  want.kind = ReportKind::Policy;
  want.ward = {"271241", "鶴見区", "大阪市"};
  want.fiscal_year = 2017;
  want.fiscal_years = {2015, 2017};
  want.title = "目標 (案)";
  want.url = "https://example.jp/a";
  want.note = "抜粋, 一部";
  want.line = 2;
  EXPECT_THAT(catalogue.entries(), ElementsAre(want));
  EXPECT_THAT(catalogue.diagnostics(), IsEmpty());
  EXPECT_EQ(catalogue.entry_for("a.txt").value(), want);
  EXPECT_EQ(catalogue.entry_for("./a.txt").value(), want);
  EXPECT_EQ(catalogue.entry_for("b.txt").value(), std::nullopt);
}

TEST_F(CatalogueTest, TakesAWardByNameOrCodeAndTheCityForNone) {
  const auto ward = [&](const std::string& cells) {
    return read(std::string(kHead) + "a.txt,policy," + cells + ",R7,,\n")
        .value()
        .entries()
        .at(0)
        .ward.full_name();
  };
  EXPECT_EQ(ward("川崎市,中原区"), "川崎市中原区");
  EXPECT_EQ(ward(",中原区"), "川崎市中原区");
  EXPECT_EQ(ward("川崎市,141330"), "川崎市中原区");
  EXPECT_EQ(ward(",１４１３３０"), "川崎市中原区");
  EXPECT_EQ(ward("川崎市,"), "川崎市");
}

TEST_F(CatalogueTest, ReadsWhatExcelSaves) {
  const Catalogue catalogue =
      read(std::string(kHead) + "a.txt,policy,\x90\xEC\x8D\xE8\x8E\x73,,2025,,\n").value();
  EXPECT_EQ(catalogue.entries().at(0).ward.full_name(), "川崎市");
  ASSERT_EQ(catalogue.diagnostics().size(), 1U);
  EXPECT_EQ(catalogue.diagnostics().at(0).message, "read as Shift_JIS (CP932)");
}

TEST_F(CatalogueTest, FindsAFileWhoseNameWasComposedOtherwise) {
  write_file(folder_.path() / "カ\u3099イト\u3099.txt", "a");
  const Catalogue catalogue = read(std::string(kHead) + "ガイド.txt,policy,川崎市,,R7,,\n").value();
  EXPECT_THAT(catalogue.diagnostics(), IsEmpty());
  EXPECT_TRUE(catalogue.entry_for("カ\u3099イト\u3099.txt").value().has_value());
}

struct RowCase {
  std::string row;
  std::string message;
};

TEST_F(CatalogueTest, SaysWhatIsWrongWithARow) {
  const std::vector<RowCase> rows{
      {",policy,川崎市,,R7,,", "the file is empty; write the name of the report's file"},
      {"../a.txt,policy,川崎市,,R7,,",
       "the file \"../a.txt\" is not below the catalogue's folder; put a catalogue.csv beside it "
       "and "
       "write its name only"},
      {"/a.txt,policy,川崎市,,R7,,",
       "the file \"/a.txt\" is not below the catalogue's folder; put a catalogue.csv beside it and "
       "write its name only"},
      {"a.txt,,川崎市,,R7,,",
       "the kind is empty; write one of targets_and_results, standards, guideline, policy"},
      {"a.txt,target,川崎市,,R7,,",
       "the kind \"target\" is not known; did you mean targets_and_results?"},
      {"a.txt,議事録,川崎市,,R7,,",
       "the kind \"議事録\" is not known; write one of targets_and_results, standards, guideline, "
       "policy"},
      {"a.txt,policy,川崎市,中腹区,R7,,", "川崎市 has no ward \"中腹区\"; did you mean 中原区?"},
      {"a.txt,policy,,鶴見区,R7,,",
       "the ward \"鶴見区\" is in several municipalities: 横浜市, 大阪市; name the municipality "
       "too, "
       "such as 横浜市鶴見区"},
      {"a.txt,policy,,,R7,,",
       "neither a municipality nor a ward is named; name one, such as 川崎市 and 中原区"},
      {"a.txt,policy,川崎市,141331,R7,,",
       "the ward code \"141331\" is not known; a code has six digits, the last one its check "
       "digit: "
       "141313 is 川崎区"},
      {"a.txt,policy,横浜市,141330,R7,,",
       "the ward code 141330 is 川崎市中原区, not of \"横浜市\"; correct one of the two"},
      {"a.txt,policy,川崎市,,平成32年度,,",
       "\"平成32年度\" is not a fiscal year: 平成 ended with year 31; write it like 令和7年度, R7 "
       "or "
       "2025"},
      {"a.txt,policy,川崎市,,,,", "the fiscal year is empty; write it like 令和7年度, R7 or 2025"},
      {"a.txt,targets_and_results,川崎市,,R7,,",
       "the ward is empty, but a report of the kind targets_and_results is of one ward; write the "
       "name of the ward"},
      {"a.txt,targets_and_results,川崎市,幸区,R4-R6,,",
       "the fiscal year \"R4-R6\" is a range, but a report of the kind targets_and_results is of "
       "one "
       "year; write the year that the file is about"},
      {"a.txt,policy,川崎市,,R7,方針, 案,,x",
       "the row has 9 cells, the first row names 7; put a cell that holds a comma in quotation "
       "marks"},
  };
  for (const RowCase& row : rows) {
    EXPECT_THAT(remarks(row.row + "\n"), ElementsAre("error: catalogue.csv:2: " + row.message));
  }
}

TEST_F(CatalogueTest, WarnsOfWhatIsOddInARow) {
  EXPECT_THAT(remarks("b.txt,policy,川崎市,,R7,,\n"),
              ElementsAre("warning: catalogue.csv:2: the file \"b.txt\" is not there; did you mean "
                          "a.txt?"));
  EXPECT_THAT(remarks("北/令和7年度.txt,policy,川崎市,,R7,,\n"),
              ElementsAre("warning: catalogue.csv:2: the file \"北/令和7年度.txt\" is not there; "
                          "correct the name or remove the row"));
  EXPECT_THAT(
      remarks("a.txt,policy,大阪市,東区,S60,,\n"),
      ElementsAre("warning: catalogue.csv:2: the ward 大阪市東区 (271055) was given up; name "
                  "its successor unless the report is older than that"));
  EXPECT_THAT(
      remarks("a.txt,policy,川崎市,,R7,,javascript:alert(1)\n"),
      ElementsAre("warning: catalogue.csv:2: the url \"javascript:alert(1)\" is left out; an "
                  "address begins with https:// or http://"));
}

TEST_F(CatalogueTest, DisablesOnlyTheBadRow) {
  write_file(folder_.path() / "b.txt", "b");
  const Catalogue catalogue =
      read(std::string(kHead) + "a.txt,policy,川崎市,,令和0,,\nb.txt,policy,川崎市,,令和7,,\n")
          .value();
  EXPECT_STREQ(
      catalogue.entry_for("a.txt").error().what(),
      "catalogue.csv:2: \"令和0\" is not a fiscal year: the years of 令和 begin with 元 (1); "
      "write it like 令和7年度, R7 or 2025");
  EXPECT_EQ(catalogue.entry_for("b.txt").value()->fiscal_year, 2025);
}

TEST_F(CatalogueTest, TrustsNeitherOfTwoRowsForAFile) {
  const Catalogue catalogue =
      read(std::string(kHead) + "a.txt,policy,川崎市,,R6,,\n\"a.txt\",policy,\"川崎市\",,R7,,\n")
          .value();
  EXPECT_THAT(catalogue.entries(), IsEmpty());
  EXPECT_STREQ(catalogue.entry_for("a.txt").error().what(),
               "catalogue.csv:3: the file \"a.txt\" is listed twice; remove one of the rows");
}

TEST_F(CatalogueTest, TrustsNoGoodRowAboveABadOneForItsFile) {
  const Catalogue catalogue =
      read(std::string(kHead) + "a.txt,policy,川崎市,,R6,,\na.txt,policy,川崎市,,令和0,,\n")
          .value();
  EXPECT_THAT(catalogue.entries(), IsEmpty());
  EXPECT_FALSE(catalogue.entry_for("a.txt"));
}

TEST_F(CatalogueTest, RefusesATableItCannotUse) {
  EXPECT_STREQ(read("\nfile,kind,municipality,ward,year,title,url\n").error().what(),
               "catalogue.csv:2: the column \"fiscal_year\" is missing; the first row names the "
               "columns: file,kind,municipality,ward,fiscal_year,title,url");
  EXPECT_STREQ(read("").error().what(), "catalogue.csv: the file is empty; fill it or remove it");
  EXPECT_EQ(read(std::string(kHead) + "\"a.txt,policy\n").error().kind, ErrorKind::Malformed);
}

TEST(RealCatalogueTest, IsReadWithoutARemark) {
  const auto folder = testing::reports_dir();
  if (!folder) {
    GTEST_SKIP() << "the real reports are not here";
  }
  const WardRegistry wards =
      WardRegistry::load(testing::source_dir() / "corpus" / "data" / "wards.csv");
  const Result<Catalogue> catalogue =
      Catalogue::read(*folder / "catalogue.csv", "catalogue.csv", wards);
  ASSERT_TRUE(catalogue) << catalogue.error().what();
  EXPECT_EQ(catalogue->entries().size(), 5U);
  EXPECT_THAT(catalogue->diagnostics(), IsEmpty());
}

}  // namespace
}  // namespace torikumi::corpus
