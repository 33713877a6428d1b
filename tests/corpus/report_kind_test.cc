#include "corpus/report_kind.h"

#include <gtest/gtest.h>

#include <string>

namespace torikumi::corpus {
namespace {

TEST(ReportKindTest, IsKnownByAFileName) {
  EXPECT_EQ(kind_in_file_name("中原区サービス向上目標_R2"), ReportKind::TargetsAndResults);
  EXPECT_EQ(kind_in_file_name("運営方針"), ReportKind::Policy);
  EXPECT_EQ(kind_in_file_name("kawasaki-guideline-2011"), ReportKind::Guideline);
  EXPECT_EQ(kind_in_file_name("kawasaki-standards-2024"), ReportKind::Standards);
  EXPECT_EQ(kind_in_file_name("001_03d626172f4b182f"), std::nullopt);
}

TEST(ReportKindTest, IsKnownByATitle) {
  EXPECT_EQ(kind_in_title("令和６年度\u3000区役所サ ー ビ ス基準"), ReportKind::Standards);
  EXPECT_EQ(kind_in_title("区役所ｻｰﾋﾞｽ向上指針"), ReportKind::Guideline);
  EXPECT_EQ(kind_in_title("区役所サービス向上指針に基づく向上目標"), ReportKind::TargetsAndResults);
  EXPECT_EQ(kind_in_title("policy"), std::nullopt);
  EXPECT_EQ(kind_in_title(""), std::nullopt);
}

TEST(ReportKindTest, IsKnownByATableHeaderAndNotByItsRows) {
  EXPECT_EQ(kind_in_table_header("部署名\t目標及び具体的な取組内容\t\t実施結果及び目標の達成度"),
            ReportKind::TargetsAndResults);
  EXPECT_EQ(kind_in_table_header("| 部署名 | 目 標 |"), ReportKind::TargetsAndResults);
  EXPECT_EQ(kind_in_table_header("No\t基 準\t所 管\t場 面"), ReportKind::Standards);
  EXPECT_EQ(kind_in_table_header("部署名、目標、実施結果"), std::nullopt);
  EXPECT_EQ(kind_in_table_header("所属\t氏名"), std::nullopt);
  std::string row = "企画部署\t目標は";
  for (int i = 0; i < 80; ++i) {
    row += "区";
  }
  EXPECT_EQ(kind_in_table_header(row), std::nullopt);
}

}  // namespace
}  // namespace torikumi::corpus
