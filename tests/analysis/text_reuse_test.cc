#include "analysis/text_reuse.h"

#include <gtest/gtest.h>

#include <string>

namespace torikumi::analysis {
namespace {

struct PassageCase {
  const char* name;
  std::string text;
  std::string other;
  std::vector<std::string> want;  // Passages as `text` has them.
};
std::ostream& operator<<(std::ostream& out, const PassageCase& row) {
  return out << row.name;
}

class SharedPassagesTest : public ::testing::TestWithParam<PassageCase> {};

TEST_P(SharedPassagesTest, AreTheLongestOfBothTexts) {
  const PassageCase& row = GetParam();
  std::vector<std::string> passages;
  for (const SharedPassage& passage :
       shared_passages(ComparableText(row.text), ComparableText(row.other))) {
    passages.push_back(row.text.substr(passage.text.begin, passage.text.end - passage.text.begin));
    const ComparableText here(passages.back());
    const ComparableText there(
        row.other.substr(passage.other.begin, passage.other.end - passage.other.begin));
    EXPECT_EQ(here.characters(), there.characters());
    EXPECT_EQ(here.size(), passage.characters);
  }
  EXPECT_EQ(passages, row.want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SharedPassagesTest,
    ::testing::Values(
        PassageCase{"Nothing", "研修を行いました。", "窓口を整えます。", {}},
        PassageCase{"Empty", "", "窓口を整えます。", {}},
        PassageCase{"FiveCharactersAreTooFew", "窓口の案内係", "窓口の案内板", {}},
        PassageCase{"SixAreEnough", "窓口の案内板等", "窓口の案内板も", {"窓口の案内板"}},
        PassageCase{"TenseParts",
                    "丁寧な説明を行いました。",
                    "丁寧な説明を行います。",
                    {"丁寧な説明を行いま"}},
        PassageCase{"BlanksAndSignsDoNotCount",
                    "窓口、電話の 案内",
                    "窓口・電話の案内",
                    {"窓口、電話の 案内"}},
        PassageCase{"WidthDoesNotCount", "ＩＴ研修１０回", "IT研修10回", {"ＩＴ研修１０回"}},
        PassageCase{"OrderDoesNotCount",
                    "整理整頓に努め、積極的に声をかけ",
                    "積極的に声をかけ、整理整頓に努め",
                    {"整理整頓に努め", "積極的に声をかけ"}},
        PassageCase{"TheLongerOfTwoPlaces",
                    "情報共有を行うことで",
                    "情報共有を行う。情報共有を行うことで、",
                    {"情報共有を行うことで"}}),
    [](const auto& row) { return row.param.name; });

TEST(ShareOfTest, IsOfTheLettersOfTheText) {
  const ComparableText text("窓口の案内板を直した");  // Ten letters.
  EXPECT_DOUBLE_EQ(share_of(text, shared_passages(text, ComparableText("窓口の案内板"))), 0.6);
  EXPECT_DOUBLE_EQ(share_of(ComparableText("。"), {}), 0);
}

TEST(LikenessTest, IsSymmetricAndOneForEqualTexts) {
  const ComparableText a("区民の方が分かりやすい案内を行います。");
  const ComparableText b("区民の方が分かりやすい案内と説明を行います。");
  EXPECT_DOUBLE_EQ(likeness(a, a), 1);
  EXPECT_DOUBLE_EQ(likeness(a, b), likeness(b, a));
  EXPECT_GT(likeness(a, b), 0.6);
  EXPECT_LT(likeness(a, b), 1);
  EXPECT_DOUBLE_EQ(likeness(ComparableText(""), ComparableText("")), 0);
}

TEST(SharedPassagesTest, BearsTextsThatRepeatThemselves) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) {
    text += "あ";
  }
  const ComparableText repeated(text);
  EXPECT_EQ(repeated.size(), kMaxComparedCharacters);
  EXPECT_DOUBLE_EQ(likeness(repeated, repeated), 1);
}

}  // namespace
}  // namespace torikumi::analysis
