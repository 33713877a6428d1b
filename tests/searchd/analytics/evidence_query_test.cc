#include "searchd/api/evidence_query.h"

#include <gtest/gtest.h>

namespace torikumi::searchd {
namespace {

EvidenceQuery evidence_of(const std::vector<HttpParameter>& given) {
  static const std::vector<ParameterSpec> kSpecs = [] {
    std::vector<ParameterSpec> specs;
    specs.push_back({.name = "q", .description = "", .choices = {}});
    for (const char* name :
         {"theme", "ward", "year", "department", "scene", "flag", "kind", "field"}) {
      specs.push_back({.name = name, .is_repeatable = true, .description = "", .choices = {}});
    }
    specs.push_back({.name = "synonyms",
                     .type = ParameterSpec::Type::Choice,
                     .description = "",
                     .choices = {"on", "off"}});
    return specs;
  }();
  return EvidenceQuery(*Parameters::parse(given, kSpecs));
}

TEST(EvidenceQueryTest, KeepsWhatDecidesTheRecords) {
  EXPECT_EQ(evidence_of({{"q", "a b"}, {"year", "2020"}, {"kind", "all"}, {"year", "2021"}}).text(),
            "q=a%20b&relax=off&kind=all&year=2020&year=2021");
  EXPECT_EQ(evidence_of({{"synonyms", "off"}}).text(), "q=&synonyms=off");
  EXPECT_EQ(evidence_of({{"synonyms", "on"}}).text(), "q=");
}

TEST(EvidenceQueryTest, PutsTermsBeforeWhatIsTyped) {
  EXPECT_EQ(evidence_of({{"q", "x"}}).holding({"y", "z"}).text(),
            "q=" + percent_encoded("「y」 OR 「z」 x") + "&relax=off");
  EXPECT_EQ(evidence_of({}).holding({"y"}).text(), "q=" + percent_encoded("「y」") + "&relax=off");
}

TEST(EvidenceQueryTest, NarrowsToOneYearAndWard) {
  EXPECT_EQ(
      evidence_of({{"year", "2018..2020"}, {"ward", "x"}}).in_year(2019).in_ward("141330").text(),
      "q=&ward=141330&year=2019");
}

TEST(EvidenceQueryTest, RequiresEachFlagOnce) {
  const EvidenceQuery evidence = evidence_of({{"flag", "restated"}});
  EXPECT_EQ(evidence.with_flag("omitted").text(), "q=&flag=restated&flag=omitted");
  EXPECT_EQ(evidence.with_flag("restated").text(), "q=&flag=restated");
  EXPECT_EQ(evidence.without_filters().text(), "q=");
}

TEST(EvidenceQueryTest, IsOfThemes) {
  const EvidenceQuery evidence = evidence_of({{"theme", "a"}, {"theme", "b"}, {"q", "x"}});
  EXPECT_EQ(evidence.text(), "q=x&relax=off&theme=a&theme=b");
  EXPECT_EQ(evidence.of_theme("b").text(), "q=x&relax=off&theme=b");
  EXPECT_EQ(evidence.without_themes().text(), "q=x&relax=off");
  EXPECT_EQ(evidence.without_words().text(), "q=");
}

TEST(EvidenceQueryTest, WidensToWhatItIsComparedWith) {
  const EvidenceQuery evidence = evidence_of(
      {{"q", "x"}, {"ward", "y"}, {"year", "2020"}, {"kind", "all"}, {"synonyms", "off"}});
  EXPECT_EQ(evidence.without_words().text(), "q=&kind=all&ward=y&year=2020");
  EXPECT_EQ(evidence.without_words().without_filters().text(), "q=&kind=all");
}

TEST(PercentEncodingTest, LeavesOnlyUnreservedCharacters) {
  EXPECT_EQ(percent_encoded("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(percent_encoded("a&b=c d+%\"窓"), "a%26b%3Dc%20d%2B%25%22%E7%AA%93");
}

}  // namespace
}  // namespace torikumi::searchd
