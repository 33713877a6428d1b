#include "analysis/promotion/made_things.h"

#include <gtest/gtest.h>

namespace torikumi::analysis {
namespace {

TEST(MadeThingsTest, KnowsWhatIsThereAfterwards) {
  for (const char* sentence :
       {"番号発券機を導入しました。", "フロア案内図を作成しました。", "ローカウンターを増設",
        "窓口表示を改善しました。", "しおりを作り、お渡ししています。"}) {
    EXPECT_TRUE(tells_made_thing(sentence)) << sentence;
  }
}

TEST(MadeThingsTest, KnowsCareFromThings) {
  for (const char* sentence :
       {"丁寧な説明に努めました。", "朝礼で情報を共有しました。", "職場の環境を整備しました。",
        "掲示物を整理しました。", "接遇研修を受講しました。", ""}) {
    EXPECT_FALSE(tells_made_thing(sentence)) << sentence;
  }
}

}  // namespace
}  // namespace torikumi::analysis
