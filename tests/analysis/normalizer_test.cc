#include "analysis/normalizer.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

using namespace std::string_view_literals;

struct NormalizeCase {
  const char* name;
  std::string_view source;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const NormalizeCase& row) {
  return out << row.source;
}

class NormalizerTest : public ::testing::TestWithParam<NormalizeCase> {};

TEST_P(NormalizerTest, GivesOneSpelling) {
  EXPECT_EQ(Normalizer().normalize(GetParam().source).text, GetParam().want);
}

std::string name_of(const ::testing::TestParamInfo<NormalizeCase>& row) {
  return row.param.name;
}

INSTANTIATE_TEST_SUITE_P(WidthAndCase, NormalizerTest,
                         ::testing::Values(NormalizeCase{"Empty", "", ""},
                                           NormalizeCase{"Plain", "窓口で待つ", "窓口で待つ"},
                                           NormalizeCase{"FullWidthDigits", "１２０件", "120件"},
                                           NormalizeCase{"FullWidthLatin", "ＩＳＯ９００１",
                                                         "iso9001"},
                                           NormalizeCase{"CapitalLetters", "YouTube", "youtube"},
                                           NormalizeCase{"HalfWidthKana", "ｻｰﾋﾞｽ", "サービス"},
                                           NormalizeCase{"HalfWidthVoiced", "ｶﾞｲﾄﾞ", "ガイド"},
                                           NormalizeCase{"Era", "㍻３０年", "平成30年"},
                                           NormalizeCase{"NewEra", "㋿７年", "令和7年"},
                                           NormalizeCase{"Company", "㈱", "(株)"},
                                           NormalizeCase{"RomanNumber", "Ⅲ", "iii"}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(
    Characters, NormalizerTest,
    ::testing::Values(NormalizeCase{"KangxiRadicals", "⼀⼈⽤⾏", "一人用行"},
                      NormalizeCase{"SupplementRadicals", "⻑⻘⻄⺠⻝", "長青西民食"},
                      NormalizeCase{"KangxiThatNfkcMakesOldForms", "神⼾⿊⻩", "神戸黒黄"},
                      NormalizeCase{"NameVariants", "髙﨑 濵田 渡邉", "高崎浜田渡辺"},
                      NormalizeCase{"VariationSelector", "葛\U000E0100飾", "葛飾"},
                      NormalizeCase{"ZeroWidth", "窓\u200B口\uFEFF", "窓口"},
                      NormalizeCase{"SoftHyphen", "ser\u00ADvice", "service"},
                      NormalizeCase{"SupplementaryPlane", "𠮷野家", "吉野家"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(OldKanji, NormalizerTest,
                         ::testing::Values(NormalizeCase{"Meeting", "會議", "会議"},
                                           NormalizeCase{"WardOffice", "區役所", "区役所"},
                                           NormalizeCase{"Library", "圖書館舘", "図書館館"},
                                           NormalizeCase{"SeveralToOne", "辨瓣辯", "弁弁弁"},
                                           NormalizeCase{"NameVariants", "冨田 峯 堯", "富田峰尭"},
                                           NormalizeCase{"PrintedForms", "塡 頰 剝 𠮟", "填頬剥叱"},
                                           NormalizeCase{"Compatibility", "\uFA19\uFA1B", "神福"},
                                           NormalizeCase{"ModernStays", "会議 区役所 著者",
                                                         "会議区役所著者"}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(Thousands, NormalizerTest,
                         ::testing::Values(NormalizeCase{"One", "1,000円", "1000円"},
                                           NormalizeCase{"Two", "12,345,678", "12345678"},
                                           NormalizeCase{"FullWidth", "１，０００", "1000"},
                                           NormalizeCase{"BeforeAComma", "1,000,窓口", "1000,窓口"},
                                           NormalizeCase{"InASentence", "約1,000人と2,000人",
                                                         "約1000人と2000人"},
                                           NormalizeCase{"ListOfNumbers", "1,2,300", "1,2,300"},
                                           NormalizeCase{"FourDigits", "1,0000", "1,0000"},
                                           NormalizeCase{"TwoDigits", "1,00", "1,00"},
                                           NormalizeCase{"LongFront", "2024,100", "2024,100"},
                                           NormalizeCase{"Zero", "0,100", "0,100"},
                                           NormalizeCase{"Decimals", "1.5,100", "1.5,100"},
                                           NormalizeCase{"BlankBehind", "1, 000", "1, 000"}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(
    Signs, NormalizerTest,
    ::testing::Values(NormalizeCase{"Dashes", "a‐b–c—d―e−f－g", "a-b-c-d-e-f-g"},
                      NormalizeCase{"Waves", "9時〜10時～11時", "9時~10時~11時"},
                      NormalizeCase{"Quotes", "“窓口”‘受付’", "\"窓口\"'受付'"},
                      NormalizeCase{"Ellipsis", "…", "..."},
                      NormalizeCase{"MiddleDot", "コカ･コーラ", "コカ・コーラ"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Kana, NormalizerTest,
    ::testing::Values(NormalizeCase{"LongMarkRun", "サーーービス", "サービス"},
                      NormalizeCase{"HyphenAsLongMark", "サ-ビスセンタ－ビル",
                                    "サービスセンタービル"},
                      NormalizeCase{"HyphenAfterLongMark", "サー-ビス", "サービス"},
                      NormalizeCase{"HyphenBesideLatin", "e-ラーニング", "e-ラーニング"},
                      NormalizeCase{"LongMarkAsHyphen", "eーラーニング", "e-ラーニング"},
                      NormalizeCase{"LongMarkAfterDigit", "1ー2", "1-2"},
                      NormalizeCase{"LongMarkAfterHiragana", "らーめん", "らーめん"},
                      NormalizeCase{"SpacingVoicedMark", "か゛いど は゜", "がいどぱ"},
                      NormalizeCase{"VoicedMarkWithoutKana", "漢゛字", "漢字"},
                      NormalizeCase{"IterationMark", "こゝろ", "こころ"},
                      NormalizeCase{"VoicedIterationMark", "みすゞ", "みすず"},
                      NormalizeCase{"PlainMarkAfterVoiced", "づゝ", "づつ"},
                      NormalizeCase{"RepeatedPair", "いろゝゝ", "いろいろ"},
                      NormalizeCase{"KatakanaIterationMarks", "バナヽ ヒヾ", "バナナヒビ"},
                      NormalizeCase{"IterationMarkAlone", "漢ゝ", "漢ゝ"},
                      NormalizeCase{"KanjiIterationMarkStays", "様々", "様々"},
                      NormalizeCase{"VuStays", "ヴィーガン", "ヴィーガン"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Blanks, NormalizerTest,
    ::testing::Values(NormalizeCase{"BetweenJapaneseLetters", "対 面 対 応", "対面対応"},
                      NormalizeCase{"InsideAWord", "こ ども", "こども"},
                      NormalizeCase{"FullWidthBlank", "窓口　案内", "窓口案内"},
                      NormalizeCase{"BesideLatin", "IT 研修", "it 研修"},
                      NormalizeCase{"RunOfBlanks", "a \t 　 b", "a b"},
                      NormalizeCase{"BothEnds", "  窓口  ", "窓口"},
                      NormalizeCase{"Nul", "a\0b"sv, "a b"},
                      NormalizeCase{"ControlCharacter",
                                    "a\x07"
                                    "b",
                                    "a b"},
                      NormalizeCase{"ParagraphsStay", "窓口\n案内", "窓口\n案内"},
                      NormalizeCase{"BlanksBesideLineEnd", "窓口 \r\n　案内", "窓口\n案内"},
                      NormalizeCase{"RunOfLineEnds", "\n\n窓口\n \n\n案内\n", "窓口\n案内"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    ListNumbers, NormalizerTest,
    ::testing::Values(NormalizeCase{"AfterDigits", "20①お知らせ", "20 1 お知らせ"},
                      NormalizeCase{"BeforeDigits", "①20件", "1 20件"},
                      NormalizeCase{"Twenty", "⑳", "20"}, NormalizeCase{"Fifty", "㊿件", "50 件"},
                      NormalizeCase{"InBrackets", "⑴窓口", "1 窓口"},
                      NormalizeCase{"BlackCircle", "3❶窓口", "3 1 窓口"},
                      NormalizeCase{"TypedBrackets", "20(1)お知らせ", "20(1)お知らせ"},
                      NormalizeCase{"SuperscriptAfterLetter", "10m²", "10m2"},
                      NormalizeCase{"SuperscriptAfterDigit", "10²", "10 2"},
                      NormalizeCase{"SuperscriptBeforeDigit", "x²5", "x2 5"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(IllFormed, NormalizerTest,
                         ::testing::Values(NormalizeCase{"LoneByte", "\xFF", "\uFFFD"},
                                           NormalizeCase{"CutCharacter", "窓\xE5\x8F", "窓\uFFFD"},
                                           NormalizeCase{"Surrogate", "\xED\xA0\x80",
                                                         "\uFFFD\uFFFD\uFFFD"},
                                           NormalizeCase{"Overlong", "\xC0\xAF", "\uFFFD\uFFFD"}),
                         name_of);

struct RangeCase {
  const char* name;
  std::string_view source;
  std::string_view part;  // Of the normalised text.
  std::string_view want;  // The source behind it.
};
std::ostream& operator<<(std::ostream& out, const RangeCase& row) {
  return out << row.name;
}

class NormalizerRangeTest : public ::testing::TestWithParam<RangeCase> {};

TEST_P(NormalizerRangeTest, FindsTheSourceBehindAPart) {
  const auto& row = GetParam();
  const NormalizedText normalized = Normalizer().normalize(row.source);
  const std::size_t begin = normalized.text.find(row.part);
  ASSERT_NE(begin, std::string::npos) << normalized.text;
  const ByteRange range = normalized.source_range(begin, begin + row.part.size());
  EXPECT_EQ(row.source.substr(range.begin, range.end - range.begin), row.want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NormalizerRangeTest,
    ::testing::Values(RangeCase{"OneToOne", "窓口で", "口", "口"},
                      RangeCase{"OneToMany", "年を㍻と", "平成と", "㍻と"},
                      RangeCase{"HalfOfOneToMany", "㍻30", "平", "㍻"},
                      RangeCase{"ManyToOne", "aﾎﾟｽﾄb", "ポ", "ﾎﾟ"},
                      RangeCase{"OverADroppedBlank", "で対 面の", "対面", "対 面"},
                      RangeCase{"SelectorBelongsToItsKanji", "葛\U000E0100飾", "葛",
                                "葛\U000E0100"},
                      RangeCase{"LongMarks", "サーーービス", "サー", "サーーー"},
                      RangeCase{"CommaInANumber", "約1,000円", "1000", "1,000"},
                      RangeCase{"OldKanji", "區役所", "区", "區"},
                      RangeCase{"ListNumber", "20①お", "1", "①"},
                      RangeCase{"IllFormed", "窓\xE5\x8F口", "\uFFFD", "\xE5\x8F"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(NormalizedTextTest, GivesAnEmptyRangeAtItsPlace) {
  const NormalizedText normalized = Normalizer().normalize("窓口");
  EXPECT_EQ(normalized.source_range(0, 0), (ByteRange{0, 0}));
  EXPECT_EQ(normalized.source_range(3, 3), (ByteRange{3, 3}));
  EXPECT_EQ(normalized.source_range(6, 6), (ByteRange{6, 6}));
  EXPECT_EQ(NormalizedText{}.source_range(0, 0), (ByteRange{0, 0}));
}

}  // namespace
}  // namespace torikumi::analysis
