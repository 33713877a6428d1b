#include "searchd/search/highlighter.h"

#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;

std::vector<analysis::ByteRange> ranges_of(std::string_view query, std::string_view text,
                                           bool with_synonyms = false) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  const QueryPlan plan = plan_query(
      parse_query(query), {analyzer, shared_resources()->synonyms, nullptr, {}, with_synonyms});
  return highlights(plan, text, analyzer);
}

struct HighlightCase {
  const char* name;
  std::string_view query;
  std::string_view text;
  std::string_view want;  ///< The text with [ ] around what is highlighted.
};
std::ostream& operator<<(std::ostream& out, const HighlightCase& row) {
  return out << row.query << " in " << row.text;
}

class HighlighterTest : public ::testing::TestWithParam<HighlightCase> {};

TEST_P(HighlighterTest, MarksTheOriginalText) {
  EXPECT_EQ(marked(GetParam().text, ranges_of(GetParam().query, GetParam().text)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Characters, HighlighterTest,
    ::testing::Values(
        HighlightCase{"FullWidthText", "FAX", "ＦＡＸ番号を載せます", "[ＦＡＸ]番号を載せます"},
        HighlightCase{"FullWidthQuery", "ＦＡＸ", "FAX番号を載せます", "[FAX]番号を載せます"},
        HighlightCase{"Digits", "24", "２４時間の窓口", "[２４]時間の窓口"},
        HighlightCase{"WholeNumbers", "2", "24時間に2回", "24時間に[2]回"},
        HighlightCase{"NumbersApart", "102", "10 2番と102番", "10 2番と[102]番"},
        HighlightCase{"WholeLatinWords", "IT", "with IT部門", "with [IT]部門"},
        HighlightCase{"HalfWidthKana", "サービス", "窓口ｻｰﾋﾞｽの向上", "窓口[ｻｰﾋﾞｽ]の向上"},
        HighlightCase{"SquareEra", "平成", "㍻28年の案内", "[㍻]28年の案内"},
        HighlightCase{"SquareCompany", "株式会社", "㍿の窓口", "[㍿]の窓口"},
        HighlightCase{"BlanksInside", "対面対応", "場面は対 面 対　応です",
                      "場面は[対 面 対　応]です"},
        HighlightCase{"Emoji", "窓口", "😀窓口😀👨‍👩‍👧窓口",
                      "😀[窓口]😀👨‍👩‍👧[窓口]"},
        HighlightCase{"CombiningMark", "ガイド", "カ\u3099イト\u3099を配ります",
                      "[カ\u3099イト\u3099]を配ります"},
        HighlightCase{"VariationSelector", "辻", "辻\U000E0100さんの窓口",
                      "[辻\U000E0100]さんの窓口"},
        HighlightCase{"KangxiRadical", "用", "⽤紙を置く", "[⽤]紙を置く"},
        HighlightCase{"IterationMark", "人々", "人々の声", "[人々]の声"},
        HighlightCase{"IllFormed", "窓口", "\xFF窓口\xE7", "\xFF[窓口]\xE7"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Words, HighlighterTest,
    ::testing::Values(
        HighlightCase{"Nothing", "", "窓口", "窓口"}, HighlightCase{"EmptyText", "窓口", "", ""},
        HighlightCase{"Everywhere", "窓口", "窓口から窓口へ", "[窓口]から[窓口]へ"},
        HighlightCase{"TwoWords", "窓口 電話", "電話か窓口で", "[電話]か[窓口]で"},
        HighlightCase{"OneOfTwo", "窓口 OR 手紙", "窓口で渡す", "[窓口]で渡す"},
        HighlightCase{"TouchingAreOne", "個人 情報", "個人情報を守る", "[個人情報]を守る"},
        HighlightCase{"OverlappingAreOne", "個人情 人情報", "個人情報を守る", "[個人情報]を守る"},
        HighlightCase{"OtherSpelling", "問合せ", "お問い合わせ先、問合わせ",
                      "お[問い合わせ]先、[問合わせ]"},
        HighlightCase{"Inflected", "引き継ぐ", "確実に引き継ぎます", "確実に[引き継ぎ]ます"},
        HighlightCase{"Reading", "はっけんき", "発券機を置く", "[発券機]を置く"},
        HighlightCase{"ExcludedIsNotMarked", "窓口 -電話", "窓口の電話", "[窓口]の電話"},
        HighlightCase{"OnlyExcluded", "-電話", "窓口の電話", "窓口の電話"},
        HighlightCase{"PhraseKeepsItsSpelling", "「問合せ」", "問い合わせと問合せ",
                      "問い合わせと[問合せ]"},
        HighlightCase{"PhraseOverSigns", "「窓口、電話」", "窓口、電話、手紙",
                      "[窓口、電話]、手紙"},
        HighlightCase{"NotOverParagraphs", "「窓口電話」", "窓口\n電話窓口電話",
                      "窓口\n電話[窓口電話]"}),
    [](const auto& row) { return row.param.name; });

TEST(HighlighterTest, MarksNearWordsWhereTheyAreNear) {
  constexpr std::string_view kText = "番号と札。番号を電話で案内する";
  EXPECT_EQ(marked(kText, ranges_of("「番号 案内」~5", kText)),
            "番号と札。[番号]を電話で[案内]する");
}

TEST(HighlighterTest, MarksOnlyWhatIsLookedForInTheText) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  const QueryPlan plan = plan_query(parse_query("目標:電話 OR 札"),
                                    {analyzer, shared_resources()->synonyms, nullptr, {}, false});
  const auto marked_in = [&](std::optional<indexer::TextField> field) {
    return marked("電話と札", highlights(plan, "電話と札", analyzer, field));
  };
  EXPECT_EQ(marked_in(indexer::TextField::Target), "[電話]と[札]");
  EXPECT_EQ(marked_in(indexer::TextField::Result), "電話と[札]");
  EXPECT_EQ(marked_in({}), "[電話]と[札]");
}

TEST(HighlighterTest, MarksSynonymsIfTheyAreSearched) {
  const std::string_view text = "記載例を置く";
  EXPECT_EQ(marked(text, ranges_of("記入例", text, true)), "[記載例]を置く");
  EXPECT_EQ(marked(text, ranges_of("記入例", text, false)), text);
}

TEST(CharacterRangeTest, CountsCodePoints) {
  const std::string_view text = "😀か\u3099窓口Aあ";
  const std::size_t window = text.find("窓口");
  const std::size_t last = text.find("あ");
  EXPECT_THAT(in_characters({{0, 4}, {window, window + 6}, {last, text.size()}}, text),
              ElementsAre(CharacterRange{0, 1}, CharacterRange{3, 5}, CharacterRange{6, 7}));
}

// Snippets of at most 10 characters.
Snippet snippet_of(std::string_view query, std::string_view text) {
  return best_snippet(text, ranges_of(query, text), 10);
}

std::string marked_by_characters(const Snippet& snippet) {
  std::string result;
  std::size_t at = 0;
  std::size_t next = 0;
  for (std::size_t byte = 0; byte < snippet.text.size();) {
    const bool begins = next < snippet.highlights.size() && snippet.highlights[next].begin == at;
    result += begins ? "[" : "";
    const auto lead = static_cast<unsigned char>(snippet.text[byte]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    result += snippet.text.substr(byte, size);
    byte += size;
    ++at;
    if (next < snippet.highlights.size() && snippet.highlights[next].end == at) {
      result += "]";
      ++next;
    }
  }
  return (snippet.is_cut_before ? "…" : "") + result + (snippet.is_cut_after ? "…" : "");
}

struct SnippetCase {
  const char* name;
  std::string_view query;
  std::string_view text;
  std::string_view want;
  std::size_t begin;
};
std::ostream& operator<<(std::ostream& out, const SnippetCase& row) {
  return out << row.query << " in " << row.text;
}

class SnippetTest : public ::testing::TestWithParam<SnippetCase> {};

TEST_P(SnippetTest, ShowsTheBestSentences) {
  const Snippet snippet = snippet_of(GetParam().query, GetParam().text);
  EXPECT_EQ(marked_by_characters(snippet), GetParam().want);
  EXPECT_EQ(snippet.begin, GetParam().begin);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SnippetTest,
    ::testing::Values(
        SnippetCase{"Empty", "窓口", "", "", 0},
        SnippetCase{"Whole", "窓口", "窓口で渡す。", "[窓口]で渡す。", 0},
        SnippetCase{"BeginningWithoutHit", "手紙", "案内する。渡す。窓口を変える。",
                    "案内する。渡す。…", 0},
        SnippetCase{"SecondSentence", "窓口", "まず案内をする。次に窓口で渡す。",
                    "…次に[窓口]で渡す。", 8},
        SnippetCase{"MostHighlighted", "窓口", "窓口を作る。それを窓口、窓口に。",
                    "…それを[窓口]、[窓口]に。", 6},
        SnippetCase{"EarliestOfEquals", "窓口", "窓口を今作る日。窓口を今作る朝。",
                    "[窓口]を今作る日。…", 0},
        SnippetCase{"SeveralSentences", "窓口", "窓口。電話。手紙。案内係。",
                    "[窓口]。電話。手紙。…", 0},
        SnippetCase{"Paragraphs", "電話", "窓口で案内します\n電話でも案内\n", "…[電話]でも案内", 9},
        SnippetCase{"LongSentence", "窓口", "あいうえおかきくけこ窓口さしすせそたちつ",
                    "…くけこ[窓口]さしすせそ…", 7},
        SnippetCase{"Emoji", "窓口", "😀😀😀。窓口😀。電話をかける人。", "😀😀😀。[窓口]😀。…", 0}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
