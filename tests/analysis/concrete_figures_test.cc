#include "analysis/concrete_figures.h"

#include <gtest/gtest.h>

#include <string>

namespace torikumi::analysis {
namespace {

struct FigureCase {
  const char* name;
  std::string text;
  std::string want;  // Joined by |.
};
std::ostream& operator<<(std::ostream& out, const FigureCase& row) {
  return out << row.text;
}

class ConcreteFiguresTest : public ::testing::TestWithParam<FigureCase> {};

TEST_P(ConcreteFiguresTest, AreNumbersWithAUnit) {
  const std::string& text = GetParam().text;
  std::string found;
  for (const ByteRange& range : concrete_figures(text)) {
    found += (found.empty() ? "" : "|") + text.substr(range.begin, range.end - range.begin);
  }
  EXPECT_EQ(found, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ConcreteFiguresTest,
    ::testing::Values(
        FigureCase{"Empty", "", ""}, FigureCase{"TimesAYear", "会議を年4回開催し", "4回"},
        FigureCase{"FullWidth", "研修を３回", "３回"},
        FigureCase{"EraAndMonth", "令和8年2月から係毎に", "令和8年2月"},
        FigureCase{"Months", "区部長会議(6・8・12月)において", "6・8・12月"},
        FigureCase{"Range", "令和6年から令和7年度にかけて", "令和6年|令和7年度"},
        FigureCase{"Persons", "担当職員は2名ですが", "2名"},
        FigureCase{"Places", "スイッチを2か所、10箇所", "2か所|10箇所"},
        FigureCase{"Thousands", "1,200件の問合せ", "1,200件"},
        FigureCase{"Share", "満足度は85.5％", "85.5％"},
        FigureCase{"EndsWithTheNumber", "全部で12", ""}, FigureCase{"NoUnit", "約30の事業", ""},
        FigureCase{"Name", "市長への手紙や39コール", ""}, FigureCase{"Floor", "1～4階の部屋", ""},
        FigureCase{"ListNumbers", "1 待合 2 窓口 (3)案内 ①共有", ""},
        FigureCase{"EveryOne", "職員1人一人が", ""}, FigureCase{"OneOf", "1つの係の回線", ""},
        FigureCase{"Department", "3部署で共有", ""}, FigureCase{"Kanji", "職員一人一人、二名", ""}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::analysis
