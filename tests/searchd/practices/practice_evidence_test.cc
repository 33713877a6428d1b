#include "searchd/practices/practice_evidence.h"

#include "corpus/error.h"
#include "tests/searchd/practices/practice_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::searchd {
namespace {

using analysis::TextPart;

std::vector<corpus::Record> two_records() {
  return {initiative("a", "窓口に立ちます。名札を付けます。", "付けました。"),
          initiative("b", "名札を新しくします。", "新しくしました。")};
}

TEST(EvidenceTest, IsTheSentenceInItsText) {
  const PracticeIndex index(two_records(), {});
  const std::vector<Evidence> evidence =
      evidence_of({{0, {.part = TextPart::Target, .bytes = {24, 48}}},
                   {1, {.part = TextPart::Result, .bytes = {0, 24}}}},
                  index.snapshot());
  ASSERT_EQ(evidence.size(), 2U);
  EXPECT_EQ(evidence[0].record.id, "a");
  EXPECT_EQ(evidence[0].sentence, "名札を付けます。");
  EXPECT_EQ(evidence[0].characters, (CharacterRange{8, 16}));
  EXPECT_EQ(evidence[1].record.id, "b");
  EXPECT_EQ(evidence[1].sentence, "新しくしました。");
}

TEST(EvidenceTest, IsDamageBeyondItsText) {
  const PracticeIndex index(two_records(), {});
  const analysis::SentenceRef beyond{.part = TextPart::Target, .bytes = {0, 49}};
  EXPECT_THROW(evidence_of({{0, beyond}}, index.snapshot()), Error);
  const analysis::SentenceRef reversed{.part = TextPart::Target, .bytes = {9, 6}};
  EXPECT_THROW(evidence_of({{0, reversed}}, index.snapshot()), Error);
}

TEST(RelatedPracticesTest, ShareMembers) {
  const std::vector<corpus::Record> records(3, two_records().front());
  std::vector<corpus::Record> named = records;
  named[1].id = "b";
  named[2].id = "c";
  const PracticeIndex index(named, {{.until_year = {},
                                     .practices = {practice_of("p-1", "名札", {0, 1, 2}, named),
                                                   practice_of("p-2", "窓口", {2}, named),
                                                   practice_of("p-3", "服装", {0, 1}, named),
                                                   practice_of("p-4", "朝礼", {1}, named)}}});
  const PracticeStore& store = index.snapshot().practices();
  const auto related = related_practices(store.all()[0], index.snapshot(), 2);
  ASSERT_EQ(related.size(), 2U);
  EXPECT_EQ(related[0].practice->id, "p-3");
  EXPECT_EQ(related[0].shared, 2U);
  EXPECT_EQ(related[1].practice->id, "p-2");
}

TEST(RepresentativeSentenceTest, IsThatOfTheRepresentative) {
  std::vector<corpus::Record> records = two_records();
  analysis::Practice practice = practice_of("p-1", "名札", {1, 0}, records);
  EXPECT_EQ(representative_sentence(practice).first, 1U);
  practice.representative = 0;
  EXPECT_EQ(representative_sentence(practice).first, 0U);
  EXPECT_EQ(representative_sentence(practice).second.bytes.end, records[0].target.size());
}

}  // namespace
}  // namespace torikumi::searchd
