#include "analysis/practices/group_evidence.h"

#include "analysis/synonyms.h"
#include "tests/analysis/practices/made_up_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class GroupEvidenceTest : public ::testing::Test {
 protected:
  GroupEvidenceTest() : corpus_(synonyms_) {
    add_to(corpus_, four_practices());
    std::vector<std::uint32_t> records(corpus_.records().size());
    std::iota(records.begin(), records.end(), 0U);
    sentences_ = compared_sentences(corpus_, records);
  }

  SynonymTable synonyms_;
  PracticeCorpus corpus_;
  std::vector<ComparedSentence> sentences_;
};

TEST_F(GroupEvidenceTest, WhatRecordsOfAPracticeShareIsUnlikely) {
  const SenseCounts counts(sentences_, corpus_.words());
  const std::vector<SharedSense> shared = counts.shared({0, 1, 2, 3, 4});
  ASSERT_THAT(shared, Not(IsEmpty()));
  // 番号発券機 is in all five and in nothing else: a chance of about (5 / 30)^5.
  EXPECT_GT(shared.front().evidence, 2);
  const auto word =
      std::find_if(corpus_.words().begin(), corpus_.words().end(),
                   [](const PracticeWord& each) { return each.surface == "番号発券機"; });
  ASSERT_NE(word, corpus_.words().end());
  EXPECT_TRUE(std::any_of(shared.begin(), shared.end(),
                          [&](const SharedSense& sense) { return sense.sense == word->sense(); }));
}

TEST_F(GroupEvidenceTest, RecordsWithoutACommonWordShareNothing) {
  const SenseCounts counts(sentences_, corpus_.words());
  EXPECT_THAT(counts.shared({20, 21, 22, 23}), IsEmpty());
}

TEST_F(GroupEvidenceTest, LongSentencesWeighLess) {
  const std::vector<SharedSense> shared{{1, 4, false}, {2, 4, true}};
  EXPECT_DOUBLE_EQ(group_weight(shared, {0.5, 4, 1}), (4 + 2) * 0.5 / 2);
  EXPECT_LT(group_weight(shared, {0.5, 16, 1}), group_weight(shared, {0.5, 4, 1}));
  EXPECT_DOUBLE_EQ(group_weight(shared, {0.5, 4, 8}), (4 + 2) * 0.5 / 2 / 2);
  EXPECT_DOUBLE_EQ(group_weight({}, {0.5, 4, 1}), 0);
}

TEST_F(GroupEvidenceTest, MeasuresAreThoseOfTheRecords) {
  const SenseCounts counts(sentences_, corpus_.words());
  const GroupMeasures measures = counts.measures({0, 1}, 0.3);
  EXPECT_EQ(measures.records, 2U);
  EXPECT_DOUBLE_EQ(measures.inner_mean, 0.3);
  EXPECT_DOUBLE_EQ(
      measures.words_per_record,
      static_cast<double>(sentences_[0].words.size() + sentences_[1].words.size()) / 2);
  EXPECT_EQ(counts.measures({}, 0).records, 0U);
}

TEST_F(GroupEvidenceTest, DealingKeepsEveryWordAndEveryPlace) {
  const DealtWords dealt = dealt_out(sentences_, 1);
  ASSERT_EQ(dealt.sentences.size(), sentences_.size());
  std::map<std::uint32_t, int> difference;
  bool has_moved = false;
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    ASSERT_EQ(dealt.sentences[i].words.size(), sentences_[i].words.size());
    for (std::size_t k = 0; k < sentences_[i].words.size(); ++k) {
      ++difference[sentences_[i].words[k].word];
      --difference[dealt.sentences[i].words[k].word];
      EXPECT_EQ(dealt.sentences[i].words[k].hundredths, sentences_[i].words[k].hundredths);
      has_moved = has_moved || dealt.sentences[i].words[k].word != sentences_[i].words[k].word;
    }
  }
  for (const auto& [word, count] : difference) {
    EXPECT_EQ(count, 0);
  }
  EXPECT_TRUE(has_moved);
}

TEST_F(GroupEvidenceTest, DealingIsTheSameEveryTime) {
  const DealtWords first = dealt_out(sentences_, 3);
  const DealtWords second = dealt_out(sentences_, 3);
  for (std::size_t i = 0; i < first.words.size(); ++i) {
    EXPECT_EQ(first.words[i].word, second.words[i].word);
  }
}

TEST(LeastWeightTest, GroupsLikeThoseOfChanceAreNotKept) {
  const std::vector<std::vector<double>> chance{{5, 4, 3}, {5, 4, 3}};
  EXPECT_TRUE(std::isinf(least_weight({5, 4, 3}, chance)));
  EXPECT_TRUE(std::isinf(least_weight({}, chance)));
}

TEST(LeastWeightTest, ManyGroupsAboveChanceAreKept) {
  const std::vector<std::vector<double>> chance{{5, 4, 3}, {5, 4, 3}};
  // Above 5 chance gives none: (0 + 1) / 6. At 4 it gives two: (2 + 1) / 8.
  EXPECT_DOUBLE_EQ(least_weight({7, 7, 7, 6, 6, 6, 4, 4}, chance), 6);
}

TEST(LeastWeightTest, AFewGroupsAreKeptIfFarAboveChance) {
  const std::vector<std::vector<double>> chance{{4}};
  EXPECT_DOUBLE_EQ(least_weight({6, 5}, chance), 6);
  EXPECT_TRUE(std::isinf(least_weight({5.9, 5}, chance)));
}

}  // namespace
}  // namespace torikumi::analysis
