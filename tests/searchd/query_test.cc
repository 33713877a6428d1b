#include "searchd/search/query.h"

#include "corpus/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>

namespace torikumi::searchd {
namespace {

std::string text_of(const QueryTerm& term) {
  std::string text = term.is_phrase ? fmt::format("\"{}\"", term.text) : term.text;
  if (term.near_words > 0) {
    text += fmt::format("~{}", term.near_words);
  }
  return term.field ? fmt::format("{}:{}", label_of(*term.field), text) : text;
}

std::string text_of(const QueryClause& clause) {
  std::vector<std::string> terms;
  for (const QueryTerm& term : clause.alternatives) {
    terms.push_back(text_of(term));
  }
  return fmt::format("{}{}", clause.is_excluded ? "-" : "", fmt::join(terms, "|"));
}

/// Clauses joined by " & ", alternatives by "|", phrases in quotes, filters as {区=中原区};
/// distance and text as they are typed.
std::string text_of(const Query& query) {
  std::vector<std::string> parts;
  for (const QueryClause& clause : query.clauses) {
    parts.push_back(text_of(clause));
  }
  for (const QueryFilter& filter : query.filters) {
    parts.push_back(fmt::format("{{{}={}}}", label_of(filter.field), filter.text));
  }
  return fmt::format("{}", fmt::join(parts, " & "));
}

struct QueryCase {
  const char* name;
  std::string_view input;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const QueryCase& row) {
  return out << row.input;
}

class QueryTest : public ::testing::TestWithParam<QueryCase> {};

TEST_P(QueryTest, ReadsWithoutNotes) {
  const Query query = parse_query(GetParam().input);
  EXPECT_EQ(text_of(query), GetParam().want);
  EXPECT_THAT(query.notes, ::testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Words, QueryTest,
    ::testing::Values(
        QueryCase{"Nothing", "", ""}, QueryCase{"Blanks", " \t　\n", ""},
        QueryCase{"One", "個人情報", "個人情報"},
        QueryCase{"Blank", "個人情報 窓口", "個人情報 & 窓口"},
        QueryCase{"FullWidthBlank", "個人情報　窓口", "個人情報 & 窓口"},
        QueryCase{"Comma", "個人情報、窓口，電話,案内", "個人情報 & 窓口 & 電話 & 案内"},
        QueryCase{"Invisible", "\uFEFF個人\u200B情報\u2060 \u202E窓口\u202C", "個人情報 & 窓口"},
        QueryCase{"OnlyInvisible", "\u200B\uFEFF\u00AD", ""},
        QueryCase{"InvisibleInAnOperator", "電話 O\u200BR 手紙", "電話|手紙"},
        QueryCase{"InvisibleBehindAMinus", "窓口 -\u200B電話", "窓口 & -電話"},
        QueryCase{"InvisibleInAFilter", "区:中\u200B原区", "{区=中原区}"},
        QueryCase{"Brackets", "(個人情報)（窓口）", "個人情報 & 窓口"},
        QueryCase{"And", "個人情報 AND 窓口", "個人情報 & 窓口"},
        QueryCase{"AndSign", "個人情報 & 窓口 ＆＆ 電話", "個人情報 & 窓口 & 電話"},
        QueryCase{"LowerCaseOperatorIsAWord", "this or that", "this & or & that"},
        QueryCase{"SmallOperatorBetweenLatinWords", "call and 案内", "call & and & 案内"},
        QueryCase{"SmallOperatorAtTheEnds", "not 案内 or", "not & 案内 & or"},
        QueryCase{"SmallOperatorInQuotes", "電話 \"or\" 案内", "電話 & \"or\" & 案内"},
        QueryCase{"ThousandsComma", "1,000件 １，０００ 12,345,678",
                  "1,000件 & １，０００ & 12,345,678"},
        QueryCase{"CommaBetweenOtherNumbers", "1,2,3 2020,2021 10、000",
                  "1 & 2 & 3 & 2020 & 2021 & 10 & 000"},
        QueryCase{"HyphenInside", "e-mail 24-36", "e-mail & 24-36"},
        QueryCase{"ProlongedSoundInside", "サービス フロア", "サービス & フロア"},
        QueryCase{"ColonInside", "10:30 http://example.jp/", "10:30 & http://example.jp/"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Operators, QueryTest,
    ::testing::Values(QueryCase{"Or", "電話 OR ファックス", "電話|ファックス"},
                      QueryCase{"FullWidthOr", "電話　ＯＲ　ファックス", "電話|ファックス"},
                      QueryCase{"Bar", "電話|ファックス｜手紙", "電話|ファックス|手紙"},
                      QueryCase{"DoubleBar", "電話 || 手紙", "電話|手紙"},
                      QueryCase{"OrBindsMoreThanAnd", "電話 OR 手紙 案内", "電話|手紙 & 案内"},
                      QueryCase{"Minus", "電話 -手紙", "電話 & -手紙"},
                      QueryCase{"OnlyMinus", "-手紙", "-手紙"},
                      QueryCase{"FullWidthMinus", "電話 －手紙", "電話 & -手紙"},
                      QueryCase{"MinusSign", "電話 −手紙", "電話 & -手紙"},
                      QueryCase{"Hyphen", "電話 ‐手紙 ‑案内", "電話 & -手紙 & -案内"},
                      QueryCase{"ProlongedSoundMark", "電話　ー手紙 ｰ案内", "電話 & -手紙 & -案内"},
                      QueryCase{"TwoMinus", "--手紙", "-手紙"},
                      QueryCase{"Not", "電話 NOT 手紙", "電話 & -手紙"},
                      QueryCase{"ExcludedPhrase", "-「窓口 案内」", "-\"窓口 案内\""},
                      QueryCase{"ExcludedOperatorWord", "電話 -OR", "電話 & -OR"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Phrases, QueryTest,
    ::testing::Values(QueryCase{"Straight", "\"窓口 案内\"", "\"窓口 案内\""},
                      QueryCase{"FullWidth", "＂窓口＂", "\"窓口\""},
                      QueryCase{"Curly", "“窓口”", "\"窓口\""},
                      QueryCase{"CurlyClosingTwice", "”窓口”", "\"窓口\""},
                      QueryCase{"CurlyLow", "„窓口‟", "\"窓口\""},
                      QueryCase{"Mixed", "\"窓口”", "\"窓口\""},
                      QueryCase{"Corner", "「窓口」", "\"窓口\""},
                      QueryCase{"WhiteCorner", "『窓口』", "\"窓口\""},
                      QueryCase{"HalfWidthCorner", "｢窓口｣", "\"窓口\""},
                      QueryCase{"OtherKindInside", "「窓口『案内』係」", "\"窓口『案内』係\""},
                      QueryCase{"BehindAWord", "電話「窓口」案内", "電話 & \"窓口\" & 案内"},
                      QueryCase{"LineEnd", "「窓口\n案内」", "\"窓口 案内\""},
                      QueryCase{"OuterBlanks", "「　窓口 」", "\"窓口\""},
                      QueryCase{"OperatorInside", "\"A OR B\"", "\"A OR B\""},
                      QueryCase{"FilterInside", "「区:中原区」", "\"区:中原区\""}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Near, QueryTest,
    ::testing::Values(QueryCase{"Tilde", "\"番号 案内\"~8", "\"番号 案内\"~8"},
                      QueryCase{"FullWidth", "「番号　案内」～１２", "\"番号 案内\"~12"},
                      QueryCase{"WaveDash", "“番号 案内”〜8", "\"番号 案内\"~8"},
                      QueryCase{"Widest", "「番号 案内」~50", "\"番号 案内\"~50"},
                      QueryCase{"NoneAtAll", "「番号 案内」~0", "\"番号 案内\"~1"},
                      QueryCase{"Excluded", "電話 -「番号 案内」~8", "電話 & -\"番号 案内\"~8"},
                      QueryCase{"Alternative", "電話 OR 「番号 案内」~8", "電話|\"番号 案内\"~8"},
                      QueryCase{"GoesOn", "「番号 案内」~8の", "\"番号 案内\"~8 & の"},
                      QueryCase{"WithoutNumber", "「番号」~ 8", "\"番号\" & ~ & 8"},
                      QueryCase{"BehindABlank", "「番号」 ~8", "\"番号\" & ~8"},
                      QueryCase{"OfAWord", "番号~8", "番号~8"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Texts, QueryTest,
    ::testing::Values(QueryCase{"Target", "目標:研修", "目標:研修"},
                      QueryCase{"Result", "結果：研修", "結果:研修"},
                      QueryCase{"English", "target:研修 ｒｅｓｕｌｔ:講習",
                                "目標:研修 & 結果:講習"},
                      QueryCase{"Phrase", "目標:「窓口 案内」", "目標:\"窓口 案内\""},
                      QueryCase{"Near", "目標:「窓口 案内」~8", "目標:\"窓口 案内\"~8"},
                      QueryCase{"Several", "目標:研修、講習、「勉強 会」 電話",
                                "目標:研修|目標:講習|目標:\"勉強 会\" & 電話"},
                      QueryCase{"Or", "研修 OR 結果:講習 OR 電話", "研修|結果:講習|電話"},
                      QueryCase{"OrSeveral", "研修 OR 結果:講習、手紙", "研修|結果:講習|結果:手紙"},
                      QueryCase{"Excluded", "-目標:研修、講習", "-目標:研修 & -目標:講習"},
                      QueryCase{"Brackets", "(目標:研修)", "目標:研修"},
                      QueryCase{"TrailingComma", "目標:研修、", "目標:研修"},
                      QueryCase{"NoTwoFields", "目標:区:中原区", "目標:区:中原区"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Filters, QueryTest,
    ::testing::Values(
        QueryCase{"Ward", "区:中原区 電話", "電話 & {区=中原区}"},
        QueryCase{"WardInEnglish", "ward:141330", "{区=141330}"},
        QueryCase{"FullWidthColon", "区：中原区", "{区=中原区}"},
        QueryCase{"FullWidthName", "ｗａｒｄ:中原区", "{区=中原区}"},
        QueryCase{"Year", "年度:令和2", "{年度=令和2}"},
        QueryCase{"YearInEnglish", "year:2020", "{年度=2020}"},
        QueryCase{"YearRange", "年度:令和2..令和7", "{年度=令和2..令和7}"},
        QueryCase{"YearWave", "年度：平成27～29年度", "{年度=平成27～29年度}"},
        QueryCase{"Department", "部署:総務課", "{部署=総務課}"},
        QueryCase{"DepartmentInEnglish", "department:総務課", "{部署=総務課}"},
        QueryCase{"DepartmentWithBracket", "部署:支援課(分館)", "{部署=支援課(分館)}"},
        QueryCase{"Scene", "場面:電話対応", "{場面=電話対応}"},
        QueryCase{"SceneInEnglish", "scene:共通", "{場面=共通}"},
        QueryCase{"Quoted", "部署:\"まちづくり推進部 総務課\" 電話",
                  "電話 & {部署=まちづくり推進部 総務課}"},
        QueryCase{"QuotedWithCorners", "部署:「企画課」", "{部署=企画課}"},
        QueryCase{"Several", "区:中原区、川崎区,幸区 電話",
                  "電話 & {区=中原区} & {区=川崎区} & {区=幸区}"},
        QueryCase{"OrOfOneField", "区:中原区 OR 区:川崎区", "{区=中原区} & {区=川崎区}"},
        QueryCase{"BarOfOneField", "区:中原区|区:川崎区 電話", "電話 & {区=中原区} & {区=川崎区}"},
        QueryCase{"BarBetweenValues", "区:中原区｜川崎区|「幸区」 電話",
                  "電話 & {区=中原区} & {区=川崎区} & {区=幸区}"},
        QueryCase{"WordBetweenFilters", "区:中原区 電話 OR 手紙 区:川崎区",
                  "電話|手紙 & {区=中原区} & {区=川崎区}"},
        QueryCase{"InBrackets", "(区:中原区) (年度:2020）", "{区=中原区} & {年度=2020}"},
        QueryCase{"AllAtOnce", "区:中原区 年度:令和2 部署:総務課 場面:共通 電話",
                  "電話 & {区=中原区} & {年度=令和2} & {部署=総務課} & {場面=共通}"}),
    [](const auto& row) { return row.param.name; });

struct NotedCase {
  const char* name;
  std::string_view input;
  std::string_view want;
  std::string_view note;
};
std::ostream& operator<<(std::ostream& out, const NotedCase& row) {
  return out << row.input;
}

class NotedQueryTest : public ::testing::TestWithParam<NotedCase> {};

TEST_P(NotedQueryTest, SaysWhatWasReadOtherwise) {
  const Query query = parse_query(GetParam().input);
  EXPECT_EQ(text_of(query), GetParam().want);
  EXPECT_THAT(query.notes, ::testing::ElementsAre(std::string(GetParam().note)));
}

INSTANTIATE_TEST_SUITE_P(
    Table, NotedQueryTest,
    ::testing::Values(
        NotedCase{"OpenQuote", "電話 「窓口 案内", "電話 & \"窓口 案内\"",
                  "閉じる引用符がないため、最後までを一つの語句として検索しました。"},
        NotedCase{"QuoteOfAnotherKind", "「窓口\"", "\"窓口\"\"",
                  "閉じる引用符がないため、最後までを一つの語句として検索しました。"},
        NotedCase{"EmptyQuotes", "電話 「」", "電話", "空の語句は、無視しました。"},
        NotedCase{"BlankQuotes", "\"　\"", "", "空の語句は、無視しました。"},
        NotedCase{"LoneMinus", "電話 - 手紙", "電話 & 手紙",
                  "「-」のすぐ後に言葉がないため、無視しました。"},
        NotedCase{"MinusAtEnd", "電話 ー", "電話", "「-」のすぐ後に言葉がないため、無視しました。"},
        NotedCase{"NotAtEnd", "電話 NOT", "電話", "「NOT」の後に言葉がないため、無視しました。"},
        NotedCase{"OrAtBegin", "OR 電話", "電話",
                  "「OR」の前に検索する言葉がないため、無視しました。"},
        NotedCase{"OrAtEnd", "電話 OR", "電話", "「OR」の後に言葉がないため、無視しました。"},
        NotedCase{"OrBehindExclusion", "-電話 OR 手紙", "-電話 & 手紙",
                  "「OR」の前に検索する言葉がないため、無視しました。"},
        NotedCase{"OrBeforeExclusion", "電話 OR -手紙", "電話 & -手紙",
                  "「OR」の後の除外は、「OR」のない除外として扱いました。"},
        NotedCase{"OrBeforeFilter", "電話 OR 区:中原区 手紙", "電話 & 手紙 & {区=中原区}",
                  "「OR」は「区:」の前に使えないため、無視しました。"},
        NotedCase{"OrBehindFilter", "案内 区:中原区 OR 電話", "案内 & 電話 & {区=中原区}",
                  "「OR」は「区:」の後の言葉に使えないため、無視しました。"},
        NotedCase{"OrOfOtherFields", "区:中原区 OR 年度:令和2", "{区=中原区} & {年度=令和2}",
                  "「OR」は「年度:」の前に使えないため、無視しました。"},
        NotedCase{"OrAtEndBehindFilter", "区:中原区 OR", "{区=中原区}",
                  "「OR」の後に言葉がないため、無視しました。"},
        NotedCase{"SmallOr", "電話 or 手紙", "電話|手紙",
                  "「or」は「OR」として扱いました。言葉として検索するには引用符で囲みます。"},
        NotedCase{"WideSmallOr", "「電話」　ｏｒ　手紙", "\"電話\"|手紙",
                  "「ｏｒ」は「OR」として扱いました。言葉として検索するには引用符で囲みます。"},
        NotedCase{"SmallAnd", "電話 And 手紙", "電話 & 手紙",
                  "「And」は「AND」として扱いました。言葉として検索するには引用符で囲みます。"},
        NotedCase{"SmallNot", "電話 not 手紙", "電話 & -手紙",
                  "「not」は「NOT」として扱いました。言葉として検索するには引用符で囲みます。"},
        NotedCase{"NoValue", "電話 区:", "電話", "「区:」の後に値がないため、無視しました。"},
        NotedCase{"BlankBeforeValue", "年度： 令和2", "令和2",
                  "「年度:」の後に値がないため、無視しました。"},
        NotedCase{"NoWordOfAText", "電話 目標: 手紙", "電話 & 手紙",
                  "「目標:」の後に言葉がないため、無視しました。"},
        NotedCase{"ExcludedNothing", "電話 -結果:、 手紙", "電話 & 手紙",
                  "「結果:」の後に言葉がないため、無視しました。"},
        NotedCase{"TooFarApart", "「番号 案内」~99999999999999999999", "\"番号 案内\"~50",
                  "「~」の語数は、50語までとしました。"},
        NotedCase{"ExcludedFilter", "電話 -場面:共通", "電話",
                  "「場面:」の条件は除外に使えないため、無視しました。"}),
    [](const auto& row) { return row.param.name; });

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

TEST(QueryLimitTest, TakesNoMoreWordsThanTheLimit) {
  EXPECT_THAT(parse_query(repeated("窓 ", kMaxQueryTerms)).notes, ::testing::IsEmpty());
  const Query query = parse_query(repeated("窓 ", kMaxQueryTerms - 1) + "区:中原区 電話 OR 手紙");
  EXPECT_EQ(query.clauses.size(), kMaxQueryTerms - 1);
  EXPECT_EQ(query.filters.size(), 1U);
  EXPECT_THAT(query.notes,
              ::testing::ElementsAre("言葉が多すぎるため、初めの64個だけで検索しました。"));
}

TEST(QueryLimitTest, CutsALongWordOnACharacterBound) {
  const Query query = parse_query(repeated("窓", 334));
  ASSERT_EQ(query.clauses.size(), 1U);
  EXPECT_EQ(query.clauses[0].alternatives[0].text, repeated("窓", 333));
  EXPECT_THAT(query.notes,
              ::testing::ElementsAre("長すぎる語句は、初めの部分だけで検索しました。"));
  EXPECT_THAT(parse_query(std::string(kMaxTermBytes, 'a')).notes, ::testing::IsEmpty());
}

TEST(QueryLimitTest, KeepsItsBoundsForAnyBytes) {
  std::mt19937 random(20260401);
  const std::string signs = "-\"「」『』:：|ORー 　区年度目標,()~1\xE3\x81\xFF";
  for (int round = 0; round < 3000; ++round) {
    std::string input;
    const auto length = random() % 200;
    for (std::size_t i = 0; i < length; ++i) {
      input +=
          random() % 2 == 0 ? signs[random() % signs.size()] : static_cast<char>(random() % 256);
    }
    const Query query = parse_query(input);
    std::size_t terms = query.filters.size();
    for (const QueryClause& clause : query.clauses) {
      ASSERT_FALSE(clause.alternatives.empty());
      terms += clause.alternatives.size();
      for (const QueryTerm& term : clause.alternatives) {
        ASSERT_FALSE(term.text.empty());
        ASSERT_EQ(corpus::trimmed(term.text), term.text);
      }
    }
    ASSERT_LE(terms, kMaxQueryTerms);
    ASSERT_EQ(parse_query(input), query);
  }
}

}  // namespace
}  // namespace torikumi::searchd
