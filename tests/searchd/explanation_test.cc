// What a score is the sum of.

#include "searchd/search/explanation.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <random>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

SearchRequest explained(const std::string& q) {
  SearchRequest request;
  request.q = q;
  request.limit = 200;
  request.is_explained = true;
  return request;
}

double sum_of(const std::vector<ScorePart>& parts) {
  double sum = 0;
  for (const ScorePart& part : parts) {
    sum += part.contribution;
  }
  return sum;
}

const SearchIndex& large_index() {
  static const SearchIndex kIndex(random_records(120, 11));
  return kIndex;
}

class ExplanationSumTest : public ::testing::TestWithParam<const char*> {};

TEST_P(ExplanationSumTest, AddsUpToTheScore) {
  for (const bool with_recency : {false, true}) {
    SearchRequest request = explained(GetParam());
    request.with_recency = with_recency;
    const SearchResult result = search(request, large_index().snapshot());
    ASSERT_FALSE(result.hits.empty());
    for (const Hit& hit : result.hits) {
      EXPECT_NEAR(sum_of(hit.score_parts), *hit.score, 1e-9 * (1 + *hit.score)) << hit.record.id;
      for (const ScorePart& part : hit.score_parts) {
        EXPECT_GT(part.contribution, 0);
        EXPECT_FALSE(part.text.empty());
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Table, ExplanationSumTest,
                         ::testing::Values("電話", "電話 手紙", "電話 電話", "電話 OR 手紙 OR 研修",
                                           "「電話」", "研修 -電話", "掲示板",
                                           "はっけんき OR でんわ", "中原区 研修",
                                           "中原区 研修 OR 電話", "区:中原区 電話",
                                           "電話や手紙の研修はどうすればよいか",
                                           "研修で庭園に椅子を並べる電話", "令和2年度 電話"));

std::string random_text(std::mt19937& random, std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    text += std::array{"甲", "乙", "丙", "丁"}.at(random() % 4);
  }
  return text;
}

// In such texts a phrase is often missing though all its pairs are there, which is where Xapian's
// own sum over a tree of AND and OR goes wrong (scoring_query_of).
TEST(ExplanationTest, AddsUpWherePhrasesNearlyMatch) {
  std::mt19937 random(3);
  std::vector<corpus::Record> records;
  for (std::size_t i = 0; i < 120; ++i) {
    records.push_back(initiative(std::to_string(1000 + i), random_text(random, 9 + random() % 20),
                                 random_text(random, random() % 20)));
  }
  const SearchIndex index(std::move(records));
  std::size_t hits = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    std::string q;
    for (const char* behind : {" OR ", " ", " OR ", " OR ", ""}) {
      q += "「" + random_text(random, 3) + "」" + behind;
    }
    for (const Hit& hit : search(explained(q), index.snapshot()).hits) {
      EXPECT_NEAR(sum_of(hit.score_parts), *hit.score, 1e-9 * (1 + *hit.score)) << q;
      ++hits;
    }
  }
  EXPECT_GT(hits, 100U);
}

const SearchIndex& desk_index() {
  static const SearchIndex kIndex({
      initiative("a", "番号発券機を窓口に置きます。", "発券機を置きました。"),
      initiative("b", "次の係に引き継ぎます。", "3回、研修を行いました。"),
      initiative("c", "個人情報の適正な保護に努めます。"),
      initiative("d", "外国人のお客様への窓口での説明に翻訳機を使いました。"),
      initiative("e", "花壇に水をまきました。"),
      initiative("f", "三回の勉強会を開きました。"),
      initiative("g", "花壇の柵を直しました。"),
  });
  return kIndex;
}

struct PartCase {
  const char* name;
  std::string q;
  std::string id;
  std::string word;  // Empty: none.
  std::string text;
  ScoreOrigin origin;
  indexer::TextField field;
};
std::ostream& operator<<(std::ostream& out, const PartCase& row) {
  return out << row.q;
}

class ExplanationPartTest : public ::testing::TestWithParam<PartCase> {};

TEST_P(ExplanationPartTest, NamesTheWordThePatternAndTheField) {
  const PartCase& row = GetParam();
  const SearchResult result = search(explained(row.q), desk_index().snapshot());
  const auto hit = std::find_if(result.hits.begin(), result.hits.end(),
                                [&](const Hit& each) { return each.record.id == row.id; });
  ASSERT_NE(hit, result.hits.end());
  std::string got;
  for (const ScorePart& part : hit->score_parts) {
    if (part.word.value_or("") == row.word && part.text == row.text && part.origin == row.origin &&
        part.field == row.field) {
      return;
    }
    got += std::string(name_of(part.origin)) + " " + part.word.value_or("-") + " → " + part.text +
           "\n";
  }
  ADD_FAILURE() << "not among\n" << got;
}

INSTANTIATE_TEST_SUITE_P(
    Table, ExplanationPartTest,
    ::testing::Values(PartCase{"Word", "窓口", "a", "窓口", "窓口", ScoreOrigin::Word,
                               indexer::TextField::Target},
                      PartCase{"OtherField", "発券機", "a", "発券機", "発券機", ScoreOrigin::Word,
                               indexer::TextField::Result},
                      PartCase{"Inflected", "引き継ぎました", "b", "引き継ぎました", "引き継ぐ",
                               ScoreOrigin::Word, indexer::TextField::Target},
                      PartCase{"Characters", "券機", "a", "券機", "券機", ScoreOrigin::Characters,
                               indexer::TextField::Target},
                      PartCase{"Phrase", "「水をまき」", "e", "水をまき", "水をまき",
                               ScoreOrigin::Characters, indexer::TextField::Target},
                      PartCase{"Reading", "はっけんき", "a", "はっけんき", "発券機",
                               ScoreOrigin::Reading, indexer::TextField::Result},
                      PartCase{"Number", "3回", "f", "3回", "三回", ScoreOrigin::Number,
                               indexer::TextField::Target},
                      PartCase{"Synonym", "研修", "f", "研修", "勉強会", ScoreOrigin::Synonym,
                               indexer::TextField::Target},
                      PartCase{"Near", "窓口説明", "d", "窓口説明", "窓口 … 説明",
                               ScoreOrigin::Compound, indexer::TextField::Target},
                      PartCase{"SecondAlternative", "宇宙船 OR 花壇", "e", "花壇", "花壇",
                               ScoreOrigin::Word, indexer::TextField::Target},
                      PartCase{"Neighbours", "外国人の方への窓口での翻訳機はありますか", "d", "",
                               "外国人", ScoreOrigin::Neighbours, indexer::TextField::Target}),
    [](const auto& row) { return row.param.name; });

TEST(ExplanationTest, PutsTheLargestPartFirst) {
  for (const Hit& hit : search(explained("発券機 OR 窓口"), desk_index().snapshot()).hits) {
    EXPECT_TRUE(std::is_sorted(
        hit.score_parts.begin(), hit.score_parts.end(),
        [](const ScorePart& a, const ScorePart& b) { return a.contribution > b.contribution; }));
  }
}

TEST(ExplanationTest, HasNoPartsWithoutAScore) {
  for (const char* q : {"", "-花壇"}) {
    const SearchResult result = search(explained(q), desk_index().snapshot());
    EXPECT_GT(result.total, 0U);
    for (const Hit& hit : result.hits) {
      EXPECT_THAT(hit.score_parts, IsEmpty());
    }
  }
  SearchRequest request = explained("花壇");
  request.sort = SortOrder::Year;
  request.with_recency = true;
  EXPECT_THAT(search(request, desk_index().snapshot()).hits.at(0).score_parts, IsEmpty());
  request = explained("花壇");
  request.is_explained = false;
  EXPECT_THAT(search(request, desk_index().snapshot()).hits.at(0).score_parts, IsEmpty());
}

TEST(ExplanationTest, LeavesHitsAndScoresAsTheyAre) {
  for (const char* q : {"電話 研修", "電話や手紙の研修はどうすればよいか", "中原区 研修"}) {
    SearchRequest request = explained(q);
    const SearchResult with = search(request, large_index().snapshot());
    request.is_explained = false;
    const SearchResult without = search(request, large_index().snapshot());
    EXPECT_EQ(ids_of(with), ids_of(without));
    for (std::size_t i = 0; i < with.hits.size(); ++i) {
      EXPECT_EQ(with.hits[i].score, without.hits[i].score);
    }
  }
}

TEST(ScoreOriginTest, HasANameForEach) {
  std::vector<std::string_view> names;
  for (const ScoreOrigin origin : kAllScoreOrigins) {
    EXPECT_FALSE(name_of(origin).empty());
    EXPECT_THAT(names, ::testing::Not(Contains(name_of(origin))));
    names.push_back(name_of(origin));
  }
}

}  // namespace
}  // namespace torikumi::searchd
