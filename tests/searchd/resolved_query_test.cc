#include "searchd/search/resolved_query.h"

#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

const IndexSnapshot& nakahara_only() {
  static const SearchIndex kIndex({initiative("a", "電話")});
  return kIndex.snapshot();
}

std::string interpretation_of(std::string_view query) {
  const ResolvedQuery resolved = resolve(parse_query(query), nakahara_only());
  analysis::Analyzer analyzer = analysis::make_analyzer();
  const QueryPlan plan = plan_query(resolved.query, {analyzer, shared_resources()->synonyms});
  return interpretation_of(plan, resolved.filters, nakahara_only());
}

struct InterpretationCase {
  const char* name;
  std::string_view query;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const InterpretationCase& row) {
  return out << row.query;
}

class InterpretationTest : public ::testing::TestWithParam<InterpretationCase> {};

TEST_P(InterpretationTest, SaysTheQueryBack) {
  EXPECT_EQ(interpretation_of(GetParam().query), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, InterpretationTest,
    ::testing::Values(
        InterpretationCase{"Empty", "", ""}, InterpretationCase{"Word", "電話", "「電話」を含む"},
        InterpretationCase{"Phrase", "「電話 案内」", "「電話 案内」（このままの文字）を含む"},
        InterpretationCase{"Near", "「電話 案内」~8", "「電話 案内」（8語以内）を含む"},
        InterpretationCase{"Target", "目標:電話", "目標の「電話」を含む"},
        InterpretationCase{"TargetOrResult", "目標:電話 OR 結果:「電話 案内」",
                           "目標の「電話」または結果の「電話 案内」（このままの文字）を含む"},
        InterpretationCase{"Or", "電話 OR 手紙", "「電話」または「手紙」を含む"},
        InterpretationCase{"Excluded", "電話 -手紙", "「電話」を含む／「手紙」を含まない"},
        InterpretationCase{"DroppedSigns", "電話 ！", "「電話」を含む"},
        InterpretationCase{"Ward", "区:中原", "区: 川崎市中原区"},
        InterpretationCase{"City", "区:大阪市", "区: 大阪市"},
        InterpretationCase{"Year", "年度:R2", "年度: 令和2年度"},
        InterpretationCase{"Years", "年度:2018..2020", "年度: 平成30年度～令和2年度"},
        InterpretationCase{"EraRange", "年度:令和2..7", "年度: 令和2年度～令和7年度"},
        InterpretationCase{"WaveRange", "年度:平成27～29年度", "年度: 平成27年度～平成29年度"},
        InterpretationCase{"FullWidthYear", "年度：２０２０", "年度: 令和2年度"},
        InterpretationCase{"BackwardsYears", "年度:R7..R2", "年度: 令和2年度～令和7年度"},
        InterpretationCase{"YearCountedOn", "年度:平成32", "年度: 令和2年度"},
        InterpretationCase{"FirstYear", "年度:令和元", "年度: 令和元年度"},
        InterpretationCase{"Everything", "電話 区:中原区、川崎区 年度:令和2 部署:総務 場面:対面",
                           "「電話」を含む／区: 川崎市中原区、川崎市川崎区／年度: 令和2年度／"
                           "部署: 総務／場面: 対面対応"}),
    [](const auto& row) { return row.param.name; });

struct NoteCase {
  const char* name;
  std::string_view query;
  std::string_view note;
  bool is_word;  ///< Whether the filter became a word.
};
std::ostream& operator<<(std::ostream& out, const NoteCase& row) {
  return out << row.query;
}

class ResolveNoteTest : public ::testing::TestWithParam<NoteCase> {};

TEST_P(ResolveNoteTest, SaysWhatCouldNotBeResolved) {
  const ResolvedQuery resolved = resolve(parse_query(GetParam().query), nakahara_only());
  EXPECT_THAT(resolved.query.notes, ::testing::ElementsAre(std::string(GetParam().note)));
  EXPECT_EQ(resolved.query.clauses.size(), GetParam().is_word ? 1U : 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ResolveNoteTest,
    ::testing::Values(
        NoteCase{"UnknownWard", "区:架空区",
                 "「区:架空区」は、その名前の区がないため、言葉として検索しました。", true},
        NoteCase{"AmbiguousWard", "区:旭区",
                 "「区:旭区」は、横浜市旭区、大阪市旭区のどれか分からないため"
                 "（市の名前から書くと分かります）、言葉として検索しました。",
                 true},
        NoteCase{"NotHeld", "区:川崎区", "川崎市川崎区の報告書は、まだ取り込まれていません。",
                 false},
        NoteCase{"Year", "年度:昔",
                 "「年度:昔」は、年度として読めないため（例: 令和2、2020、令和2..令和7）、"
                 "言葉として検索しました。",
                 true},
        NoteCase{"BackwardsYears", "年度:R7..R2",
                 "「年度:R7..R2」は、初めの年度が後の年度より遅いため、令和2年度～令和7年度として"
                 "検索しました。",
                 false},
        NoteCase{"YearCountedOn", "年度:平成32",
                 "「年度:平成32」は、その元号にない年のため、令和2年度として検索しました。", false},
        NoteCase{"YearNotHeld", "年度:令和99",
                 "令和99年度の報告書は、取り込まれていません（あるのは令和2年度）。", false},
        NoteCase{"YearsNotHeld", "年度:2021..2022",
                 "令和3年度～令和4年度の報告書は、取り込まれていません（あるのは令和2年度）。",
                 false},
        NoteCase{"Scene", "場面:屋上",
                 "「場面:屋上」は、その名前の場面がないため（場面: お知らせ、応対、電話対応、"
                 "庁舎案内、対面対応、地域訪問、庁内体制、共通）、言葉として検索しました。",
                 true}),
    [](const auto& row) { return row.param.name; });

TEST(ResolveNoteTest, NamesAFewOfManyWards) {
  const ResolvedQuery resolved = resolve(parse_query("区:西区"), nakahara_only());
  ASSERT_EQ(resolved.query.notes.size(), 1U);
  EXPECT_EQ(resolved.query.notes[0],
            "「区:西区」は、札幌市西区、さいたま市西区、横浜市西区、新潟市西区、名古屋市西区など"
            "のどれか分からないため（市の名前から書くと分かります）、言葉として検索しました。");
}

}  // namespace
}  // namespace torikumi::searchd
