#include "analysis/themes.h"

#include "corpus/data_directory.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <set>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using torikumi::testing::TemporaryDirectory;
using torikumi::testing::write_file;

ThemeDictionary dictionary_of(std::string_view content) {
  const TemporaryDirectory folder;
  write_file(folder.path() / "themes.txt", content);
  return ThemeDictionary::load(folder.path() / "themes.txt");
}

TEST(ThemeDictionaryTest, ReadsThemesInTheirOrder) {
  const ThemeDictionary themes = dictionary_of(
      "# remark\n\n[telephone]\n名前 = 電話\n説明 = 電話での応対\n検索 = 電話 OR 内線\n"
      "検索 = 「電話 応対」~4\n除外 = 携帯電話\n\n[two-2]\n名前=二つ目\n説明=説明\n検索=名札\n");
  EXPECT_THAT(themes.ids(), ElementsAre("telephone", "two-2"));
  const Theme* theme = themes.find("telephone");
  ASSERT_NE(theme, nullptr);
  EXPECT_EQ(theme->label, "電話");
  EXPECT_EQ(theme->description, "電話での応対");
  EXPECT_EQ(theme->query(), "電話 OR 内線 OR 「電話 応対」~4 -携帯電話");
  EXPECT_TRUE(theme->lines[0].where.ends_with("themes.txt:6"));
  EXPECT_EQ(themes.find("two"), nullptr);
}

TEST(ThemeDictionaryTest, TakesWhatEditorsMakeOfIt) {
  const ThemeDictionary themes = dictionary_of(
      "\xEF\xBB\xBF[a]\r\n　名前　＝　あ \r\n説明 ＝ x = y\r\n検索 = a\r\n  # remark\r\n");
  ASSERT_NE(themes.find("a"), nullptr);
  EXPECT_EQ(themes.find("a")->label, "あ");
  EXPECT_EQ(themes.find("a")->description, "x = y");
}

struct RefusedCase {
  const char* name;
  std::string_view content;
  int line;  ///< 0: the file as a whole.
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& row) {
  return out << row.name;
}

class RefusedThemesTest : public ::testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedThemesTest, NamesLineAndTheme) {
  const TemporaryDirectory folder;
  const std::filesystem::path file = folder.path() / "themes.txt";
  write_file(file, GetParam().content);
  const std::string where =
      file.string() + (GetParam().line == 0 ? "" : ":" + std::to_string(GetParam().line));
  try {
    ThemeDictionary::load(file);
    FAIL() << "was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_EQ(error.message, GetParam().message);
    EXPECT_EQ(error.where, where);
    EXPECT_FALSE(error.hint.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedThemesTest,
    ::testing::Values(
        RefusedCase{"Empty", "# only remarks\n", 0, "there is no theme in the file"},
        RefusedCase{"BeforeTheFirst", "名前 = a\n", 1, "the line stands before the first theme"},
        RefusedCase{"CapitalId", "[Telephone]\n", 1, "\"[Telephone]\" is not the head of a theme"},
        RefusedCase{"OpenHead", "[telephone\n", 1, "\"[telephone\" is not the head of a theme"},
        RefusedCase{"EmptyId", "[]\n", 1, "\"[]\" is not the head of a theme"},
        RefusedCase{"JapaneseId", "[電話]\n", 1, "\"[電話]\" is not the head of a theme"},
        RefusedCase{"RepeatedId", "[a]\n名前=a\n説明=a\n検索=a\n[a]\n", 5,
                    "theme \"a\" is there twice"},
        RefusedCase{"UnknownEntry", "[a]\n名称 = a\n", 2,
                    "theme \"a\": \"名称\" is not one of its entries"},
        RefusedCase{"NoSign", "[a]\n電話\n", 2, "theme \"a\": \"電話\" is not one of its entries"},
        RefusedCase{"EmptyEntry", "[a]\n検索 =　\n", 2, "theme \"a\": 検索 is empty"},
        RefusedCase{"RepeatedLabel", "[a]\n名前=a\n名前=b\n", 3,
                    "theme \"a\": 名前 is there twice"},
        RefusedCase{"LabelOfAnother", "[a]\n名前=x\n説明=a\n検索=a\n[b]\n名前=x\n", 6,
                    "theme \"b\": the name \"x\" is that of theme \"a\""},
        RefusedCase{"NoLabel", "[a]\n説明=a\n検索=a\n", 1, "theme \"a\" has no 名前"},
        RefusedCase{"NoDescription", "[a]\n名前=a\n検索=a\n[b]\n", 1, "theme \"a\" has no 説明"},
        RefusedCase{"NoQuery", "[a]\n名前=a\n説明=a\n除外=a\n", 1, "theme \"a\" has no 検索"},
        RefusedCase{"NotUtf8", "[a]\n名前=\xff\n", 2, "the line is not UTF-8"}),
    [](const auto& row) { return row.param.name; });

TEST(ThemeDictionaryTest, SaysThatAFileIsNotThere) {
  const TemporaryDirectory folder;
  try {
    ThemeDictionary::load(folder.path() / "none.txt");
    FAIL() << "was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
  }
  EXPECT_THROW(ThemeDictionary::load(folder.path()), Error);
}

TEST(ThemeDictionaryTest, RefusesMoreThemesThanTheLimit) {
  std::string content;
  for (std::size_t i = 0; i <= kMaxThemes; ++i) {
    const std::string id = "t" + std::to_string(i);
    content += "[" + id + "]\n名前=" + id + "\n説明=a\n検索=a\n";
  }
  EXPECT_THROW(dictionary_of(content), Error);
}

TEST(ShippedThemesTest, AreManyAndDescribed) {
  const ThemeDictionary themes = ThemeDictionary::load(data_directory() / "themes.txt");
  EXPECT_GE(themes.all().size(), 25U);
  std::set<std::string> descriptions;
  for (const Theme& theme : themes.all()) {
    descriptions.insert(theme.description);
  }
  EXPECT_EQ(descriptions.size(), themes.all().size());
}

}  // namespace
}  // namespace torikumi::analysis
