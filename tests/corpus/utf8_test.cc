#include "corpus/utf8.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

struct IllFormedCase {
  const char* name;
  std::string_view text;
  std::optional<std::size_t> offset;
};
std::ostream& operator<<(std::ostream& out, const IllFormedCase& row) {
  return out << row.name;
}

class IllFormedTest : public testing::TestWithParam<IllFormedCase> {};

TEST_P(IllFormedTest, GivesTheOffsetOfTheFirstIllFormedByte) {
  EXPECT_EQ(first_ill_formed_byte(GetParam().text), GetParam().offset);
}

INSTANTIATE_TEST_SUITE_P(Table, IllFormedTest,
                         testing::Values(IllFormedCase{"Empty", "", std::nullopt},
                                         IllFormedCase{"Ascii", "abc", std::nullopt},
                                         IllFormedCase{"Japanese", "区役所", std::nullopt},
                                         IllFormedCase{"FourBytes", "𠮷野", std::nullopt},
                                         IllFormedCase{"LoneContinuation", "ab\x80", 2},
                                         IllFormedCase{"CutAtTheEnd", "区\xE5\xBD", 3},
                                         IllFormedCase{"Overlong", "\xC0\xAF", 0},
                                         IllFormedCase{"Surrogate", "a\xED\xA0\x80", 1},
                                         IllFormedCase{"AboveUnicode", "\xF4\x90\x80\x80", 0}),
                         [](const auto& row) { return row.param.name; });

TEST(CodePointsTest, CoversTheTextWithoutGapsAlsoWhenIllFormed) {
  for (const std::string_view text : {"", "a区𠮷", "\x80区\xE5\xBD", "\xFF\xFE", "区\xF0\x9F"}) {
    std::size_t at = 0;
    for (const CodePoint& point : code_points(text)) {
      EXPECT_EQ(point.byte_begin, at);
      EXPECT_GT(point.byte_end, at);
      at = point.byte_end;
    }
    EXPECT_EQ(at, text.size());
  }
}

TEST(CodePointsTest, GivesTheReplacementCharacterForIllFormedBytes) {
  std::u32string values;
  for (const CodePoint& point : code_points("a\x80区")) {
    values.push_back(point.value);
  }
  EXPECT_EQ(values, U"a\uFFFD区");
}

TEST(CodePointBeforeTest, ReadsBackwards) {
  const std::string text = "a区𠮷";
  EXPECT_EQ(code_point_before(text, 8), (CodePoint{U'𠮷', 4, 8}));
  EXPECT_EQ(code_point_before(text, 4), (CodePoint{U'区', 1, 4}));
  EXPECT_EQ(code_point_before(text, 1), (CodePoint{U'a', 0, 1}));
  EXPECT_EQ(code_point_before("a\x80", 2), (CodePoint{0xFFFD, 1, 2}));
}

TEST(CodePointBeforeTest, ReadsTheSameCodePointsAsForwards) {
  for (const std::string_view text : {"a\uFFFD区", "\uFFFD", "\xE3\x81", "区\xF0\x9F\x98𠮷\x80\x80",
                                      "\xF0\xE3\x81"
                                      "a"}) {
    for (const CodePoint& point : code_points(text)) {
      EXPECT_EQ(code_point_before(text, point.byte_end), point) << text;
    }
  }
}

TEST(IsBlankTest, KnowsTheBlanksOfReports) {
  for (const char32_t blank : U" \t\n\r\f\u00A0\u3000\u2003\u200B\u2028\uFEFF") {
    EXPECT_TRUE(is_blank(blank)) << static_cast<unsigned>(blank);  // The final NUL is one too.
  }
  for (const char32_t letter : std::u32string(U"a区ー・。0")) {
    EXPECT_FALSE(is_blank(letter)) << static_cast<unsigned>(letter);
  }
}

TEST(IsJapaneseLetterTest, TellsLettersFromSigns) {
  for (const char32_t letter : std::u32string(U"区々〆ヶ〇あゝアーｱｰ𠮷﨑⽀")) {
    EXPECT_TRUE(is_japanese_letter(letter)) << static_cast<unsigned>(letter);
  }
  for (const char32_t sign : std::u32string(U"aé0０。、・「」〜①（ \u3000\uFFFD")) {
    EXPECT_FALSE(is_japanese_letter(sign)) << static_cast<unsigned>(sign);
  }
}

TEST(CountTest, CountsCharactersAndVisibleCharacters) {
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(character_count("区 役\u3000所"), 5U);
  EXPECT_EQ(visible_character_count("区 役\u3000所\n"), 3U);
  EXPECT_EQ(character_count("\x80\x80"), 2U);
}

struct TextCase {
  const char* name;
  std::string_view text;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const TextCase& row) {
  return out << row.name;
}

class WidthFoldedTest : public testing::TestWithParam<TextCase> {};

TEST_P(WidthFoldedTest, GivesNfkc) {
  EXPECT_EQ(width_folded(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, WidthFoldedTest,
                         testing::Values(TextCase{"Empty", "", ""},
                                         TextCase{"Digits", "令和７", "令和7"},
                                         TextCase{"HalfWidthKana", "ｻｰﾋﾞｽ", "サービス"},
                                         TextCase{"EraSign", "㋿7", "令和7"},
                                         TextCase{"Blank", "区\u3000役所", "区 役所"},
                                         TextCase{"IllFormed", "区\x80", "区\x80"}),
                         [](const auto& row) { return row.param.name; });

TEST(ComposedTest, JoinsVoiceMarksAndKeepsIllFormedBytes) {
  EXPECT_EQ(composed("カ\u3099イト"), "ガイト");
  EXPECT_EQ(composed("７"), "７");
  EXPECT_EQ(composed("カ\u3099\x80"), "ガ\x80");
}

TEST(BlanksTest, AreTrimmedOrRemoved) {
  EXPECT_EQ(trimmed(" \u3000区 役所\u00A0\n"), "区 役所");
  EXPECT_EQ(trimmed(" \u3000"), "");
  EXPECT_EQ(without_blanks(" 区\u3000役 所\n"), "区役所");
}

}  // namespace
}  // namespace torikumi::corpus
