#include "analysis/practices/practice_finder.h"

#include "analysis/synonyms.h"
#include "tests/analysis/practices/made_up_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<Practice> practices_of(const std::vector<MadeUpRecord>& records,
                                   const PracticeOptions& options = {}) {
  const SynonymTable synonyms;
  PracticeCorpus corpus(synonyms);
  add_to(corpus, records);
  return find_practices(corpus, options);
}

std::set<std::size_t> records_of(const Practice& practice) {
  std::set<std::size_t> records;
  for (const PracticeMember& member : practice.members) {
    records.insert(member.record);
  }
  return records;
}

const Practice* practice_of(const std::vector<Practice>& practices, std::size_t record) {
  for (const Practice& practice : practices) {
    if (records_of(practice).count(record) > 0) {
      return &practice;
    }
  }
  return nullptr;
}

TEST(FindPracticesTest, FindsWhatSeveralSectionsDo) {
  const std::vector<Practice> practices = practices_of(four_practices());
  ASSERT_THAT(practices, SizeIs(4));
  for (std::size_t first = 0; first < 20; first += 5) {
    const Practice* practice = practice_of(practices, first);
    ASSERT_NE(practice, nullptr) << first;
    EXPECT_EQ(records_of(*practice),
              (std::set<std::size_t>{first, first + 1, first + 2, first + 3, first + 4}));
  }
}

TEST(FindPracticesTest, NamesThemWithTheirOwnWords) {
  const std::vector<Practice> practices = practices_of(four_practices());
  ASSERT_THAT(practices, SizeIs(4));
  EXPECT_THAT(practice_of(practices, 0)->label, StartsWith("番号発券機を"));
  EXPECT_THAT(practice_of(practices, 5)->label, HasSubstr("遊び場"));
  EXPECT_THAT(practice_of(practices, 10)->label, HasSubstr("翻訳タブレット"));
  EXPECT_THAT(practice_of(practices, 15)->label, HasSubstr("共有"));
  for (const Practice& practice : practices) {
    EXPECT_FALSE(practice.key_terms.empty());
    EXPECT_EQ(practice.representative, practice.members.front().record);
  }
}

TEST(FindPracticesTest, MembersComeStrongestFirstWithTheirSentence) {
  std::vector<MadeUpRecord> records = four_practices();
  const std::string before = "市税の納期を広報紙に載せました。";
  records[0].result = before + records[0].result;
  const std::vector<Practice> practices = practices_of(records);
  const Practice* practice = practice_of(practices, 0);
  ASSERT_NE(practice, nullptr);
  EXPECT_TRUE(std::is_sorted(
      practice->members.begin(), practice->members.end(),
      [](const PracticeMember& a, const PracticeMember& b) { return a.strength > b.strength; }));
  for (const PracticeMember& member : practice->members) {
    EXPECT_GT(member.strength, 0);
    EXPECT_LE(member.strength, 1);
    EXPECT_EQ(member.sentence.part, TextPart::Result);
    EXPECT_EQ(member.sentence.bytes.begin, member.record == 0 ? before.size() : 0U);
    EXPECT_EQ(member.sentence.bytes.end, records[member.record].result.size());
  }
}

TEST(FindPracticesTest, ARecordThatDoesTwoThingsIsInTwo) {
  std::vector<MadeUpRecord> records = four_practices();
  records[0].result += records[15].result;
  const std::vector<Practice> practices = practices_of(records);
  EXPECT_EQ(
      std::count_if(practices.begin(), practices.end(),
                    [](const Practice& practice) { return records_of(practice).count(0) > 0; }),
      2);
}

TEST(FindPracticesTest, OneOwnerAloneHasNoPractice) {
  std::vector<MadeUpRecord> records = four_practices();
  for (std::size_t i = 0; i < 5; ++i) {
    records[i].owner = "区0 課0";
  }
  const std::vector<Practice> practices = practices_of(records);
  EXPECT_EQ(practice_of(practices, 0), nullptr);
  EXPECT_NE(practice_of(practices, 5), nullptr);
}

TEST(FindPracticesTest, TextsWithoutAnythingInCommonHaveNone) {
  std::vector<MadeUpRecord> records = four_practices();
  records.erase(records.begin(), records.begin() + 20);
  EXPECT_THAT(practices_of(records), IsEmpty());
  EXPECT_THAT(practices_of({}), IsEmpty());
}

class ShuffledWordsTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(ShuffledWordsTest, HaveNoPractice) {
  std::vector<MadeUpRecord> records = four_practices();
  Analyzer analyzer = make_analyzer();
  std::vector<std::string> words;
  std::vector<std::size_t> lengths;
  for (const MadeUpRecord& record : records) {
    const std::vector<Token> tokens = analyzer.analyze(record.result).tokens;
    lengths.push_back(tokens.size());
    for (const Token& token : tokens) {
      words.push_back(token.surface);
    }
  }
  std::mt19937 random(GetParam());
  std::shuffle(words.begin(), words.end(), random);
  auto word = words.begin();
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].result.clear();
    for (std::size_t k = 0; k < lengths[i]; ++k) {
      records[i].result += *word++;
    }
  }
  EXPECT_THAT(practices_of(records), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, ShuffledWordsTest, ::testing::Range(1U, 7U));

TEST(FindPracticesTest, IdsDependOnTheMembersOnly) {
  const std::vector<MadeUpRecord> records = four_practices();
  const std::vector<Practice> practices = practices_of(records);
  EXPECT_EQ(practices, practices_of(records));
  std::vector<MadeUpRecord> more = records;
  more.push_back({"区8 係1", "橋の欄干を塗りました。"});
  const std::vector<Practice> later = practices_of(more);
  ASSERT_NE(practice_of(practices, 0), nullptr);
  ASSERT_NE(practice_of(later, 0), nullptr);
  EXPECT_EQ(practice_of(practices, 0)->id, practice_of(later, 0)->id);
  EXPECT_THAT(practice_of(practices, 0)->id, StartsWith("p-"));
  EXPECT_THAT(practice_of(practices, 0)->id, SizeIs(14));
}

TEST(FindPracticesTest, UntilAYearOnlyItsRecordsAreGrouped) {
  std::vector<MadeUpRecord> records = four_practices();
  for (std::size_t i = 0; i < 5; ++i) {
    records[i].fiscal_year = 2021;
  }
  records[5].fiscal_year = std::nullopt;
  const std::vector<Practice> practices = practices_of(records, {.until_year = 2020});
  EXPECT_EQ(practice_of(practices, 0), nullptr);
  ASSERT_NE(practice_of(practices, 6), nullptr);
  EXPECT_EQ(records_of(*practice_of(practices, 6)), (std::set<std::size_t>{6, 7, 8, 9}));
}

TEST(FindPracticesTest, OfManyRecordsAllJoinTheGroupsOfSome) {
  // Three times the same among others that do nothing alike: of 286 records 130 are compared with
  // each other.
  std::vector<MadeUpRecord> records;
  for (int copy = 0; copy < 3; ++copy) {
    for (MadeUpRecord record : four_practices()) {
      record.owner += " " + std::to_string(copy);
      records.push_back(std::move(record));
    }
  }
  const std::vector<std::string> signs{"山", "川", "海", "空", "石", "木", "花",
                                       "鳥", "雪", "月", "星", "風", "雲", "草"};
  for (const std::string& left : signs) {
    for (const std::string& right : signs) {
      records.push_back({"区8 " + left + right, left + right + "の箱を運びました。"});
    }
  }
  const std::vector<Practice> practices =
      practices_of(records, {.until_year = std::nullopt, .max_exact_records = 130});
  const Practice* practice = practice_of(practices, 0);
  ASSERT_NE(practice, nullptr);
  for (std::size_t copy = 0; copy < 3; ++copy) {
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_EQ(records_of(*practice).count(copy * 30 + i), 1U) << copy << " " << i;
    }
  }
  EXPECT_THAT(practice->members, SizeIs(15));
}

}  // namespace
}  // namespace torikumi::analysis
