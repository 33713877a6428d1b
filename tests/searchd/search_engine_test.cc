#include "searchd/search/search_engine.h"

#include "corpus/record_json.h"
#include "tests/searchd/search_index.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <tuple>

namespace torikumi::searchd {
namespace {

using ::testing::_;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

SearchRequest request_for(const std::string& q) {
  SearchRequest request;
  request.q = q;
  request.limit = 200;
  return request;
}

/// Initiatives a, b, c, … with these targets.
std::vector<corpus::Record> records_with(const std::vector<std::string>& targets) {
  std::vector<corpus::Record> records;
  records.reserve(targets.size());
  for (const std::string& target : targets) {
    records.push_back(initiative(std::string(1, static_cast<char>('a' + records.size())), target));
  }
  return records;
}

struct MatchCase {
  const char* name;
  std::string_view query;
  std::string_view text;
  bool is_found;
};
std::ostream& operator<<(std::ostream& out, const MatchCase& row) {
  return out << row.query << " in " << row.text;
}

class MatchTest : public ::testing::TestWithParam<MatchCase> {};

TEST_P(MatchTest, FindsAndHighlightsTheSame) {
  const SearchIndex index(records_with({std::string(GetParam().text)}));
  SearchRequest request = request_for(std::string(GetParam().query));
  request.with_synonyms = false;
  const SearchResult result = search(request, index.snapshot());
  EXPECT_EQ(result.total, GetParam().is_found ? 1U : 0U);
  for (const Hit& hit : result.hits) {
    EXPECT_THAT(hit.target_highlights, ::testing::Not(IsEmpty()));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, MatchTest,
    ::testing::Values(MatchCase{"Word", "電話", "電話で知らせる。", true},
                      MatchCase{"PartOfAWord", "電話", "電波で話す。", false},
                      MatchCase{"PartOfACompound", "発券機", "番号発券機を置く。", true},
                      MatchCase{"OneCharacter", "札", "番号札を置く。", true},
                      MatchCase{"TwoInOrder", "個人 情報", "情報は個人のもの。", true},
                      MatchCase{"SequenceInOrder", "個人情報", "情報は個人のもの。", false},
                      MatchCase{"OtherSpelling", "問合せ", "お問い合わせの一覧。", true},
                      MatchCase{"PhraseKeepsSpelling", "「問合せ」", "お問い合わせの一覧。", false},
                      MatchCase{"Inflected", "引き継ぎました", "次の係に引き継ぐ。", true},
                      MatchCase{"Hiragana", "はっけんき", "発券機を置く。", true},
                      MatchCase{"WidthAndCase", "ｉｓｏ", "ISOを取る。", true},
                      MatchCase{"HalfWidthKana", "サービス", "ｻｰﾋﾞｽを変える。", true},
                      MatchCase{"ParagraphsApart", "「掲示板」", "掲示\n板を置く。", false},
                      MatchCase{"NumberWhole", "2", "24人が来る。", false},
                      MatchCase{"NumbersApart", "102", "10 2人が来る。", false},
                      MatchCase{"LettersApart", "abcd", "ab cd の順。", false},
                      MatchCase{"LettersPhrase", "「ab cd」", "ab cd の順。", true},
                      MatchCase{"RepeatedPairs", "「ああああ」", "あああああ", true},
                      MatchCase{"RepeatedPairsTooShort", "「ああああ」", "あああ", false},
                      MatchCase{"IterationMark", "人々", "人々の声。", true},
                      MatchCase{"Near", "「番号 案内」~4", "番号を電話で案内する。", false},
                      MatchCase{"NearWider", "「番号 案内」~5", "番号を電話で案内する。", true},
                      MatchCase{"NearTheOtherWay", "「番号 案内」~5", "案内の電話の番号。", true},
                      MatchCase{"NearInflected", "「案内 引き継ぎ」~5", "案内を次に引き継ぐ。",
                                true},
                      MatchCase{"NearAsTyped", "「番号を案内」~1", "番号を案内する。", true},
                      MatchCase{"NearOneWord", "「番号」~5", "番号を案内する。", true},
                      MatchCase{"NearOneOfTwo", "「番号 手紙」~50", "番号を案内する。", false},
                      MatchCase{"NearParagraphsApart", "「番号 案内」~50", "番号。\n案内。", false},
                      MatchCase{"Target", "目標:番号", "番号を案内する。", true},
                      MatchCase{"TargetNear", "target:「番号 案内」~5", "番号を案内する。", true},
                      MatchCase{"NotInResult", "結果:番号", "番号を案内する。", false},
                      MatchCase{"EitherText", "結果:番号 OR 案内", "番号を案内する。", true},
                      MatchCase{"FunctionWord", "から", "庭から見る。", true}),
    [](const auto& row) { return row.param.name; });

struct BooleanCase {
  const char* name;
  std::string_view query;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const BooleanCase& row) {
  return out << row.query;
}

class BooleanTest : public ::testing::TestWithParam<BooleanCase> {};

TEST_P(BooleanTest, CombinesClauses) {
  const SearchIndex index(records_with({"電話と手紙。", "電話と庭園。", "手紙と庭園。"}));
  std::vector<std::string> ids =
      ids_of(search(request_for(std::string(GetParam().query)), index.snapshot()));
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(ids, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BooleanTest,
    ::testing::Values(
        BooleanCase{"All", "", {"a", "b", "c"}}, BooleanCase{"And", "電話 手紙", {"a"}},
        BooleanCase{"Or", "電話 OR 手紙", {"a", "b", "c"}}, BooleanCase{"Not", "電話 -手紙", {"b"}},
        BooleanCase{"OnlyNot", "-手紙", {"b"}}, BooleanCase{"TwoNot", "-手紙 -電話", {}},
        BooleanCase{"OrThenAnd", "電話 OR 手紙 庭園", {"b", "c"}},
        BooleanCase{"NotFound", "椅子", {}}, BooleanCase{"Unresolved", "区:架空区", {}},
        BooleanCase{"FilterOnly", "区:中原区", {"a", "b", "c"}},
        BooleanCase{"OtherWard", "区:川崎区", {}},
        BooleanCase{"City", "区:川崎市", {"a", "b", "c"}},
        BooleanCase{"TwoWards", "区:川崎区、中原区", {"a", "b", "c"}}),
    [](const auto& row) { return row.param.name; });

TEST(SearchFieldTest, LooksWhereItIsAskedTo) {
  const SearchIndex index({initiative("a", "電話", "手紙"), initiative("b", "手紙", "電話")});
  SearchRequest request = request_for("電話");
  EXPECT_EQ(search(request, index.snapshot()).total, 2U);
  request.fields = {indexer::TextField::Target};
  const SearchResult in_target = search(request, index.snapshot());
  EXPECT_THAT(ids_of(in_target), ElementsAre("a"));
  request.fields = {indexer::TextField::Result};
  EXPECT_THAT(ids_of(search(request, index.snapshot())), ElementsAre("b"));
  request.q = "電話 手紙";
  EXPECT_TRUE(search(request, index.snapshot()).is_relaxed);
  request.fields = {};
  EXPECT_FALSE(search(request, index.snapshot()).is_relaxed);
  EXPECT_EQ(search(request, index.snapshot()).total, 2U);
}

struct TextOfQueryCase {
  const char* name;
  std::string_view query;
  std::vector<std::string> want;
};

TEST(SearchFieldTest, CanBeWrittenIntoTheQuery) {
  const SearchIndex index({initiative("a", "電話", "手紙"), initiative("b", "手紙", "電話"),
                           initiative("c", "電話", "電話"), initiative("d", "手紙", "名札")});
  const std::vector<TextOfQueryCase> cases{
      {"Target", "目標:電話", {"a", "c"}},
      {"Both", "目標:電話 結果:電話", {"c"}},
      {"Either", "目標:電話 OR 結果:電話", {"a", "b", "c"}},
      {"Excluded", "-結果:電話", {"a", "d"}},
      {"Several", "結果:手紙、名札", {"a", "d"}},
      {"NeitherOfSeveral", "-結果:手紙、名札", {"b", "c"}},
      {"NotRelaxed", "結果:手紙や名札", {}},
  };
  for (const TextOfQueryCase& row : cases) {
    SCOPED_TRACE(row.name);
    SearchRequest request = request_for(std::string(row.query));
    request.sort = SortOrder::Ward;
    EXPECT_EQ(ids_of(search(request, index.snapshot())), row.want);
  }
  SearchRequest request = request_for("目標:電話");
  request.fields = {indexer::TextField::Result};
  EXPECT_EQ(search(request, index.snapshot()).total, 0U);
}

TEST(SearchFieldTest, HighlightsOnlyTheTextOfTheQuery) {
  const SearchIndex index({initiative("a", "電話", "電話")});
  const SearchResult result = search(request_for("結果:電話"), index.snapshot());
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].target_highlights, IsEmpty());
  EXPECT_THAT(result.hits[0].result_highlights, ElementsAre(CharacterRange{0, 2}));
}

TEST(SearchFieldTest, DoesNotNameAttributes) {
  const SearchIndex index({initiative("a", "電話", "手紙")});
  EXPECT_EQ(search(request_for("中原区"), index.snapshot()).total, 1U);
  EXPECT_EQ(search(request_for("目標:中原区"), index.snapshot()).total, 0U);
}

TEST(SearchFieldTest, HighlightsOnlyThere) {
  const SearchIndex index({initiative("a", "電話", "電話")});
  SearchRequest request = request_for("電話");
  request.fields = {indexer::TextField::Result};
  const SearchResult result = search(request, index.snapshot());
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].target_highlights, IsEmpty());
  EXPECT_THAT(result.hits[0].result_highlights, ElementsAre(CharacterRange{0, 2}));
  EXPECT_EQ(result.hits[0].target_snippet.text, "電話");
}

TEST(RankingTest, PutsTheWordBeforeTheSynonymAndTheCharacters) {
  const SearchIndex index(records_with({"記載例を置く。", "記入例を置く。"}));
  EXPECT_THAT(ids_of(search(request_for("記入例"), index.snapshot())), ElementsAre("b", "a"));
}

TEST(RankingTest, OrdersEqualsByTheirId) {
  const SearchIndex index(records_with({"電話。", "電話。", "電話。"}));
  EXPECT_THAT(ids_of(search(request_for("電話"), index.snapshot())), ElementsAre("a", "b", "c"));
}

class LargerIndexTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kRecords = 150;
  LargerIndexTest() : records_(random_records(kRecords, 7)), index_(records_) {}

  std::vector<std::tuple<int, std::string, std::string>> sort_keys(SortOrder sort) {
    SearchRequest request = request_for("電話 OR 手紙 OR 研修");
    request.sort = sort;
    std::vector<std::tuple<int, std::string, std::string>> keys;
    for (const Hit& hit : search(request, index_.snapshot()).hits) {
      EXPECT_FALSE(hit.score.has_value());
      keys.emplace_back(-hit.record.fiscal_year.value_or(0), hit.record.ward.code, hit.record.id);
    }
    return keys;
  }

  std::vector<corpus::Record> records_;
  SearchIndex index_;
};

TEST_F(LargerIndexTest, SortsByYear) {
  const auto keys = sort_keys(SortOrder::Year);
  EXPECT_GT(keys.size(), 50U);
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST_F(LargerIndexTest, SortsByWard) {
  auto keys = sort_keys(SortOrder::Ward);
  EXPECT_GT(keys.size(), 50U);
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    return std::tuple(std::get<1>(a), std::get<0>(a), std::get<2>(a)) <
           std::tuple(std::get<1>(b), std::get<0>(b), std::get<2>(b));
  }));
}

TEST_F(LargerIndexTest, RanksByScore) {
  const SearchResult result = search(request_for("電話 OR 手紙 OR 研修"), index_.snapshot());
  EXPECT_TRUE(
      std::is_sorted(result.hits.begin(), result.hits.end(), [](const Hit& a, const Hit& b) {
        return std::pair(-*a.score, a.record.id) < std::pair(-*b.score, b.record.id);
      }));
}

TEST_F(LargerIndexTest, PagesWithoutGapsOrRepeats) {
  for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Year, SortOrder::Ward}) {
    for (const char* query : {"電話 OR 手紙 OR 庭園", "-電話", ""}) {
      SearchRequest request = request_for(query);
      request.sort = sort;
      const SearchResult whole = search(request, index_.snapshot());
      std::vector<std::string> paged;
      request.limit = 7;
      for (request.offset = 0; request.offset < whole.total; request.offset += request.limit) {
        const SearchResult page = search(request, index_.snapshot());
        EXPECT_EQ(page.total, whole.total);
        const std::vector<std::string> ids = ids_of(page);
        paged.insert(paged.end(), ids.begin(), ids.end());
      }
      EXPECT_EQ(paged, ids_of(whole)) << query;
    }
  }
}

TEST_F(LargerIndexTest, AnswersBeyondTheLastPageAndWithoutRoom) {
  SearchRequest request = request_for("電話");
  const std::size_t total = search(request, index_.snapshot()).total;
  request.offset = 10'000'000;
  const SearchResult beyond = search(request, index_.snapshot());
  EXPECT_EQ(beyond.total, total);
  EXPECT_THAT(beyond.hits, IsEmpty());
  request.offset = 0;
  request.limit = 0;
  const SearchResult none = search(request, index_.snapshot());
  EXPECT_EQ(none.total, total);
  EXPECT_THAT(none.hits, IsEmpty());
  EXPECT_EQ(none.facets.size(), kAllDimensions.size());
}

TEST_F(LargerIndexTest, FindsEachRecordByItsOwnWords) {
  for (const corpus::Record& record : records_) {
    if (record.target.empty()) {
      continue;
    }
    const std::string first_line = record.target.substr(0, record.target.find('\n'));
    for (const std::string& q : {first_line, "\"" + first_line + "\""}) {
      const std::vector<std::string> ids = ids_of(search(request_for(q), index_.snapshot()));
      EXPECT_THAT(ids, ::testing::Contains(record.id)) << q;
    }
  }
}

TEST_F(LargerIndexTest, GivesARecordByItsId) {
  for (const corpus::Record& record : records_) {
    const std::optional<RecordWithDerived> found = record_by_id(record.id, index_.snapshot());
    ASSERT_TRUE(found) << record.id;
    EXPECT_EQ(corpus::to_json(found->record), corpus::to_json(record));
  }
  EXPECT_FALSE(record_by_id("id-9999", index_.snapshot()));
  EXPECT_FALSE(record_by_id(std::string(5000, 'x'), index_.snapshot()));
}

TEST_F(LargerIndexTest, ListsTheRecordsOfAFilter) {
  Filters filters;
  filters.kinds = {corpus::RecordKind::Standard};
  std::vector<std::string> want;
  for (const corpus::Record& record : records_) {
    if (record.kind == corpus::RecordKind::Standard) {
      want.push_back(record.id);
    }
  }
  std::vector<std::string> ids;
  for (const corpus::Record& record : records_matching(filters, index_.snapshot())) {
    ids.push_back(record.id);
  }
  EXPECT_EQ(ids, want);
  EXPECT_GT(ids.size(), 10U);
}

TEST_F(LargerIndexTest, AnswersTheLargestQuery) {
  std::string words;
  while (words.size() + 70 < 4096) {
    words += "電話、手紙を掲示板に名札と研修の椅子で庭園 ";
  }
  const SearchResult result = search(request_for(words), index_.snapshot());
  EXPECT_TRUE(result.is_relaxed);
  EXPECT_THAT(result.notes, ElementsAre("言葉が多すぎるため、初めの64個だけで検索しました。", _));
  EXPECT_EQ(search(request_for("「" + words + "」"), index_.snapshot()).total, 0U);
}

TEST_F(LargerIndexTest, CountsWhatASearchFinds) {
  for (const char* q : {"電話", "電話 手紙", "電話 OR 手紙 -研修", "「掲示板」", "でんわ", "",
                        "区:中原区 電話", "-電話", "区:架空区", "宇宙船"}) {
    EXPECT_EQ(counts_as_typed(q, index_.snapshot()),
              search(request_for(q), index_.snapshot()).kind_counts)
        << q;
  }
  const char* relaxed = "電話と手紙の研修はどうするか";
  EXPECT_TRUE(search(request_for(relaxed), index_.snapshot()).is_relaxed);
  EXPECT_EQ(counts_as_typed(relaxed, index_.snapshot()), KindCounts{});
}

TEST(EmptyTextTest, IsNoHindrance) {
  corpus::Record record = initiative("a", "");
  record.ward = the_city();
  const SearchIndex index({record});
  const SearchResult result = search(request_for(""), index.snapshot());
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].target_snippet.text, "");
  EXPECT_EQ(result.interpretation, "");
}

}  // namespace
}  // namespace torikumi::searchd
