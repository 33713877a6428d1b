#include "searchd/search/theme_queries.h"

#include "corpus/error.h"
#include "searchd/search/search_engine.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/search_index.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

analysis::ThemeDictionary dictionary_of(const std::string& lines) {
  const testing::TemporaryDirectory folder;
  testing::write_file(folder.path() / "themes.txt", "[a]\n名前=あ\n説明=い\n" + lines);
  return analysis::ThemeDictionary::load(folder.path() / "themes.txt");
}

struct RefusedCase {
  const char* name;
  std::string_view lines;  ///< From line 4 on.
  int line;
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& row) {
  return out << row.lines;
}

class RefusedQueryTest : public ::testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedQueryTest, NamesLineThemeAndReason) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  try {
    check_themes(dictionary_of(std::string(GetParam().lines)), analyzer);
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_EQ(error.message, "theme \"a\": " + std::string(GetParam().message));
    EXPECT_TRUE(error.where.ends_with("themes.txt:" + std::to_string(GetParam().line)))
        << error.where;
    EXPECT_FALSE(error.hint.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedQueryTest,
    ::testing::Values(
        RefusedCase{"OpenQuote", "検索=電話\n検索=「窓口\n", 5,
                    "the query \"「窓口\" cannot be read as written: "
                    "閉じる引用符がないため、最後までを一つの語句として検索しました。"},
        RefusedCase{"DanglingOr", "検索=電話 OR\n", 4,
                    "the query \"電話 OR\" cannot be read as written: "
                    "「OR」の後に言葉がないため、無視しました。"},
        RefusedCase{"OnlySigns", "検索=電話 OR ！\n", 4,
                    "the query \"電話 OR ！\" cannot be read as written: "
                    "「！」は記号だけのため、検索に使いませんでした。"},
        RefusedCase{"TooFarApart", "検索=「窓口 案内」~80\n", 4,
                    "the query \"「窓口 案内」~80\" cannot be read as written: "
                    "「~」の語数は、50語までとしました。"},
        RefusedCase{"Filter", "検索=電話 区:中原区\n", 4, "the query has the filter \"区:中原区\""},
        RefusedCase{"AndInAList", "検索=電話\n検索=窓口 案内\n", 5,
                    "in a theme of several lines \"窓口 案内\" is more than alternatives"},
        RefusedCase{"ExclusionInAList", "検索=電話 -窓口\n検索=案内\n", 4,
                    "in a theme of several lines \"電話 -窓口\" is more than alternatives"},
        RefusedCase{"TwoExcluded", "検索=電話\n除外=窓口 案内\n", 5,
                    "除外 is more than one word: \"窓口 案内\""},
        RefusedCase{"ExcludedAlternatives", "検索=電話\n除外=窓口 OR 案内\n", 5,
                    "除外 is more than one word: \"窓口 OR 案内\""},
        RefusedCase{"OnlyExclusion", "検索=-電話\n", 1, "nothing is searched, only excluded"}),
    [](const auto& row) { return row.param.name; });

TEST(ThemeQueriesTest, RefuseTooManyWords) {
  std::string lines;
  for (int i = 0; i < 65; ++i) {
    lines += "検索=電話" + std::to_string(i) + "\n";
  }
  analysis::Analyzer analyzer = analysis::make_analyzer();
  try {
    check_themes(dictionary_of(lines), analyzer);
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_THAT(error.message, HasSubstr("言葉が多すぎるため"));
  }
}

TEST(ThemeQueriesTest, AcceptTheShippedThemes) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  EXPECT_NO_THROW(check_themes(shared_resources()->themes, analyzer));
}

class ThemeSearchTest : public ::testing::Test {
 protected:
  ThemeSearchTest()
      : themes_(dictionary_of("検索=発券機 OR 目標:番号札\n除外=手紙\n[b]\n名前=び\n説明=う\n"
                              "検索=「案内 引き継ぎ」~5\n")),
        index_({initiative("a", "番号発券機を置く。", "電話"), initiative("b", "発券機と手紙", ""),
                initiative("c", "電話", "番号札"), initiative("d", "案内を次に引き継ぐ。", "電話"),
                initiative("e", "番号札発券システムを置く。", "")}) {}

  SearchResult found(const std::string& q, const std::vector<std::string>& ids) {
    SearchRequest request;
    request.q = q;
    request.sort = SortOrder::Ward;
    for (const std::string& id : ids) {
      request.themes.push_back(themes_.find(id));
    }
    return search(request, index_.snapshot());
  }

  analysis::ThemeDictionary themes_;
  SearchIndex index_;
};

TEST_F(ThemeSearchTest, FindsWhatTheThemeSaysAndNoSynonyms) {
  EXPECT_THAT(ids_of(found("", {"a"})), ElementsAre("a", "e"));
  EXPECT_THAT(ids_of(found("", {"b"})), ElementsAre("d"));
  EXPECT_THAT(ids_of(found("", {"a", "b"})), ElementsAre("a", "d", "e"));
}

TEST_F(ThemeSearchTest, RestrictsAQuery) {
  const SearchResult result = found("電話", {"a"});
  EXPECT_THAT(ids_of(result), ElementsAre("a"));
  EXPECT_EQ(result.total, 1U);
  EXPECT_EQ(result.interpretation, "テーマ: 「あ」／「電話」を含む");
  EXPECT_EQ(found("", {"a", "b"}).interpretation, "テーマ: 「あ」または「び」");
}

TEST_F(ThemeSearchTest, CountsFacetsAndMarksItsWords) {
  const SearchResult result = found("", {"a"});
  ASSERT_FALSE(result.facets.empty());
  ASSERT_EQ(result.facets[0].values.size(), 1U);
  EXPECT_EQ(result.facets[0].values[0].count, 2U);
  EXPECT_THAT(result.hits[0].target_highlights, ElementsAre(CharacterRange{2, 5}));
}

TEST(RelaxTest, CanBeForbidden) {
  const SearchIndex index({initiative("a", "電話", ""), initiative("b", "手紙", "")});
  SearchRequest request;
  request.q = "電話 手紙";
  EXPECT_TRUE(search(request, index.snapshot()).is_relaxed);
  request.may_relax = false;
  EXPECT_FALSE(search(request, index.snapshot()).is_relaxed);
  EXPECT_EQ(search(request, index.snapshot()).total, 0U);
}

}  // namespace
}  // namespace torikumi::searchd
