#include "indexer/practices_file.h"

#include "corpus/error.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using analysis::TextPart;

std::vector<StoredPractices> two_sets() {
  return {
      {.until_year = {},
       .practices = {{.id = "p-0123456789ab",
                      .label = "\"番号発券機\"を導入",
                      .key_terms = {"番号発券機", "導入"},
                      .representative = 4,
                      .members = {{.record = 4,
                                   .strength = 0.1 + 0.2,
                                   .sentence = {.part = TextPart::Result, .bytes = {9, 45}}},
                                  {.record = 0,
                                   .strength = 0,
                                   .sentence = {.part = TextPart::Target, .bytes = {0, 0}}}}}}},
      {.until_year = 2022, .practices = {}},
  };
}

TEST(PracticesFileTest, ReadsWhatWasWritten) {
  EXPECT_EQ(parse_practices(practices_text(two_sets()), 5), two_sets());
}

TEST(PracticesFileTest, WritesOneLineForEachPracticeWithDocumentNumbers) {
  const std::vector<StoredPractices> sets{
      {.until_year = {},
       .practices = {{.id = "p-0123456789ab",
                      .label = "番号発券機を導入",
                      .key_terms = {"番号発券機"},
                      .representative = 0,
                      .members = {{.record = 0,
                                   .strength = 0.5,
                                   .sentence = {.part = TextPart::Target, .bytes = {0, 45}}},
                                  {.record = 6,
                                   .strength = 0.25,
                                   .sentence = {.part = TextPart::Result, .bytes = {3, 9}}}}}}},
      {.until_year = 2022, .practices = {}}};
  EXPECT_EQ(practices_text(sets),
            "torikumi-practices 1\n"
            R"({"until_year":null,"practices":1})"
            "\n"
            R"({"id":"p-0123456789ab","label":"番号発券機を導入","key_terms":["番号発券機"],)"
            R"("representative":1,"members":[)"
            R"({"record":1,"strength":0.5,"part":"target","bytes":[0,45]},)"
            R"({"record":7,"strength":0.25,"part":"result","bytes":[3,9]}]})"
            "\n"
            R"({"until_year":2022,"practices":0})"
            "\n");
}

TEST(PracticesFileTest, KeepsTheStandardsThatPracticesAreNearTo) {
  std::vector<StoredPractices> sets = two_sets();
  sets[0].standards = {{{.standard = 2, .similarity = 0.1 + 0.2, .strong_sentences = 1},
                        {.standard = 1, .similarity = 0, .strong_sentences = 0}}};
  const std::string text = practices_text(sets);
  EXPECT_NE(text.find(R"("standards":[{"record":3,"similarity":0.30000000000000004,"strong":1},)"),
            std::string::npos);
  EXPECT_EQ(parse_practices(text, 5), sets);
}

TEST(PracticesFileTest, ReadsAFileWithoutSets) {
  EXPECT_TRUE(parse_practices("torikumi-practices 1\n", 0).empty());
}

TEST(PracticesFileTest, IgnoresKeysThatItDoesNotKnow) {
  const auto sets = parse_practices(
      "torikumi-practices 1\n{\"until_year\":null,\"practices\":0,\"later\":[1]}\n", 0);
  ASSERT_EQ(sets.size(), 1U);
  EXPECT_TRUE(sets.front().practices.empty());
}

struct DamageCase {
  const char* name;
  std::string text;  ///< Behind the first line.
  std::size_t line;  ///< That is blamed.
};
std::ostream& operator<<(std::ostream& out, const DamageCase& row) {
  return out << row.name;
}

constexpr const char* kSet = "{\"until_year\":null,\"practices\":1}\n";

/// A practice of records 1 and 2 with `piece` for `whole`.
std::string with(const std::string& piece, const std::string& whole) {
  std::string text =
      R"({"id":"p-1","label":"名札","key_terms":["名札"],"representative":2,"members":[)"
      R"({"record":2,"strength":1.0,"part":"target","bytes":[0,6]}]})"
      "\n";
  return kSet + text.replace(text.find(whole), whole.size(), piece);
}

class DamagedPracticesTest : public ::testing::TestWithParam<DamageCase> {};

TEST_P(DamagedPracticesTest, IsRefusedWithItsLine) {
  try {
    parse_practices("torikumi-practices 1\n" + GetParam().text, 2);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Damaged);
    EXPECT_EQ(error.what(), "practices.jsonl: line " + std::to_string(GetParam().line) +
                                " of the practices cannot be read; build the index again from its "
                                "reports");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, DamagedPracticesTest,
    ::testing::Values(
        DamageCase{"NoJson", "x\n", 2}, DamageCase{"NoObject", "[]\n", 2},
        DamageCase{"NoLineEnd", R"({"until_year":null,"practices":0})", 2},
        DamageCase{"NoYear", "{\"practices\":0}\n", 2},
        DamageCase{"YearInWords", "{\"until_year\":\"2022\",\"practices\":0}\n", 2},
        DamageCase{"YearBeyondAll", "{\"until_year\":20222022,\"practices\":0}\n", 2},
        DamageCase{"NegativeYear", "{\"until_year\":-1,\"practices\":0}\n", 2},
        DamageCase{"NegativeCount", "{\"until_year\":null,\"practices\":-1}\n", 2},
        DamageCase{"Cut", kSet, 3},
        DamageCase{"SetTwice",
                   "{\"until_year\":2022,\"practices\":0}\n{\"until_year\":2022,\"practices\":0}\n",
                   3},
        DamageCase{"ATailBehindTheSets", "{\"until_year\":null,\"practices\":0}\n\n", 3},
        DamageCase{"NoLabel", with(R"("label":"")", R"("label":"名札")"), 3},
        DamageCase{"NoId", with(R"("x":"p-1")", R"("id":"p-1")"), 3},
        DamageCase{"KeyTermsAreNoList", with(R"("key_terms":1)", R"("key_terms":["名札"])"), 3},
        DamageCase{"KeyTermIsNoText", with(R"("key_terms":[1])", R"("key_terms":["名札"])"), 3},
        DamageCase{"NoMembers",
                   with("[]", R"([{"record":2,"strength":1.0,"part":"target","bytes":[0,6]}])"), 3},
        DamageCase{"MemberIsNoObject",
                   with("[2]", R"([{"record":2,"strength":1.0,"part":"target","bytes":[0,6]}])"),
                   3},
        DamageCase{"RecordNull", with(R"("record":0)", R"("record":2)"), 3},
        DamageCase{"RecordBeyondTheLast", with(R"("record":3)", R"("record":2)"), 3},
        DamageCase{"RepresentativeBeyondTheLast",
                   with(R"("representative":3)", R"("representative":2)"), 3},
        DamageCase{"StrengthAboveOne", with(R"("strength":1.5)", R"("strength":1.0)"), 3},
        DamageCase{"StrengthInWords", with(R"("strength":"1")", R"("strength":1.0)"), 3},
        DamageCase{"UnknownPart", with(R"("part":"title")", R"("part":"target")"), 3},
        DamageCase{"StandardBeyondTheLast",
                   with(R"("standards":[{"record":3,"similarity":0,"strong":0}],"id")", R"("id")"),
                   3},
        DamageCase{"SimilarityAboveOne",
                   with(R"("standards":[{"record":1,"similarity":2,"strong":0}],"id")", R"("id")"),
                   3},
        DamageCase{"StandardsAreNoList", with(R"("standards":1,"id")", R"("id")"), 3},
        DamageCase{"ReversedRange", with("[6,0]", "[0,6]"), 3},
        DamageCase{"RangeOfThree", with("[0,6,9]", "[0,6]"), 3}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(PracticesFileTest, RefusesAnotherFirstLine) {
  for (const char* text : {"", "\n", "torikumi-practices 2\n", "torikumi-practices 1"}) {
    EXPECT_THROW(parse_practices(text, 0), Error) << text;
  }
}

}  // namespace
}  // namespace torikumi::indexer
