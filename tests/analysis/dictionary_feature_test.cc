#include "analysis/dictionary_feature.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

struct FeatureCase {
  const char* name;
  FeatureLayout layout;
  std::string_view feature;
  PartOfSpeech part_of_speech;
  bool is_content;
  std::string_view base;
  std::string_view reading;
  std::string_view inflection;
};
std::ostream& operator<<(std::ostream& out, const FeatureCase& row) {
  return out << row.feature;
}

class DictionaryFeatureTest : public ::testing::TestWithParam<FeatureCase> {};

TEST_P(DictionaryFeatureTest, ReadsColumns) {
  const FeatureCase& row = GetParam();
  const WordFeature word = parse_feature(row.feature, row.layout);
  EXPECT_EQ(word.part_of_speech, row.part_of_speech);
  EXPECT_EQ(word.is_content, row.is_content);
  EXPECT_EQ(word.base, row.base);
  EXPECT_EQ(word.reading, row.reading);
  EXPECT_EQ(word.inflection, row.inflection);
}

constexpr auto kIpadic = FeatureLayout::Ipadic;

INSTANTIATE_TEST_SUITE_P(
    Ipadic, DictionaryFeatureTest,
    ::testing::Values(
        FeatureCase{"Noun", kIpadic, "名詞,一般,*,*,*,*,窓口,マドグチ,マドグチ", PartOfSpeech::Noun,
                    true, "窓口", "マドグチ", ""},
        FeatureCase{"NaistJdic", kIpadic, "名詞,一般,*,*,*,*,窓口,マドグチ,マドグチ,,",
                    PartOfSpeech::Noun, true, "窓口", "マドグチ", ""},
        FeatureCase{"UnknownWord", kIpadic, "名詞,固有名詞,組織,*,*,*,*", PartOfSpeech::Noun, true,
                    "", "", ""},
        FeatureCase{"Verb", kIpadic, "動詞,自立,*,*,五段・マ行,連用形,取り組む,トリクミ,トリクミ",
                    PartOfSpeech::Verb, true, "取り組む", "トリクミ", "五段・マ行"},
        FeatureCase{"EmptyVerb", kIpadic, "動詞,自立,*,*,サ変・スル,連用形,する,シ,シ",
                    PartOfSpeech::Verb, false, "する", "シ", "サ変・スル"},
        FeatureCase{"DependentVerb", kIpadic, "動詞,非自立,*,*,一段,連用形,いる,イ,イ",
                    PartOfSpeech::Functional, false, "いる", "イ", "一段"},
        FeatureCase{"Number", kIpadic, "名詞,数,*,*,*,*,一,イチ,イチ", PartOfSpeech::Number, true,
                    "一", "イチ", ""},
        FeatureCase{"DependentNoun", kIpadic, "名詞,非自立,一般,*,*,*,こと,コト,コト",
                    PartOfSpeech::Functional, false, "こと", "コト", ""},
        FeatureCase{"Pronoun", kIpadic, "名詞,代名詞,一般,*,*,*,これ,コレ,コレ",
                    PartOfSpeech::Functional, false, "これ", "コレ", ""},
        FeatureCase{"ContentSuffix", kIpadic, "名詞,接尾,サ変接続,*,*,*,化,カ,カ",
                    PartOfSpeech::Noun, true, "化", "カ", ""},
        FeatureCase{"EtCetera", kIpadic, "名詞,接尾,一般,*,*,*,等,トウ,トー", PartOfSpeech::Noun,
                    false, "等", "トウ", ""},
        FeatureCase{"Counter", kIpadic, "名詞,接尾,助数詞,*,*,*,件,ケン,ケン", PartOfSpeech::Noun,
                    false, "件", "ケン", ""},
        FeatureCase{"Prefix", kIpadic, "接頭詞,名詞接続,*,*,*,*,お,オ,オ", PartOfSpeech::Prefix,
                    false, "お", "オ", ""},
        FeatureCase{"Particle", kIpadic, "助詞,格助詞,一般,*,*,*,を,ヲ,ヲ",
                    PartOfSpeech::Functional, false, "を", "ヲ", ""},
        FeatureCase{"FullStop", kIpadic, "記号,句点,*,*,*,*,。,。,。", PartOfSpeech::Symbol, false,
                    "。", "。", ""},
        FeatureCase{"Empty", kIpadic, "", PartOfSpeech::Functional, false, "", "", ""}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Unidic, DictionaryFeatureTest,
    ::testing::Values(
        FeatureCase{"Verb26", FeatureLayout::Unidic2,
                    "動詞,一般,*,*,五段-マ行,連用形-一般,トリクム,取り組む,取り組み,トリクミ,"
                    "取り組む,トリクム,和,*,*,*,*,トリクミ,トリクム,トリクミ,トリクム,*,*,3,C1,*",
                    PartOfSpeech::Verb, true, "取り組む", "トリクミ", "五段-マ行"},
        FeatureCase{"Noun29", FeatureLayout::Unidic3,
                    "名詞,普通名詞,一般,*,*,*,マドグチ,窓口,窓口,マドグチ,窓口,マドグチ,和,*,*,*,*,"
                    "*,*,体,マドグチ,マドグチ,マドグチ,マドグチ,2,C1,*,1,2",
                    PartOfSpeech::Noun, true, "窓口", "マドグチ", ""},
        FeatureCase{"Unknown", FeatureLayout::Unidic3, "名詞,普通名詞,一般,*,*,*",
                    PartOfSpeech::Noun, true, "", "", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(FeatureLayoutTest, IsToldByTheNumberOfColumns) {
  EXPECT_EQ(layout_of("助詞,連体化,*,*,*,*,の,ノ,ノ"), FeatureLayout::Ipadic);
  EXPECT_EQ(layout_of("助詞,連体化,*,*,*,*,の,ノ,ノ,,"), FeatureLayout::Ipadic);
  EXPECT_EQ(layout_of(std::string(25, ',')), FeatureLayout::Unidic2);
  EXPECT_EQ(layout_of(std::string(28, ',')), FeatureLayout::Unidic3);
  EXPECT_EQ(layout_of("助詞"), std::nullopt);
  EXPECT_EQ(layout_of("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o"), std::nullopt);
}

}  // namespace
}  // namespace torikumi::analysis
