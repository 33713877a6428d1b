#include "corpus/scene.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::corpus {
namespace {

// A label found, as "labels|rest of the text"; "none" if there is none.
std::string shown(std::string_view text) {
  const auto label = leading_scene_label(text);
  if (!label) {
    return "none";
  }
  std::string result;
  for (const Scene scene : label->scenes) {
    result += std::string(label_of(scene)) + " ";
  }
  result.back() = '|';
  return result + std::string(text.substr(label->byte_count));
}

struct LabelCase {
  const char* name;
  std::string_view text;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const LabelCase& row) {
  return out << row.text;
}

class LeadingSceneLabelTest : public ::testing::TestWithParam<LabelCase> {};

TEST_P(LeadingSceneLabelTest, FindsTheLabelAndNothingElse) {
  EXPECT_EQ(shown(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Labels, LeadingSceneLabelTest,
    ::testing::Values(
        LabelCase{"Alone", "お知らせ", "お知らせ|"},
        LabelCase{"BeforeABlank", "庁内体制 鍵を数えます。", "庁内体制|鍵を数えます。"},
        LabelCase{"BeforeAWideBlank", "共通　鍵を数えます。", "共通|鍵を数えます。"},
        LabelCase{"BeforeAParagraph", "地域訪問\n\n鍵を数えます。", "地域訪問|鍵を数えます。"},
        LabelCase{"BehindBlanks", "\n 庁舎案内\n地図", "庁舎案内|地図"},
        LabelCase{"SetWide", "対 面 対 応", "対面対応|"},
        LabelCase{"TwoSetWide", "共 通 椅子", "共通|椅子"},
        LabelCase{"SplitOnce", "対面 対応 椅子を並べます。", "対面対応|椅子を並べます。"},
        LabelCase{"SplitLate", "対面応 対", "対面対応|"},
        LabelCase{"TaiouIsReception", "対応\n鍵", "応対|鍵"},
        LabelCase{"FaceToFaceByOtherName", "対面応対 鍵", "対面対応|鍵"},
        LabelCase{"ShortTelephone", "電話\n電話は早く取ります。", "電話対応|電話は早く取ります。"},
        LabelCase{"Two", "電話・対面対応\n鍵", "電話対応 対面対応|鍵"},
        LabelCase{"TwoShort", "電話・対面", "電話対応 対面対応|"},
        LabelCase{"TwoInLabelOrder", "対面･お知らせ 鍵", "対面対応 お知らせ|鍵"},
        LabelCase{"TwoSplit", "電 話 ・ 対 面 鍵", "電話対応 対面対応|鍵"},
        LabelCase{"WithColon", "共通：鍵を数えます。", "共通|鍵を数えます。"},
        LabelCase{"InAsciiBrackets", "[対面対応] 鍵を数えます。", "対面対応|鍵を数えます。"},
        LabelCase{"InBrackets", "【対面】鍵を数えます。", "対面対応|鍵を数えます。"},
        LabelCase{"ShortLabelBeforeTheSameWord", "対面 対応に努めます。",
                  "対面対応|対応に努めます。"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoLabels, LeadingSceneLabelTest,
    ::testing::Values(LabelCase{"Empty", "", "none"}, LabelCase{"Blanks", " 　\n", "none"},
                      LabelCase{"TelephoneText", "電話は三回鳴る前に取ります。", "none"},
                      LabelCase{"ReceptionText", "対応できるか否かを伝えます。", "none"},
                      LabelCase{"CommonText", "共通の言葉で話します。", "none"},
                      LabelCase{"OtherBracket", "【目標】鍵を数えます。", "none"},
                      LabelCase{"UnclosedBracket", "【共通 鍵", "none"},
                      LabelCase{"HalfALabel", "庁内 の鍵", "none"},
                      LabelCase{"ThreeLabels", "電話・対面・お知らせ 鍵", "none"},
                      LabelCase{"SecondIsNoLabel", "電話・手紙 鍵", "none"}),
    [](const auto& row) { return row.param.name; });

TEST(SceneTest, EveryCanonicalLabelNamesItsScene) {
  for (const Scene scene : kAllScenes) {
    EXPECT_EQ(scene_named(label_of(scene)), scene) << label_of(scene);
  }
}

TEST(SceneTest, NamesIgnoreBlanksAndKnowVariants) {
  EXPECT_EQ(scene_named(" 応　対 "), Scene::Reception);
  EXPECT_EQ(scene_named("電話"), Scene::Telephone);
  EXPECT_EQ(scene_named("対面応対"), Scene::FaceToFace);
  EXPECT_EQ(scene_named("電話・対面"), std::nullopt);
  EXPECT_EQ(scene_named("電話は"), std::nullopt);
  EXPECT_EQ(scene_named(""), std::nullopt);
}

}  // namespace
}  // namespace torikumi::corpus
