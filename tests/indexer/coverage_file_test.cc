#include "indexer/coverage_file.h"

#include "corpus/error.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace torikumi::indexer {
namespace {

using analysis::LinkStrength;
using analysis::StandardRelation;
using analysis::TextPart;

StoredCoverage two_links() {
  return {.strong_score = 0.52,
          .weak_score = 0.46,
          .links = {{.record = 0,
                     .standard = 4,
                     .score = 0.1 + 0.2,
                     .strength = LinkStrength::Weak,
                     .relation = StandardRelation::Repeats,
                     .raised_by = "",
                     .sentence = {.part = TextPart::Target, .bytes = {0, 45}}},
                    {.record = 1,
                     .standard = 3,
                     .score = 0.75,
                     .strength = LinkStrength::Strong,
                     .relation = StandardRelation::Raises,
                     .raised_by = "年4回、\"別室\"",
                     .sentence = {.part = TextPart::Result, .bytes = {9, 9}}}}};
}

TEST(CoverageFileTest, ReadsWhatWasWritten) {
  EXPECT_EQ(parse_coverage(coverage_text(two_links()), 5), two_links());
}

TEST(CoverageFileTest, WritesOneLineForEachLinkWithDocumentNumbers) {
  StoredCoverage coverage = two_links();
  coverage.links.erase(coverage.links.begin());
  EXPECT_EQ(coverage_text(coverage),
            "torikumi-coverage 1\n"
            R"({"links":1,"strong_score":0.52,"weak_score":0.46})"
            "\n"
            R"({"record":2,"standard":4,"score":0.75,"strength":"strong","relation":"raises",)"
            R"("raised_by":"年4回、\"別室\"","part":"result","bytes":[9,9]})"
            "\n");
}

TEST(CoverageFileTest, ReadsAFileWithoutLinks) {
  EXPECT_TRUE(parse_coverage(coverage_text({}), 0).links.empty());
}

struct CoverageDamageCase {
  const char* name;
  std::string text;  ///< Behind the first line.
  std::size_t line;  ///< That is blamed.
};
std::ostream& operator<<(std::ostream& out, const CoverageDamageCase& row) {
  return out << row.name;
}

constexpr const char* kOneLink = "{\"links\":1,\"strong_score\":0.5,\"weak_score\":0.4}\n";
constexpr const char* kTwoLinks = "{\"links\":2,\"strong_score\":0.5,\"weak_score\":0.4}\n";
constexpr const char* kLink =
    R"({"record":1,"standard":2,"score":0.5,"strength":"weak","relation":"repeats",)"
    R"("raised_by":"","part":"target","bytes":[0,6]})"
    "\n";

/// A file with one link that has `piece` for `whole`.
std::string with(const std::string& piece, const std::string& whole) {
  std::string text = kLink;
  return kOneLink + text.replace(text.find(whole), whole.size(), piece);
}

class DamagedCoverageTest : public ::testing::TestWithParam<CoverageDamageCase> {};

TEST_P(DamagedCoverageTest, IsRefusedWithItsLine) {
  try {
    parse_coverage("torikumi-coverage 1\n" + GetParam().text, 2);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Damaged);
    EXPECT_EQ(error.what(), "coverage.jsonl: line " + std::to_string(GetParam().line) +
                                " of the links to standards cannot be read; build the index again "
                                "from its reports");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, DamagedCoverageTest,
    ::testing::Values(
        CoverageDamageCase{"Empty", "", 2}, CoverageDamageCase{"NoJson", "x\n", 2},
        CoverageDamageCase{"NoLineEnd", R"({"links":0,"strong_score":0.5,"weak_score":0.4})", 2},
        CoverageDamageCase{"NoScore", "{\"links\":0,\"strong_score\":0.5}\n", 2},
        CoverageDamageCase{"Cut", kOneLink, 3},
        CoverageDamageCase{"TooMany", std::string(kOneLink) + kLink + kLink, 4},
        CoverageDamageCase{"Twice", std::string(kTwoLinks) + kLink + kLink, 4},
        CoverageDamageCase{"NoSuchRecord", with("\"record\":3", "\"record\":1"), 3},
        CoverageDamageCase{"RecordZero", with("\"record\":0", "\"record\":1"), 3},
        CoverageDamageCase{"NoSuchStandard", with("\"standard\":9", "\"standard\":2"), 3},
        CoverageDamageCase{"ScoreAboveOne", with("\"score\":1.5", "\"score\":0.5"), 3},
        CoverageDamageCase{"Strength", with("\"fair\"", "\"weak\""), 3},
        CoverageDamageCase{"Relation", with("\"new\"", "\"repeats\""), 3},
        CoverageDamageCase{"RaisesByNothing", with("\"raises\"", "\"repeats\""), 3},
        CoverageDamageCase{"Part", with("\"both\"", "\"target\""), 3},
        CoverageDamageCase{"OneByte", with("[0]", "[0,6]"), 3},
        CoverageDamageCase{"BytesBackwards", with("[6,0]", "[0,6]"), 3},
        CoverageDamageCase{"NegativeByte", with("[-1,6]", "[0,6]"), 3}),
    [](const auto& row) { return row.param.name; });

TEST(CoverageFileTest, RefusesAnotherForm) {
  EXPECT_THROW(parse_coverage("torikumi-coverage 2\n", 0), Error);
  EXPECT_THROW(parse_coverage("", 0), Error);
}

}  // namespace
}  // namespace torikumi::indexer
